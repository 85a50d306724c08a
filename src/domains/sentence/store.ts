import type { Instant, LocalDate } from '../../platform/calendar/index.ts'
import { newId, type Tx } from '../../platform/store/index.ts'
import type { DisposalFamily, Length, RequirementKind, Term } from './model.ts'

/** Tables with a person_id and the two access flags, for the change of a limit. */
export const ownedTables: readonly string[] = [
  'sentence.event',
  'sentence.offence',
  'sentence.disposal',
  'sentence.requirement',
  'sentence.process',
  'sentence.order_change',
]

type Flags = { readonly excluded: boolean; readonly restricted: boolean }
export type Stamp = { readonly at: string; readonly by: string }

export type RequirementRow = {
  readonly id: string
  readonly kind: RequirementKind
  readonly subtype: string | null
  readonly imposedOn: LocalDate
  readonly length: Length | null
  readonly startsOn: LocalDate | null
  readonly expectedEnd: LocalDate | null
  readonly notes: string
  readonly terminatedOn: LocalDate | null
  readonly terminationReason: string | null
  readonly version: number
}

export type OrderRow = {
  readonly personId: string
  readonly id: string
  readonly eventId: string
  readonly eventNumber: number
  readonly convictedOn: LocalDate | null
  readonly courtCode: string | null
  readonly family: DisposalFamily
  readonly typeCode: string | null
  readonly sentencedOn: LocalDate
  readonly length: Term | null
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
  readonly courtEnd: LocalDate | null
  readonly enteredEnd: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly notes: string
  readonly sourceKind: string
  readonly sourceId: string
  readonly terminatedOn: LocalDate | null
  readonly terminationReason: string | null
  readonly recordedAt: Instant
  readonly recordedBy: string
  readonly version: number
  readonly offences: readonly { readonly main: boolean; readonly code: string | null; readonly title: string | null }[]
  readonly requirements: readonly RequirementRow[]
}

const orderColumns = `d.person_id AS "personId", d.id, d.event_id AS "eventId", e.number AS "eventNumber",
  e.conviction_date AS "convictedOn", e.court_code AS "courtCode", d.family, d.type_code AS "typeCode",
  d.sentenced_on AS "sentencedOn", d.length, d.operational_period AS "operationalPeriod",
  d.supervision_period AS "supervisionPeriod", d.court_ends_on AS "courtEnd", d.entered_ends_on AS "enteredEnd",
  d.ends_on AS "endsOn", d.notes, d.source_kind AS "sourceKind", d.source_id AS "sourceId",
  d.terminated_on AS "terminatedOn", d.termination_reason AS "terminationReason", d.recorded_at AS "recordedAt",
  d.recorded_by AS "recordedBy", d.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('main', o.main, 'code', o.code, 'title', o.title) ORDER BY o.main DESC, o.id)
     FROM sentence.offence o WHERE o.person_id = d.person_id AND o.event_id = d.event_id), '[]') AS offences,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'subtype', r.subtype, 'imposedOn', r.imposed_on,
       'length', r.length, 'startsOn', r.starts_on, 'expectedEnd', r.expected_ends_on, 'notes', r.notes,
       'terminatedOn', r.terminated_on, 'terminationReason', r.termination_reason, 'version', r.version) ORDER BY r.id)
     FROM sentence.requirement r WHERE r.person_id = d.person_id AND r.disposal_id = d.id), '[]') AS requirements`

/** Every order of the people who are one person, the newest first. */
export function ordersOfGroup(tx: Tx, group: readonly string[]): Promise<OrderRow[]> {
  return tx.rows<OrderRow>(
    `SELECT ${orderColumns} FROM sentence.disposal d
       JOIN sentence.event e ON e.person_id = d.person_id AND e.id = d.event_id
      WHERE d.person_id = ANY ($1) ORDER BY d.sentenced_on DESC, d.id DESC`,
    [group],
  )
}

/** One order, locked for the change that follows. */
export async function orderForChange(tx: Tx, personId: string, disposalId: string): Promise<OrderRow | undefined> {
  await tx.rows('SELECT 1 FROM sentence.disposal WHERE person_id = $1 AND id = $2 FOR UPDATE', [personId, disposalId])
  return tx.maybe<OrderRow>(
    `SELECT ${orderColumns} FROM sentence.disposal d
       JOIN sentence.event e ON e.person_id = d.person_id AND e.id = d.event_id
      WHERE d.person_id = $1 AND d.id = $2`,
    [personId, disposalId],
  )
}

/** Claims the source for an order; answers the order already made from it, if there is one. */
export async function claimSource(
  tx: Tx,
  source: { readonly kind: string; readonly id: string },
  personId: string,
  disposalId: string,
): Promise<{ readonly personId: string; readonly disposalId: string } | undefined> {
  const made = await tx.run(
    `INSERT INTO sentence.disposal_source (kind, source_id, person_id, disposal_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, source_id) DO NOTHING`,
    [source.kind, source.id, personId, disposalId],
  )
  if (made === 1) return undefined
  return tx.one(
    `SELECT person_id AS "personId", disposal_id AS "disposalId" FROM sentence.disposal_source
      WHERE kind = $1 AND source_id = $2`,
    [source.kind, source.id],
  )
}

/** The next event number of the person: 1, 2, 3. */
export async function nextEventNumber(tx: Tx, personId: string): Promise<number> {
  const { events } = await tx.one<{ events: number }>(
    `INSERT INTO sentence.event_count AS held (person_id, events) VALUES ($1, 1)
     ON CONFLICT (person_id) DO UPDATE SET events = held.events + 1 RETURNING events`,
    [personId],
  )
  return events
}

export async function insertEvent(
  tx: Tx,
  personId: string,
  event: {
    readonly id: string
    readonly number: number
    readonly convictedOn: LocalDate | null
    readonly courtCode: string | null
  },
  offences: readonly { readonly code: string | null; readonly title: string | null; readonly on: LocalDate | null }[],
  flags: Flags,
  stamp: Stamp,
): Promise<void> {
  await tx.run(
    `INSERT INTO sentence.event (person_id, id, number, conviction_date, court_code, recorded_at, recorded_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      personId,
      event.id,
      event.number,
      event.convictedOn,
      event.courtCode,
      stamp.at,
      stamp.by,
      flags.excluded,
      flags.restricted,
    ],
  )
  await tx.run(
    `INSERT INTO sentence.offence (person_id, id, event_id, main, code, title, committed_on, excluded, restricted)
     SELECT $1, id, $2, main, code, title, committed_on, $8, $9
       FROM unnest($3::uuid[], $4::boolean[], $5::text[], $6::text[], $7::date[]) AS given (id, main, code, title, committed_on)`,
    [
      personId,
      event.id,
      offences.map(() => newId()),
      offences.map((_, index) => index === 0),
      offences.map(offence => offence.code),
      offences.map(offence => offence.title),
      offences.map(offence => offence.on),
      flags.excluded,
      flags.restricted,
    ],
  )
}

export type NewDisposal = {
  readonly id: string
  readonly eventId: string
  readonly family: DisposalFamily
  readonly typeCode: string | null
  readonly sentencedOn: LocalDate
  readonly length: Term | null
  readonly operationalPeriod: Term | null
  readonly supervisionPeriod: Term | null
  readonly courtEnd: LocalDate | null
  readonly enteredEnd: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly notes: string
}

export async function insertDisposal(
  tx: Tx,
  personId: string,
  disposal: NewDisposal,
  source: { readonly kind: string; readonly id: string },
  flags: Flags,
  stamp: Stamp,
): Promise<void> {
  await tx.run(
    `INSERT INTO sentence.disposal (person_id, id, event_id, family, type_code, sentenced_on, length, operational_period,
       supervision_period, court_ends_on, entered_ends_on, ends_on, notes, source_kind, source_id, recorded_at, recorded_by,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      personId,
      disposal.id,
      disposal.eventId,
      disposal.family,
      disposal.typeCode,
      disposal.sentencedOn,
      asJson(disposal.length),
      asJson(disposal.operationalPeriod),
      asJson(disposal.supervisionPeriod),
      disposal.courtEnd,
      disposal.enteredEnd,
      disposal.endsOn,
      disposal.notes,
      source.kind,
      source.id,
      stamp.at,
      stamp.by,
      flags.excluded,
      flags.restricted,
    ],
  )
}

export type NewRequirement = {
  readonly kind: RequirementKind
  readonly subtype: string | null
  readonly imposedOn: LocalDate
  readonly length: Length | null
  readonly startsOn: LocalDate | null
  readonly expectedEnd: LocalDate | null
  readonly notes: string
}

export async function insertRequirements(
  tx: Tx,
  personId: string,
  order: { readonly eventId: string; readonly disposalId: string },
  requirements: readonly NewRequirement[],
  flags: Flags,
  stamp: Stamp,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const requirement of requirements) {
    const id = newId()
    ids.push(id)
    await tx.run(
      `INSERT INTO sentence.requirement (person_id, id, event_id, disposal_id, kind, subtype, imposed_on, length, starts_on,
         expected_ends_on, notes, recorded_at, recorded_by, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        personId,
        id,
        order.eventId,
        order.disposalId,
        requirement.kind,
        requirement.subtype,
        requirement.imposedOn,
        asJson(requirement.length),
        requirement.startsOn,
        requirement.expectedEnd,
        requirement.notes,
        stamp.at,
        stamp.by,
        flags.excluded,
        flags.restricted,
      ],
    )
  }
  return ids
}

/** Writes down a change with both values. */
export async function insertOrderChange(
  tx: Tx,
  personId: string,
  change: {
    readonly disposalId: string
    readonly what: string
    readonly before: unknown
    readonly after: unknown
    readonly reason: string | null
    readonly source: { readonly kind: string; readonly id: string }
  },
  flags: Flags,
  stamp: Stamp,
): Promise<void> {
  await tx.run(
    `INSERT INTO sentence.order_change (person_id, id, disposal_id, what, before, after, reason, source_kind, source_id, by, at,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      personId,
      newId(),
      change.disposalId,
      change.what,
      asJson(change.before),
      asJson(change.after),
      change.reason,
      change.source.kind,
      change.source.id,
      stamp.by,
      stamp.at,
      flags.excluded,
      flags.restricted,
    ],
  )
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
