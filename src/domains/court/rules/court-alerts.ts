import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import { readAsn, readCro, readPnc } from '../../person/index.ts'
import type { CourtCase, CourtDefendant, CourtHearing, ReadingNote } from '../model.ts'
import { seriousFurtherOffence } from './offence-details.ts'

/** Something in the court's data that a person should look at. `data` holds codes and values of the field, no names. */
export type CourtAlert = { readonly code: string; readonly field: string; readonly data: Reason['data'] }

/** Notes of reading that are worth a person's time; the others only explain how the message was read. */
const notesToShow = [
  'court-not-known',
  'court-found-by-name',
  'defendant-listed-twice',
  'date-not-real',
  'name-not-split',
  'code-not-known',
  'characters-removed',
  'id-differs-from-address',
  'HO100239',
]

/** Data-quality alerts of a message as a whole, from the notes its reader made. */
export function messageAlerts(notes: readonly ReadingNote[]): readonly CourtAlert[] {
  return notes
    .filter(({ code }) => notesToShow.includes(code))
    .map(({ code, field, detail }) => ({ code, field, data: { detail } }))
}

/** Data-quality alerts of one case of a hearing: no URN, no known court. */
export function caseAlerts(hearing: CourtHearing, found: CourtCase): readonly CourtAlert[] {
  const alerts: CourtAlert[] = []
  if (found.urn === undefined)
    alerts.push({ code: 'urn-missing', field: 'urn', data: { caseNo: found.caseNo ?? null } })
  if (hearing.court.code === undefined) {
    alerts.push({ code: 'court-not-known', field: 'court', data: { name: hearing.court.name ?? null } })
  }
  return alerts
}

/** Data-quality alerts of a defendant: numbers that are no numbers, with the reason, and a birth date that is not
 *  given or lies after the hearing. */
export function defendantAlerts(defendant: CourtDefendant, hearingDate: LocalDate): readonly CourtAlert[] {
  const alerts: CourtAlert[] = []
  const numbers = [
    ['pnc', defendant.pnc, readPnc],
    ['cro', defendant.cro, readCro],
    ['asn', defendant.asn, readAsn],
  ] as const
  for (const [field, given, read] of numbers) {
    if (!given) continue
    const reading = read(given, hearingDate)
    if (!reading.valid) alerts.push({ code: 'number-rejected', field, data: { given, because: reading.reason } })
    else if (!reading.usableForMatching) alerts.push({ code: 'number-is-placeholder', field, data: { given } })
  }
  if (defendant.type === 'PERSON' && defendant.dateOfBirth === undefined) {
    alerts.push({ code: 'birth-date-missing', field: 'dateOfBirth', data: {} })
  }
  if (defendant.dateOfBirth !== undefined && defendant.dateOfBirth >= hearingDate) {
    const data = { given: defendant.dateOfBirth, hearing: hearingDate }
    alerts.push({ code: 'birth-date-not-possible', field: 'dateOfBirth', data })
  }
  return alerts
}

export type SeriousFurtherAlert = 'alert' | 'look-at-variant' | 'none'

/** Does a charge raise a serious-further-offence alert to the region (court specification, section 13)? Yes for a
 *  listed code against a person under supervision, or whose supervision ended within the window before the hearing;
 *  a variant of a listed code is looked at by a person. `window`: days after the end, as in force on the hearing day. */
export function seriousFurtherAlert(
  facts: {
    readonly offenceCodes: readonly string[]
    readonly status: 'CURRENT' | 'PREVIOUSLY_KNOWN' | 'NOT_SENTENCED' | 'NO_RECORD'
    readonly endedOn: LocalDate | null
  },
  hearingDate: LocalDate,
  window: InForce<number>,
): Decision<SeriousFurtherAlert> {
  const lastDay = facts.endedOn === null ? null : plusDays(facts.endedOn, window.value)
  const supervised = facts.status === 'CURRENT'
  const justEnded = facts.status === 'PREVIOUSLY_KNOWN' && lastDay !== null && hearingDate <= lastDay
  if (!supervised && !justEnded) return decided('none', [window], reason('not-supervised-lately', { lastDay }))
  const why = supervised ? 'under-supervision' : 'supervision-ended-within-window'
  const codesThat = (wanted: string) => facts.offenceCodes.filter(code => seriousFurtherOffence(code) === wanted)
  const listed = codesThat('listed')
  if (listed.length > 0) return decided('alert', [window], reason(why, { codes: listed, lastDay }))
  const variants = codesThat('variant-of-listed')
  if (variants.length > 0) return decided('look-at-variant', [window], reason(why, { codes: variants, lastDay }))
  return decided('none', [window], reason('no-listed-offence'))
}
