import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'
import { inContext } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { recordOrder } from '../../sentence/index.ts'

let pages: ProposalWeb
beforeAll(async () => {
  pages = await proposalWeb()
})
afterAll(() => pages.close())

const as = () => ({ viewer: pages.maker, requestId: 'test', channel: 'test' })

async function sentenced(courtCode: string, sentencedOn: '2026-11-10' | '2026-11-18') {
  const { personId } = await pages.record({ lastName: 'Compared' })
  const done = await inContext(pages.web.services, as(), ctx =>
    recordOrder(ctx, {
      ...{ personId, courtCode, convictedOn: '2026-11-02', dateOfBirth: '1984-06-17', requirements: [] },
      source: { kind: 'staff', id: newId() },
      offences: [{ code: 'TH68001', title: 'Theft', on: '2026-08-03' }],
      disposal: { family: 'community-order', sentencedOn, length: { months: 12 } },
      despite: 'Recorded as the court made it.',
    }),
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
}

test('pilot courts stand beside the others, before and since the start, with the caution that it proves no cause', async () => {
  const officer = await pages.staff('kai.court', 'court')
  expect((await officer.get('/reports/pilots/comparison')).body).toContain('nothing to compare')
  await inContext(pages.web.services, as(), ctx =>
    ctx.tx.run(
      `INSERT INTO advice.pilot_court (id, court_code, from_day, marked_at, marked_by)
       VALUES ($1, 'B10JQ', '2026-11-16', $2, 'test')`,
      [newId(), ctx.now],
    ),
  )
  await sentenced('B10JQ', '2026-11-18')
  await sentenced('B41ME', '2026-11-18')
  await sentenced('B41ME', '2026-11-18')
  const page = (await officer.get('/reports/pilots/comparison')).body
  for (const text of ['no proof', '0 of 1', '0 of 2', 'Few', '<svg', 'Community order']) expect(page).toContain(text)
  // Nobody was sentenced before the start in the days compared: that is none, not 0%.
  expect(page.match(/None/g)?.length).toBeGreaterThan(2)
  expect((await officer.get('/reports/pilots/comparison?start=nonsense')).statusCode).toBe(200)
  expect(pages.web.defects).toEqual([])
})
