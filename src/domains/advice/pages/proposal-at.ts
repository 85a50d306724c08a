import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { OpenCase } from '../../person/index.ts'
import { type MadeProposal, proposalToday } from '../commands/choose-proposal.ts'
import type { OrderFamily } from '../model.ts'
import { refuseSealed } from '../queries/refuse-sealed.ts'
import type { ReportRequest } from '../request-model.ts'
import { requestById } from '../store/request-store.ts'

export type ProposalAt = MadeProposal & {
  readonly request: ReportRequest
  readonly base: string
  readonly asked: OrderFamily | null
  /** Of the proposal as shown: a choice made of an older one is refused. */
  readonly digest: string
}

/** The proposal of the request in the address, as it stands today. Throws NotFound. */
export async function proposalAt(
  ctx: Context,
  opened: OpenCase,
  request: string | undefined,
  family: string,
): Promise<ProposalAt> {
  const found = await requestById(ctx.tx, opened.group, request ?? '')
  if (!found) throw new NotFound('There is no such report request on this record.')
  await refuseSealed(ctx.tx, opened.group, found.id)
  const asked = family === 'community-order' || family === 'suspended-sentence' ? family : null
  const made = await proposalToday(ctx, { personId: found.personId, requestId: found.id }, asked)
  const digest = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16)
  return { ...made, request: found, base: `/case/${opened.crn}/reports/${found.id}/proposal`, asked, digest }
}
