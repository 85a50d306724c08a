import { newId, type Tx } from '../../../platform/store/index.ts'
import { laterOf } from '../rules/message-order.ts'
import { seriousFurtherOffence } from '../rules/offence-details.ts'
import { insertRows } from '../store/insert-rows.ts'
import { type HearingRow, insertOffences } from '../store/listing-store.ts'
import type { IdentifiedDefendant } from './identify-defendants.ts'
import type { ListingMessage, PlannedCase } from './listing-plan.ts'

/** Writes the hearing as the message has it; only what results say when `replace` is false. */
export async function writeHearing(
  tx: Tx,
  hearing: HearingRow,
  message: ListingMessage,
  replace: boolean,
  hasResults: boolean,
): Promise<void> {
  const resultsAt = hasResults ? laterOf(hearing.resultsAt, message.sharedTime) : hearing.resultsAt
  const eventType = hasResults || hearing.eventType === 'RESULTED' ? 'RESULTED' : 'CONFIRMED_OR_UPDATED'
  if (!replace) {
    await tx.run('UPDATE court.hearing SET event_type = $2, results_at = $3, version = version + 1 WHERE id = $1', [
      hearing.id,
      eventType,
      resultsAt,
    ])
    return
  }
  const { court, days, hearingType, jurisdiction } = message.hearing
  await tx.run(
    `UPDATE court.hearing SET event_type = $2, results_at = $3, hearing_type = $4, jurisdiction = $5, court_code = $6,
       court_name = $7, facts_at = $8, deleted_at = NULL, deleted_shared_at = NULL, version = version + 1 WHERE id = $1`,
    [
      hearing.id,
      eventType,
      resultsAt,
      hearingType ?? null,
      jurisdiction ?? null,
      court.code ?? null,
      court.name ?? null,
      laterOf(hearing.factsAt, message.sharedTime),
    ],
  )
  if (!hearing.isNew) await tx.run('DELETE FROM court.hearing_day WHERE hearing_id = $1', [hearing.id])
  const byStart = new Map(days.map(day => [`${day.date} ${day.time ?? ''}`, day]))
  await insertRows(
    tx,
    'court.hearing_day',
    [...byStart.values()].map(day => ({
      hearing_id: hearing.id,
      day: day.date,
      starts_at: day.time ?? '00:00',
      session: day.session ?? null,
      court_code: court.code ?? null,
      room: court.room ?? null,
      listed_minutes: countable(day.listedDurationMinutes),
      listing_sequence: countable(day.listingSequence),
    })),
  )
}

/** Numbers the court sent that no hearing can have are not kept; the raw message has them. */
function countable(value: number | undefined): number | null {
  return value !== undefined && value <= 2_147_483_647 ? value : null
}

/** Writes the cases of the hearing: their own facts, that they are listed, and the digest they are compared by. */
export async function writeCases(
  tx: Tx,
  hearing: HearingRow,
  cases: readonly PlannedCase[],
  now: string,
): Promise<void> {
  const sent = cases.flatMap(({ caseId, sent: found }) => (found ? [{ caseId, found }] : []))
  if (sent.length > 0) {
    await tx.run(
      `UPDATE court.court_case held
          SET case_no = given.case_no, urn = coalesce(given.urn, held.urn), initiation_code = given.initiation_code,
              prosecuting_authority = given.prosecuting_authority, markers = given.markers, unread = given.unread,
              version = held.version + 1
         FROM jsonb_populate_recordset(NULL::court.court_case, $1::jsonb) given WHERE held.id = given.id`,
      [
        JSON.stringify(
          sent.map(({ caseId, found }) => ({
            id: caseId,
            case_no: found.caseNo ?? found.caseId ?? null,
            urn: found.urn ?? null,
            initiation_code: found.initiationCode ?? null,
            prosecuting_authority: found.prosecutingAuthority ?? null,
            markers: found.markers,
            unread: found.unknown ?? {},
          })),
        ),
      ],
    )
  }
  await tx.run(
    `INSERT INTO court.hearing_case AS held (hearing_id, case_id, list_no, first_seen_at, facts)
     SELECT $1, case_id, list_no, $2, facts FROM unnest($3::uuid[], $4::text[], $5::text[]) AS given (case_id, list_no, facts)
     ON CONFLICT (hearing_id, case_id) DO UPDATE
        SET list_no = coalesce(excluded.list_no, held.list_no), facts = excluded.facts, removed_at = NULL, removed_because = NULL`,
    [
      hearing.id,
      now,
      cases.map(planned => planned.caseId),
      cases.map(planned => planned.sent?.listNo ?? null),
      cases.map(planned => planned.facts),
    ],
  )
}

export type WrittenDefendant = IdentifiedDefendant & { readonly caseId: string }

/** Writes defendants, their appearance at the hearing, what they are charged with, and applications about them. */
export async function writeDefendants(
  tx: Tx,
  hearing: HearingRow,
  defendants: readonly WrittenDefendant[],
  cases: readonly PlannedCase[],
  now: string,
): Promise<void> {
  await insertRows(
    tx,
    'court.defendant',
    defendants.filter(one => !one.stored).map(one => ({ ...defendantRow(one), version: 1 })),
  )
  const known = defendants.filter(one => one.stored)
  if (known.length > 0) await updateDefendants(tx, known)
  await insertRows(
    tx,
    'court.appearance',
    defendants
      .filter(one => !one.stored?.appearance)
      .map(one => ({
        person_id: one.personId,
        id: one.appearanceId,
        hearing_id: hearing.id,
        case_id: one.caseId,
        defendant_id: one.defendantId,
        first_seen_at: now,
        preparation: 'NOT_STARTED',
        outcome_not_required: false,
        version: 1,
        excluded: one.excluded,
        restricted: one.restricted,
      })),
  )
  const listedBefore = known.filter(one => one.stored?.appearance)
  if (listedBefore.length > 0) await clearAppearances(tx, listedBefore)
  await insertOffences(
    tx,
    defendants.flatMap(({ personId, appearanceId, facts, excluded, restricted }) =>
      facts.offences.map(offence => ({
        personId,
        appearanceId,
        offence,
        seriousFurther: offence.code !== undefined && seriousFurtherOffence(offence.code) === 'listed',
        excluded,
        restricted,
      })),
    ),
  )
  await writeApplications(tx, defendants, cases)
}

function defendantRow(one: WrittenDefendant) {
  const { facts } = one
  return {
    person_id: one.personId,
    id: one.defendantId,
    case_id: one.caseId,
    key: one.key,
    type: facts.type,
    title: facts.name?.title ?? null,
    forenames: facts.name?.forenames ?? [],
    surname: facts.name?.surname ?? null,
    organisation_name: facts.organisationName ?? null,
    date_of_birth: facts.dateOfBirth ?? null,
    sex: facts.sex ?? null,
    address: facts.address ?? null,
    phones: facts.phones ?? null,
    nationalities: facts.nationalities,
    ethnicity: facts.ethnicity ?? null,
    pnc: facts.pnc ?? null,
    cro: facts.cro ?? null,
    asn: facts.asn ?? null,
    master_defendant_id: facts.masterDefendantId ?? null,
    person_record_key: facts.personRecordKey ?? null,
    person_record_id: facts.personRecordId ?? null,
    identity: one.identity,
    match_state: one.matchState,
    excluded: one.excluded,
    restricted: one.restricted,
  }
}

async function updateDefendants(tx: Tx, known: readonly WrittenDefendant[]): Promise<void> {
  await tx.run(
    `UPDATE court.defendant held
        SET title = given.title, forenames = given.forenames, surname = given.surname,
            organisation_name = given.organisation_name, date_of_birth = given.date_of_birth, sex = given.sex,
            address = given.address, phones = given.phones, nationalities = given.nationalities,
            ethnicity = given.ethnicity, pnc = given.pnc, cro = given.cro, asn = given.asn,
            master_defendant_id = given.master_defendant_id, person_record_key = given.person_record_key,
            person_record_id = given.person_record_id, identity = given.identity, match_state = given.match_state,
            version = held.version + 1
       FROM jsonb_populate_recordset(NULL::court.defendant, $1::jsonb) given
      WHERE held.person_id = given.person_id AND held.id = given.id`,
    [JSON.stringify(known.map(defendantRow))],
  )
}

async function clearAppearances(tx: Tx, listed: readonly WrittenDefendant[]): Promise<void> {
  const people = listed.map(one => one.personId)
  const appearances = listed.map(one => one.appearanceId)
  await tx.run('DELETE FROM court.offence WHERE person_id = ANY ($1) AND appearance_id = ANY ($2)', [
    people,
    appearances,
  ])
  const back = listed.filter(one => one.stored?.appearance?.removed)
  if (back.length === 0) return
  await tx.run(
    `UPDATE court.appearance SET removed_at = NULL, removed_because = NULL, version = version + 1
      WHERE person_id = ANY ($1) AND id = ANY ($2)`,
    [back.map(one => one.personId), back.map(one => one.appearanceId)],
  )
}

type FoundOrder = {
  key: string
  appearanceId: string
  eventId: string | null
  disposalId: string | null
  how: string | null
}

/** Applications are replaced; the order that was found for one stays found. An application is about the defendant it
 *  names, else about every defendant of its case. */
async function writeApplications(
  tx: Tx,
  defendants: readonly WrittenDefendant[],
  cases: readonly PlannedCase[],
): Promise<void> {
  const replaced = defendants.filter(one => cases.some(found => found.caseId === one.caseId && found.sent))
  const before = replaced.some(one => one.stored?.appearance)
    ? await tx.rows<FoundOrder>(
        `DELETE FROM court.application WHERE person_id = ANY ($1) AND appearance_id = ANY ($2)
         RETURNING court_application_id AS key, appearance_id AS "appearanceId", found_event_id AS "eventId",
                   found_disposal_id AS "disposalId", found_how AS how`,
        [replaced.map(one => one.personId), replaced.map(one => one.appearanceId)],
      )
    : []
  await insertRows(
    tx,
    'court.application',
    replaced.flatMap(one => {
      const applications = cases.find(found => found.caseId === one.caseId)?.sent?.applications ?? []
      const named = applications.filter(
        ({ subjectMasterDefendantId: subject }) =>
          subject !== undefined && (subject === one.facts.masterDefendantId || subject === one.facts.defendantId),
      )
      return (named.length > 0 ? named : applications).map(application => {
        const found = before.find(row => row.key === application.applicationId && row.appearanceId === one.appearanceId)
        return {
          person_id: one.personId,
          id: newId(),
          appearance_id: one.appearanceId,
          court_application_id: application.applicationId,
          kind: application.kind,
          facts: application,
          found_event_id: found?.eventId ?? null,
          found_disposal_id: found?.disposalId ?? null,
          found_how: found?.how ?? null,
          excluded: one.excluded,
          restricted: one.restricted,
        }
      })
    }),
  )
}
