import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { rescoringPage } from './rescoring.page.tsx'

test('the queue leads to the blind form of each person and shows no score', () => {
  const rows = [{ person: { name: 'Wellbeck, Tomasz', crn: 'X100001' }, scoredOn: '3 Nov 2026' }]
  const model = { month: 'November 2026', team: null, rows }
  const html = renderToString(h(Fragment, null, rescoringPage.body(model as never, {} as never) as never))
  expect(html).toContain('href="/case/X100001/scores/second"')
  expect(html).not.toMatch(/generation|%/)
})
