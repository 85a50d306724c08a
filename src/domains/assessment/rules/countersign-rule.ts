import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import {
  type CountersignCondition,
  type Countersigner,
  countersignRules,
  type FrameworkRole,
  frameworkRoles,
} from '../parameters/countersign-rules.ts'
import type { HarmLevel } from '../questions/question.ts'

/** What is known of an assessment when it is signed. Null is not known (for levels: no full analysis). */
export type CountersignFacts = {
  /** Code of the signer's framework role; null: nobody said what they are approved for. */
  readonly assessorRole: string | null
  readonly firstOfPeriod: boolean
  readonly harm: HarmLevel | null
  /** The overall level of the last signed assessment, or of the flag on the record. */
  readonly harmBefore: HarmLevel | null
  readonly childAtRisk: boolean
  readonly mappaLevel: 1 | 2 | 3 | null
  readonly terrorism: boolean
  readonly scoreOverridden: boolean
  /** The conditions of the last version of this person that was countersigned, and when that was. */
  readonly countersignedBefore: { readonly on: LocalDate; readonly conditions: readonly string[] } | null
}

/** Who must countersign, in order: nobody, a senior, or a senior and then a head of a delivery unit. Reasons: one for
 *  each condition that holds, with `before` when the same one was countersigned already; `exempt-role` where the signer
 *  needs none. A signer of whom nothing is known counts as not approved. Source: specification section 5.3. */
export function countersignRule(facts: CountersignFacts, asAt: LocalDate): Decision<readonly Countersigner[]> {
  const rows = countersignRules.on(asAt)
  const roles = frameworkRoles.on(asAt)
  const role = roles.value.find(one => one.code === facts.assessorRole)
  if (role?.exempt) return decided([], [roles, rows], reason('exempt-role', { role: role.code }))
  const hold = conditionsOf(facts, role)
  const applied = rows.value.filter(row => hold.has(row.when))
  const by = (['senior', 'head'] as const).filter(one => applied.some(row => row.by.includes(one)))
  const { countersignedBefore: earlier } = facts
  const reasons = applied.map(row =>
    reason(row.when, {
      ...(row.when === 'assessor-unapproved' ? { role: facts.assessorRole } : {}),
      ...(earlier?.conditions.includes(row.when) ? { before: earlier.on } : {}),
    }),
  )
  return decided(by, [roles, rows], ...reasons)
}

const order: readonly HarmLevel[] = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']

/** Whether the second level is below the first; false when either is not known. */
export function isLowered(before: HarmLevel | null, after: HarmLevel | null): boolean {
  return before !== null && after !== null && order.indexOf(after) < order.indexOf(before)
}

function conditionsOf(facts: CountersignFacts, role: FrameworkRole | undefined): ReadonlySet<CountersignCondition> {
  const held: Readonly<Record<CountersignCondition, boolean>> = {
    'assessor-unapproved': role === undefined || role.unapproved,
    'first-of-period': facts.firstOfPeriod,
    'harm-high': facts.harm === 'HIGH',
    'mappa-2-or-3': facts.mappaLevel === 2 || facts.mappaLevel === 3,
    'child-at-risk': facts.childAtRisk,
    'harm-very-high': facts.harm === 'VERY_HIGH',
    'mappa-3': facts.mappaLevel === 3,
    terrorism: facts.terrorism,
    'level-lowered': isLowered(facts.harmBefore, facts.harm),
    'score-overridden': facts.scoreOverridden,
  }
  return new Set((Object.keys(held) as CountersignCondition[]).filter(condition => held[condition]))
}

/** Who wants to countersign, as far as the rule asks. */
export type CountersignerFacts = {
  readonly username: string
  readonly signedBy: string
  /** Who wrote answers of the version that was signed. */
  readonly writtenBy: readonly string[]
  /** Who countersigned this signing already. */
  readonly countersignedBy: readonly string[]
  readonly hasAccess: boolean
  readonly mayActAs: readonly Countersigner[]
  readonly wanted: Countersigner
}

/** Whether somebody may give the countersignature that is wanted. Reasons when not: `own-assessment`, `own-writing`,
 *  `countersigned-already`, `no-access`, `role-too-low`. Source: specification section 5.3. */
export function mayCountersign(facts: CountersignerFacts, asAt: LocalDate): Decision<'may' | 'may-not'> {
  const against = [
    ...(facts.hasAccess ? [] : ['no-access']),
    ...(facts.username === facts.signedBy ? ['own-assessment'] : []),
    ...(facts.username !== facts.signedBy && facts.writtenBy.includes(facts.username) ? ['own-writing'] : []),
    ...(facts.countersignedBy.includes(facts.username) ? ['countersigned-already'] : []),
    ...(facts.mayActAs.includes(facts.wanted) ? [] : ['role-too-low']),
  ]
  const rules = [countersignRules.on(asAt)]
  return decided(against.length === 0 ? 'may' : 'may-not', rules, ...against.map(code => reason(code)))
}
