import type { LocalDate } from '../../../platform/calendar/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import type { CourtDefendant, CourtOffence } from '../model.ts'
import type { MatchState } from '../rules/match-outcome.ts'
import { insertRows } from './insert-rows.ts'

export type HearingRow = {
  readonly id: string
  readonly isNew: boolean
  readonly source: string
  readonly eventType: string
  readonly factsAt: string | null
  readonly resultsAt: string | null
  readonly deletedAt: string | null
  readonly deletedSharedAt: string | null
}

const hearingColumns = `id, source, event_type AS "eventType", facts_at AS "factsAt", results_at AS "resultsAt",
  deleted_at AS "deletedAt", deleted_shared_at AS "deletedSharedAt"`

/** The hearing of that key, made if it is not there, locked until the commit: messages about one hearing queue up. */
export async function lockHearing(
  tx: Tx,
  key: string,
  fresh: { readonly source: string; readonly externalId: string | null; readonly now: string },
): Promise<HearingRow> {
  const id = newId()
  const made = await tx.run(
    `INSERT INTO court.hearing (id, key, source, external_id, event_type, first_seen_at)
     VALUES ($1, $2, $3, $4, 'CONFIRMED_OR_UPDATED', $5) ON CONFLICT (key) DO NOTHING`,
    [id, key, fresh.source, fresh.externalId, fresh.now],
  )
  if (made === 1) {
    const nothing = { factsAt: null, resultsAt: null, deletedAt: null, deletedSharedAt: null }
    return { id, isNew: true, source: fresh.source, eventType: 'CONFIRMED_OR_UPDATED', ...nothing }
  }
  const row = await tx.one<Omit<HearingRow, 'isNew'>>(
    `SELECT ${hearingColumns} FROM court.hearing WHERE key = $1 FOR UPDATE`,
    [key],
  )
  return { ...row, isNew: false }
}

/** The hearing of that key, locked, or undefined. */
export async function findHearing(tx: Tx, key: string): Promise<HearingRow | undefined> {
  const row = await tx.maybe<Omit<HearingRow, 'isNew'>>(
    `SELECT ${hearingColumns} FROM court.hearing WHERE key = $1 FOR UPDATE`,
    [key],
  )
  return row && { ...row, isNew: false }
}

export type CaseRow = {
  readonly id: string
  readonly key: string
  readonly isNew: boolean
  /** Merged into the case of `id`. */
  readonly merged: boolean
}

/** The cases of those keys, made where they are not there, locked in the order of their keys. A case merged into
 *  another is answered by the other. */
export async function lockCases(
  tx: Tx,
  wanted: readonly { readonly key: string; readonly source: string; readonly toReview: string | null }[],
  now: string,
): Promise<readonly CaseRow[]> {
  const sorted = [...wanted].sort((left, right) => (left.key < right.key ? -1 : 1))
  const fresh = sorted.map(({ key, source, toReview }) => ({ id: newId(), key, source, toReview }))
  const made = await tx.rows<{ key: string }>(
    `INSERT INTO court.court_case (id, key, source, first_seen_at, to_review)
     SELECT id, key, source, $5, to_review
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS given (id, key, source, to_review)
     ON CONFLICT (key) DO NOTHING RETURNING key`,
    [
      fresh.map(row => row.id),
      fresh.map(row => row.key),
      fresh.map(row => row.source),
      fresh.map(row => row.toReview),
      now,
    ],
  )
  const isNew = new Set(made.map(row => row.key))
  const found = fresh
    .filter(row => isNew.has(row.key))
    .map(row => ({ id: row.id, key: row.key, isNew: true, merged: false }))
  const known = sorted.map(row => row.key).filter(key => !isNew.has(key))
  if (known.length === 0) return found
  const rows = await tx.rows<{ id: string; key: string; merged: boolean }>(
    `SELECT coalesce(merged_into, id) AS id, key, merged_into IS NOT NULL AS merged
       FROM court.court_case WHERE key = ANY ($1) ORDER BY key FOR UPDATE`,
    [known],
  )
  return [...found, ...rows.map(row => ({ ...row, isNew: false }))]
}

/** The case a result message means: the newest one with the URN. */
export async function caseByUrn(
  tx: Tx,
  urn: string,
): Promise<{ readonly id: string; readonly key: string } | undefined> {
  const [newest] = await tx.rows<{ id: string; key: string }>(
    `SELECT id, key FROM court.court_case WHERE urn = $1 AND merged_into IS NULL AND source <> 'SPI'
      ORDER BY first_seen_at DESC LIMIT 1`,
    [urn],
  )
  return newest
}

/** The key of a hearing of the case at that court on that day, whatever court system listed it. */
export async function hearingKeyOfCaseOn(
  tx: Tx,
  caseId: string,
  courtCode: string,
  day: LocalDate,
): Promise<string | undefined> {
  const [found] = await tx.rows<{ key: string }>(
    `SELECT hearing.key
       FROM court.hearing_case listed
       JOIN court.hearing ON hearing.id = listed.hearing_id
       JOIN court.hearing_day sitting ON sitting.hearing_id = listed.hearing_id
      WHERE listed.case_id = $1 AND sitting.day = $3 AND sitting.court_code = $2 AND hearing.deleted_at IS NULL
      ORDER BY hearing.first_seen_at DESC LIMIT 1`,
    [caseId, courtCode, day],
  )
  return found?.key
}

export type StoredDefendant = {
  readonly personId: string
  readonly id: string
  readonly caseId: string
  readonly key: string
  readonly identity: string
  readonly matchState: MatchState
  readonly confirmed: boolean
  readonly excluded: boolean
  readonly restricted: boolean
  /** At this hearing, when it was listed there. */
  readonly appearance: { readonly id: string; readonly removed: boolean } | null
  /** With the offences of this hearing, or none. */
  readonly facts: CourtDefendant
}

export type StoredCase = {
  readonly caseId: string
  readonly facts: string | null
  readonly removed: boolean
  readonly defendants: readonly StoredDefendant[]
}

type DefendantRow = {
  personId: string
  id: string
  caseId: string
  key: string
  identity: string
  matchState: MatchState
  confirmed: boolean
  excluded: boolean
  restricted: boolean
  appearanceId: string | null
  removed: boolean | null
  type: 'PERSON' | 'ORGANISATION'
  title: string | null
  forenames: string[]
  surname: string | null
  organisationName: string | null
  dateOfBirth: LocalDate | null
  sex: CourtDefendant['sex'] | null
  address: CourtDefendant['address'] | null
  phones: CourtDefendant['phones'] | null
  nationalities: string[]
  ethnicity: string | null
  pnc: string | null
  cro: string | null
  asn: string | null
  masterDefendantId: string | null
  personRecordKey: string | null
  personRecordId: string | null
  offences: OffenceRow[] | null
}

type OffenceRow = {
  court_offence_id: string | null
  sequence: number
  code: string | null
  title: string | null
  wording: string | null
  act: string | null
  list_no: string | null
  maximum_penalty: string | null
  plea: CourtOffence['plea'] | null
  verdict: CourtOffence['verdict'] | null
  conviction_date: LocalDate | null
  mode_of_trial: string | null
  start_date: LocalDate | null
  end_date: LocalDate | null
  final_disposal: boolean | null
  results: CourtOffence['results']
}

/** The cases with their defendants, and what each was listed for at the hearing. */
export async function storedCases(
  tx: Tx,
  hearingId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredCase>> {
  const listed = await tx.rows<{ caseId: string; facts: string; removed: boolean }>(
    `SELECT case_id AS "caseId", facts, removed_at IS NOT NULL AS removed
       FROM court.hearing_case WHERE hearing_id = $1 AND case_id = ANY ($2)`,
    [hearingId, caseIds],
  )
  const rows = await tx.rows<DefendantRow>(
    `SELECT d.person_id AS "personId", d.id, d.case_id AS "caseId", d.key, d.identity, d.match_state AS "matchState",
            d.confirmed_at IS NOT NULL AS confirmed, d.excluded, d.restricted, a.id AS "appearanceId", a.removed_at IS NOT NULL AS removed,
            d.type, d.title, d.forenames, d.surname, d.organisation_name AS "organisationName",
            d.date_of_birth AS "dateOfBirth", d.sex, d.address, d.phones, d.nationalities, d.ethnicity, d.pnc, d.cro, d.asn,
            d.master_defendant_id AS "masterDefendantId", d.person_record_key AS "personRecordKey",
            d.person_record_id AS "personRecordId",
            (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.sequence, o.id) FROM court.offence o
              WHERE o.person_id = a.person_id AND o.appearance_id = a.id) AS offences
       FROM court.defendant d
       LEFT JOIN court.appearance a ON a.person_id = d.person_id AND a.defendant_id = d.id AND a.hearing_id = $1
      WHERE d.case_id = ANY ($2)
      ORDER BY d.id`,
    [hearingId, caseIds],
  )
  return new Map(
    caseIds.map(caseId => {
      const here = listed.find(row => row.caseId === caseId)
      const defendants = rows.filter(row => row.caseId === caseId).map(storedDefendant)
      return [caseId, { caseId, facts: here?.facts ?? null, removed: here?.removed ?? false, defendants }]
    }),
  )
}

function storedDefendant(row: DefendantRow): StoredDefendant {
  const { personId, id, caseId, key, identity, matchState, confirmed, excluded, restricted } = row
  const appearance = row.appearanceId ? { id: row.appearanceId, removed: row.removed ?? false } : null
  const facts: CourtDefendant = {
    defendantId: key.startsWith('list:') ? undefined : key,
    masterDefendantId: row.masterDefendantId ?? undefined,
    personRecordKey: row.personRecordKey ?? undefined,
    personRecordId: row.personRecordId ?? undefined,
    type: row.type,
    name:
      row.type === 'PERSON'
        ? { title: row.title ?? undefined, forenames: row.forenames, surname: row.surname ?? '' }
        : undefined,
    organisationName: row.organisationName ?? undefined,
    dateOfBirth: row.dateOfBirth ?? undefined,
    sex: row.sex ?? undefined,
    address: row.address ?? undefined,
    phones: row.phones ?? undefined,
    nationalities: row.nationalities,
    ethnicity: row.ethnicity ?? undefined,
    pnc: row.pnc ?? undefined,
    cro: row.cro ?? undefined,
    asn: row.asn ?? undefined,
    offences: (row.offences ?? []).map(storedOffence),
  }
  return { personId, id, caseId, key, identity, matchState, confirmed, excluded, restricted, appearance, facts }
}

function storedOffence(row: OffenceRow): CourtOffence {
  return {
    offenceId: row.court_offence_id ?? undefined,
    sequence: row.sequence,
    code: row.code ?? undefined,
    title: row.title ?? undefined,
    wording: row.wording ?? undefined,
    act: row.act ?? undefined,
    listNo: row.list_no ?? undefined,
    maximumPenalty: row.maximum_penalty ?? undefined,
    plea: row.plea ?? undefined,
    verdict: row.verdict ?? undefined,
    convictionDate: row.conviction_date ?? undefined,
    modeOfTrial: row.mode_of_trial ?? undefined,
    startDate: row.start_date ?? undefined,
    endDate: row.end_date ?? undefined,
    finalDisposal: row.final_disposal ?? undefined,
    results: row.results,
  }
}

/** Takes off the hearing's list what the newest message about it no longer holds; the data stays. */
export async function removeFromHearing(
  tx: Tx,
  hearingId: string,
  appearanceIds: readonly string[],
  because: string,
  now: string,
): Promise<void> {
  if (appearanceIds.length === 0) return
  await tx.run(
    `UPDATE court.appearance SET removed_at = $3, removed_because = $4, version = version + 1
      WHERE hearing_id = $1 AND id = ANY ($2) AND removed_at IS NULL`,
    [hearingId, appearanceIds, now, because],
  )
}

export async function insertOffences(
  tx: Tx,
  rows: readonly {
    readonly personId: string
    readonly appearanceId: string
    readonly offence: CourtOffence
    readonly seriousFurther: boolean
    readonly excluded: boolean
    readonly restricted: boolean
  }[],
): Promise<void> {
  await insertRows(
    tx,
    'court.offence',
    rows.map(({ personId, appearanceId, offence, seriousFurther, excluded, restricted }) => ({
      person_id: personId,
      id: newId(),
      appearance_id: appearanceId,
      court_offence_id: offence.offenceId ?? null,
      sequence: offence.sequence,
      code: offence.code ?? null,
      title: offence.title ?? null,
      wording: offence.wording ?? null,
      act: offence.act ?? null,
      list_no: offence.listNo ?? null,
      maximum_penalty: offence.maximumPenalty ?? null,
      plea: offence.plea ?? null,
      verdict: offence.verdict ?? null,
      conviction_date: offence.convictionDate ?? null,
      mode_of_trial: offence.modeOfTrial ?? null,
      start_date: offence.startDate ?? null,
      end_date: offence.endDate ?? null,
      final_disposal: offence.finalDisposal ?? null,
      serious_further: seriousFurther,
      results: offence.results,
      excluded,
      restricted,
    })),
  )
}
