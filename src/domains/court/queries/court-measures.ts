import { daysBetween, type LocalDate, workingDaysBetween } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { recordedWithinWorkingDays } from '../parameters/outcomes.ts'

export type Share = { readonly part: number; readonly of: number }

/** How court work went in a period, both days included, by day of hearing (court specification, section 14). Limited
 *  people the viewer may not see are not counted. */
export type CourtMeasures = {
  /** Defendants linked before the day of hearing, of those linked by now. */
  readonly matchedInTime: Share
  /** Linked on the day of hearing or later. */
  readonly matchedLate: Share
  /** Machine links that staff undid, of all machine links. */
  readonly wrongLinks: Share
  /** Hearings first seen at least one working day before. */
  readonly seenAhead: Share
  /** Outcomes resulted within the working days allowed, of outcomes recorded. */
  readonly resultedInTime: Share
  /** Sentences on the record within the working days allowed, of sentences proposed or typed in. */
  readonly sentencedInTime: Share
  /** Proposed sentences accepted as they were, of all accepted. */
  readonly acceptedUnchanged: Share
}

type Days = { readonly first: LocalDate; readonly second: LocalDate | null }

export async function courtMeasures(tx: Tx, from: LocalDate, to: LocalDate): Promise<CourtMeasures> {
  const period = [from, to]
  const linked = await tx.rows<{ hearing: LocalDate; linkedOn: LocalDate }>(
    `SELECT DISTINCT ON (d.person_id, d.defendant_id) d.hearing_day AS hearing,
            (d.at AT TIME ZONE 'Europe/London')::date AS "linkedOn"
       FROM court.link_decision d
      WHERE d.what IN ('linked', 'record-created') AND d.hearing_day BETWEEN $1 AND $2
      ORDER BY d.person_id, d.defendant_id, d.at`,
    period,
  )
  const machine = await tx.one<{ linked: number; undone: number }>(
    `SELECT count(*)::int AS linked, count(*) FILTER (WHERE EXISTS (
              SELECT 1 FROM court.link_decision u WHERE u.person_id = d.person_id AND u.defendant_id = d.defendant_id
                 AND u.what = 'unlinked' AND NOT u.by_machine AND u.at > d.at))::int AS undone
       FROM court.link_decision d
      WHERE d.what = 'linked' AND d.by_machine AND d.hearing_day BETWEEN $1 AND $2`,
    period,
  )
  const hearings = await tx.rows<{ first: LocalDate; second: LocalDate }>(
    `SELECT (min(h.first_seen_at) AT TIME ZONE 'Europe/London')::date AS first, min(s.day) AS second
       FROM court.hearing h JOIN court.hearing_day s ON s.hearing_id = h.id
      WHERE s.day BETWEEN $1 AND $2 AND h.deleted_at IS NULL GROUP BY h.id`,
    period,
  )
  const outcomes = await tx.rows<Days>(
    `SELECT hearing_day AS first, (resulted_at AT TIME ZONE 'Europe/London')::date AS second
       FROM court.outcome WHERE hearing_day BETWEEN $1 AND $2`,
    period,
  )
  const sentences = await tx.rows<Days & { readonly unchanged: boolean }>(
    `SELECT hearing_day AS first, (accepted_at AT TIME ZONE 'Europe/London')::date AS second,
            accepted_content IS NOT DISTINCT FROM content AS unchanged
       FROM court.proposal
      WHERE kind = 'order' AND change = 'new' AND refused_at IS NULL AND (replaced_at IS NULL OR accepted_at IS NOT NULL)
        AND hearing_day BETWEEN $1 AND $2`,
    period,
  )
  const late = linked.filter(one => one.linkedOn >= one.hearing).length
  const accepted = sentences.filter(one => one.second !== null)
  return {
    matchedInTime: { part: linked.length - late, of: linked.length },
    matchedLate: { part: late, of: linked.length },
    wrongLinks: { part: machine.undone, of: machine.linked },
    seenAhead: { part: hearings.filter(one => seenAhead(one.first, one.second)).length, of: hearings.length },
    resultedInTime: { part: outcomes.filter(inTime).length, of: outcomes.length },
    sentencedInTime: { part: sentences.filter(inTime).length, of: sentences.length },
    acceptedUnchanged: { part: accepted.filter(one => one.unchanged).length, of: accepted.length },
  }
}

/** Days beyond which counting working days can change nothing. */
const longAgo = 14

/** Listed at least one working day before it was heard. */
function seenAhead(seen: LocalDate, hearing: LocalDate): boolean {
  if (seen >= hearing) return false
  return daysBetween(seen, hearing) > longAgo || workingDaysBetween(seen, hearing) >= 1
}

function inTime({ first, second }: Days): boolean {
  if (second === null || daysBetween(first, second) > longAgo) return false
  return second <= first || workingDaysBetween(first, second) <= recordedWithinWorkingDays.on(first).value
}
