import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type ActuarialData, actuarialData } from '../parameters/actuarial-data.ts'
import type { AnswerValue, Layer } from '../questions/question.ts'
import { type BandMove, bandMoves } from '../rules/band-moves.ts'
import { generationTwoScores } from '../rules/generation-two.ts'
import { predictorFacts, type RecordFacts } from '../rules/predictor-facts.ts'

/** What a list of scores can be narrowed to. */
export const checkKinds = ['wrong', 'to-ask', 'at-an-edge', 'static', 'no-score'] as const
export type CheckKind = (typeof checkKinds)[number]

/** One person's scores in force, as the checks see them. */
export type CheckedScore = {
  readonly personId: string
  readonly setId: string
  readonly teamCode: string | null
  readonly scoredOn: LocalDate
  readonly wrong: number
  readonly toAsk: number
  readonly atAnEdge: boolean
  readonly staticForWant: boolean
  readonly csrp: string | null
  readonly arp: string | null
}

const columns = `person_id AS "personId", set_id AS "setId", team_code AS "teamCode", scored_on AS "scoredOn", wrong,
  to_ask AS "toAsk", at_an_edge AS "atAnEdge", static_for_want AS "staticForWant", csrp, arp`

const conditions: { readonly [Kind in CheckKind]: string } = {
  wrong: 'wrong > 0',
  'to-ask': 'to_ask > 0',
  'at-an-edge': 'at_an_edge',
  static: 'static_for_want',
  'no-score': 'csrp IS NULL OR arp IS NULL',
}

/** Scores that want a look, the worst first; people the viewer may not see are left out. `team` null: every team. */
export function scoresToCheck(tx: Tx, team: string | null, kind: CheckKind, most: number): Promise<CheckedScore[]> {
  return tx.rows<CheckedScore>(
    `SELECT ${columns} FROM assessment.score_in_force
      WHERE ($1::text IS NULL OR team_code = $1) AND (${conditions[kind]})
      ORDER BY wrong DESC, to_ask DESC, scored_on, person_id LIMIT $2`,
    [team, most],
  )
}

export type TeamErrors = { readonly teamCode: string | null; readonly people: number } & {
  readonly [Kind in CheckKind]: number
}

/** How many scores of each team want a look, by kind. */
export function errorsByTeam(tx: Tx): Promise<TeamErrors[]> {
  const counts = checkKinds.map(kind => `count(*) FILTER (WHERE ${conditions[kind]}) AS "${kind}"`).join(', ')
  return tx.rows<TeamErrors>(
    `SELECT team_code AS "teamCode", count(*) AS people, ${counts}
       FROM assessment.score_in_force GROUP BY team_code ORDER BY team_code NULLS LAST`,
  )
}

export type SecondEntry = {
  readonly teamCode: string | null
  readonly sameBands: boolean
  readonly differing: readonly string[]
}

/** Scores entered a second time in a round (a month, 2026-11). */
export function secondEntries(tx: Tx, round: string): Promise<SecondEntry[]> {
  return tx.rows<SecondEntry>(
    `SELECT team_code AS "teamCode", same_bands AS "sameBands", differing FROM assessment.second_entry
      WHERE round = $1 ORDER BY id`,
    [round],
  )
}

/** Scores in force of a team that nobody has entered a second time, for the draw. */
export function notEnteredTwice(tx: Tx, team: string | null): Promise<(CheckedScore & { readonly by: string })[]> {
  return tx.rows(
    `SELECT held.person_id AS "personId", held.set_id AS "setId", held.team_code AS "teamCode",
            held.scored_on AS "scoredOn", held.wrong, held.to_ask AS "toAsk", held.at_an_edge AS "atAnEdge",
            held.static_for_want AS "staticForWant", held.csrp, held.arp, made.scored_by AS by
       FROM assessment.score_in_force held
       JOIN assessment.score_set made ON made.person_id = held.person_id AND made.id = held.set_id
      WHERE ($1::text IS NULL OR held.team_code = $1)
        AND NOT EXISTS (SELECT FROM assessment.second_entry twice
                         WHERE twice.person_id = held.person_id AND twice.set_id = held.set_id)
      ORDER BY held.person_id`,
    [team],
  )
}

type FactsRow = {
  readonly personId: string
  readonly teamCode: string | null
  readonly assessedOn: LocalDate
  readonly layer: Layer | null
  readonly record: RecordFacts
  readonly answers: Readonly<Record<string, AnswerValue>>
}

export type CaseloadTried = {
  readonly people: number
  readonly moved: readonly {
    readonly personId: string
    readonly teamCode: string | null
    readonly moves: readonly BandMove[]
  }[]
}

const inBatch = 1000
const nobodyYet = '00000000-0000-0000-0000-000000000000'

/** Who would change band in the second generation if the candidate took the place of the data in force. Nothing is
 *  written; people the viewer may not see are left out. */
export async function tryOverCaseload(tx: Tx, candidate: ActuarialData): Promise<CaseloadTried> {
  const moved: CaseloadTried['moved'][number][] = []
  let people = 0
  let after = nobodyYet
  for (;;) {
    const rows = await tx.rows<FactsRow>(
      `SELECT held.person_id AS "personId", held.team_code AS "teamCode", made.assessed_on AS "assessedOn", made.layer,
              made.record, made.answers
         FROM assessment.score_in_force held
         JOIN assessment.score_set made ON made.person_id = held.person_id AND made.id = held.set_id
        WHERE held.person_id > $1 ORDER BY held.person_id LIMIT $2`,
      [after, inBatch],
    )
    if (rows.length === 0) return { people, moved }
    for (const { personId, teamCode, assessedOn, layer, record, answers } of rows) {
      people++
      const { two } = predictorFacts(record, new Map(Object.entries(answers)), { assessedOn, layer })
      const before = generationTwoScores(two, actuarialData(assessedOn))
      const moves = bandMoves(before, generationTwoScores(two, candidate))
      if (moves.length > 0) moved.push({ personId, teamCode, moves })
    }
    after = rows.at(-1)!.personId
  }
}
