import { createHash } from 'node:crypto'
import type { BreachOutcome } from './breach-outcome.ts'
import type { HearingResults } from './hearing-results.ts'
import type { ProposedOrder, ProposedRequirement } from './proposed-orders.ts'
import type { ResultReview, ResultReviewCode } from './result-review.ts'

/** One thing a hearing's results would put on the record, with the reviews that concern it. `key` finds it again in an
 *  amended result of the same hearing; `digest` says whether it is still the same. */
export type ProposalItem = {
  readonly key: string
  readonly digest: string
  readonly reviews: readonly ResultReview[]
} & (
  | { readonly kind: 'order'; readonly content: ProposedOrder }
  | { readonly kind: 'requirement'; readonly content: ProposedRequirement }
  | { readonly kind: 'breach-outcome'; readonly content: BreachOutcome }
)

/** Orders with their requirements, requirements without an order, and breach outcomes of one defendant's hearing. */
export function proposalItems(meant: HearingResults): readonly ProposalItem[] {
  const { orders, requirementsWithoutOrder } = meant.proposal
  return [
    ...orders.map((order): ProposalItem => {
      const reviews = meant.reviews.filter(review => concernsOrder(review, order))
      return { kind: 'order', key: `order:${order.type}`, digest: digestOf(order), content: order, reviews }
    }),
    ...numbered(requirementsWithoutOrder, one => `requirement:${one.code}`).map(([key, requirement]): ProposalItem => {
      const reviews = meant.reviews.filter(review => concernsOffence(review, requirement.offenceSequences))
      return { kind: 'requirement', key, digest: digestOf(requirement), content: requirement, reviews }
    }),
    ...numbered(meant.breachOutcomes, one => `breach:${one.code}:${one.offenceSequence}`).map(([key, outcome]) => {
      const reviews = meant.reviews.filter(review => concernsOffence(review, [outcome.offenceSequence]))
      return {
        kind: 'breach-outcome',
        key,
        digest: digestOf(outcome),
        content: outcome,
        reviews,
      } satisfies ProposalItem
    }),
  ]
}

export type StoredItem = {
  readonly key: string
  readonly digest: string
  /** Accepted, so that work may have begun on it. */
  readonly accepted: boolean
}

/** `change-by-person` and `withdraw-by-person`: what was accepted is never changed or taken away by the machine; a
 *  person is asked to. */
export type ItemChange =
  | { readonly change: 'new' | 'changed' | 'change-by-person'; readonly key: string; readonly item: ProposalItem }
  | { readonly change: 'unchanged'; readonly key: string; readonly item: ProposalItem }
  | { readonly change: 'withdrawn' | 'withdraw-by-person'; readonly key: string }

/** An amended result against what the last one proposed (court specification, section 10): add, change or withdraw,
 *  and never silently undo what was accepted. */
export function itemChanges(stored: readonly StoredItem[], items: readonly ProposalItem[]): readonly ItemChange[] {
  const before = new Map(stored.map(item => [item.key, item]))
  const now = new Set(items.map(({ key }) => key))
  const present = items.map((item): ItemChange => {
    const last = before.get(item.key)
    if (!last) return { change: 'new', key: item.key, item }
    if (last.digest === item.digest) return { change: 'unchanged', key: item.key, item }
    return { change: last.accepted ? 'change-by-person' : 'changed', key: item.key, item }
  })
  const gone = stored
    .filter(({ key }) => !now.has(key))
    .map(({ key, accepted }): ItemChange => ({ change: accepted ? 'withdraw-by-person' : 'withdrawn', key }))
  return [...present, ...gone]
}

/** Reviews that stand against the hearing as a whole, whatever its orders. */
const aboutTheHearing: readonly ResultReviewCode[] = ['label-not-known', 'label-not-clear', 'requirement-only-in-text']

function concernsOrder(review: ResultReview, order: ProposedOrder): boolean {
  if (aboutTheHearing.includes(review.code)) return true
  if (review.offenceSequence === undefined) return review.data.type === order.type
  const requirementOffences = order.requirements.flatMap(({ offenceSequences }) => offenceSequences)
  return concernsOffence(review, [...order.offenceSequences, ...requirementOffences])
}

function concernsOffence(review: ResultReview, sequences: readonly number[]): boolean {
  return review.offenceSequence !== undefined && sequences.includes(review.offenceSequence)
}

/** Keys made different by a number when two things would share one. */
function numbered<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly (readonly [string, Value])[] {
  const used = new Map<string, number>()
  return values.map(value => {
    const key = keyOf(value)
    const times = (used.get(key) ?? 0) + 1
    used.set(key, times)
    return [times === 1 ? key : `${key}#${times}`, value] as const
  })
}

/** By value: the order of keys does not count, nor does a key without a value. */
function digestOf(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  )
}
