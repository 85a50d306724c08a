import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import type { Services } from '../../../platform/context/index.ts'
import { NotAllowed } from '../../../platform/errors/index.ts'
import { addProvisionalPerson } from '../commands/add-person.ts'
import { limitAccess } from '../commands/limit-access.ts'
import { linkIdentity } from '../commands/link-identity.ts'
import { openRecord } from '../commands/open-record.ts'
import type { PersonFacts } from '../model.ts'
import { asMachine, asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { searchPeople } from './search-people.ts'

let services: Services
const officer = user('court.officer', ['court'])
const administrator = user('lara.lao', ['lao-admin'])
const people: Record<string, { personId: string; crn: string }> = {}

async function record(name: string, change: Partial<PersonFacts>): Promise<void> {
  people[name] = await asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts(change))
    return { personId, ...(await openRecord(ctx, personId, 'machine')) }
  })
}

beforeAll(async () => {
  services = testServices(await testDatabase())
  await record('stephen', {
    firstName: 'Stephen',
    lastName: 'Mackintosh',
    dateOfBirth: '1985-03-02',
    pnc: '2003/0000003Y',
  })
  await record('elizabeth', { firstName: 'Elizabeth', lastName: "O'Rourke-Smith", dateOfBirth: '1990-12-25' })
  await record('mohammed', { firstName: 'Mohammed', lastName: 'Hussain', dateOfBirth: '1979-06-06' })
  await record('limited', {
    firstName: 'Lucian',
    lastName: 'Vesperman',
    dateOfBirth: '1966-01-31',
    pnc: '2008/0100003V',
  })
  await asUser(services, administrator, ctx =>
    limitAccess(ctx, {
      crn: people.limited!.crn,
      kind: 'restriction',
      subjects: [{ kind: 'user', value: 'nina.named' }],
      startsOn: testDay,
      endsOn: null,
      reasonCode: 'high-profile',
      reason: '',
      authoriser: 'Director',
      reviewOn: null,
      message: null,
      lockMyselfOut: true,
    }),
  )
})
afterAll(dropAll)

const search = (typed: string, viewer = officer) => asUser(services, viewer, ctx => searchPeople(ctx, typed))
const names = async (typed: string, viewer = officer) => (await search(typed, viewer)).found.map(one => one.bar.name)

test.each([
  'Stephen Mackintosh',
  'mackintosh, stephen',
  'MACKINTOSH STEPHEN',
  'Steven McIntosh',
  'stephen macintosh',
  'stefen mackintish',
  'mackintosh',
  'makintosh',
  'steve mackintosh 2/3/85',
  '2 March 1985',
  '02031985',
  '2003/3Y',
])('%s finds Stephen Mackintosh first', async typed => {
  expect((await names(typed))[0]).toBe('Mackintosh, Stephen')
})

test.each(["liz o'rourke", 'orourke elizabeth', 'Beth Smith', 'orourkesmith', 'O’Rourke-Smith'])(
  '%s finds a double-barrelled name',
  async typed => {
    expect(await names(typed)).toContain("O'Rourke-Smith, Elizabeth")
  },
)

test('a name is found however it is said', async () => {
  expect(await names('Muhammad Husain')).toEqual(['Hussain, Mohammed'])
  const [first] = (await search('muhamad hussein')).found
  expect(first?.reasons).toContain('surname-sounds-like')
})

test('a limited person is a hit of a CRN search only, shown as a CRN and counted as hidden', async () => {
  const { crn } = people.limited!
  expect(await search(crn.toLowerCase())).toMatchObject({
    hidden: 1,
    found: [{ bar: { crn, limited: true, name: null, dateOfBirth: null }, manager: null, reasons: ['crn-equal'] }],
  })
  for (const typed of [
    'Lucian Vesperman',
    'vesperman',
    'lucian',
    '31/1/1966',
    '2008/100003V',
    'Vespermann 31 1 1966',
  ]) {
    expect(await search(typed), typed).toMatchObject({ found: [], hidden: 0, more: false })
  }
})

test('a user on the list finds the limited person by name', async () => {
  const nina = user('nina.named', ['practitioner'])
  expect(await names('vesperman lucian', nina)).toEqual(['Vesperman, Lucian'])
  expect(await names('31/1/1966', nina)).toEqual(['Vesperman, Lucian'])
})

test('a name under which a linked defendant stood before the court finds the record', async () => {
  const defendant = await asMachine(services, async ctx => {
    const personId = await addProvisionalPerson(
      ctx,
      facts({ firstName: 'Ignatius', lastName: 'Threlkeld', dateOfBirth: '1979-06-06' }),
    )
    return personId
  })
  expect(await names('Threlkeld')).toEqual([])
  await asUser(services, officer, ctx =>
    linkIdentity(ctx, { personId: defendant, toPersonId: people.mohammed!.personId, decidedBy: 'staff' }),
  )
  expect(await names('Threlkeld')).toEqual(['Hussain, Mohammed'])
})

test('every search is in the audit chain with its terms and the CRNs it gave', async () => {
  await search('Mohammed Hussain')
  const [entry] = await asUser(services, officer, ctx =>
    ctx.tx.rows<{ body: string }>(
      `SELECT body FROM platform.audit_entry WHERE what = 'person.search' AND body LIKE '%"Mohammed Hussain"%'`,
    ),
  )
  expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
    actor: 'court.officer',
    operation: 'consult',
    people: [people.mohammed!.personId],
    detail: { terms: 'Mohammed Hussain', crns: [people.mohammed!.crn] },
  })
})

test('a contracted provider finds only people allocated to it', async () => {
  const worker = user('pat.provider', ['provider'], { providerCode: 'PRV' })
  expect(await names('Mohammed Hussain', worker)).toEqual([])
  await asMachine(services, ctx =>
    ctx.tx.run(
      `INSERT INTO person.manager (person_id, id, provider_code, team_code, reason, starts_on, added_at, added_by)
       VALUES ($1, $1, 'PRV', 'PRVT01', 'allocated', '2026-01-01', now(), 'test')`,
      [people.mohammed!.personId],
    ),
  )
  expect(await names('Mohammed Hussain', worker)).toEqual(['Hussain, Mohammed'])
})

test('searching without the right is refused', async () => {
  await expect(search('Hussain', user('ana.lyst', ['analyst']))).rejects.toBeInstanceOf(NotAllowed)
})
