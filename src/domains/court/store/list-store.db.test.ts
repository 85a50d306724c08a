import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { hearingBody, takeIn } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { recordOutcome } from '../commands/record-outcome.ts'
import type { MatchState } from '../rules/match-outcome.ts'
import { outcomeState } from '../rules/outcome-state.ts'
import { probationStatus } from '../rules/probation-status.ts'
import { refreshList } from './list-store.ts'

let services: Services
let place = { appearanceId: '', personId: '' }
const as = <Value>(work: (ctx: Context) => Promise<Value>) =>
  inContext(services, { viewer: courtOfficer(), requestId: 't', channel: 'test' }, work)

beforeAll(async () => {
  services = courtServices(await testDatabase())
  await takeIn(services, hearingBody())
  place = await as(ctx =>
    ctx.tx.one('SELECT appearance_id AS "appearanceId", person_id AS "personId" FROM court.list_entry'),
  )
  await as(ctx => recordOutcome(ctx, { appearanceId: place.appearanceId, types: ['OTHER'] }))
})
afterAll(dropAll)

const listedAs = (column: string) =>
  as(async ctx => {
    await refreshList(ctx.tx, { people: [place.personId], appearances: [place.appearanceId] }, ctx.today)
    return (await ctx.tx.one<{ shown: string }>(`SELECT ${column} AS shown FROM court.list_entry`)).shown
  })

const moments = [null, '2026-03-02T12:00:00.000Z']
const facts = moments.flatMap(resultedAt =>
  moments.flatMap(heldAt => [null, 'ada'].map(assignedTo => ({ resultedAt, heldAt, assignedTo }))),
)
test.each(facts)('the list shows the outcome state of the rule: %j', async one => {
  await as(ctx =>
    ctx.tx.run('UPDATE court.outcome SET resulted_at = $1, held_at = $2, assigned_to = $3', [
      one.resultedAt,
      one.heldAt,
      one.assignedTo,
    ]),
  )
  expect(await listedAs('outcome_state')).toBe(outcomeState(one))
})

const states: readonly MatchState[] = ['NOT_MATCHED', 'POSSIBLE', 'NO_RECORD']
const matches = states.flatMap(state => [true, false].map(confirmed => ({ state, confirmed })))
test.each(matches)('the list shows the probation status of the rule for who has no record: %j', async match => {
  await as(ctx =>
    ctx.tx.run('UPDATE court.defendant SET match_state = $1, confirmed_at = $2', [
      match.state,
      match.confirmed ? ctx.now : null,
    ]),
  )
  expect(await listedAs('probation_status')).toBe(probationStatus('NO_RECORD', match))
})
