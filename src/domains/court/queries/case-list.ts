import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

export type ListedOffence = {
  readonly code: string | null
  readonly title: string | null
  readonly seriousFurther: boolean
}

/** Everything the list shows of a case the viewer may see. */
export type ListEntry = {
  readonly caseId: string
  readonly recordPersonId: string | null
  readonly source: string
  readonly urn: string | null
  readonly caseNo: string | null
  readonly hearingType: string | null
  readonly defendantType: string
  readonly name: string
  readonly surnameKey: string
  readonly dateOfBirth: LocalDate | null
  readonly offences: readonly ListedOffence[]
  readonly applicationKinds: readonly string[]
  readonly matchState: string
  readonly probationStatus: string
  readonly endedOn: LocalDate | null
  readonly possible: boolean
  readonly awaitingReport: boolean
  readonly breach: boolean
  readonly suspendedSentence: boolean
  readonly seriousFurther: boolean
  readonly nextHearing: boolean
  readonly firstSeenOn: LocalDate
  readonly preparation: string
  readonly outcomeNotRequired: boolean
  readonly outcomeState: string | null
  readonly outcomeTypes: readonly string[]
  readonly removedBecause: string | null
}

/** A place on the list. `entry` is null for a person the viewer may not see: the place then says a CRN and no more. */
export type ListPlace = {
  readonly id: string
  readonly personId: string
  readonly appearanceId: string
  readonly crn: string | null
  readonly room: string
  /** 'HH:MM' on the London clock; '00:00' when the court gave none. */
  readonly startsAt: string
  readonly session: string | null
  readonly listNo: string | null
  readonly removed: boolean
  readonly entry: ListEntry | null
}

/** The whole list of a court and day, removed cases too, in one query on the key it is kept under. */
export function caseList(tx: Tx, courtCode: string, day: LocalDate): Promise<ListPlace[]> {
  return tx.rows<ListPlace>(
    `SELECT place.id, place.person_id AS "personId", place.appearance_id AS "appearanceId", place.crn, place.room,
            to_char(place.starts_at, 'HH24:MI') AS "startsAt", place.session, place.list_no AS "listNo",
            place.removed_at IS NOT NULL AS removed,
            CASE WHEN entry.id IS NULL THEN NULL ELSE json_build_object(
              'caseId', entry.case_id, 'recordPersonId', entry.record_person_id, 'source', entry.source, 'urn', entry.urn,
              'caseNo', entry.case_no, 'hearingType', entry.hearing_type, 'defendantType', entry.defendant_type,
              'name', entry.name, 'surnameKey', entry.surname_key, 'dateOfBirth', entry.date_of_birth,
              'offences', entry.offences, 'applicationKinds', entry.application_kinds, 'matchState', entry.match_state,
              'probationStatus', entry.probation_status, 'endedOn', entry.ended_on, 'possible', entry.possible,
              'awaitingReport', entry.awaiting_report, 'breach', entry.breach,
              'suspendedSentence', entry.suspended_sentence, 'seriousFurther', entry.serious_further,
              'nextHearing', entry.next_hearing, 'firstSeenOn', entry.first_seen_on, 'preparation', entry.preparation,
              'outcomeNotRequired', entry.outcome_not_required, 'outcomeState', entry.outcome_state,
              'outcomeTypes', entry.outcome_types, 'removedBecause', entry.removed_because) END AS entry
       FROM court.list_place place
       LEFT JOIN court.list_entry entry
         ON entry.court_code = place.court_code AND entry.day = place.day AND entry.id = place.id
      WHERE place.court_code = $1 AND place.day = $2`,
    [courtCode, day],
  )
}

export type DayCount = { readonly day: LocalDate; readonly cases: number }

/** How many cases each day of the window lists at the court, for the links of the date picker. */
export function listedDays(tx: Tx, courtCode: string, from: LocalDate, to: LocalDate): Promise<DayCount[]> {
  return tx.rows<DayCount>(
    `SELECT day, count(*)::int AS cases FROM court.list_place
      WHERE court_code = $1 AND day BETWEEN $2 AND $3 AND removed_at IS NULL GROUP BY day ORDER BY day`,
    [courtCode, from, to],
  )
}
