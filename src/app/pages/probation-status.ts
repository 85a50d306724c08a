import { identityGroups } from '../../domains/person/index.ts'
import { type ProbationSummary, probationSummaries } from '../../domains/sentence/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { longDate } from '../../platform/words/index.ts'

/** 'Current order, in breach' or 'Order ended 3 May 2025': the status of a person on record in words. */
export function statusText({ status, endedOn, breach }: ProbationSummary): string {
  if (status === 'CURRENT') return breach ? 'Current order, in breach' : 'Current order'
  if (status === 'PREVIOUSLY_KNOWN') return endedOn ? `Order ended ${longDate(endedOn)}` : 'Previously known'
  return status === 'NOT_SENTENCED' ? 'Before sentence' : 'No order on record'
}

/** The status of each person in words, by the id asked for. */
export async function statusTexts(ctx: Context, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const summaries = await probationSummaries(ctx.tx, await identityGroups(ctx.tx, personIds), ctx.today)
  return new Map([...summaries].map(([id, summary]) => [id, statusText(summary)]))
}
