import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { ok } from '../../platform/errors/index.ts'
import { openCase } from '../person/index.ts'
import type { ReportRequest } from './request-model.ts'
import { reportRequestsOf } from './store/request-store.ts'

const report = z.object({
  id: z.string(),
  kind: z.string(),
  courtCode: z.string(),
  requiredBy: z.string().nullable().describe('A day such as 2026-11-21; null while the court has not said'),
  askedAt: z.string(),
  depth: z.string().nullable().describe('As a person decided; null while nobody has'),
  delivery: z.string().nullable(),
  state: z.string(),
  cohorts: z.array(z.string()),
})

/** Court reports under /api: what was asked for and where it stands, never what a report says. */
export const adviceApi: readonly ApiRoute[] = [
  api({
    method: 'GET',
    path: '/people/:crn/reports',
    action: 'advice.see-reports',
    tag: 'Reports',
    summary: 'Court reports asked for about a person',
    params: z.object({ crn: z.string().describe('A letter and six digits, such as X123456') }),
    reply: z.object({ reports: z.array(report) }),
    run: async (ctx, { params }) => {
      const opened = await openCase(ctx, params.crn, 'advice.see-reports')
      ctx.look('advice.api-reports', [opened.personId])
      return ok({ reports: (await reportRequestsOf(ctx.tx, opened.group)).map(reportForApi) })
    },
  }),
]

export function reportForApi(request: ReportRequest): z.infer<typeof report> {
  const { id, kind, courtCode, requiredBy, askedAt, depth, delivery, state } = request
  const cohorts = request.cohorts.map(one => one.cohort)
  return { id, kind, courtCode, requiredBy, askedAt, depth, delivery, state, cohorts }
}
