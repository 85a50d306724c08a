import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { ok } from '../../platform/errors/index.ts'
import { openCase } from '../person/index.ts'
import { type AssessmentOnRecord, assessmentsOf } from './queries/assessments-of.ts'
import { assessmentState, isComplete } from './rules/assessment-state.ts'

const day = z.string().describe('A day such as 2026-11-21')

const assessment = z
  .object({
    id: z.string(),
    layer: z.string().describe('CSRP, L1, L3, L3.2 or FAST'),
    purpose: z.string(),
    questionSet: z.string().describe('The version of the questions as they were asked'),
    assessedOn: day,
    openedAt: z.string(),
    state: z.string().describe('OPEN, SELF_SIGNED, AWAITING_COUNTERSIGN, COUNTERSIGNED, LOCKED_INCOMPLETE and others'),
    complete: z.boolean().describe('Signed, and countersigned where that is needed'),
    signedAt: z.string().nullable().describe('When it was last signed; null when it never was'),
    version: z.number().describe('Counts what was done to it, never answers'),
  })
  .meta({ id: 'Assessment' })

/** Assessments under /api: which there are and where each stands, never what an answer says. */
export const assessmentApi: readonly ApiRoute[] = [
  api({
    method: 'GET',
    path: '/people/:crn/assessments',
    action: 'assessment.view',
    tag: 'Assessments',
    summary: 'The assessments of a person and where each stands, the newest first',
    params: z.object({ crn: z.string().describe('A letter and six digits, such as X123456') }),
    reply: z.object({ assessments: z.array(assessment) }),
    run: async (ctx, { params }) => {
      const opened = await openCase(ctx, params.crn, 'assessment.view')
      ctx.look('assessment.api-assessments', [opened.personId])
      return ok({ assessments: (await assessmentsOf(ctx.tx, opened.group)).flatMap(assessmentForApi) })
    },
  }),
]

/** One assessment in the shape of the reply; nothing for one that is deleted. */
export function assessmentForApi(one: AssessmentOnRecord): readonly z.infer<typeof assessment>[] {
  const state = assessmentState(one.acts)
  if (state === 'DELETED') return []
  const { id, layer, purpose, questionSet, assessedOn, openedAt, version } = one
  const signedAt = one.acts.findLast(act => act.kind === 'signed')?.at ?? null
  return [
    { id, layer, purpose, questionSet, assessedOn, openedAt, state, complete: isComplete(state), signedAt, version },
  ]
}
