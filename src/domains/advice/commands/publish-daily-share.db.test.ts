import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceServices, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { inContext, type Services } from '../../../platform/context/index.ts'
import { kitOf } from '../../../platform/jobs/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { recordOrder } from '../../sentence/index.ts'
import { nightlyShare } from '../daily-share-job.ts'
import { publishedShares } from '../queries/published-share.ts'

let services: Services
beforeAll(async () => {
  services = adviceServices(await testDatabase(), '2026-03-06')
})
afterAll(dropAll)

const as = () => ({ viewer: courtOfficer(), requestId: 't', channel: 'test' })
const publish = () => nightlyShare.run(kitOf(services, nightlyShare.name, 1, false), undefined)
const published = (court = '') => inContext(services, as(), ctx => publishedShares(ctx.tx, court, 14))

async function sentenced(courtCode: string) {
  const { personId } = await personOnRecord(services)
  const done = await inContext(services, as(), ctx =>
    recordOrder(ctx, {
      ...{ personId, courtCode, convictedOn: '2026-02-02', dateOfBirth: '1984-06-17', requirements: [] },
      source: { kind: 'staff', id: newId() },
      offences: [{ code: 'TH68001', title: 'Theft', on: '2025-12-03' }],
      disposal: { family: 'custody', sentencedOn: '2026-03-02', length: { months: 12 } },
    }),
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return personId
}

test('a day is published once for each court, without people of limited access, and later sentences do not change it', async () => {
  await sentenced('B10JQ')
  const hidden = await sentenced('B41ME')
  await services.db.transaction('worker', { userId: 'test', allowed: [], barred: [] }, tx =>
    tx.run('UPDATE person.stub SET restricted = true WHERE person_id = $1', [hidden]),
  )
  await publish()
  const first = await published()
  expect(first).toMatchObject([{ day: '2026-03-02', sentenced: 1, withReport: 0 }])
  expect(await published('B41ME')).toEqual([])
  await sentenced('B10JQ')
  await publish()
  expect(await published()).toEqual(first)
  expect(await published('B10JQ')).toMatchObject([{ sentenced: 1 }])
})
