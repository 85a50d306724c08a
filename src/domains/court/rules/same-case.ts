import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { CourtSource } from '../model.ts'

/** What is needed of a stored case to see whether another is the same one. `personId`: the record its defendant is
 *  linked to, null when to none. */
export type StoredCaseFacts = {
  readonly caseId: string
  readonly source: CourtSource
  readonly urn?: string | null
  readonly defendants: readonly {
    readonly personId: string | null
    readonly surname: string
    readonly dateOfBirth: LocalDate | null
  }[]
}

/** Has a list case gone on in Common Platform? The same URN and a defendant in common: one record, or where either has
 *  none, equal surname and birth date (court specification, section 7; the rule is ours). */
export function movedFromLibra(libra: StoredCaseFacts, platform: StoredCaseFacts): Decision<boolean> {
  const sources = libra.source === 'LIBRA' && platform.source === 'COMMON_PLATFORM'
  if (!sources) return decided(false, [], reason('not-a-list-case-and-a-platform-case'))
  const urn = plain(libra.urn)
  if (urn === '' || urn !== plain(platform.urn)) return decided(false, [], reason('urn-differs'))
  const shared = libra.defendants.some(one => platform.defendants.some(other => samePerson(one, other)))
  return shared
    ? decided(true, [], reason('same-urn-and-person', { urn }))
    : decided(false, [], reason('same-urn-other-person', { urn }))
}

function samePerson(
  left: StoredCaseFacts['defendants'][number],
  right: StoredCaseFacts['defendants'][number],
): boolean {
  if (left.personId !== null && right.personId !== null) return left.personId === right.personId
  return (
    plain(left.surname) !== '' &&
    plain(left.surname) === plain(right.surname) &&
    left.dateOfBirth !== null &&
    left.dateOfBirth === right.dateOfBirth
  )
}

function plain(text: string | null | undefined): string {
  return (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** One of several copies of the same list case at the same hearing. */
export type StoredCopy = { readonly id: string; readonly seenAt: string; readonly hasStaffWork: boolean }

/** Which copy to keep: the newest, but never so that staff work is put away. Work on more than one is for a person. */
export function duplicateToKeep(
  copies: readonly StoredCopy[],
): Decision<{ readonly keep: string | null; readonly putAway: readonly string[] }> {
  const worked = copies.filter(({ hasStaffWork }) => hasStaffWork)
  if (worked.length > 1) {
    return decided({ keep: null, putAway: [] }, [], reason('staff-work-on-several', { copies: worked.length }))
  }
  const newest = copies.reduce<StoredCopy | undefined>(
    (best, copy) => (best && best.seenAt >= copy.seenAt ? best : copy),
    undefined,
  )
  const kept = worked[0] ?? newest
  const putAway = copies.filter(copy => copy !== kept).map(({ id }) => id)
  const why = worked[0] ? 'the-one-with-staff-work' : 'the-newest'
  return decided({ keep: kept?.id ?? null, putAway }, [], reason(why))
}
