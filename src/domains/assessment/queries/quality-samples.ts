import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { AnswerValues } from '../questions/question.ts'

/** An assessment drawn for a check; `percent` is null until the check is finished. */
export type QualitySample = {
  readonly personId: string
  readonly id: string
  readonly assessmentId: string
  readonly because: 'sample' | 'flagged'
  readonly reasons: readonly string[]
  readonly assessor: string
  readonly assessorName: string
  readonly grade: string
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly signedOn: LocalDate
  readonly percent: number | null
  readonly feedback: string | null
  readonly checkedAt: Instant | null
  readonly checkedByName: string | null
  readonly readAt: Instant | null
}

const columns = `s.person_id AS "personId", s.id, s.assessment_id AS "assessmentId", s.because, s.reasons, s.assessor,
  s.assessor_name AS "assessorName", s.grade, s.region_code AS "regionCode", s.team_code AS "teamCode",
  s.signed_on AS "signedOn", c.percent::float8 AS percent, c.feedback, c.at AS "checkedAt",
  c.by_name AS "checkedByName", c.read_at AS "readAt"`
const from = `assessment.quality_sample s
  LEFT JOIN assessment.quality_check c ON c.person_id = s.person_id AND c.sample_id = s.id`

/** Everything drawn in a region that was not withdrawn, the oldest signature first. People the viewer may not see are
 *  left out. A region of null is every region. */
export function qualitySamples(tx: Tx, regionCode: string | null): Promise<QualitySample[]> {
  return tx.rows<QualitySample>(
    `SELECT ${columns} FROM ${from}
      WHERE ($1::text IS NULL OR s.region_code = $1) AND s.withdrawn_at IS NULL ORDER BY s.signed_on, s.id LIMIT 500`,
    [regionCode],
  )
}

export function qualitySampleById(tx: Tx, sampleId: string): Promise<QualitySample | undefined> {
  return tx.maybe<QualitySample>(`SELECT ${columns} FROM ${from} WHERE s.id::text = $1 AND s.withdrawn_at IS NULL`, [
    sampleId,
  ])
}

/** Finished checks whose feedback an assessor has not read: their tasks, the oldest first. */
export function qualityFeedbackFor(tx: Tx, username: string): Promise<QualitySample[]> {
  return tx.rows<QualitySample>(
    `SELECT ${columns} FROM ${from} WHERE s.assessor = $1 AND c.at IS NOT NULL AND c.read_at IS NULL ORDER BY c.at`,
    [username],
  )
}

export async function qualityAnswersOf(tx: Tx, sample: Pick<QualitySample, 'personId' | 'id'>): Promise<AnswerValues> {
  const rows = await tx.rows<{ question: string; value: string }>(
    'SELECT question, value FROM assessment.quality_answer WHERE person_id = $1 AND sample_id = $2',
    [sample.personId, sample.id],
  )
  return new Map(rows.map(({ question, value }) => [question, value]))
}
