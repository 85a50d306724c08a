import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { guillotine } from '../parameters/guillotine.ts'

export type LeftOpen = {
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly openedOn: LocalDate
  /** Who has the case, and since when; null when nobody does. */
  readonly manager: { readonly teamCode: string; readonly since: LocalDate } | null
}

/** Is an unfinished assessment locked? Only where its area has set a number of days, and that many have passed since
 *  another team took the case (from prison, by transfer, or at the start in the community). Rule: specification section
 *  5, guillotines. */
export function guillotineRule(facts: LeftOpen, asAt: LocalDate): Decision<'lock' | 'leave'> {
  const rule = guillotine.on(asAt)
  const { areas, others } = rule.value
  const days = facts.regionCode !== null && facts.regionCode in areas ? (areas[facts.regionCode] ?? null) : others
  if (days === null) return decided('leave', [rule], reason('no-guillotine-here'))
  const { manager } = facts
  if (manager === null || manager.teamCode === facts.teamCode || manager.since < facts.openedOn) {
    return decided('leave', [rule], reason('not-moved'))
  }
  const { since } = manager
  return asAt >= plusDays(since, days)
    ? decided('lock', [rule], reason('moved-on', { since, days }))
    : decided('leave', [rule], reason('not-yet', { since, days }))
}
