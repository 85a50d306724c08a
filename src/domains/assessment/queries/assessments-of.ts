import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Layer } from '../questions/question.ts'

/** Something done to a version: signed, countersigned, rejected, locked-incomplete, rolled-back, deleted, restored,
 *  merged (see `assessmentState`). */
export type AssessmentAct = {
  readonly id: string
  readonly kind: string
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly role: string | null
  readonly comment: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** A section at which a review begins, and what changed there, in words without a name. */
export type OpensAt = { readonly section: string; readonly because: string }

/** One version of a person's assessment, with everything done to it, the earliest act first. */
export type AssessmentOnRecord = {
  readonly personId: string
  readonly id: string
  readonly layer: Layer
  readonly purpose: string
  /** The event whose period of supervision it belongs to; null before sentence. */
  readonly periodId: string | null
  readonly questionSet: string
  readonly assessedOn: LocalDate
  readonly carriedFromId: string | null
  readonly opensAt: readonly OpensAt[]
  readonly openedAt: Instant
  readonly openedBy: string
  readonly openedByName: string
  readonly regionCode: string | null
  readonly teamCode: string | null
  /** Counts acts, never answers. */
  readonly version: number
  readonly acts: readonly AssessmentAct[]
}

const columns = `a.person_id AS "personId", a.id, a.layer, a.purpose, a.period_id AS "periodId",
  a.question_set AS "questionSet", a.assessed_on AS "assessedOn", a.carried_from_id AS "carriedFromId",
  a.opens_at AS "opensAt", a.opened_at AS "openedAt", a.opened_by AS "openedBy", a.opened_by_name AS "openedByName",
  a.region_code AS "regionCode", a.team_code AS "teamCode", a.version`

type ActRow = AssessmentAct & { readonly assessmentId: string }

/** Every assessment of one person (all ids of the identity group), the newest first, deleted ones too. */
export async function assessmentsOf(tx: Tx, group: readonly string[]): Promise<readonly AssessmentOnRecord[]> {
  const [rows, acts] = await Promise.all([
    tx.rows<Omit<AssessmentOnRecord, 'acts'>>(
      `SELECT ${columns} FROM assessment.assessment a
        WHERE a.person_id = ANY ($1) ORDER BY a.opened_at DESC, a.id DESC`,
      [group],
    ),
    tx.rows<ActRow>(
      `SELECT id, assessment_id AS "assessmentId", kind, at, by, by_name AS "byName", role, comment, detail
         FROM assessment.act WHERE person_id = ANY ($1) ORDER BY at, id`,
      [group],
    ),
  ])
  return rows.map(row => ({ ...row, acts: acts.filter(act => act.assessmentId === row.id) }))
}

/** One assessment of the person, or undefined for an id that is nobody's or somebody else's. */
export async function assessmentOf(
  tx: Tx,
  group: readonly string[],
  assessmentId: string,
): Promise<AssessmentOnRecord | undefined> {
  const [row, acts] = await Promise.all([
    tx.maybe<Omit<AssessmentOnRecord, 'acts'>>(
      `SELECT ${columns} FROM assessment.assessment a WHERE a.person_id = ANY ($1) AND a.id::text = $2`,
      [group, assessmentId],
    ),
    tx.rows<ActRow>(
      `SELECT id, assessment_id AS "assessmentId", kind, at, by, by_name AS "byName", role, comment, detail
         FROM assessment.act WHERE person_id = ANY ($1) AND assessment_id::text = $2 ORDER BY at, id`,
      [group, assessmentId],
    ),
  ])
  return row && { ...row, acts }
}

/** The one assessment of the person that is open or waits for a countersignature. */
export async function openAssessmentOf(tx: Tx, group: readonly string[]): Promise<AssessmentOnRecord | undefined> {
  const claim = await tx.rows<{ assessmentId: string }>(
    `SELECT assessment_id AS "assessmentId" FROM assessment.open_assessment WHERE person_id = ANY ($1)
      ORDER BY assessment_id DESC LIMIT 1`,
    [group],
  )
  return claim[0] && assessmentOf(tx, group, claim[0].assessmentId)
}
