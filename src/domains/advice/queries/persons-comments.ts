import type { Instant } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type PersonsComment = {
  readonly comment: string | null
  readonly copyGiven: boolean
  readonly at: Instant
  readonly byName: string
}

/** What the person said about a report, the latest first. */
export function personsComments(tx: Tx, personId: string, reportId: string): Promise<readonly PersonsComment[]> {
  return tx.rows<PersonsComment>(
    `SELECT comment, copy_given AS "copyGiven", at, by_name AS "byName"
       FROM advice.report_comment WHERE person_id = $1 AND report_id = $2 ORDER BY at DESC, id DESC`,
    [personId, reportId],
  )
}
