import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Services } from '../../platform/context/index.ts'
import { addProvisionalPerson } from './commands/add-person.ts'
import { endLimit, limitAccess } from './commands/limit-access.ts'
import { linkIdentity, unlinkIdentity } from './commands/link-identity.ts'
import { openRecord } from './commands/open-record.ts'
import { ownedTables } from './owned-tables.ts'
import { limitedAccessRegister } from './queries/limited-access-register.ts'
import { searchPeople } from './queries/search-people.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from './test-people.ts'

let services: Services
const administrator = user('lara.lao', ['lao-admin'])
const users = ['amy', 'bob', 'cat'].map(name => user(name, ['practitioner']))

beforeAll(async () => {
  services = testServices(await testDatabase())
})
afterAll(dropAll)

type Step =
  | { readonly do: 'limit'; readonly kind: 'exclusion' | 'restriction'; readonly user: number; readonly record: number }
  | { readonly do: 'end'; readonly record: number }
  | { readonly do: 'link'; readonly defendant: number; readonly record: number }
  | { readonly do: 'unlink'; readonly defendant: number }

const index = fc.integer({ min: 0, max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('limit' as const),
    kind: fc.constantFrom('exclusion' as const, 'restriction' as const),
    user: fc.integer({ min: 0, max: 2 }),
    record: index,
  }),
  fc.record({ do: fc.constant('end' as const), record: index }),
  fc.record({ do: fc.constant('link' as const), defendant: index, record: index }),
  fc.record({ do: fc.constant('unlink' as const), defendant: index }),
)

type Person = { readonly personId: string; readonly crn: string; readonly word: string }
type Model = {
  readonly limits: Map<number, { kind: 'exclusion' | 'restriction'; user: number }[]>
  readonly linked: Map<number, number>
}

/** What the rule says, worked out apart from the database. */
function maySee(model: Model, record: number, who: number): boolean {
  const limits = model.limits.get(record) ?? []
  const restrictions = limits.filter(limit => limit.kind === 'restriction')
  if (limits.some(limit => limit.kind === 'exclusion' && limit.user === who)) return false
  return restrictions.length === 0 || restrictions.some(limit => limit.user === who)
}

let run = 0

test('whatever is limited, ended, linked and unlinked, each user sees exactly the people the rule gives them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
      run += 1
      const records = [await person(`prop${letters(run)}a`, true), await person(`prop${letters(run)}b`, true)]
      const defendants = [await person(`prop${letters(run)}c`, false), await person(`prop${letters(run)}d`, false)]
      const model: Model = { limits: new Map(), linked: new Map() }
      for (const one of steps) await take(one, records, defendants, model)

      for (const [who, viewer] of users.entries()) {
        for (const [at, record] of records.entries()) {
          await agrees(viewer, record, record, maySee(model, at, who))
        }
        for (const [at, defendant] of defendants.entries()) {
          const to = model.linked.get(at)
          const shownAs = to === undefined ? null : records[to]!
          await agrees(viewer, defendant, shownAs, to === undefined || maySee(model, to, who))
        }
      }
    }),
    { numRuns: 15, seed: 20261121 },
  )
}, 240_000)

/** `shownAs`: the record under which a search by the subject's name gives them, null for somebody without one. */
async function agrees(
  viewer: (typeof users)[number],
  subject: Person,
  shownAs: Person | null,
  seen: boolean,
): Promise<void> {
  const { tables, found } = await asUser(services, viewer, async ctx => {
    const tables: string[] = []
    for (const table of ownedTables.filter(name => name !== 'person.stub')) {
      const rows = await ctx.tx.rows(
        `SELECT 1 FROM ${table} t WHERE person_id = $1 AND coalesce(to_jsonb(t) ->> 'kind', '') <> 'CRN' LIMIT 1`,
        [subject.personId],
      )
      if (rows.length > 0) tables.push(table)
    }
    const { found } = await searchPeople(ctx, subject.word)
    return { tables, found: found.some(one => one.bar.personId === shownAs?.personId) }
  })
  if (seen)
    expect(tables).toEqual(expect.arrayContaining(['person.person', 'person.search_entry', 'person.match_record']))
  else expect(tables).toEqual([])
  expect(found).toBe(seen && shownAs !== null)
}

async function take(one: Step, records: readonly Person[], defendants: readonly Person[], model: Model): Promise<void> {
  if (one.do === 'limit') {
    const { crn } = records[one.record]!
    await asUser(services, administrator, ctx =>
      limitAccess(ctx, {
        crn,
        kind: one.kind,
        subjects: [{ kind: 'user', value: users[one.user]!.username }],
        startsOn: testDay,
        endsOn: null,
        reasonCode: 'other',
        reason: '',
        authoriser: 'Director',
        reviewOn: null,
        message: null,
        lockMyselfOut: true,
      }),
    )
    model.limits.set(one.record, [...(model.limits.get(one.record) ?? []), { kind: one.kind, user: one.user }])
  } else if (one.do === 'end') {
    const { crn } = records[one.record]!
    await asUser(services, administrator, async ctx => {
      for (const { id, version } of await limitedAccessRegister(ctx, { crn })) {
        await endLimit(ctx, { id, version, endsOn: testDay, reason: 'over' })
      }
    })
    model.limits.delete(one.record)
  } else if (one.do === 'link' && !model.linked.has(one.defendant)) {
    const link = { personId: defendants[one.defendant]!.personId, toPersonId: records[one.record]!.personId }
    await asMachine(services, ctx => linkIdentity(ctx, { ...link, decidedBy: 'machine' }))
    model.linked.set(one.defendant, one.record)
  } else if (one.do === 'unlink' && model.linked.has(one.defendant)) {
    const { personId } = defendants[one.defendant]!
    await asMachine(services, ctx => unlinkIdentity(ctx, { personId, reason: 'not them' }))
    model.linked.delete(one.defendant)
  }
}

function person(word: string, onRecord: boolean): Promise<Person> {
  return asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(
      ctx,
      facts({ firstName: null, lastName: word, address: { lines: ['1 Road'], postcode: 'LS1 4AP' } }),
    )
    const { crn } = onRecord ? await openRecord(ctx, personId, 'machine') : { crn: '' }
    return { personId, crn, word }
  })
}

/** Distinct words that no misspelling joins: aaa, bbb, ... by the number of the run. */
function letters(n: number): string {
  return String.fromCharCode(97 + (n % 26)).repeat(3) + String.fromCharCode(97 + Math.floor(n / 26)).repeat(3)
}
