import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Services } from '../../platform/context/index.ts'
import { addJob, type Job, workOnce } from '../../platform/jobs/index.ts'
import type { Database } from '../../platform/store/index.ts'
import { datedLimits, nightlyFrequencies } from './daily-work.ts'
import { addProvisionalPerson, limitAccess, openRecord } from './index.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from './test-people.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(dropAll)

test('a limit set for tomorrow holds tomorrow, when the job has run, and names are counted', async () => {
  const services = testServices(db)
  const crn = await asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ lastName: 'Dayspring' }))
    await addProvisionalPerson(ctx, facts({ lastName: 'Dayspring' }))
    return (await openRecord(ctx, personId, 'machine')).crn
  })
  await asUser(services, user('limits', ['lao-admin']), async ctx => {
    const set = await limitAccess(ctx, {
      crn,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'somebody' }],
      startsOn: '2026-11-22',
      endsOn: null,
      reasonCode: 'other',
      reason: 'A test.',
      authoriser: 'A head of unit',
      reviewOn: null,
      message: null,
      lockMyselfOut: true,
    })
    expect(set).toMatchObject({ ok: true })
  })
  const restricted = () =>
    asMachine(services, ctx => ctx.tx.one('SELECT restricted FROM person.stub WHERE crn = $1', [crn]))

  await work(services, datedLimits)
  expect([testDay, await restricted()]).toEqual([testDay, { restricted: false }])
  await work(testServices(db, '2026-11-22'), datedLimits)
  expect(await restricted()).toEqual({ restricted: true })

  await work(services, nightlyFrequencies)
  const counted = await asMachine(services, ctx =>
    ctx.tx.rows(`SELECT records FROM person.match_frequency WHERE field = 'lastName' AND value = 'DAYSPRING'`),
  )
  expect(counted).toEqual([{ records: 2 }])
})

async function work(services: Services, job: Job): Promise<void> {
  await asMachine(services, ctx => addJob(ctx.tx, job.name, {}))
  await workOnce({ services, jobs: [job] })
}
