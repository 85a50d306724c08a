import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Duration } from '../model.ts'
import type { MeantResult } from './read-results.ts'
import { requirementType } from './result-codes.ts'

export const orderTypes = [
  'CUSTODY',
  'CUSTODY_YOUTH',
  'SUSPENDED_SENTENCE',
  'COMMUNITY_ORDER',
  'YOUTH_REHABILITATION_ORDER',
] as const
export type OrderType = (typeof orderTypes)[number]

/** How a custodial term stands to the others of the hearing. */
export type TermOrder = 'concurrent' | 'consecutive' | 'not-stated'

export type ProposedTerm = {
  readonly offenceSequence: number
  readonly length: Duration
  readonly order: TermOrder
}

export type ProposedRequirement = {
  readonly code: number
  readonly type: string
  readonly length?: Duration | undefined
  readonly startDate?: LocalDate | undefined
  readonly endDate?: LocalDate | undefined
  /** To be monitored electronically: said on the requirement, or on the order when this is its curfew. */
  readonly electronicMonitoring: boolean
  readonly offenceSequences: readonly number[]
  readonly text?: string | undefined
}

/** `terms` holds one length for each offence that carries the order with one. */
export type ProposedOrder = {
  readonly type: OrderType
  readonly offenceSequences: readonly number[]
  readonly terms: readonly ProposedTerm[]
  readonly operationalPeriod?: Duration | undefined
  readonly endDate?: LocalDate | undefined
  readonly requirements: readonly ProposedRequirement[]
}

export type Proposal = {
  readonly orders: readonly ProposedOrder[]
  readonly requirementsWithoutOrder: readonly ProposedRequirement[]
}

const curfew = 3105
const carriesRequirements: readonly OrderType[] = [
  'SUSPENDED_SENTENCE',
  'COMMUNITY_ORDER',
  'YOUTH_REHABILITATION_ORDER',
]

/** Orders and requirements of one person at one hearing (court specification, section 10): one order of each type,
 *  a requirement on the order of its own offence, else on any order that can carry it, and equal ones once. `tagging`,
 *  `concurrent` and `consecutive` are the qualifier codes in force. */
export function proposedOrders(
  results: readonly MeantResult[],
  qualifiers: { readonly electronicTagging: string; readonly concurrent: string; readonly consecutive: string },
): Proposal {
  const orderResults = results.filter(({ effect }) => orderTypeOf(effect) !== undefined)
  const types = [...new Set(orderResults.map(({ effect }) => effect as OrderType))]
  const requirements = results.filter(({ effect }) => requirementType(effect) !== undefined)
  const placed = requirements.map(found => ({ found, on: orderFor(found, orderResults) }))

  const orders = types.map(type => {
    const parts = orderResults.filter(({ effect }) => effect === type)
    const tagged = parts.some(({ result }) => result.qualifiers.includes(qualifiers.electronicTagging))
    const own = placed.filter(({ on }) => on === type).map(({ found }) => found)
    return {
      type,
      offenceSequences: [...new Set(parts.map(({ offence }) => offence.sequence))],
      terms: parts.flatMap(part => {
        const length = part.result.duration
        const order = termOrder(part, qualifiers)
        return length ? [{ offenceSequence: part.offence.sequence, length, order }] : []
      }),
      operationalPeriod: longest(parts.flatMap(({ result }) => result.secondaryDuration ?? [])),
      endDate: parts
        .flatMap(({ result }) => result.endDate ?? [])
        .sort()
        .at(-1),
      requirements: withoutRepeats(own, qualifiers.electronicTagging, tagged),
    }
  })
  const loose = placed.filter(({ on }) => on === undefined).map(({ found }) => found)
  return { orders, requirementsWithoutOrder: withoutRepeats(loose, qualifiers.electronicTagging, false) }
}

export function orderTypeOf(effect: string): OrderType | undefined {
  return orderTypes.find(type => type === effect)
}

/** Concurrent or consecutive by qualifier, else by the words of the text. */
export function termOrder(
  { result }: MeantResult,
  qualifiers: { readonly concurrent: string; readonly consecutive: string },
): TermOrder {
  if (result.qualifiers.includes(qualifiers.consecutive)) return 'consecutive'
  if (result.qualifiers.includes(qualifiers.concurrent)) return 'concurrent'
  const text = result.text ?? ''
  if (/\bconsecutive/i.test(text)) return 'consecutive'
  return /\bconcurrent/i.test(text) ? 'concurrent' : 'not-stated'
}

function orderFor(requirement: MeantResult, orders: readonly MeantResult[]): OrderType | undefined {
  const able = orders.filter(({ effect }) => carriesRequirements.includes(effect as OrderType))
  const own = able.find(({ offence }) => offence === requirement.offence)
  return orderTypeOf((own ?? able[0])?.effect ?? '')
}

function withoutRepeats(
  requirements: readonly MeantResult[],
  tagging: string,
  orderTagged: boolean,
): readonly ProposedRequirement[] {
  const kept = new Map<string, ProposedRequirement>()
  for (const { result, effect, code, offence } of requirements) {
    const { duration, startDate, endDate } = result
    const key = JSON.stringify([code, duration?.value, duration?.unit, startDate, endDate])
    const before = kept.get(key)
    const monitored = result.qualifiers.includes(tagging) || (orderTagged && code === curfew)
    kept.set(key, {
      code,
      type: requirementType(effect) ?? effect,
      length: duration,
      startDate,
      endDate,
      electronicMonitoring: monitored || (before?.electronicMonitoring ?? false),
      offenceSequences: [...new Set([...(before?.offenceSequences ?? []), offence.sequence])],
      text: before?.text ?? result.text,
    })
  }
  return [...kept.values()]
}

const inDays: { readonly [unit: string]: number } = { D: 1, W: 7, M: 30, Y: 365 }

function longest(lengths: readonly Duration[]): Duration | undefined {
  const days = ({ value, unit }: Duration) => value * (inDays[unit] ?? 0)
  return lengths.reduce<Duration | undefined>((best, one) => (best && days(best) >= days(one) ? best : one), undefined)
}
