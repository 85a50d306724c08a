import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { machine, permissionTable } from '../../../platform/access/index.ts'
import { instant } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import {
  addProvisionalPerson,
  limitsOf,
  linkIdentity,
  openRecord,
  permissions,
  unlinkIdentity,
} from '../../person/index.ts'
import { followUnlink } from './follow-unlink.ts'

let services: Services
beforeAll(async () => {
  services = {
    db: await testDatabase(),
    permissions: permissionTable(permissions),
    clock: () => ({ now: instant('2026-11-21T09:00:00Z'), today: '2026-11-21' }),
    limitsOf,
    reactions: new Map([['identity-unlinked', [followUnlink]]]),
  }
})
afterAll(dropAll)

const as = <T>(work: (ctx: Context) => Promise<T>) =>
  inContext(services, { viewer: machine('test'), requestId: 'test', channel: 'test' }, work)

const person = (ctx: Context, lastName: string) =>
  addProvisionalPerson(ctx, {
    firstName: 'Tomasz',
    lastName,
    dateOfBirth: '1988-04-17',
    sex: 'male',
    source: 'LIBRA',
    sourceId: lastName,
  })

test('a link undone on the record takes the match off the defendant at court, and leaves others alone', async () => {
  const [defendant, other] = await as(async ctx => {
    const record = await person(ctx, 'Holder')
    await openRecord(ctx, record, 'machine')
    const ids = [await person(ctx, 'Linked'), await person(ctx, 'Staying')] as const
    for (const id of ids) {
      await ctx.tx.run(
        `INSERT INTO court.defendant (person_id, id, case_id, key, type, surname, identity, match_state, confirmed_at)
         VALUES ($1, $2, $2, 'd', 'PERSON', 'Linked', 'x', 'EXACT', now())`,
        [id, newId()],
      )
      await linkIdentity(ctx, { personId: id, toPersonId: record, decidedBy: 'machine' })
    }
    return ids
  })
  await as(ctx => unlinkIdentity(ctx, { personId: defendant, reason: 'Another birth date', decidedBy: 'staff' }))
  const states = await as(ctx =>
    ctx.tx.rows<{ id: string; state: string; confirmed: boolean }>(
      `SELECT person_id AS id, match_state AS state, confirmed_at IS NOT NULL AS confirmed FROM court.defendant`,
    ),
  )
  expect(states.find(row => row.id === defendant)).toMatchObject({ state: 'NO_RECORD', confirmed: false })
  expect(states.find(row => row.id === other)).toMatchObject({ state: 'EXACT', confirmed: true })
})
