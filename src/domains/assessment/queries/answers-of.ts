import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { AnswerValue, AnswerValues } from '../questions/question.ts'

/** Who an answer comes from: the practitioner, the person it is about, or what the record already held. */
export type AnswerSource = 'practitioner' | 'person' | 'record'

/** An answer as it stands. `value` is '' or [] for one that was taken away again; `tooLong` is a text over its limit,
 *  kept as typed until it is shortened, which stands in the way of signing. */
export type StoredAnswer = {
  readonly question: string
  readonly value: AnswerValue
  readonly questionSet: string
  readonly source: AnswerSource
  readonly carriedFrom: LocalDate | null
  readonly confirmedAt: Instant | null
  readonly confirmedBy: string | null
  readonly thirdParty: boolean
  readonly answeredAt: Instant
  readonly answeredBy: string
  readonly version: number
  readonly tooLong: string | null
}

export type StoredAnswers = ReadonlyMap<string, StoredAnswer>

export const answerColumns = `question, value, question_set AS "questionSet", source, carried_from AS "carriedFrom",
  confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy", third_party AS "thirdParty",
  answered_at AS "answeredAt", answered_by AS "answeredBy", version, too_long AS "tooLong"`

/** The answers of one assessment by question code, those taken away again too (see `answerValues`). */
export async function answersOf(tx: Tx, group: readonly string[], assessmentId: string): Promise<StoredAnswers> {
  const rows = await tx.rows<StoredAnswer>(
    `SELECT ${answerColumns} FROM assessment.answer WHERE person_id = ANY ($1) AND assessment_id::text = $2`,
    [group, assessmentId],
  )
  return new Map(rows.map(row => [row.question, row]))
}

/** The answers of several assessments, by assessment and question. */
export async function answersOfAll(
  tx: Tx,
  group: readonly string[],
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, StoredAnswers>> {
  const rows = await tx.rows<StoredAnswer & { assessmentId: string }>(
    `SELECT assessment_id AS "assessmentId", ${answerColumns} FROM assessment.answer
      WHERE person_id = ANY ($1) AND assessment_id = ANY ($2)`,
    [group, assessmentIds],
  )
  const found = new Map<string, Map<string, StoredAnswer>>(assessmentIds.map(id => [id, new Map()]))
  for (const { assessmentId, ...answer } of rows) found.get(assessmentId)?.set(answer.question, answer)
  return found
}

/** What the rules read: the answers given, without those that were taken away. */
export function answerValues(stored: StoredAnswers): AnswerValues {
  return new Map(
    [...stored].filter(([, answer]) => !isBlank(answer.value)).map(([code, answer]) => [code, answer.value]),
  )
}

/** True for an answer that says nothing: it was never given or was taken away. 'M' (missing) is not blank. */
export function isBlank(value: AnswerValue | undefined): boolean {
  return value === undefined || value.length === 0
}
