import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Services } from '../../../platform/context/index.ts'
import { addProvisionalPerson } from '../commands/add-person.ts'
import { linkIdentity } from '../commands/link-identity.ts'
import { loadFlagTypes } from '../commands/load-flag-types.ts'
import { openRecord } from '../commands/open-record.ts'
import { registerFlag } from '../commands/register-flag.ts'
import { identityGroup } from '../identity-group.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { timelineEntries } from './timeline-entries.ts'

let services: Services
let group: readonly string[]
const practitioner = user('pru.practitioner', ['practitioner'])

beforeAll(async () => {
  services = testServices(await testDatabase())
  group = await asMachine(services, async ctx => {
    await loadFlagTypes(ctx.tx)
    const address = { lines: ['1 Road'], postcode: 'LS1 4AP' }
    const personId = await addProvisionalPerson(ctx, facts({ address }))
    await openRecord(ctx, personId, 'machine')
    const defendant = await addProvisionalPerson(ctx, facts())
    await linkIdentity(ctx, { personId: defendant, toPersonId: personId, decidedBy: 'machine' })
    return identityGroup(ctx.tx, personId)
  })
  await asUser(services, practitioner, ctx =>
    registerFlag(ctx, {
      personId: group[0]!,
      typeCode: 'WEAP',
      category: null,
      level: null,
      startsOn: '2026-11-01',
      nextReviewOn: null,
      notes: 'knife',
    }),
  )
})
afterAll(dropAll)

test('the timeline of a case holds what happened to everybody in its group, newest first', async () => {
  const entries = await asUser(services, practitioner, ctx => timelineEntries(ctx.tx, group))
  expect(entries[0]).toMatchObject({ kind: 'flag-registered', code: 'WEAP', on: '2026-11-01', system: false })
  expect(entries.map(entry => entry.kind).sort()).toEqual([
    'address-added',
    'flag-registered',
    'linked',
    'record-opened',
  ])
  expect(entries.find(entry => entry.kind === 'linked')).toMatchObject({ system: true, code: 'machine' })
})

test('pages follow one another without a gap or a repeat, and kinds can be left out', async () => {
  const all = await asUser(services, practitioner, ctx => timelineEntries(ctx.tx, group))
  const paged: string[] = []
  let after: (typeof all)[number] | null = null
  for (;;) {
    const page: typeof all = await asUser(services, practitioner, ctx =>
      timelineEntries(ctx.tx, group, { after, limit: 1 }),
    )
    if (page.length === 0) break
    paged.push(...page.map(entry => entry.id))
    after = page.at(-1)!
  }
  expect(paged).toEqual(all.map(entry => entry.id))
  const flags = await asUser(services, practitioner, ctx =>
    timelineEntries(ctx.tx, group, { kinds: ['flag-registered'] }),
  )
  expect(flags).toHaveLength(1)
  expect(testDay > flags[0]!.on).toBe(true)
})
