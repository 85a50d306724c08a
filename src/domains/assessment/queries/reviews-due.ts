import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { managedBy, surnameFirst } from '../../person/index.ts'
import type { ReviewTriggerCode } from '../parameters/review-triggers.ts'

/** A task to look at an assessment again. `assessmentId` is the review that was begun for it, or that did it. */
export type ReviewDue = {
  readonly personId: string
  readonly id: string
  readonly trigger: ReviewTriggerCode
  readonly source: string
  readonly happenedOn: LocalDate
  readonly dueOn: LocalDate
  readonly sections: readonly string[]
  readonly raisedAt: Instant
  readonly closedAt: Instant | null
  readonly closedByName: string | null
  readonly closedAs: 'reviewed' | 'not-needed' | null
  readonly closedReason: string | null
  readonly assessmentId: string | null
}

const columns = `due.person_id AS "personId", due.id, due.trigger, due.source, due.happened_on AS "happenedOn",
  due.due_on AS "dueOn", due.sections, due.raised_at AS "raisedAt", due.closed_at AS "closedAt",
  due.closed_by_name AS "closedByName", due.closed_as AS "closedAs", due.closed_reason AS "closedReason",
  due.assessment_id AS "assessmentId"`

/** Every such task of one person (all ids of the identity group), open ones first, the one due first on top. */
export function reviewsOf(tx: Tx, group: readonly string[]): Promise<readonly ReviewDue[]> {
  return tx.rows<ReviewDue>(
    `SELECT ${columns} FROM assessment.review_due due
      WHERE due.person_id = ANY ($1) ORDER BY due.closed_at DESC NULLS FIRST, due.due_on, due.id`,
    [group],
  )
}

export type ReviewInQueue = ReviewDue & {
  readonly crn: string
  readonly name: string
  readonly late: boolean
}

type Row = ReviewDue & {
  readonly crn: string
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
}

/** Open review tasks, the one due first on top: of the people the viewer manages, or of the viewer's team. People the
 *  viewer may not see are not in it. */
export async function reviewsDue(ctx: Context, whose: 'mine' | 'team'): Promise<readonly ReviewInQueue[]> {
  const mine = whose === 'mine' ? await managedBy(ctx.tx, ctx.viewer.username, ctx.today) : null
  if (mine?.length === 0 || (mine === null && ctx.viewer.teamCode === null)) return []
  const rows = await ctx.tx.rows<Row>(
    `SELECT ${columns}, stub.crn, person.first_name AS "firstName", person.middle_names AS "middleNames",
            person.last_name AS "lastName"
       FROM assessment.review_due due
       LEFT JOIN person.identity_link link ON link.person_id = due.person_id
       JOIN person.stub stub ON stub.person_id = coalesce(link.survivor_id, due.person_id)
       JOIN person.person person ON person.person_id = stub.person_id
      WHERE due.closed_at IS NULL AND stub.crn IS NOT NULL
        AND ${mine === null ? 'stub.team_code = $1' : 'stub.person_id = ANY ($1)'}
      ORDER BY due.due_on, due.id LIMIT 500`,
    [mine ?? ctx.viewer.teamCode],
  )
  return rows.map(row => ({ ...row, name: surnameFirst(row), late: row.dueOn < ctx.today }))
}
