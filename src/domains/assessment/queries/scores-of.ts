import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { AnswerValue, Layer } from '../questions/question.ts'
import type { RecordFacts } from '../rules/predictor-facts.ts'
import type { PredictorInput } from '../rules/predictor-inputs.ts'
import type { KeptScore, Screens } from '../rules/scored-set.ts'

/** One scoring as it was made; never changed afterwards. */
export type StoredScores = {
  readonly personId: string
  readonly id: string
  readonly assessmentId: string | null
  readonly layer: Layer | null
  readonly assessedOn: LocalDate
  readonly scoredOn: LocalDate
  readonly scoredAt: Instant
  readonly scoredBy: string
  /** Made by a re-scoring of the caseload. */
  readonly batchId: string | null
  readonly dataVersion: string
  readonly record: RecordFacts
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly inputs: readonly PredictorInput[]
  readonly generationTwo: readonly KeptScore[]
  readonly generationOne: readonly KeptScore[]
  readonly screens: Screens
  readonly digest: string
}

const columns = `person_id AS "personId", id, assessment_id AS "assessmentId", layer, assessed_on AS "assessedOn",
  (scored_at AT TIME ZONE 'Europe/London')::date AS "scoredOn", scored_at AS "scoredAt", scored_by AS "scoredBy",
  batch_id AS "batchId", data_version AS "dataVersion", record, answers, inputs, generation_two AS "generationTwo",
  generation_one AS "generationOne", screens, digest`

/** The scores that stand for a person (all ids of the identity group), or null when nobody has scored yet. */
export async function latestScores(tx: Tx, group: readonly string[]): Promise<StoredScores | null> {
  const [newest] = await scoresOf(tx, group, 1)
  return newest ?? null
}

/** Every scoring of a person, the newest first. */
export function scoresOf(tx: Tx, group: readonly string[], most = 50): Promise<readonly StoredScores[]> {
  return tx.rows<StoredScores>(
    `SELECT ${columns} FROM assessment.score_set WHERE person_id = ANY ($1) ORDER BY scored_at DESC, id DESC LIMIT $2`,
    [group, most],
  )
}

/** One scoring of a person. */
export function scoreSet(tx: Tx, group: readonly string[], id: string): Promise<StoredScores | undefined> {
  return tx.maybe<StoredScores>(`SELECT ${columns} FROM assessment.score_set WHERE person_id = ANY ($1) AND id = $2`, [
    group,
    id,
  ])
}
