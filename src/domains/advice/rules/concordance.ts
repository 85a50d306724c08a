import { type Reason, reason } from '../../../platform/rules/index.ts'
import type { DisposalFamily, Length, RequirementKind } from '../../sentence/index.ts'

/** What is compared of a proposal and of a sentence. */
export type ComparedOrder = {
  readonly family: DisposalFamily
  readonly requirements: readonly { readonly kind: RequirementKind; readonly length: Length | null }[]
}

/** 'followed': the same order and the same kinds of requirement. 'in-part': the same order with other requirements.
 *  'not-followed': another kind of order. 'not-known': no proposal, or no sentence yet. */
export type ConcordanceOutcome = 'followed' | 'in-part' | 'not-followed' | 'not-known'

export type Concordance = {
  readonly outcome: ConcordanceOutcome
  readonly reasons: readonly Reason[]
}

/** How a sentence compares with what was proposed. Another length is told but leaves the kinds followed; requirements
 *  of one kind and unit are added together, as the court may split them. */
export function concordance(proposed: ComparedOrder | null, sentenced: ComparedOrder | null): Concordance {
  if (!proposed) return { outcome: 'not-known', reasons: [reason('no-proposal')] }
  if (!sentenced) return { outcome: 'not-known', reasons: [reason('no-sentence')] }
  const kinds = [...new Set([...proposed.requirements, ...sentenced.requirements].map(one => one.kind))].sort()
  const differences = kinds.map(kind => difference(kind, proposed, sentenced))
  if (proposed.family !== sentenced.family) {
    const other = reason('another-order', { proposed: proposed.family, sentenced: sentenced.family })
    return { outcome: 'not-followed', reasons: [other, ...differences] }
  }
  const followed = differences.every(one => one.code === 'as-proposed' || one.code === 'another-length')
  return { outcome: followed ? 'followed' : 'in-part', reasons: differences }
}

/** Of the cases where both are known, how many followed the proposal wholly; null share where there are none. */
export function concordanceShare(outcomes: readonly ConcordanceOutcome[]): {
  readonly followed: number
  readonly inPart: number
  readonly compared: number
  readonly share: number | null
} {
  const compared = outcomes.filter(one => one !== 'not-known')
  const followed = compared.filter(one => one === 'followed').length
  const inPart = compared.filter(one => one === 'in-part').length
  const share = compared.length === 0 ? null : followed / compared.length
  return { followed, inPart, compared: compared.length, share }
}

function difference(kind: RequirementKind, proposed: ComparedOrder, sentenced: ComparedOrder): Reason {
  const before = amounts(kind, proposed)
  const after = amounts(kind, sentenced)
  if (!before) return reason('added-by-court', { kind, sentenced: after ?? [] })
  if (!after) return reason('not-made', { kind, proposed: before })
  const compared = before.length > 0 && after.length > 0
  const same = before.join() === after.join()
  return reason(compared && !same ? 'another-length' : 'as-proposed', { kind, proposed: before, sentenced: after })
}

/** '120 hours' of a kind, undefined where the order has no such requirement, empty where no length is known. */
function amounts(kind: RequirementKind, order: ComparedOrder): readonly string[] | undefined {
  const ofKind = order.requirements.filter(one => one.kind === kind)
  if (ofKind.length === 0) return undefined
  const sums = new Map<string, number>()
  for (const { length } of ofKind) {
    if (length) sums.set(length.unit, (sums.get(length.unit) ?? 0) + length.amount)
  }
  return [...sums].map(([unit, amount]) => `${amount} ${unit}`).sort()
}
