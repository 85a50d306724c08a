import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { CourtResult } from '../model.ts'
import { nextHearing } from '../rules/next-hearing.ts'
import { hearingDays, offencesCharged } from './defendant-at-court.ts'

/** What a court report starts from, as the court gave it; null is not known. */
export type HearingForReport = {
  readonly personId: string
  readonly appearanceId: string
  readonly defendantType: 'PERSON' | 'ORGANISATION'
  readonly matchState: string
  readonly caseReference: string | null
  readonly courtCode: string | null
  readonly hearingType: string | null
  /** The first day of the hearing. */
  readonly day: LocalDate | null
  readonly offences: readonly {
    readonly code: string | null
    readonly title: string | null
    readonly plea: string | null
    readonly committedOn: LocalDate | null
    readonly convictedOn: LocalDate | null
    readonly maximumPenalty: string | null
  }[]
  readonly next: { readonly courtCode: string | null; readonly day: LocalDate | null } | null
  /** Codes or words of bail as the court gave them with its adjournments. */
  readonly bail: readonly string[]
  /** Orders on record that applications of this hearing were found to be about. */
  readonly breachedDisposals: readonly string[]
}

/** The hearing a report is asked for at, with what its results say of the next one. Undefined when there is none the
 *  viewer may see. */
export async function hearingForReport(
  tx: Tx,
  personId: string,
  appearanceId: string,
): Promise<HearingForReport | undefined> {
  const row = await tx.maybe<
    Pick<HearingForReport, 'matchState' | 'caseReference' | 'courtCode' | 'hearingType' | 'defendantType'> & {
      readonly hearingId: string
    }
  >(
    `SELECT a.hearing_id AS "hearingId", d.type AS "defendantType", d.match_state AS "matchState",
            coalesce(c.urn, c.case_no) AS "caseReference", h.court_code AS "courtCode", h.hearing_type AS "hearingType"
       FROM court.appearance a
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
       JOIN court.hearing h ON h.id = a.hearing_id
       JOIN court.court_case c ON c.id = a.case_id
      WHERE a.person_id = $1 AND a.id = $2`,
    [personId, appearanceId],
  )
  if (!row) return undefined
  const { hearingId, ...hearing } = row
  const days = await hearingDays(tx, hearingId)
  const charged = await offencesCharged(tx, personId, appearanceId)
  const breached = await tx.rows<{ id: string }>(
    `SELECT DISTINCT found_disposal_id AS id FROM court.application
      WHERE person_id = $1 AND appearance_id = $2 AND kind = 'breach' AND found_disposal_id IS NOT NULL`,
    [personId, appearanceId],
  )
  const results: readonly CourtResult[] = charged.flatMap(one => one.results)
  const nexts = results.flatMap(result => nextHearing(result) ?? [])
  const first = nexts.filter(one => one.date !== undefined).sort((a, b) => (a.date! < b.date! ? -1 : 1))[0] ?? nexts[0]
  return {
    ...hearing,
    personId,
    appearanceId,
    day: days[0]?.day ?? null,
    offences: charged.map(one => ({
      code: one.code,
      title: one.title,
      plea: one.plea?.value ?? null,
      committedOn: one.startDate,
      convictedOn: one.convictionDate,
      maximumPenalty: one.maximumPenalty,
    })),
    next: first ? { courtCode: first.courtCode ?? null, day: first.date ?? null } : null,
    bail: [...new Set(results.flatMap(one => one.nextHearing?.bailStatus ?? []))],
    breachedDisposals: breached.map(one => one.id),
  }
}

/** The days near this one for which the court has a list. */
export async function listedDaysNear(tx: Tx, courtCode: string, day: LocalDate): Promise<readonly LocalDate[]> {
  const rows = await tx.rows<{ day: LocalDate }>(
    `SELECT DISTINCT sitting.day FROM court.hearing_day sitting
       JOIN court.hearing ON hearing.id = sitting.hearing_id AND hearing.deleted_at IS NULL
      WHERE sitting.court_code = $1 AND sitting.day BETWEEN $2 AND $3`,
    [courtCode, plusDays(day, -28), plusDays(day, 28)],
  )
  return rows.map(row => row.day)
}
