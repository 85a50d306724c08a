import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type IdentityBar, identityBar, identityGroups } from '../../person/index.ts'
import { noRecord, type ProbationSummary, probationSummaries } from '../../sentence/index.ts'

/** Who is linked to which record, where the caller knows it; null is linked to none. */
export type KnownLinks = ReadonlyMap<string, { readonly personId: string; readonly crn: string } | null>

/** Writes the case list anew for these appearances, from the facts as they are now: the slim place everybody may count
 *  and the entry that shows who it is. Call it after every change to what the list shows. `fresh`: nothing of them is
 *  on the list yet. */
export async function refreshList(
  tx: Tx,
  listed: {
    readonly people: readonly string[]
    readonly appearances: readonly string[]
    readonly fresh?: boolean
    readonly links?: KnownLinks
  },
  today: LocalDate,
): Promise<void> {
  const { people, appearances } = listed
  if (appearances.length === 0) return
  if (!listed.fresh) {
    // A limit is set on the appearance before it is set on the list: whoever holds it waits here, or is waited for, so
    // that no entry is written with the flags of before.
    await tx.run(
      `SELECT FROM court.appearance WHERE person_id = ANY ($1) AND id = ANY ($2) ORDER BY person_id, id FOR SHARE`,
      [people, appearances],
    )
    await tx.run(
      `WITH entries AS (DELETE FROM court.list_entry WHERE appearance_id = ANY ($1))
       DELETE FROM court.list_place WHERE appearance_id = ANY ($1)`,
      [appearances],
    )
  }
  const records = await recordsAtCourt(tx, [...new Set(people)], today, listed.links)
  await tx.run(insertList, [people, appearances, JSON.stringify(records), today])
}

export type RecordAtCourt = {
  readonly person_id: string
  readonly record_person_id: string
  readonly crn: string
  readonly status: ProbationSummary['status']
  readonly ended_on: LocalDate | null
  readonly breach: boolean
  readonly suspended: boolean
}

/** What the record says of each of these people who has one. */
export async function recordsAtCourt(
  tx: Tx,
  people: readonly string[],
  today: LocalDate,
  links: KnownLinks = new Map(),
): Promise<readonly RecordAtCourt[]> {
  const toFind = people.filter(id => !links.has(id))
  const bars = toFind.length > 0 ? await identityBar(tx, toFind) : new Map<string, IdentityBar>()
  const onRecord = people.flatMap(id => {
    const link = links.get(id) ?? bars.get(id)
    return link?.crn ? [{ id, recordPersonId: link.personId, crn: link.crn }] : []
  })
  if (onRecord.length === 0) return []
  const groups = await identityGroups(tx, [...new Set(onRecord.map(one => one.id))])
  const summaries = await probationSummaries(tx, groups, today)
  return onRecord.map(({ id, recordPersonId, crn }) => {
    const { status, endedOn, breach, suspendedSentenceOrder } = summaries.get(id) ?? noRecord
    const shown = { status, ended_on: endedOn, breach, suspended: suspendedSentenceOrder }
    return { person_id: id, record_person_id: recordPersonId, crn, ...shown }
  })
}

// The state of an outcome and the probation status repeat rules/outcome-state.ts and rules/probation-status.ts in SQL;
// list-store.db.test.ts holds the two together.
const insertList = `
WITH record AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb)
    AS r (person_id uuid, record_person_id uuid, crn text, status text, ended_on date, breach boolean, suspended boolean)
), listed AS (
  SELECT DISTINCT ON (a.id, coalesce(sitting.court_code, ''), sitting.day)
         coalesce(sitting.court_code, '') AS court_code, sitting.day, a.id, a.person_id, record.record_person_id, record.crn,
         a.id AS appearance_id, a.hearing_id, a.case_id, a.defendant_id,
         c.source, c.urn, c.case_no, h.hearing_type, d.type AS defendant_type,
         CASE WHEN d.type = 'ORGANISATION' THEN d.organisation_name
              ELSE concat_ws(', ', d.surname, nullif(array_to_string(d.forenames, ' '), '')) END AS name,
         lower(coalesce(d.surname, d.organisation_name, '')) AS surname_key,
         d.date_of_birth, d.sex, coalesce(sitting.room, '') AS room, sitting.starts_at, sitting.session, hc.list_no,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'title', o.title, 'seriousFurther', o.serious_further)
                     ORDER BY o.sequence, o.id)
                     FROM court.offence o WHERE o.person_id = a.person_id AND o.appearance_id = a.id), '[]') AS offences,
         ARRAY(SELECT DISTINCT p.kind FROM court.application p
                WHERE p.person_id = a.person_id AND p.appearance_id = a.id ORDER BY p.kind) AS application_kinds,
         d.match_state,
         CASE WHEN record.status IS NOT NULL THEN record.status
              WHEN d.match_state = 'NO_RECORD' AND d.confirmed_at IS NOT NULL THEN 'CONFIRMED_NO_RECORD'
              ELSE 'UNCONFIRMED_NO_RECORD' END AS probation_status,
         record.ended_on, d.match_state = 'POSSIBLE' AS possible,
         EXISTS (SELECT 1 FROM court.appearance asked
                  WHERE asked.person_id = a.person_id AND asked.defendant_id = a.defendant_id
                    AND asked.report_requested_at IS NOT NULL
                    AND (asked.report_requested_for IS NULL OR asked.report_requested_for >= $4::date)) AS awaiting_report,
         coalesce(record.breach, false) AS breach, coalesce(record.suspended, false) AS suspended_sentence,
         record.status IN ('CURRENT', 'PREVIOUSLY_KNOWN') AND EXISTS (
           SELECT 1 FROM court.alert raised WHERE raised.person_id = a.person_id AND raised.appearance_id = a.id
              AND raised.code = 'serious-further-offence' AND raised.closed_at IS NULL) AS serious_further,
         EXISTS (SELECT 1 FROM court.hearing_case earlier
                  WHERE earlier.case_id = a.case_id AND earlier.hearing_id <> a.hearing_id
                    AND earlier.first_seen_at < hc.first_seen_at) AS next_hearing,
         (a.first_seen_at AT TIME ZONE 'Europe/London')::date AS first_seen_on,
         a.preparation, a.outcome_not_required,
         CASE WHEN outcome.id IS NULL THEN NULL WHEN outcome.resulted_at IS NOT NULL THEN 'RESULTED'
              WHEN outcome.held_at IS NOT NULL THEN 'ON_HOLD' WHEN outcome.assigned_to IS NOT NULL THEN 'IN_PROGRESS'
              ELSE 'NEW' END AS outcome_state,
         coalesce(outcome.types, '{}') AS outcome_types,
         coalesce(h.deleted_at, hc.removed_at, a.removed_at) AS removed_at,
         CASE WHEN h.deleted_at IS NOT NULL THEN 'hearing-deleted'
              ELSE coalesce(hc.removed_because, a.removed_because) END AS removed_because,
         a.excluded, a.restricted
    FROM court.appearance a
    JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
    JOIN court.hearing h ON h.id = a.hearing_id
    JOIN court.hearing_case hc ON hc.hearing_id = a.hearing_id AND hc.case_id = a.case_id
    JOIN court.court_case c ON c.id = a.case_id
    JOIN court.hearing_day sitting ON sitting.hearing_id = a.hearing_id
    LEFT JOIN court.outcome ON outcome.person_id = a.person_id AND outcome.appearance_id = a.id
    LEFT JOIN record ON record.person_id = a.person_id
   WHERE a.person_id = ANY ($1) AND a.id = ANY ($2)
   ORDER BY a.id, coalesce(sitting.court_code, ''), sitting.day, sitting.starts_at
), places AS (
  INSERT INTO court.list_place (court_code, day, id, person_id, crn, room, starts_at, session, list_no, appearance_id,
    hearing_id, removed_at, excluded, restricted)
  SELECT court_code, day, id, person_id, crn, room, starts_at, session, list_no, appearance_id, hearing_id, removed_at,
         excluded, restricted FROM listed
)
INSERT INTO court.list_entry (court_code, day, id, person_id, record_person_id, crn, appearance_id, hearing_id, case_id,
  defendant_id, source, urn, case_no, hearing_type, defendant_type, name, surname_key, date_of_birth, sex, room, starts_at,
  session, list_no, offences, application_kinds, match_state, probation_status, ended_on, possible, awaiting_report, breach,
  suspended_sentence, serious_further, next_hearing, first_seen_on, preparation, outcome_not_required, outcome_state,
  outcome_types, removed_at, removed_because, excluded, restricted)
SELECT court_code, day, id, person_id, record_person_id, crn, appearance_id, hearing_id, case_id, defendant_id, source, urn,
  case_no, hearing_type, defendant_type, name, surname_key, date_of_birth, sex, room, starts_at, session, list_no, offences,
  application_kinds, match_state, probation_status, ended_on, possible, awaiting_report, breach, suspended_sentence,
  coalesce(serious_further, false), next_hearing, first_seen_on, preparation, outcome_not_required, outcome_state,
  outcome_types, removed_at, removed_because, excluded, restricted FROM listed`
