import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { At } from '../../../platform/web/index.ts'
import type { OpenCase } from '../../person/index.ts'
import { refuseSealed } from '../queries/refuse-sealed.ts'
import type { ReportRequest } from '../request-model.ts'
import { requestById } from '../store/request-store.ts'

/** The request the address names, for pages that show what was written for it. Throws NotFound, and Gone once the report is
 *  sealed after a plea of not guilty: nothing of it is shown or disclosed. Source: pre-sentence-report.md section 4. */
export async function requestOf(ctx: Context, opened: OpenCase, at: At): Promise<ReportRequest> {
  const request = await requestById(ctx.tx, opened.group, at.params.request ?? '')
  if (!request) throw new NotFound('There is no such report request on this record.')
  await refuseSealed(ctx.tx, opened.group, request.id)
  return request
}
