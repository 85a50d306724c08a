import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { PairExplanation } from '../../person/index.ts'
import type { CourtAddress, CourtApplication, CourtOffence, Phones } from '../model.ts'

export type AppearanceFacts = {
  readonly personId: string
  readonly id: string
  readonly hearingId: string
  readonly caseId: string
  readonly defendantId: string
  readonly version: number
  readonly preparation: string
  readonly preparedBy: string | null
  readonly preparedAt: string | null
  readonly outcomeNotRequired: boolean
  readonly attendance: string | null
  readonly reportRequestedAt: string | null
  readonly reportRequestedFor: LocalDate | null
  readonly removedAt: string | null
  readonly removedBecause: string | null
  readonly listNo: string | null
  readonly caseNo: string | null
  readonly urn: string | null
  readonly source: string
  readonly initiationCode: string | null
  readonly markers: readonly string[]
  readonly toReview: string | null
  readonly hearingType: string | null
  readonly jurisdiction: string | null
  readonly courtCode: string | null
  readonly courtName: string | null
  readonly deletedAt: string | null
  readonly defendant: DefendantFacts
}

/** As the court gave them; numbers are read again by rule wherever they are used. */
export type DefendantFacts = {
  readonly type: 'PERSON' | 'ORGANISATION'
  readonly title: string | null
  readonly forenames: readonly string[]
  readonly surname: string | null
  readonly organisationName: string | null
  readonly dateOfBirth: LocalDate | null
  readonly sex: string | null
  readonly address: CourtAddress | null
  readonly phones: Phones | null
  readonly nationalities: readonly string[]
  readonly pnc: string | null
  readonly cro: string | null
  readonly asn: string | null
  readonly matchState: string
  readonly confirmedAt: string | null
  readonly confirmedBy: string | null
}

/** The defendant at this hearing with the case and the hearing; undefined when there is none the viewer may see. */
export function appearanceFacts(tx: Tx, personId: string, appearanceId: string): Promise<AppearanceFacts | undefined> {
  return tx.maybe<AppearanceFacts>(
    `SELECT a.person_id AS "personId", a.id, a.hearing_id AS "hearingId", a.case_id AS "caseId",
            a.defendant_id AS "defendantId", a.version, a.preparation, a.prepared_by AS "preparedBy",
            a.prepared_at AS "preparedAt", a.outcome_not_required AS "outcomeNotRequired", a.attendance,
            a.report_requested_at AS "reportRequestedAt", a.report_requested_for AS "reportRequestedFor",
            coalesce(h.deleted_at, listed.removed_at, a.removed_at) AS "removedAt",
            CASE WHEN h.deleted_at IS NOT NULL THEN 'hearing-deleted'
                 ELSE coalesce(listed.removed_because, a.removed_because) END AS "removedBecause",
            listed.list_no AS "listNo", c.case_no AS "caseNo", c.urn, c.source, c.initiation_code AS "initiationCode",
            c.markers, c.to_review AS "toReview", h.hearing_type AS "hearingType", h.jurisdiction,
            h.court_code AS "courtCode", h.court_name AS "courtName", h.deleted_at AS "deletedAt",
            json_build_object('type', d.type, 'title', d.title, 'forenames', d.forenames, 'surname', d.surname,
              'organisationName', d.organisation_name, 'dateOfBirth', d.date_of_birth, 'sex', d.sex,
              'address', d.address, 'phones', d.phones, 'nationalities', d.nationalities, 'pnc', d.pnc, 'cro', d.cro,
              'asn', d.asn, 'matchState', d.match_state, 'confirmedAt', d.confirmed_at,
              'confirmedBy', d.confirmed_by) AS defendant
       FROM court.appearance a
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
       JOIN court.hearing h ON h.id = a.hearing_id
       JOIN court.court_case c ON c.id = a.case_id
       LEFT JOIN court.hearing_case listed ON listed.hearing_id = a.hearing_id AND listed.case_id = a.case_id
      WHERE a.person_id = $1 AND a.id = $2`,
    [personId, appearanceId],
  )
}

export type SittingDay = {
  readonly day: LocalDate
  readonly startsAt: string
  readonly session: string | null
  readonly room: string | null
}

export function hearingDays(tx: Tx, hearingId: string): Promise<SittingDay[]> {
  return tx.rows<SittingDay>(
    `SELECT day, to_char(starts_at, 'HH24:MI') AS "startsAt", session, room
       FROM court.hearing_day WHERE hearing_id = $1 ORDER BY day, starts_at`,
    [hearingId],
  )
}

export type ChargedOffence = {
  readonly id: string
  readonly sequence: number
  readonly code: string | null
  readonly title: string | null
  readonly wording: string | null
  readonly act: string | null
  readonly maximumPenalty: string | null
  readonly plea: CourtOffence['plea'] | null
  readonly verdict: CourtOffence['verdict'] | null
  readonly convictionDate: LocalDate | null
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
  readonly seriousFurther: boolean
  readonly results: CourtOffence['results']
}

export function offencesCharged(tx: Tx, personId: string, appearanceId: string): Promise<ChargedOffence[]> {
  return tx.rows<ChargedOffence>(
    `SELECT id, sequence, code, title, wording, act, maximum_penalty AS "maximumPenalty", plea, verdict,
            conviction_date AS "convictionDate", start_date AS "startDate", end_date AS "endDate",
            serious_further AS "seriousFurther", results
       FROM court.offence WHERE person_id = $1 AND appearance_id = $2 ORDER BY sequence, id`,
    [personId, appearanceId],
  )
}

export type ApplicationHeard = {
  readonly id: string
  readonly kind: string
  readonly facts: CourtApplication
  readonly foundDisposalId: string | null
  readonly foundHow: string | null
}

export function applicationsHeard(tx: Tx, personId: string, appearanceId: string): Promise<ApplicationHeard[]> {
  return tx.rows<ApplicationHeard>(
    `SELECT id, kind, facts, found_disposal_id AS "foundDisposalId", found_how AS "foundHow"
       FROM court.application WHERE person_id = $1 AND appearance_id = $2 ORDER BY kind, id`,
    [personId, appearanceId],
  )
}

export type StoredCandidate = {
  readonly id: string
  readonly defendantId: string
  readonly candidatePersonId: string
  readonly crn: string | null
  readonly weight: number
  readonly band: string
  readonly twins: boolean
  readonly limited: boolean
  /** Without lines for a limited record. */
  readonly explanation: Partial<PairExplanation>
  readonly rejectedAt: string | null
  readonly decidedBy: string | null
  readonly reason: string | null
}

/** The records found for these defendants, the best first; those staff rejected last. */
export function candidatesOf(
  tx: Tx,
  people: readonly string[],
  defendants: readonly string[],
): Promise<StoredCandidate[]> {
  return tx.rows<StoredCandidate>(
    `SELECT id, defendant_id AS "defendantId", candidate_person_id AS "candidatePersonId", crn, weight, band, twins,
            limited, explanation, rejected_at AS "rejectedAt", decided_by AS "decidedBy", reason
       FROM court.candidate
      WHERE person_id = ANY ($1) AND defendant_id = ANY ($2) AND crn IS NOT NULL AND band <> 'hidden'
      ORDER BY rejected_at IS NOT NULL, weight DESC, id`,
    [people, defendants],
  )
}

export type LinkDecisionMade = {
  readonly what: string
  readonly crn: string | null
  readonly by: string
  readonly byMachine: boolean
  readonly at: string
  readonly reason: string | null
}

export function linkDecisions(tx: Tx, personId: string, defendantId: string): Promise<LinkDecisionMade[]> {
  return tx.rows<LinkDecisionMade>(
    `SELECT what, crn, by, by_machine AS "byMachine", at, reason FROM court.link_decision
      WHERE person_id = $1 AND defendant_id = $2 ORDER BY at DESC, id DESC`,
    [personId, defendantId],
  )
}

export type Remark = {
  readonly id: string
  readonly body: string
  readonly author: string
  readonly authorName: string
  readonly writtenAt: string
  readonly editedAt: string | null
  readonly version: number
}

/** Notes of one hearing, or comments of the case, the newest first; those taken back are left out. */
export function remarks(tx: Tx, kind: 'note' | 'comment', personId: string, parentId: string): Promise<Remark[]> {
  const parent = kind === 'note' ? 'appearance_id' : 'defendant_id'
  return tx.rows<Remark>(
    `SELECT id, body, author, author_name AS "authorName", written_at AS "writtenAt", edited_at AS "editedAt", version
       FROM court.${kind} WHERE person_id = $1 AND ${parent} = $2 AND deleted_at IS NULL
      ORDER BY written_at DESC, id DESC`,
    [personId, parentId],
  )
}

/** One note or comment that was not taken back. */
export function remarkById(
  tx: Tx,
  kind: 'note' | 'comment',
  personId: string,
  id: string,
): Promise<Remark | undefined> {
  return tx.maybe<Remark>(
    `SELECT id, body, author, author_name AS "authorName", written_at AS "writtenAt", edited_at AS "editedAt", version
       FROM court.${kind} WHERE person_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [personId, id],
  )
}

export type CaseDocument = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly addedByName: string
  readonly addedAt: string
}

export function caseDocuments(tx: Tx, personId: string, defendantId: string): Promise<CaseDocument[]> {
  return tx.rows<CaseDocument>(
    `SELECT id, file_name AS "fileName", bytes, added_by_name AS "addedByName", added_at AS "addedAt"
       FROM court.document WHERE person_id = $1 AND defendant_id = $2 AND deleted_at IS NULL ORDER BY added_at DESC, id`,
    [personId, defendantId],
  )
}

export type OutcomeFacts = {
  readonly id: string
  readonly types: readonly string[]
  readonly createdAt: string
  readonly createdBy: string
  readonly byMachine: boolean
  readonly assignedTo: string | null
  readonly assignedName: string | null
  readonly heldAt: string | null
  readonly heldReason: string | null
  readonly resultedAt: string | null
  readonly resultedBy: string | null
  readonly version: number
}

export function outcomeOf(tx: Tx, personId: string, appearanceId: string): Promise<OutcomeFacts | undefined> {
  return tx.maybe<OutcomeFacts>(
    `SELECT id, types, created_at AS "createdAt", created_by AS "createdBy", by_machine AS "byMachine",
            assigned_to AS "assignedTo", assigned_name AS "assignedName", held_at AS "heldAt",
            held_reason AS "heldReason", resulted_at AS "resultedAt", resulted_by AS "resultedBy", version
       FROM court.outcome WHERE person_id = $1 AND appearance_id = $2`,
    [personId, appearanceId],
  )
}

export type OutcomeChange = {
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly byName: string
  readonly at: string
}

export function outcomeChanges(tx: Tx, personId: string, outcomeId: string): Promise<OutcomeChange[]> {
  return tx.rows<OutcomeChange>(
    `SELECT what, detail, by_name AS "byName", at FROM court.outcome_change
      WHERE person_id = $1 AND outcome_id = $2 ORDER BY at DESC, id DESC`,
    [personId, outcomeId],
  )
}

export type HearingOfCase = {
  readonly appearanceId: string
  readonly hearingType: string | null
  readonly courtName: string | null
  readonly courtCode: string | null
  readonly days: readonly LocalDate[]
  readonly outcomeTypes: readonly string[] | null
  readonly notes: number
  readonly results: readonly string[]
  readonly removed: boolean
}

/** Every hearing of the case with this defendant, the newest first, with its outcome and what the court ordered. */
export function hearingsOfCase(tx: Tx, personId: string, defendantId: string): Promise<HearingOfCase[]> {
  return tx.rows<HearingOfCase>(
    `SELECT a.id AS "appearanceId", h.hearing_type AS "hearingType", h.court_name AS "courtName",
            h.court_code AS "courtCode",
            ARRAY(SELECT DISTINCT day::text FROM court.hearing_day sitting WHERE sitting.hearing_id = h.id ORDER BY 1) AS days,
            outcome.types AS "outcomeTypes",
            (SELECT count(*)::int FROM court.note
              WHERE note.person_id = a.person_id AND note.appearance_id = a.id AND note.deleted_at IS NULL) AS notes,
            ARRAY(SELECT DISTINCT coalesce(result->>'label', result->>'text', result->>'code')
                    FROM court.offence o, jsonb_array_elements(o.results) result
                   WHERE o.person_id = a.person_id AND o.appearance_id = a.id) AS results,
            (h.deleted_at IS NOT NULL OR a.removed_at IS NOT NULL) AS removed
       FROM court.appearance a
       JOIN court.hearing h ON h.id = a.hearing_id
       LEFT JOIN court.outcome ON outcome.person_id = a.person_id AND outcome.appearance_id = a.id
      WHERE a.person_id = $1 AND a.defendant_id = $2
      ORDER BY days DESC, a.id DESC`,
    [personId, defendantId],
  )
}

export type OpenAlert = {
  readonly id: string
  readonly code: string
  readonly field: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export function openAlerts(tx: Tx, personId: string, hearingId: string): Promise<OpenAlert[]> {
  return tx.rows<OpenAlert>(
    `SELECT id, code, field, detail FROM court.alert
      WHERE person_id = $1 AND hearing_id = $2 AND closed_at IS NULL ORDER BY raised_at, id`,
    [personId, hearingId],
  )
}

/** What waits for a decision about this defendant's results, for the link to it. */
export function waitingProposals(
  tx: Tx,
  personId: string,
  appearanceId: string,
): Promise<{ id: string; kind: string }[]> {
  return tx.rows<{ id: string; kind: string }>(
    `SELECT id, kind FROM court.proposal
      WHERE person_id = $1 AND appearance_id = $2
        AND accepted_at IS NULL AND refused_at IS NULL AND replaced_at IS NULL ORDER BY made_at, id`,
    [personId, appearanceId],
  )
}
