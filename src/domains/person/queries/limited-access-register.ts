import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { LimitKind } from '../commands/limit-access.ts'

export type RegisteredLimit = {
  readonly id: string
  readonly crn: string | null
  readonly kind: LimitKind
  readonly subjectKind: 'user' | 'provider'
  readonly subject: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly reasonCode: string
  readonly reason: string | null
  readonly authoriser: string
  readonly reviewOn: LocalDate
  readonly startedBy: string
  readonly version: number
}

const limitColumns = `
  l.id, stub.crn, l.kind, l.subject_kind AS "subjectKind", l.subject, l.starts_on AS "startsOn", l.ends_on AS "endsOn",
  l.reason_code AS "reasonCode", l.reason, l.authoriser, l.review_on AS "reviewOn", l.started_by AS "startedBy", l.version`

/** Who is limited for whom, why and until when: the administrator's register, those due for review first. `crn`: only
 *  this person's. It shows CRNs and never a name. */
export async function limitedAccessRegister(
  ctx: Context,
  filter: { readonly crn?: string } = {},
): Promise<readonly RegisteredLimit[]> {
  ctx.may('person.limit-access')
  const rows = await ctx.tx.rows<RegisteredLimit & { personId: string }>(
    `WITH l AS MATERIALIZED (
       SELECT held.*, coalesce(link.survivor_id, held.person_id) AS survivor_id
         FROM person.access_limit held LEFT JOIN person.identity_link link ON link.person_id = held.person_id
        WHERE held.ends_on IS NULL OR held.ends_on > $1
     )
     SELECT ${limitColumns}, l.person_id AS "personId"
       FROM l JOIN person.stub ON stub.person_id = l.survivor_id
      WHERE $2::text IS NULL OR stub.crn = $2
      ORDER BY l.review_on, stub.crn, l.id LIMIT 1000`,
    [ctx.today, filter.crn?.trim().toUpperCase() ?? null],
  )
  ctx.look('person.limit-register', [...new Set(rows.map(row => row.personId))])
  return rows.map(({ personId: _, ...limit }) => limit)
}

/** One limit of the register, also one that has ended. Throws NotFound. */
export async function registeredLimit(ctx: Context, id: string): Promise<RegisteredLimit> {
  ctx.may('person.limit-access')
  const row = await ctx.tx.maybe<RegisteredLimit & { personId: string }>(
    `WITH l AS MATERIALIZED (
       SELECT held.*, coalesce(link.survivor_id, held.person_id) AS survivor_id
         FROM person.access_limit held LEFT JOIN person.identity_link link ON link.person_id = held.person_id
        WHERE held.id::text = $1
     )
     SELECT ${limitColumns}, l.person_id AS "personId" FROM l JOIN person.stub ON stub.person_id = l.survivor_id`,
    [id],
  )
  if (!row) throw new NotFound('There is no such limit.')
  ctx.look('person.limit-register', [row.personId])
  const { personId: _, ...limit } = row
  return limit
}

export type BreakGlassUse = {
  readonly id: string
  readonly crn: string | null
  readonly username: string
  readonly reason: string
  readonly startedAt: Instant
  readonly endsAt: Instant
  readonly reviewedAt: Instant | null
  readonly reviewedBy: string | null
  readonly review: string | null
}

/** Emergency openings nobody has reviewed yet, oldest first. */
export async function breakGlassToReview(ctx: Context): Promise<readonly BreakGlassUse[]> {
  ctx.may('person.limit-access')
  return ctx.tx.rows<BreakGlassUse>(
    `SELECT use.id, stub.crn, use.username, use.reason, use.started_at AS "startedAt", use.ends_at AS "endsAt",
            use.reviewed_at AS "reviewedAt", use.reviewed_by AS "reviewedBy", use.review
       FROM person.break_glass use JOIN person.stub ON stub.person_id = use.person_id
      WHERE use.reviewed_at IS NULL ORDER BY use.started_at LIMIT 500`,
  )
}

export type Look = {
  readonly at: Instant
  readonly actor: string
  readonly operation: string
  readonly what: string
  readonly outcome: string
  readonly justification: string | null
  readonly channel: string
}

/** Everything the user did with the person while an emergency opening lasted: the full read log. */
export async function readsUnderBreakGlass(ctx: Context, id: string): Promise<readonly Look[]> {
  ctx.may('person.limit-access')
  const use = await ctx.tx.maybe<{ people: readonly string[]; username: string; from: string; to: string }>(
    `SELECT array(SELECT use.person_id UNION
                  SELECT person_id FROM person.identity_link WHERE survivor_id = use.person_id) AS people,
            use.username, use.started_at AS "from", coalesce(use.ended_at, use.ends_at) AS "to"
       FROM person.break_glass use WHERE use.id = $1`,
    [id],
  )
  if (!use) throw new NotFound('There is no such use.')
  const rows = await ctx.tx.rows<{ at: Instant; body: string }>(
    `SELECT at, body FROM platform.audit_entry
      WHERE people && $1::uuid[] AND lower(actor) = $2 AND at BETWEEN $3 AND $4 ORDER BY at, stream, n LIMIT 5000`,
    [use.people, use.username, use.from, use.to],
  )
  return rows.map(asLook)
}

/** Who looked at, changed or disclosed a person, newest first: for information rights. Refused tries are in it.
 *  `before` pages: entries older than that moment. The question itself is logged. */
export async function whoLooked(
  ctx: Context,
  {
    group,
    before,
    limit = 200,
  }: { readonly group: readonly string[]; readonly before?: string; readonly limit?: number },
): Promise<readonly Look[]> {
  ctx.may('person.who-looked')
  const rows = await ctx.tx.rows<{ at: Instant; body: string }>(
    `SELECT at, body FROM platform.audit_entry
      WHERE people && $1::uuid[] AND ($2::timestamptz IS NULL OR at < $2)
      ORDER BY at DESC, stream, n DESC LIMIT $3`,
    [group, before ?? null, Math.min(limit, 1000)],
  )
  ctx.look('person.who-looked', group.slice(0, 1))
  return rows.map(asLook)
}

function asLook({ at, body }: { readonly at: Instant; readonly body: string }): Look {
  const entry = JSON.parse(body) as Record<'actor' | 'operation' | 'what' | 'outcome' | 'channel', string> & {
    justification: string | null
  }
  const { actor, operation, what, outcome, channel, justification } = entry
  return { at, actor, operation, what, outcome, channel, justification }
}
