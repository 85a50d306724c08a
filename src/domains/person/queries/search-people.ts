import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { personByCrn } from '../identity-group.ts'
import { nicknames } from '../parameters/nicknames.ts'
import { soundOf } from '../rules/name-search.ts'
import { type FoundReason, type Rank, rankFound } from '../rules/rank-found.ts'
import { readSearch, type SearchQuery } from '../rules/search-query.ts'
import { type IdentityBar, identityBar } from './identity-bar.ts'
import { isContracted } from './open-case.ts'

/** One row of the results. A limited person is found by CRN only, and has nothing but the CRN in `bar`. */
export type FoundPerson = {
  readonly bar: IdentityBar
  readonly reasons: readonly FoundReason[]
  readonly manager: {
    readonly staffName: string | null
    readonly teamCode: string
    readonly providerCode: string
  } | null
}

/** `hidden`: how many of the people found are shown as a CRN only. A search by name, date or police number never
 *  counts a hidden person, because the count would confirm who they are. `more`: there are further, worse answers.
 *  `problem`: a date that could not be read, and what to type instead. */
export type SearchAnswer = {
  readonly query: SearchQuery
  readonly found: readonly FoundPerson[]
  readonly hidden: number
  readonly more: boolean
  readonly problem: string | null
}

type Hit = { readonly survivorId: string; readonly rank: Rank }

const mostShown = 50
const nearSurnames = 12
const nearForenames = 6
const perPair = 20
const perDate = 300

/** Finds people by CRN, police number, or by names in any order, misspelt or as they sound, with or without a date of
 *  birth typed in any form; best answers first, each with the reasons. People without a record are left out unless
 *  asked for. A contracted provider finds only people allocated to it. Every search is written to the audit chain with
 *  its terms and the CRNs it gave. Throws NotAllowed. */
export async function searchPeople(
  ctx: Context,
  typed: string,
  options: { readonly withoutRecord?: boolean } = {},
): Promise<SearchAnswer> {
  ctx.may('person.search')
  const query = readSearch(typed, ctx.today)
  const hits = await hitsOf(ctx.tx, query, ctx.today, options.withoutRecord ?? false)
  const allowed = isContracted(ctx.viewer) ? await allocatedTo(ctx, hits) : hits
  const shown = allowed.slice(0, mostShown)
  const ids = shown.map(hit => hit.survivorId)
  const bars = await identityBar(ctx.tx, ids)
  const managers = await managersOf(ctx.tx, ids, ctx.today)
  const found = shown.flatMap(({ survivorId, rank }) => {
    const bar = bars.get(survivorId)
    return bar ? [{ bar, reasons: rank.reasons, manager: bar.limited ? null : (managers.get(survivorId) ?? null) }] : []
  })
  ctx.look('person.search', ids, {
    detail: { terms: typed.slice(0, 400), crns: found.flatMap(one => one.bar.crn ?? []) },
  })
  const hidden = found.filter(one => one.bar.limited).length
  return { query, found, hidden, more: allowed.length > mostShown, problem: query.problem }
}

async function hitsOf(tx: Tx, query: SearchQuery, asAt: LocalDate, withoutRecord: boolean): Promise<readonly Hit[]> {
  if (query.crn !== null) {
    const found = await personByCrn(tx, query.crn)
    if (!found) return []
    const reasons: FoundReason[] = found.alias ? ['crn-equal', 'merged-record'] : ['crn-equal']
    return [{ survivorId: found.personId, rank: { points: 100, reasons } }]
  }
  const rows =
    query.pnc !== null || query.cro !== null ? await byNumber(tx, query) : await byNameAndDate(tx, query, asAt)
  return bestOfEachPerson(tx, rows, withoutRecord)
}

type Ranked = { readonly personId: string; readonly rank: Rank }

async function byNumber(tx: Tx, query: SearchQuery): Promise<readonly Ranked[]> {
  const rows = await tx.rows<{ personId: string; kind: string }>(
    `SELECT person_id AS "personId", kind FROM person.identifier_claim
      WHERE (kind = 'PNC' AND value = $1) OR (kind = 'CRO' AND value = $2) LIMIT 200`,
    [query.pnc, query.cro],
  )
  return rows.map(({ personId, kind }) => ({
    personId,
    rank: { points: 100, reasons: [kind === 'PNC' ? 'pnc-equal' : 'cro-equal'] },
  }))
}

type Entry = {
  readonly personId: string
  readonly surname: string
  readonly forename: string
  readonly dob: LocalDate | null
  readonly own: boolean
}

const entryColumns = 'e.person_id AS "personId", e.surname, e.forename, e.dob, e.own'

async function byNameAndDate(tx: Tx, query: SearchQuery, asAt: LocalDate): Promise<readonly Ranked[]> {
  if (query.names.length === 0 && query.dateOfBirth === null) return []
  const entries = [
    ...(query.names.length > 0 ? await entriesByName(tx, query, asAt) : []),
    ...(query.dateOfBirth === null ? [] : await entriesByDate(tx, query.dateOfBirth)),
  ]
  const ranked = entries.map(entry => ({ personId: entry.personId, rank: rankFound(query, entry) }))
  return ranked.filter(one => one.rank.points > 0)
}

function entriesByDate(tx: Tx, dateOfBirth: LocalDate): Promise<readonly Entry[]> {
  return tx.rows<Entry>(
    `SELECT ${entryColumns} FROM person.search_entry e WHERE e.dob = $1 ORDER BY e.surname, e.person_id LIMIT ${perDate}`,
    [dateOfBirth],
  )
}

async function entriesByName(tx: Tx, query: SearchQuery, asAt: LocalDate): Promise<readonly Entry[]> {
  const [surnames, forenames] = await Promise.all([
    nearTokens(tx, 'near_surnames', surnamesTyped(query), nearSurnames),
    nearTokens(tx, 'near_forenames', forenamesTyped(query), nearForenames),
  ])
  const pairs = pairsOf(query, surnames, forenames, asAt)
  const both = await tx.rows<Entry>(
    `SELECT ${entryColumns}
       FROM unnest($1::text[], $2::text[]) AS wanted (surname, forename)
       JOIN LATERAL (SELECT * FROM person.search_entry held
                      WHERE held.surname = wanted.surname AND held.forename = wanted.forename
                      ORDER BY held.dob, held.person_id LIMIT ${perPair}) AS e ON true`,
    [pairs.map(pair => pair.surname), pairs.map(pair => pair.forename)],
  )
  if (query.names.length > 1) return both

  // One word: those who bear it come first, so the look-alikes are only asked for when there is room.
  const exact = await entriesBySurname(tx, surnamesTyped(query))
  const near = [...new Set([...surnames.values()].flat())].filter(token => !query.names.includes(token))
  const bySurname = exact.length > mostShown ? exact : [...exact, ...(await entriesBySurname(tx, near))]
  const byForename = await tx.rows<Entry>(
    `SELECT ${entryColumns}
       FROM unnest($1::text[]) AS wanted (forename)
       JOIN LATERAL (SELECT * FROM person.search_entry held WHERE held.forename = wanted.forename
                      ORDER BY held.forename, held.surname, held.dob LIMIT ${mostShown + 1}) AS e ON true`,
    [forenamesTyped(query)],
  )
  return [...bySurname, ...byForename]
}

function entriesBySurname(tx: Tx, surnames: readonly string[]): Promise<readonly Entry[]> {
  return tx.rows<Entry>(
    `SELECT ${entryColumns}
       FROM unnest($1::text[]) AS wanted (surname)
       JOIN LATERAL (SELECT * FROM person.search_entry held WHERE held.surname = wanted.surname
                      ORDER BY held.surname, held.forename, held.dob LIMIT ${mostShown + 1}) AS e ON true`,
    [surnames],
  )
}

const surnamesTyped = (query: SearchQuery) => [
  ...new Set(query.readings.flatMap(reading => (reading.surname === null ? [] : [reading.surname]))),
]
const forenamesTyped = (query: SearchQuery) => [...new Set(query.readings.flatMap(reading => reading.forenames))]

/** The words on file nearest to each typed one. The typed word itself is always among them: it may be that of a limited
 *  person, whose words are in no list, and the viewer may be one of the few who see that person. */
async function nearTokens(
  tx: Tx,
  list: 'near_surnames' | 'near_forenames',
  typed: readonly string[],
  want: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows<{ typed: string; token: string }>(
    `SELECT wanted.typed, near.token
       FROM unnest($1::text[], $2::text[]) AS wanted (typed, sound)
       JOIN LATERAL person.${list}(wanted.typed, wanted.sound, $3) AS near ON true`,
    [typed, typed.map(word => soundOf(word) || '-'), want],
  )
  return new Map(
    typed.map(word => [word, [...new Set([word, ...rows.filter(row => row.typed === word).map(row => row.token)])]]),
  )
}

function pairsOf(
  query: SearchQuery,
  surnames: ReadonlyMap<string, readonly string[]>,
  forenames: ReadonlyMap<string, readonly string[]>,
  asAt: LocalDate,
): readonly { readonly surname: string; readonly forename: string }[] {
  const pairs = new Map<string, { readonly surname: string; readonly forename: string }>()
  for (const reading of query.readings) {
    if (reading.surname === null) continue
    for (const surname of surnames.get(reading.surname) ?? []) {
      for (const word of reading.forenames) {
        for (const forename of [...(forenames.get(word) ?? []), ...formsOf(word, asAt)]) {
          pairs.set(`${surname} ${forename}`, { surname, forename })
        }
      }
    }
  }
  return [...pairs.values()]
}

/** Other forms of a first name: liz for elizabeth. */
function formsOf(word: string, asAt: LocalDate): readonly string[] {
  const upper = word.toUpperCase()
  const rows = nicknames.on(asAt).value.filter(row => row.includes(upper))
  return rows.flat().map(name => name.toLowerCase())
}

/** People by their survivor, the best answer of each, best first; equal ones stay in the order of their ids. */
async function bestOfEachPerson(tx: Tx, rows: readonly Ranked[], withoutRecord: boolean): Promise<readonly Hit[]> {
  const ids = [...new Set(rows.map(row => row.personId))]
  if (ids.length === 0) return []
  const survivors = await tx.rows<{ personId: string; survivorId: string; crn: string | null }>(
    `WITH asked AS MATERIALIZED (
       SELECT given.id, coalesce(link.survivor_id, given.id) AS survivor_id
         FROM unnest($1::uuid[]) AS given (id) LEFT JOIN person.identity_link link ON link.person_id = given.id
     )
     SELECT asked.id AS "personId", stub.person_id AS "survivorId", stub.crn
       FROM asked JOIN person.stub ON stub.person_id = asked.survivor_id`,
    [ids],
  )
  const survivorOf = new Map(
    survivors.filter(one => withoutRecord || one.crn !== null).map(one => [one.personId, one.survivorId]),
  )
  const best = new Map<string, Rank>()
  for (const { personId, rank } of rows) {
    const survivor = survivorOf.get(personId)
    if (survivor === undefined) continue
    const known = best.get(survivor)
    if (!known || rank.points > known.points) best.set(survivor, rank)
  }
  return [...best]
    .map(([survivorId, rank]) => ({ survivorId, rank }))
    .sort((a, b) => b.rank.points - a.rank.points || (a.survivorId < b.survivorId ? -1 : 1))
}

async function allocatedTo(ctx: Context, hits: readonly Hit[]): Promise<readonly Hit[]> {
  const managers = await ctx.tx.rows<{ personId: string }>(
    `SELECT DISTINCT person_id AS "personId" FROM person.manager
      WHERE person_id = ANY ($1) AND provider_code = $2 AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3)`,
    [hits.map(hit => hit.survivorId), ctx.viewer.providerCode, ctx.today],
  )
  const allocated = new Set(managers.map(row => row.personId))
  return hits.filter(hit => allocated.has(hit.survivorId))
}

async function managersOf(tx: Tx, ids: readonly string[], day: LocalDate) {
  const rows = await tx.rows<{ personId: string; staffName: string | null; teamCode: string; providerCode: string }>(
    `SELECT DISTINCT ON (person_id) person_id AS "personId", staff_name AS "staffName", team_code AS "teamCode",
            provider_code AS "providerCode"
       FROM person.manager
      WHERE person_id = ANY ($1) AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
      ORDER BY person_id, starts_on DESC, id DESC`,
    [ids, day],
  )
  return new Map(rows.map(({ personId, ...manager }) => [personId, manager]))
}
