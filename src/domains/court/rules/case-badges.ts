export type CaseBadge = 'possible' | 'awaiting-report' | 'breach' | 'suspended-sentence' | 'serious-further-offence'

export type BadgeFacts = {
  readonly possible: boolean
  readonly awaitingReport: boolean
  readonly breach: boolean
  readonly suspendedSentence: boolean
  readonly seriousFurther: boolean
}

/** Badges of a case in the order they are shown; where space is short only the last ones are (section 6). */
export function caseBadges(facts: BadgeFacts, space = 5): readonly CaseBadge[] {
  const badges: CaseBadge[] = []
  if (facts.possible) badges.push('possible')
  if (facts.awaitingReport) badges.push('awaiting-report')
  if (facts.breach) badges.push('breach')
  if (facts.suspendedSentence) badges.push('suspended-sentence')
  if (facts.seriousFurther) badges.push('serious-further-offence')
  return space <= 0 ? [] : badges.slice(-space)
}

/** A process on the record counts as breach while it is open and of type BRE or BRES. */
export function hasOpenBreach(
  processes: readonly { readonly type: string; readonly endedOn: string | null }[],
): boolean {
  return processes.some(({ type, endedOn }) => endedOn === null && (type === 'BRE' || type === 'BRES'))
}
