import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { At } from '../../../platform/web/index.ts'
import type { OpenCase } from '../../person/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { requestById } from '../store/request-store.ts'

/** The request the address names. Throws NotFound. */
export async function requestOf(ctx: Context, opened: OpenCase, at: At): Promise<ReportRequest> {
  const request = await requestById(ctx.tx, opened.group, at.params.request ?? '')
  if (!request) throw new NotFound('There is no such report request on this record.')
  return request
}
