import type pg from 'pg'
import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import { type CopyValue, copyRows, newId } from '../../../platform/store/index.ts'
import { matchEntry, searchWords, tokensIn } from '../match-index.ts'
import type { PersonFacts } from '../model.ts'
import { readNumbers, searchNamesOf, sourceRecordOf } from '../rules/known-person.ts'
import { soundOf } from '../rules/name-search.ts'
import { knownFrom } from './add-person.ts'

/** Somebody of another register, who comes with the CRN they have there. */
export type PersonToLoad = { readonly facts: PersonFacts; readonly crn: string; readonly regionCode: string | null }

export type LoadedPerson = PersonToLoad & { readonly personId: string }

/** Puts many people on record at once, for a service that starts with a register. The rows are those that
 *  `addProvisionalPerson` and `openRecord` write, made by the same rules; no event is announced, and the caller writes
 *  the audit entry of the load. `client` is the owner's, in a transaction of the caller's. A CRN that is taken fails
 *  the load as a whole. Run `refreshFrequencies` after the last of them. */
export async function loadPeople(
  client: pg.ClientBase,
  people: readonly PersonToLoad[],
  when: { readonly at: Instant; readonly by: string; readonly today: LocalDate },
): Promise<readonly LoadedPerson[]> {
  const tables = new Map<keyof typeof columns, CopyValue[][]>()
  const put = (table: keyof typeof columns, row: CopyValue[]) => {
    const rows = tables.get(table)
    if (rows) rows.push(row)
    else tables.set(table, [row])
  }
  const words: ReturnType<typeof searchWords> = []
  const loaded = people.map(person => ({ ...person, personId: newId() }))
  for (const person of loaded) words.push(...rowsOf(person, when, put))
  for (const [table, rows] of tables) await copyRows(client, `person.${table}`, columns[table], rows)
  const { surnames, forenames } = tokensIn(words)
  // The function that keeps words asks, as the row policies do, that somebody is identified.
  await client.query(`SET LOCAL "app.user" = 'load'`)
  await client.query('SELECT person.keep_tokens($1, $2, $3, $4)', [
    surnames,
    surnames.map(soundOf),
    forenames,
    forenames.map(soundOf),
  ])
  return loaded
}

const columns = {
  stub: ['person_id', 'crn', 'region_code', 'opened_at', 'opened_by', 'version'],
  person: [
    'person_id',
    'title',
    'first_name',
    'middle_names',
    'last_name',
    'date_of_birth',
    'sex',
    'nationality',
    'ethnicity',
    'source',
    'source_id',
    'master_defendant_id',
    'sentence_dates',
    'added_at',
    'added_by',
  ],
  identifier_claim: ['kind', 'value', 'person_id'],
  identifier: [
    'person_id',
    'id',
    'kind',
    'given',
    'canonical',
    'as_read',
    'reason',
    'usable',
    'source',
    'added_at',
    'added_by',
  ],
  address: ['person_id', 'id', 'kind', 'lines', 'postcode', 'source', 'added_at', 'added_by'],
  contact_method: ['person_id', 'id', 'kind', 'value', 'source', 'added_at', 'added_by'],
  identity_fact: ['person_id', 'id', 'kind', 'at', 'by', 'decided_by'],
  match_record: ['person_id', 'model', 'record'],
  match_key: ['person_id', 'key'],
  search_entry: ['person_id', 'id', 'surname', 'forename', 'dob', 'own'],
} as const

function rowsOf(
  { personId, facts, crn, regionCode }: LoadedPerson,
  { at, by, today }: { readonly at: Instant; readonly by: string; readonly today: LocalDate },
  put: (table: keyof typeof columns, row: CopyValue[]) => void,
): ReturnType<typeof searchWords> {
  const { source } = facts
  put('stub', [personId, crn, regionCode, at, by, 2])
  put('person', [
    personId,
    facts.title ?? null,
    facts.firstName,
    facts.middleNames ?? null,
    facts.lastName,
    facts.dateOfBirth,
    facts.sex,
    facts.nationality ?? null,
    facts.ethnicity ?? null,
    source,
    facts.sourceId,
    facts.masterDefendantId ?? null,
    facts.sentenceDates ?? [],
    at,
    by,
  ])
  put('identifier_claim', ['CRN', crn, personId])
  const numbers = readNumbers(facts, today)
  for (const { kind, given, canonical, asRead, reason, usableForMatching } of numbers) {
    put('identifier', [personId, newId(), kind, given, canonical, asRead, reason, usableForMatching, source, at, by])
    if (canonical !== null) put('identifier_claim', [kind, canonical, personId])
  }
  const postcode = facts.address?.postcode?.trim() || null
  if (facts.address && (postcode !== null || facts.address.lines.length > 0)) {
    put('address', [personId, newId(), 'main', facts.address.lines, postcode, source, at, by])
  }
  for (const { kind, number } of facts.phones ?? []) {
    put('contact_method', [personId, newId(), kind, number, source, at, by])
  }
  put('identity_fact', [personId, newId(), 'record-opened', at, by, 'staff'])

  const known = knownFrom(facts, numbers, postcode)
  const entry = matchEntry(sourceRecordOf(known), today)
  if (entry) {
    put('match_record', [personId, entry.model, entry.record])
    for (const key of entry.keys) put('match_key', [personId, key])
  }
  const words = searchWords(searchNamesOf(known))
  for (const { last, first, dob, own } of words) put('search_entry', [personId, newId(), last, first, dob, own])
  return words
}
