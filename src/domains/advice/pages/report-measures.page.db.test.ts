import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'
import { inContext } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { recordOrder } from '../../sentence/index.ts'
import { addAct, requestForChange } from '../store/request-store.ts'

let pages: ProposalWeb
beforeAll(async () => {
  pages = await proposalWeb()
})
afterAll(() => pages.close())

const as = () => ({ viewer: pages.maker, requestId: 'test', channel: 'test' })

async function sentenced(personId: string, courtCode: string, code: string) {
  const done = await inContext(pages.web.services, as(), ctx =>
    recordOrder(ctx, {
      ...{ personId, courtCode, convictedOn: '2026-11-02', dateOfBirth: '1984-06-17', requirements: [] },
      source: { kind: 'staff', id: newId() },
      offences: [{ code, title: 'An offence', on: '2026-08-03' }],
      disposal: { family: 'community-order', sentencedOn: '2026-11-20', length: { months: 12 } },
      despite: 'Recorded as the court made it.',
    }),
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
}

test('with nobody sentenced the page says that there is nothing to measure, and never 0%', async () => {
  const officer = await pages.staff('ana.court', 'court')
  const page = (await officer.get('/reports/measures')).body
  expect(page).toContain('Sentenced with a report: Nothing to measure')
  expect(page).not.toContain('>0%')
})

test('the share counts person, court and day once, and each number opens exactly its list', async () => {
  const officer = await pages.staff('sam.court', 'court')
  const { personId, requestId, crn } = await pages.request()
  await inContext(pages.web.services, as(), async ctx => {
    const at = { personId, requestId }
    const detail = { deliveredAt: '2026-11-19T09:00:00.000Z' }
    await addAct(ctx, await requestForChange(ctx, at), { kind: 'delivered', reason: null, detail })
  })
  await sentenced(personId, 'B10JQ', 'TH68001')
  await sentenced(personId, 'B10JQ', 'TH68001')
  const without = await pages.record({ lastName: 'Unreported' })
  await sentenced(without.personId, 'B41ME', 'TH68001')

  const page = (await officer.get('/reports/measures')).body
  for (const text of ['Sentenced with a report: 50%', 'target is 75%', 'Few', '1 no report was asked for', '<svg']) {
    expect(page).toContain(text)
  }
  const list = async (href: string) => {
    const body = (await officer.get(href)).body
    return [requestId, without.crn].map(id => body.includes(id))
  }
  expect(await list('/reports/measures/share?part=with')).toEqual([true, false])
  expect(await list('/reports/measures/share?part=without')).toEqual([false, true])
  expect(await list('/reports/measures/share?by=court&group=B41ME')).toEqual([false, true])
  expect(await list('/reports/measures/share?court=B10JQ')).toEqual([true, false])
  expect(await list('/reports/measures/no-report?part=none-asked')).toEqual([false, true])
  expect(await list('/reports/measures/waiting')).toEqual([true, false])
  const waiting = (await officer.get('/reports/measures/waiting')).body
  expect(waiting).toContain('12 working days')
  expect((await officer.get('/reports/measures/enquiries')).body).toContain('Police domestic abuse check: not asked')
  expect((await officer.get('/reports/measures/nothing')).statusCode).toBe(404)

  const analyst = await pages.staff('priya', 'analyst')
  const figures = (await analyst.get('/reports/measures/share?part=with')).body
  expect(figures).toContain('Your role sees figures')
  expect(figures).not.toContain(crn)
  expect(pages.web.defects).toEqual([])
})

test('a person with limited access is in no number of somebody who may not see them', async () => {
  const { personId, crn } = await pages.record({ lastName: 'Hidden' })
  await sentenced(personId, 'B01EF', 'TH68001')
  const officer = await pages.staff('lea.court', 'court')
  const list = async () => (await officer.get('/reports/measures/share?court=B01EF')).body
  expect(await list()).toContain(crn)
  await pages.web.services.db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, async tx => {
    for (const table of ['person.stub', 'person.person', 'sentence.event', 'sentence.disposal', 'sentence.offence']) {
      await tx.run(`UPDATE ${table} SET restricted = true WHERE person_id = $1`, [personId])
    }
  })
  expect(await list()).not.toContain(crn)
  expect(await list()).toContain('0 cases')
})
