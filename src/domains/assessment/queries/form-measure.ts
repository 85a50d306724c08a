import type { Context } from '../../../platform/context/index.ts'
import { surnameFirst } from '../../person/index.ts'
import type { Layer } from '../questions/question.ts'

/** How much work one kind of assessment is: medians over signed assessments of the viewer's region. Minutes without
 *  pauses (see the parameter assessment.form-pause); actions are answers changed and buttons used. */
export type FormMeasure = {
  readonly layer: Layer
  readonly assessments: number
  readonly medianMinutes: number
  readonly medianActions: number
}

const signed = `JOIN assessment.assessment a ON a.person_id = use.person_id AND a.id = use.assessment_id
      WHERE a.region_code = $1
        AND EXISTS (SELECT 1 FROM assessment.act WHERE act.person_id = a.person_id AND act.assessment_id = a.id
                       AND act.kind = 'signed')`

/** One row for each kind that was signed at least once. People the viewer may not see are not counted. */
export function formMeasure(ctx: Context): Promise<readonly FormMeasure[]> {
  return ctx.tx.rows<FormMeasure>(
    `SELECT use.layer, count(*)::int AS assessments,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY use.seconds) / 60.0)::float8 AS "medianMinutes",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY use.actions)::float8 AS "medianActions"
       FROM assessment.form_use use ${signed}
      GROUP BY use.layer ORDER BY use.layer`,
    [ctx.viewer.regionCode],
  )
}

export type FormUse = {
  readonly personId: string
  readonly assessmentId: string
  readonly crn: string
  readonly name: string
  readonly minutes: number
  readonly actions: number
}

/** The assessments behind one row of the measure, the longest first; at most 500. */
export async function formUses(ctx: Context, layer: Layer): Promise<readonly FormUse[]> {
  const rows = await ctx.tx.rows<Omit<FormUse, 'name'> & Parameters<typeof surnameFirst>[0]>(
    `SELECT use.person_id AS "personId", use.assessment_id AS "assessmentId", stub.crn,
            person.first_name AS "firstName", person.middle_names AS "middleNames", person.last_name AS "lastName",
            (use.seconds / 60.0)::float8 AS minutes, use.actions
       FROM assessment.form_use use
       JOIN person.stub stub ON stub.person_id = use.person_id
       JOIN person.person person ON person.person_id = use.person_id
       ${signed} AND use.layer = $2
      ORDER BY use.seconds DESC, use.assessment_id LIMIT 500`,
    [ctx.viewer.regionCode, layer],
  )
  return rows.map(({ firstName, middleNames, lastName, ...row }) => ({
    ...row,
    name: surnameFirst({ firstName, middleNames, lastName }),
  }))
}
