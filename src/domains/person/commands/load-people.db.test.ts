import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { instant } from '../../../platform/calendar/index.ts'
import type { Services } from '../../../platform/context/index.ts'
import type { PersonFacts } from '../model.ts'
import { ownedTables } from '../owned-tables.ts'
import { findCandidates } from '../queries/find-candidates.ts'
import { asUser, facts, testDay, testServices, user } from '../test-people.ts'
import { addProvisionalPerson } from './add-person.ts'
import { loadPeople } from './load-people.ts'
import { openRecord } from './open-record.ts'

let services: Services
let owner: pg.Client
const officer = user('load.officer', ['court'])

beforeAll(async () => {
  services = testServices(await testDatabase())
  owner = new pg.Client({ connectionString: services.db.settings.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await dropAll()
})

const whole: PersonFacts = facts({
  title: 'Mr',
  firstName: 'Seán',
  middleNames: 'Patrick Óg',
  lastName: 'O’Brien-Wellbeck',
  nationality: 'Irish',
  ethnicity: 'W2',
  address: { lines: ['12 Mill "Old" Lane', 'Calder\tVale'], postcode: ' ZW1 2AB ' },
  phones: [{ kind: 'mobile', number: '07700 900123' }],
  pnc: '2012/0052494Q',
  cro: 'not a number',
  masterDefendantId: '9d0b3a46-0000-4000-8000-000000000001',
  sentenceDates: ['2024-02-29'],
})
const bare: PersonFacts = facts({ firstName: null, lastName: 'Solo', dateOfBirth: null, address: null })

for (const [who, given] of [
  ['somebody with every fact', whole],
  ['somebody with a last name alone', bare],
] as const) {
  test(`${who} is loaded as the same rows as the commands write`, async () => {
    const added = await asUser(services, officer, async ctx => {
      const personId = await addProvisionalPerson(ctx, given)
      return { personId, ...(await openRecord(ctx, personId, 'staff')) }
    })
    const crn = given === whole ? 'Q111111' : 'Q222222'
    const personId = await load(given, crn)
    for (const table of ownedTables) {
      const mine = await rowsAbout(table, personId)
      const theirs = await rowsAbout(table, added.personId)
      const hidden = (rows: string, of: string) => rows.replaceAll(of, 'CRN')
      expect(hidden(mine, crn), table).toBe(hidden(theirs, added.crn))
    }
    expect(await rowsAbout('person.search_entry', personId)).toContain('"surname"')
  })
}

test('a loaded person is found by matching', async () => {
  const known = { ...whole, lastName: 'Loadedham', pnc: '2015/0000001U' }
  const personId = await load(known, 'Q333333')
  const candidates = await findCandidates(services.db, known, testDay)
  expect(candidates[0]).toMatchObject({ personId, crn: 'Q333333', band: 'link' })
})

async function load(given: PersonFacts, crn: string): Promise<string> {
  await owner.query('BEGIN')
  const [loaded] = await loadPeople(owner, [{ facts: given, crn, regionCode: officer.regionCode }], {
    at: instant('2026-11-21T10:00:00Z'),
    by: officer.username,
    today: testDay,
  })
  await owner.query('COMMIT')
  return loaded!.personId
}

/** Every row about the person as text, without ids and moments, which are never the same twice. */
async function rowsAbout(table: string, personId: string): Promise<string> {
  const { rows } = await owner.query<{ row: string }>(
    `SELECT (to_jsonb(t) - '{id,person_id,at,added_at,opened_at}'::text[])::text AS row FROM ${table} t WHERE person_id = $1`,
    [personId],
  )
  return rows
    .map(one => one.row)
    .sort()
    .join('\n')
}
