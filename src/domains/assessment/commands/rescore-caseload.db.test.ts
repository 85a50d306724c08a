import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { asAssessor, scoredPerson, scoringServices } from '../../../../test/support/scored-people.ts'
import { machine } from '../../../platform/access/index.ts'
import type { Context, Services } from '../../../platform/context/index.ts'
import { scoresOf } from '../queries/scores-of.ts'
import { rescoreCaseload } from './rescore-caseload.ts'

let services: Services
const by = machine('rescore')
const as = <T>(work: (ctx: Context) => Promise<T>) => asAssessor(services, work)

beforeAll(async () => {
  services = scoringServices(await testDatabase())
})
afterAll(dropAll)

test('only changed results are written, history stays, and one audit entry stands for the batch', async () => {
  const same = await scoredPerson(services)
  const stale = await scoredPerson(services)
  expect(await rescoreCaseload(services, { by })).toMatchObject({ people: 2, changed: 0, moved: 0 })

  // As scores would stand that other data had made: another digest, another band.
  await as(ctx =>
    ctx.tx.run(`UPDATE assessment.score_in_force SET digest = 'other data', arp = 'very-high' WHERE person_id = $1`, [
      stale.personId,
    ]),
  )
  const seen: number[] = []
  const done = await rescoreCaseload(services, { by, progress: people => seen.push(people) })
  expect(done).toMatchObject({ people: 2, changed: 1, moved: 1 })
  expect(seen).toEqual([2])

  const history = await as(ctx => scoresOf(ctx.tx, [stale.personId]))
  expect(history.map(set => set.batchId)).toEqual([done.batchId, null])
  expect(history[0]?.inputs).toEqual(history[1]?.inputs)
  expect(history[0]?.digest).toBe(history[1]?.digest)
  expect(await as(ctx => scoresOf(ctx.tx, [same.personId]))).toHaveLength(1)
  const entries = await as(ctx =>
    ctx.tx.rows('SELECT 1 FROM platform.audit_entry WHERE body::text LIKE $1', [`%${done.batchId}%`]),
  )
  expect(entries).toHaveLength(1)
})
