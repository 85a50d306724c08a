import { type Instant, londonDay, plusDays, plusWorkingDays } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { surnameFirst } from '../../person/index.ts'
import { type Countersigner, countersignPatience } from '../parameters/countersign-rules.ts'

/** A signed assessment in the queue. `own`: the viewer signed it, and somebody else must countersign. */
export type Waiting = {
  readonly personId: string
  readonly assessmentId: string
  readonly crn: string
  readonly name: string
  readonly countersigner: Countersigner
  readonly since: Instant
  readonly signedBy: string
  readonly signedByName: string
  readonly teamCode: string | null
  readonly late: boolean
  readonly own: boolean
}

/** What waits for a countersignature in the viewer's region, the oldest first. People the viewer may not see are not
 *  in it. Late: more working days have passed than the patience parameter allows. */
export async function countersignQueue(ctx: Context): Promise<readonly Waiting[]> {
  const rows = await ctx.tx.rows<Omit<Waiting, 'late' | 'own' | 'name'> & PersonName>(
    `SELECT waiting.person_id AS "personId", waiting.assessment_id AS "assessmentId", stub.crn, ${nameColumns},
            waiting.countersigner, waiting.since, waiting.signed_by AS "signedBy",
            waiting.signed_by_name AS "signedByName", waiting.team_code AS "teamCode"
       FROM assessment.awaiting_countersign waiting
       JOIN assessment.open_assessment open
         ON open.person_id = waiting.person_id AND open.assessment_id = waiting.assessment_id
       JOIN person.stub stub ON stub.person_id = waiting.person_id
       JOIN person.person person ON person.person_id = waiting.person_id
      WHERE waiting.region_code = $1
      ORDER BY waiting.since, waiting.assessment_id LIMIT 500`,
    [ctx.viewer.regionCode],
  )
  const { workingDays } = countersignPatience.on(ctx.today).value
  return rows.map(row => ({
    ...row,
    name: surnameFirst(row),
    late: plusWorkingDays(londonDay(row.since), workingDays) < ctx.today,
    own: row.signedBy === ctx.viewer.username,
  }))
}

/** An open assessment that a manager should know of: it was given back, or nobody has signed it for long. */
export type Unsigned = {
  readonly personId: string
  readonly assessmentId: string
  readonly crn: string
  readonly name: string
  readonly openedAt: Instant
  readonly openedByName: string
  readonly teamCode: string | null
  readonly givenBackAt: Instant | null
  readonly givenBackByName: string | null
}

/** Assessments of the viewer's region that were given back and not signed since, or opened long ago and not signed. */
export function unsignedForLong(ctx: Context): Promise<readonly Unsigned[]> {
  const { unsignedDays } = countersignPatience.on(ctx.today).value
  return ctx.tx
    .rows<Omit<Unsigned, 'name'> & PersonName & { readonly kind: string | null }>(
      `SELECT a.person_id AS "personId", a.id AS "assessmentId", stub.crn, ${nameColumns}, a.opened_at AS "openedAt",
              a.opened_by_name AS "openedByName", a.team_code AS "teamCode", last.kind,
              CASE WHEN last.kind = 'rejected' THEN last.at END AS "givenBackAt",
              CASE WHEN last.kind = 'rejected' THEN last.by_name END AS "givenBackByName"
         FROM assessment.open_assessment open
         JOIN assessment.assessment a ON a.person_id = open.person_id AND a.id = open.assessment_id
         JOIN person.stub stub ON stub.person_id = a.person_id
         JOIN person.person person ON person.person_id = a.person_id
         LEFT JOIN LATERAL (
           SELECT kind, at, by_name FROM assessment.act
            WHERE act.person_id = a.person_id AND act.assessment_id = a.id ORDER BY at DESC, id DESC LIMIT 1
         ) last ON true
        WHERE a.region_code = $1
          AND (last.kind = 'rejected' OR (last.kind IS NULL AND a.opened_at < $2::date))
        ORDER BY a.opened_at, a.id LIMIT 500`,
      [ctx.viewer.regionCode, plusDays(ctx.today, 0 - unsignedDays)],
    )
    .then(rows => rows.map(({ kind: _, ...row }) => ({ ...row, name: surnameFirst(row) })))
}

type PersonName = {
  readonly firstName: string | null
  readonly middleNames: string | null
  readonly lastName: string
}

const nameColumns = `person.first_name AS "firstName", person.middle_names AS "middleNames",
            person.last_name AS "lastName"`
