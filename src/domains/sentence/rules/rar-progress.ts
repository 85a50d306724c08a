import type { LocalDate } from '../../../platform/calendar/index.ts'

/** `attended` and `complied` are null while nothing is recorded. */
export type RarContact = {
  readonly date: LocalDate
  readonly rarActivity: boolean
  readonly attended: boolean | null
  readonly complied: boolean | null
  readonly requirementActive: boolean
  readonly deleted: boolean
}

/** Days are distinct calendar days, which is what a court orders; contacts are what older figures counted. */
export type RarProgress = {
  readonly completedContacts: number
  readonly completedDays: number
  readonly scheduledContacts: number
  readonly scheduledDays: number
  readonly requiredDays: number
}

/** Progress of the rehabilitation activity days of one sentence. An activity counts once attended and not failed;
 *  one without attendance recorded is scheduled. Rule: supervision-record section 6. */
export function rarProgress(requirementDays: readonly number[], contacts: readonly RarContact[]): RarProgress {
  const counted = contacts.filter(one => one.rarActivity && one.requirementActive && !one.deleted)
  const completed = counted.filter(one => one.attended === true && one.complied !== false)
  const scheduled = counted.filter(one => one.attended === null)
  return {
    completedContacts: completed.length,
    completedDays: distinctDays(completed),
    scheduledContacts: scheduled.length,
    scheduledDays: distinctDays(scheduled),
    requiredDays: requirementDays.reduce((sum, days) => sum + days, 0),
  }
}

function distinctDays(contacts: readonly RarContact[]): number {
  return new Set(contacts.map(one => one.date)).size
}
