import { type Decision, decided, type InForce, reason } from '../../../platform/rules/index.ts'
import { checkOrderLength } from './order-length-check.ts'
import type { Finding, ProposedOrder } from './proposed-order.ts'
import { checkRequirements } from './requirement-check.ts'

export type OrderVerdict = 'no-objection' | 'look' | 'unlawful'

/** Does a proposed order break a limit of the law or look wrong? Every finding is a reason, worst first, with its
 *  `severity` and, for a requirement, its place in the list. "No objection" is not a promise that the order is lawful:
 *  only the limits in parameters/statutory-limits.ts are looked at. */
export function checkOrder(order: ProposedOrder): Decision<OrderVerdict> {
  const found = [...checkOrderLength(order), ...checkRequirements(order)]
  const unlawful = found.filter(one => one.severity === 'unlawful')
  const ordered = [...unlawful, ...found.filter(one => one.severity === 'look')]
  const outcome = unlawful.length > 0 ? 'unlawful' : found.length > 0 ? 'look' : 'no-objection'
  const reasons = ordered.map(({ severity, code, data, requirement }) =>
    reason(code, { severity, ...data, ...(requirement === undefined ? {} : { requirement }) }),
  )
  return decided(outcome, rulesOf(ordered), ...reasons)
}

function rulesOf(found: readonly Finding[]): readonly InForce<unknown>[] {
  const rules = found.flatMap(one => (one.rule ? [one.rule] : []))
  return rules.filter(
    (rule, index) => rules.findIndex(one => one.parameter === rule.parameter && one.from === rule.from) === index,
  )
}
