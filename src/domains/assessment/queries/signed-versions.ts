import type { Instant } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** A signed document with what is needed to verify it. */
export type SignedVersion = {
  readonly id: string
  readonly number: number
  readonly document: string
  readonly hash: string
  readonly signedAt: Instant
  readonly signedBy: string
  readonly signedByName: string
  readonly signedAs: string | null
  readonly software: string
  readonly questionSet: string
  readonly scoreData: string | null
}

/** Every signing of one assessment, the newest first. */
export function signedVersions(
  tx: Tx,
  group: readonly string[],
  assessmentId: string,
): Promise<readonly SignedVersion[]> {
  return tx.rows<SignedVersion>(
    `SELECT id, number, document, hash, signed_at AS "signedAt", signed_by AS "signedBy",
            signed_by_name AS "signedByName", signed_as AS "signedAs", software, question_set AS "questionSet",
            score_data AS "scoreData"
       FROM assessment.signed_version WHERE person_id = ANY ($1) AND assessment_id::text = $2 ORDER BY number DESC`,
    [group, assessmentId],
  )
}
