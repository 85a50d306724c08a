import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { requestOf } from '../request.fixture.ts'
import { CaseReports } from './case-reports.page.tsx'

const courts = new Map([['B10JQ', 'North Tyneside']])

test('each report asked for leads to its page and says where it stands', () => {
  const html = renderToString(
    <CaseReports model={{ requests: [requestOf({ depth: 'SHORT' })], courts }} crn="X123456" />,
  )
  expect(html).toContain('/case/X123456/reports/r')
  expect(html).toContain('North Tyneside')
  expect(html).toContain('Not allocated')
  expect(html).toContain('20 March 2026')
})

test('a person about whom none was asked has an empty list, said so', () => {
  expect(renderToString(<CaseReports model={{ requests: [], courts }} crn="X123456" />)).toContain(
    'No report has been asked for',
  )
})
