import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { filled } from '../rules/filled-report.fixture.ts'
import { reportDocument } from '../rules/report-document.ts'
import { ReportReading } from './report-reading.tsx'

test('a report is read with the law it rests on, under headings, and what was typed is escaped', () => {
  const document = reportDocument({
    ...{ report: { depth: 'SHORT', versionNo: 1 }, court: 'A court', requiredBy: null, facts: [] },
    ...{ author: null, countersigner: null, values: filled('SHORT', { victimImpact: 'a < b & "c"' }) },
  })
  const html = renderToString(<ReportReading document={document} />)
  expect(html).toContain('section 31 of the Sentencing Act 2020')
  expect(html).toContain('<h2 class="govuk-heading-m">Proposal</h2>')
  expect(html).toContain('a &lt; b &amp; &quot;c&quot;')
  expect(html).toContain('Not signed.')
})
