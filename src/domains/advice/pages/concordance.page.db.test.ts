import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'
import { newId } from '../../../platform/store/index.ts'

let pages: ProposalWeb
beforeAll(async () => {
  pages = await proposalWeb()
})
afterAll(() => pages.close())

test('the report says when there is nothing to measure, marks few, and its numbers open their cases', async () => {
  const officer = await pages.staff('sam.court', 'court')
  expect((await officer.get('/reports/concordance')).body).toContain('there is nothing to measure')
  const { personId, requestId, base } = await pages.request()
  await pages.web.services.db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, tx =>
    tx.run(
      `INSERT INTO advice.proposal_outcome (person_id, id, request_id, choice_id, disposal_id, court_code, sentenced_on,
         outcome, proposed, sentenced, reasons, overridden, author, author_name, at)
       VALUES ($1, $2, $3, $2, $2, 'B10JQ', '2026-11-20', 'followed', '{}', '{}', '[]', false, 'ada', 'Ada <b>',
               '2026-11-20T12:00:00Z')`,
      [personId, newId(), requestId],
    ),
  )
  const page = (await officer.get('/reports/concordance?by=author')).body
  for (const text of ['Ada &lt;b>', '100%', 'Few']) expect(page).toContain(text)
  const list = (await officer.get('/reports/concordance?by=sex&group=Male&show=followed')).body
  expect(list).toContain(`href="${base}"`)
  expect(list).toContain('20 November 2026')
  expect((await officer.get('/reports/concordance?by=sex&group=Female&show=followed')).body).not.toContain(base)

  const analyst = await pages.staff('priya', 'analyst')
  const figures = (await analyst.get('/reports/concordance?by=sex&show=followed')).body
  expect(figures).toContain('Your role sees figures')
  expect(figures).not.toContain(base)
  expect(pages.web.defects).toEqual([])
})
