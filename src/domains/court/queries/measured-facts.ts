import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** One thing a measure counts. `doneAt` is when it was done, null when it was not; `changed` where that is counted. */
export type MeasuredFact = {
  readonly personId: string | null
  readonly appearanceId: string | null
  readonly name: string
  readonly courtCode: string | null
  readonly day: LocalDate
  /** 'HH:MM', '00:00' when the court gave none. */
  readonly startsAt: string
  readonly doneAt: string | null
  readonly changed: boolean
}

const person = `concat_ws(', ', d.surname, nullif(array_to_string(d.forenames, ' '), '')) AS name`

/** Defendants of hearings in the period who have a record now: when each was first linked to it. */
export function defendantsOnRecord(tx: Tx, from: LocalDate, to: LocalDate): Promise<MeasuredFact[]> {
  return tx.rows<MeasuredFact>(
    `SELECT DISTINCT ON (d.id) d.person_id AS "personId", a.id AS "appearanceId", ${person},
            sitting.court_code AS "courtCode", sitting.day, to_char(sitting.starts_at, 'HH24:MI') AS "startsAt",
            (SELECT min(at) FROM court.link_decision l WHERE l.person_id = d.person_id AND l.defendant_id = d.id
                AND l.what IN ('linked', 'record-created')) AS "doneAt", false AS changed
       FROM court.hearing_day sitting
       JOIN court.appearance a ON a.hearing_id = sitting.hearing_id AND a.removed_at IS NULL
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
      WHERE sitting.day BETWEEN $1 AND $2 AND d.type = 'PERSON' AND d.match_state = 'EXACT'
      ORDER BY d.id, sitting.day, sitting.starts_at`,
    [from, to],
  )
}

/** Links the machine made in the period; done when staff undid one later. */
export function machineLinks(tx: Tx, from: LocalDate, to: LocalDate): Promise<MeasuredFact[]> {
  return tx.rows<MeasuredFact>(
    `SELECT l.person_id AS "personId",
            (SELECT a.id FROM court.appearance a WHERE a.person_id = l.person_id AND a.defendant_id = l.defendant_id
              ORDER BY a.id DESC LIMIT 1) AS "appearanceId",
            ${person}, NULL AS "courtCode", (l.at AT TIME ZONE 'Europe/London')::date AS day, '00:00' AS "startsAt",
            (SELECT min(undone.at) FROM court.link_decision undone
              WHERE undone.person_id = l.person_id AND undone.defendant_id = l.defendant_id AND undone.at > l.at
                AND undone.what = 'unlinked' AND NOT undone.by_machine) AS "doneAt", false AS changed
       FROM court.link_decision l
       JOIN court.defendant d ON d.person_id = l.person_id AND d.id = l.defendant_id
      WHERE l.what = 'linked' AND l.by_machine AND (l.at AT TIME ZONE 'Europe/London')::date BETWEEN $1 AND $2
      ORDER BY l.at, l.id`,
    [from, to],
  )
}

/** Hearings whose first day is in the period; done when first seen. About nobody. */
export function hearingsSeen(tx: Tx, from: LocalDate, to: LocalDate): Promise<MeasuredFact[]> {
  return tx.rows<MeasuredFact>(
    `SELECT NULL AS "personId", NULL AS "appearanceId", coalesce(h.hearing_type, 'Hearing') AS name,
            first.court_code AS "courtCode", first.day, to_char(first.starts_at, 'HH24:MI') AS "startsAt",
            h.first_seen_at AS "doneAt", false AS changed
       FROM court.hearing h
       JOIN LATERAL (SELECT day, starts_at, court_code FROM court.hearing_day sitting WHERE sitting.hearing_id = h.id
                      ORDER BY day, starts_at LIMIT 1) AS first ON true
      WHERE h.deleted_at IS NULL AND first.day BETWEEN $1 AND $2 ORDER BY first.day, h.id`,
    [from, to],
  )
}

/** Outcomes of hearings in the period; done when resulted. */
export function outcomesResulted(tx: Tx, from: LocalDate, to: LocalDate): Promise<MeasuredFact[]> {
  return tx.rows<MeasuredFact>(
    `SELECT o.person_id AS "personId", o.appearance_id AS "appearanceId", ${person}, o.court_code AS "courtCode",
            o.hearing_day AS day, '00:00' AS "startsAt", o.resulted_at AS "doneAt", false AS changed
       FROM court.outcome o
       JOIN court.appearance a ON a.person_id = o.person_id AND a.id = o.appearance_id
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
      WHERE o.hearing_day BETWEEN $1 AND $2 ORDER BY o.hearing_day, o.id`,
    [from, to],
  )
}

/** Sentences proposed from hearings in the period, newest reading only; done when accepted onto the record. `changed`:
 *  a person corrected it while accepting. */
export function sentencesProposed(tx: Tx, from: LocalDate, to: LocalDate): Promise<MeasuredFact[]> {
  return tx.rows<MeasuredFact>(
    `SELECT p.person_id AS "personId", p.appearance_id AS "appearanceId", ${person}, p.court_code AS "courtCode",
            p.hearing_day AS day, '00:00' AS "startsAt", p.accepted_at AS "doneAt",
            coalesce(p.accepted_content ? 'family', false) AS changed
       FROM court.proposal p
       JOIN court.defendant d ON d.person_id = p.person_id AND d.id = p.defendant_id
      WHERE p.kind = 'order' AND p.change <> 'withdrawn' AND p.replaced_at IS NULL AND p.refused_at IS NULL
        AND p.hearing_day BETWEEN $1 AND $2 ORDER BY p.hearing_day, p.id`,
    [from, to],
  )
}
