import type { LocalDate } from '../../../platform/calendar/index.ts'

/** A named user's exclusion or restriction. `start`: the first day it holds, null for one without a recorded start;
 *  `end`: the first day it no longer holds, null while open. */
export type LimitRow = { readonly user: string; readonly start?: LocalDate | null; readonly end: LocalDate | null }

export type LimitFacts = {
  readonly username: string
  /** False for a name no account bears: such a user is let past nothing. */
  readonly userExists: boolean
  readonly exclusions: readonly LimitRow[]
  readonly restrictions: readonly LimitRow[]
  readonly exclusionMessage: string | null
  readonly restrictionMessage: string | null
}

export type LimitedAccess = {
  readonly userExcluded: boolean
  readonly userRestricted: boolean
  readonly access: boolean
  readonly exclusionMessage: string | null
  readonly restrictionMessage: string | null
}

/** May the user open this person on the day? Excluded: named in a live exclusion. Restricted: there are live
 *  restrictions and the user is named in none. Names compare without regard to case. A message is given only for the
 *  limit that bars. Source: access specification section 2; unlike the legacy library a limit that starts later does
 *  not hold yet. */
export function limitedAccess(facts: LimitFacts, asAt: LocalDate): LimitedAccess {
  const live = (row: LimitRow) => (row.start == null || row.start <= asAt) && (row.end === null || row.end > asAt)
  const isTheirs = (row: LimitRow) => row.user.toLowerCase() === facts.username.toLowerCase()
  const exclusions = facts.exclusions.filter(live)
  const restrictions = facts.restrictions.filter(live)

  const userExcluded = facts.userExists ? exclusions.some(isTheirs) : exclusions.length > 0
  const named = facts.userExists && restrictions.some(isTheirs)
  const userRestricted = restrictions.length > 0 && !named
  return {
    userExcluded,
    userRestricted,
    access: !userExcluded && !userRestricted,
    exclusionMessage: userExcluded ? facts.exclusionMessage : null,
    restrictionMessage: userRestricted ? facts.restrictionMessage : null,
  }
}

/** The code of the words shown when a limit carries none of its own. */
export const notAuthorised = 'DEFAULT_NOT_AUTHORISED'

/** What a user who may not open the person is told: the exclusion's words first, then the restriction's, then the
 *  standard ones. It never says why. */
export function limitedAccessMessage(access: {
  readonly userExcluded: boolean
  readonly userRestricted: boolean
  readonly exclusionMessage: string | null
  readonly restrictionMessage: string | null
}): string | null {
  if (access.userExcluded) return access.exclusionMessage ?? notAuthorised
  if (access.userRestricted) return access.restrictionMessage ?? notAuthorised
  return null
}

/** Which of several people are limited for the user, from one bulk answer. A person missing from the answer counts as
 *  limited: silence is no permission (access specification section 2, unlike the legacy). */
export function limitedInBulk(
  requested: readonly string[],
  answers: readonly { readonly crn: string; readonly userExcluded: boolean; readonly userRestricted: boolean }[],
): Readonly<Record<string, boolean>> {
  const open = new Set(answers.filter(one => !one.userExcluded && !one.userRestricted).map(one => one.crn))
  return Object.fromEntries(requested.map(crn => [crn, !open.has(crn)]))
}
