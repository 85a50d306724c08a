import { createHash } from 'node:crypto'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { newId, type Tx } from '../../platform/store/index.ts'
import type { AccessFlags } from './model.ts'

import { type CandidateKey, storedKeys } from './rules/candidate-keys.ts'
import type { SearchName } from './rules/known-person.ts'
import { matchModel } from './rules/model-in-use.ts'
import { nameTokens, soundOf } from './rules/name-search.ts'
import { isMatchable, type SourceRecord, standardise } from './rules/standardise-record.ts'

/** What the two indexes hold of a person. */
export type Indexed = { readonly record: SourceRecord; readonly names: readonly SearchName[] }

/** A candidate key as it is stored: 64 bits of its hash, so that the index itself holds no names. Two keys with the
 *  same hash cost a needless comparison and nothing else. Decimal text, because it does not fit a number. */
export function hashedKey({ rule, key }: CandidateKey): string {
  return createHash('sha256').update(`${rule}|${key}`).digest().readBigInt64BE(0).toString()
}

/** Puts a new person in the match and search indexes. */
export async function addToIndexes(
  tx: Tx,
  personId: string,
  { record, names }: Indexed,
  flags: AccessFlags,
  asAt: LocalDate,
): Promise<void> {
  await addToMatchIndex(tx, personId, record, flags, asAt)
  await addToSearchIndex(tx, personId, names, flags)
}

/** Puts a changed person in the indexes again. Words of names nobody else bears are dropped from the word lists. */
export async function replaceInIndexes(
  tx: Tx,
  personId: string,
  indexed: Indexed,
  flags: AccessFlags,
  asAt: LocalDate,
): Promise<void> {
  const before = await tokensOf(tx, [personId])
  await tx.run('DELETE FROM person.match_record WHERE person_id = $1', [personId])
  await tx.run('DELETE FROM person.match_key WHERE person_id = $1', [personId])
  await tx.run('DELETE FROM person.search_entry WHERE person_id = $1', [personId])
  await addToIndexes(tx, personId, indexed, flags, asAt)
  await dropUnborneTokens(tx, before)
}

/** What the match index keeps of a record, or undefined for one too thin to match: the model, the record made comparable
 *  (JSON text) and its keys. */
export function matchEntry(
  source: SourceRecord,
  asAt: LocalDate,
): { readonly model: string; readonly record: string; readonly keys: readonly string[] } | undefined {
  if (!isMatchable(source)) return undefined
  const model = matchModel(asAt).value
  const record = standardise(source, model.standardisation)
  const keys = [...new Set(storedKeys(record, model.candidateRules).map(hashedKey))].sort()
  return { model: model.name, record: JSON.stringify(record), keys }
}

/** One row for each surname word with each forename word of each name. */
export function searchWords(names: readonly SearchName[]) {
  return names.flatMap(({ forenames, surname, dateOfBirth, own }) =>
    orBlank(nameTokens(surname)).flatMap(last =>
      orBlank(nameTokens(forenames)).map(first => ({ last, first, dob: dateOfBirth, own })),
    ),
  )
}

async function addToMatchIndex(
  tx: Tx,
  personId: string,
  source: SourceRecord,
  flags: AccessFlags,
  asAt: LocalDate,
): Promise<void> {
  const entry = matchEntry(source, asAt)
  if (!entry) return
  await tx.run(
    `WITH record AS (
       INSERT INTO person.match_record (person_id, model, record, excluded, restricted) VALUES ($1, $2, $3, $4, $5)
     )
     INSERT INTO person.match_key (person_id, key, excluded, restricted)
     SELECT $1, key, $4, $5 FROM unnest($6::bigint[]) AS key`,
    [personId, entry.model, entry.record, flags.excluded, flags.restricted, entry.keys],
  )
}

async function addToSearchIndex(
  tx: Tx,
  personId: string,
  names: readonly SearchName[],
  flags: AccessFlags,
): Promise<void> {
  const rows = searchWords(names)
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO person.search_entry (person_id, id, surname, forename, dob, own, excluded, restricted)
     SELECT $1, id, surname, forename, dob, own, $7, $8
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::boolean[]) AS given (id, surname, forename, dob, own)`,
    [
      personId,
      rows.map(() => newId()),
      rows.map(row => row.last),
      rows.map(row => row.first),
      rows.map(row => row.dob),
      rows.map(row => row.own),
      flags.excluded,
      flags.restricted,
    ],
  )
  if (!flags.excluded && !flags.restricted) await keepTokens(tx, tokensIn(rows))
}

export type Tokens = { readonly surnames: readonly string[]; readonly forenames: readonly string[] }

/** Adds words to the lists from which a misspelt name is guessed. Only for people open to everybody. */
export async function keepTokens(tx: Tx, { surnames, forenames }: Tokens): Promise<void> {
  await tx.rows('SELECT person.keep_tokens($1, $2, $3, $4)', [
    surnames,
    surnames.map(soundOf),
    forenames,
    forenames.map(soundOf),
  ])
}

/** The words of the names these people are searched by. */
export async function tokensOf(tx: Tx, personIds: readonly string[]): Promise<Tokens> {
  const rows = await tx.rows<{ last: string; first: string }>(
    'SELECT surname AS last, forename AS first FROM person.search_entry WHERE person_id = ANY ($1)',
    [personIds],
  )
  return tokensIn(rows)
}

/** Takes out of the word lists what no person open to everybody bears any more. */
export async function dropUnborneTokens(tx: Tx, { surnames, forenames }: Tokens): Promise<void> {
  const borne = async (column: 'surname' | 'forename', tokens: readonly string[]) => {
    const rows = await tx.rows<{ token: string }>(
      `SELECT DISTINCT ${column} AS token FROM person.search_entry
        WHERE ${column} = ANY ($1) AND NOT excluded AND NOT restricted`,
      [tokens],
    )
    return new Set(rows.map(row => row.token))
  }
  const borneSurnames = await borne('surname', surnames)
  const borneForenames = await borne('forename', forenames)
  const goneSurnames = surnames.filter(token => !borneSurnames.has(token))
  const goneForenames = forenames.filter(token => !borneForenames.has(token))
  if (goneSurnames.length + goneForenames.length === 0) return
  await tx.rows('SELECT person.drop_tokens($1, $2)', [goneSurnames, goneForenames])
}

/** The distinct words among them, in order. */
export function tokensIn(rows: readonly { readonly last: string; readonly first: string }[]): Tokens {
  const distinct = (tokens: readonly string[]) => [...new Set(tokens)].filter(token => token !== '').sort()
  return { surnames: distinct(rows.map(row => row.last)), forenames: distinct(rows.map(row => row.first)) }
}

/** A person with no forename is still found by the surname. */
function orBlank(tokens: readonly string[]): readonly string[] {
  return tokens.length > 0 ? tokens : ['']
}
