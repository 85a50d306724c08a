import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database, Tx } from '../../../platform/store/index.ts'
import { knownFrom } from '../commands/add-person.ts'
import { identityGroup } from '../identity-group.ts'
import { frequenciesFor } from '../match-frequencies.ts'
import { hashedKey } from '../match-index.ts'
import type { PersonFacts } from '../model.ts'
import { searchKeys } from '../rules/candidate-keys.ts'
import { readNumbers, sourceRecordOf } from '../rules/known-person.ts'
import type { MatchAlert, MatchBand } from '../rules/match-band.ts'
import type { MatchModel } from '../rules/match-model.ts'
import { matchModel } from '../rules/model-in-use.ts'
import { explainPair, type PairExplanation } from '../rules/pair-explanation.ts'
import { type PairScore, scorerOf } from '../rules/score-pair.ts'
import { isMatchable, type StandardRecord, standardise } from '../rules/standardise-record.ts'

/** Somebody who may be the person looked for. `personId` is the survivor of the candidate's group. A limited person
 *  is given as a CRN only: `explanation` is null, because it would say who they are. `weight` is in bits. */
export type Candidate = {
  readonly personId: string
  readonly crn: string | null
  readonly limited: boolean
  readonly weight: number
  readonly band: MatchBand
  /** One number on two unlike people: told to staff although the pair itself is not worth showing (`hidden`). */
  readonly alerts: readonly MatchAlert[]
  readonly twins: boolean
  readonly explanation: PairExplanation | null
}

/** Who on file may be this person, best first: scored by the model in use, on the matcher role, in a short transaction
 *  of its own, because a restricted person who were not seen would be put on record twice. Left out: pairs not worth
 *  showing (weight at or below the model's `hidden`), unless they raise an alert, and people somebody decided are different. `of` is facts not
 *  stored yet or a stored person's id; `self` is the id under which those facts are being stored.
 *  Answers nobody for facts too thin to match (no last name, or neither first name nor birth date). */
export async function findCandidates(
  db: Database,
  of: PersonFacts | string,
  asAt: LocalDate,
  self: string | null = typeof of === 'string' ? of : null,
): Promise<readonly Candidate[]> {
  const model = matchModel(asAt).value
  return db.transaction('matcher', { userId: 'system:matcher', allowed: [], barred: [] }, async tx => {
    const record = typeof of === 'string' ? await storedRecord(tx, of) : recordOf(of, model, asAt)
    if (!record) return []
    const group = self === null ? [] : await identityGroup(tx, self)
    const found = await keyedRecords(tx, record, model, group)
    if (found.length === 0) return []
    const frequencies = await frequenciesFor(db, tx, [record, ...found.map(one => one.record)], model, asAt)
    const apart = group.length === 0 ? new Set<string>() : await keptApartFrom(tx, group)
    const scored = found
      .filter(one => !apart.has(one.personId))
      .map(one => ({ ...one, score: scorerOf(model)(record, one.record, frequencies) }))
    return bestOfEach(scored, record, model)
  })
}

function recordOf(facts: PersonFacts, model: MatchModel, asAt: LocalDate): StandardRecord | undefined {
  const known = knownFrom(facts, readNumbers(facts, asAt), facts.address?.postcode?.trim() || null)
  const source = sourceRecordOf(known)
  return isMatchable(source) ? standardise(source, model.standardisation) : undefined
}

async function storedRecord(tx: Tx, personId: string): Promise<StandardRecord | undefined> {
  const row = await tx.maybe<{ record: StandardRecord }>(
    'SELECT record FROM person.match_record WHERE person_id = $1',
    [personId],
  )
  return row?.record
}

type Found = {
  readonly personId: string
  readonly record: StandardRecord
  readonly survivorId: string
  readonly crn: string | null
  readonly limited: boolean
}

function keyedRecords(
  tx: Tx,
  record: StandardRecord,
  model: MatchModel,
  group: readonly string[],
): Promise<readonly Found[]> {
  const keys = [...new Set(searchKeys(record, model.candidateRules).map(hashedKey))]
  return tx.rows<Found>(
    `WITH keyed AS MATERIALIZED (
       SELECT DISTINCT person_id FROM person.match_key WHERE key = ANY ($1::bigint[])
     ), found AS MATERIALIZED (
       SELECT keyed.person_id, coalesce(link.survivor_id, keyed.person_id) AS survivor_id
         FROM keyed LEFT JOIN person.identity_link link ON link.person_id = keyed.person_id
     )
     SELECT held.person_id AS "personId", held.record, stub.person_id AS "survivorId", stub.crn,
            stub.excluded OR stub.restricted AS limited
       FROM found
       JOIN person.match_record held ON held.person_id = found.person_id
       JOIN person.stub ON stub.person_id = found.survivor_id
      WHERE found.survivor_id <> ALL ($2::uuid[])`,
    [keys, group],
  )
}

/** Everybody in a group that a standing human decision keeps apart from this one. */
async function keptApartFrom(tx: Tx, group: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(
    `WITH apart AS MATERIALIZED (
       SELECT DISTINCT coalesce(link.survivor_id, theirs.person_id) AS survivor_id
         FROM person.override_marker mine
         JOIN person.override_marker theirs
           ON theirs.scope_id = mine.scope_id AND theirs.marker <> mine.marker AND theirs.ended_at IS NULL
         LEFT JOIN person.identity_link link ON link.person_id = theirs.person_id
        WHERE mine.person_id = ANY ($1) AND mine.ended_at IS NULL
     )
     SELECT survivor_id AS id FROM apart
      UNION
     SELECT other.person_id FROM apart JOIN person.identity_link other ON other.survivor_id = apart.survivor_id`,
    [group],
  )
  return new Set(rows.map(row => row.id))
}

/** One candidate for each group: the record that speaks most for it. A group one of whose records looks like a twin is
 *  never linked by a machine. */
function bestOfEach(
  scored: readonly (Found & { readonly score: PairScore })[],
  record: StandardRecord,
  model: MatchModel,
): readonly Candidate[] {
  const best = new Map<string, Found & { readonly score: PairScore }>()
  const twins = new Set(scored.filter(one => one.score.possibleTwins).map(one => one.survivorId))
  for (const one of scored) {
    const known = best.get(one.survivorId)
    if (!known || one.score.weight > known.score.weight) best.set(one.survivorId, one)
  }
  const candidates = [...best.values()].flatMap(({ survivorId, crn, limited, score, record: theirs }) => {
    const explanation = explainPair(record, theirs, score, model)
    const { alerts, weight } = explanation
    const band = twins.has(survivorId) && explanation.band === 'link' ? 'possible' : explanation.band
    if (band === 'hidden' && alerts.length === 0) return []
    const shown = { personId: survivorId, crn, limited, weight, band, alerts, twins: twins.has(survivorId) }
    return [{ ...shown, explanation: limited ? null : explanation }]
  })
  return candidates.sort((a, b) => b.weight - a.weight)
}
