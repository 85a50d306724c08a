import { isLocalDate, type LocalDate, plusMonths } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { announceAbout, liveOn, refreshFlags, withOpened } from '../access-flags.ts'
import { identityGroup, personByCrn } from '../identity-group.ts'
import type { AccessFlags } from '../model.ts'
import { limitReasons, limitReview } from '../parameters/access-rules.ts'

export type LimitKind = 'exclusion' | 'restriction'

/** A user by name, or everybody of a provider by its code. */
export type LimitSubject = { readonly kind: 'user' | 'provider'; readonly value: string }

/** `message`: what those who may not see the person are told, at most 200 characters; it must not say why.
 *  `endsOn`: the first day the limit no longer holds. `lockMyselfOut`: the setter knows they will not see the person. */
export type LimitAccess = {
  readonly crn: string
  readonly kind: LimitKind
  readonly subjects: readonly LimitSubject[]
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly reasonCode: string
  readonly reason: string
  readonly authoriser: string
  readonly reviewOn: LocalDate | null
  readonly message: string | null
  readonly lockMyselfOut: boolean
}

export type LimitSet = AccessFlags & { readonly ids: readonly string[] }

/** Names users who may not (exclusion) or alone may (restriction) open a person. A restriction always keeps the
 *  person's managers on its list. A limit that starts later is written now and takes hold on its day.
 *  Source: access specification section 2. Throws NotAllowed and NotFound. */
export async function limitAccess(ctx: Context, input: LimitAccess): Promise<Result<LimitSet>> {
  ctx.may('person.limit-access')
  const found = await personByCrn(ctx.tx, input.crn)
  if (!found) throw new NotFound('No person has that CRN.')
  const { personId } = found
  const group = await identityGroup(ctx.tx, personId)
  const managers = input.kind === 'restriction' ? await managersOf(ctx, group) : []
  const subjects = distinct([...input.subjects, ...managers])

  const wrong = [...faultsOf(input, ctx.today), ...(await selfLockOut(ctx, input, subjects, group))]
  if (wrong.length > 0) return problems(...wrong)

  const reviewOn = input.reviewOn ?? plusMonths(input.startsOn, limitReview.on(ctx.today).value.months)
  const ids: string[] = []
  for (const subject of subjects) {
    const id = newId()
    ids.push(id)
    await ctx.tx.run(
      `INSERT INTO person.access_limit (person_id, id, kind, subject_kind, subject, starts_on, ends_on, reason_code,
         reason, authoriser, review_on, started_at, started_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        personId,
        id,
        input.kind,
        subject.kind,
        subject.value,
        input.startsOn,
        input.endsOn,
        input.reasonCode,
        input.reason.trim() || null,
        input.authoriser.trim(),
        reviewOn,
        ctx.now,
        ctx.viewer.username,
      ],
    )
  }
  if (input.message?.trim()) await keepMessage(ctx.tx, personId, input.kind, input.message.trim())
  const flags = await refreshFlags(ctx.tx, personId, ctx.today)
  ctx.record('alter', `person.set-${input.kind}`, [personId], {
    justification: input.reasonCode,
    detail: { ids, startsOn: input.startsOn, endsOn: input.endsOn, authoriser: input.authoriser.trim() },
  })
  await announceAbout(ctx, { type: 'access-limit-changed', personId, body: { personId, kind: input.kind, ids } }, flags)
  return ok({ ids, ...flags })
}

/** Ends one row of a limit on a day (today, or one to come). A row that ended keeps its end. `version` is the one the
 *  administrator saw; another is a Conflict. Throws NotFound. */
export async function endLimit(
  ctx: Context,
  input: { readonly id: string; readonly endsOn: LocalDate; readonly reason: string; readonly version: number },
): Promise<Result<AccessFlags>> {
  ctx.may('person.limit-access')
  const limit = await limitOf(ctx.tx, input.id)
  if (limit.version !== input.version) throw new Conflict('Someone else has changed this limit. Look at it again.')
  if (input.endsOn < ctx.today) {
    return problems({ field: 'endsOn', code: 'limit-ends-in-past', text: 'The limit can end today or later' })
  }
  if (input.reason.trim() === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the limit ends' })
  }
  await ctx.tx.run(
    `UPDATE person.access_limit SET ends_on = $3, ended_at = $4, ended_by = $5, ended_reason = $6, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [limit.personId, input.id, input.endsOn, ctx.now, ctx.viewer.username, input.reason.trim()],
  )
  const flags = await refreshFlags(ctx.tx, limit.personId, ctx.today)
  ctx.record('alter', `person.end-${limit.kind}`, [limit.personId], { detail: { id: input.id, endsOn: input.endsOn } })
  await announceAbout(
    ctx,
    {
      type: 'access-limit-changed',
      personId: limit.personId,
      body: { personId: limit.personId, kind: limit.kind, ids: [input.id] },
    },
    flags,
  )
  return ok(flags)
}

/** Says that a limit is still needed, until the next review. */
export async function reviewLimit(
  ctx: Context,
  input: { readonly id: string; readonly nextReviewOn: LocalDate | null; readonly notes: string },
): Promise<Result<{ readonly nextReviewOn: LocalDate }>> {
  ctx.may('person.limit-access')
  const limit = await limitOf(ctx.tx, input.id)
  const nextReviewOn = input.nextReviewOn ?? plusMonths(ctx.today, limitReview.on(ctx.today).value.months)
  if (nextReviewOn <= ctx.today) {
    return problems({ field: 'nextReviewOn', code: 'review-not-ahead', text: 'The next review must be after today' })
  }
  await ctx.tx.run(
    `INSERT INTO person.access_limit_review (person_id, id, limit_id, reviewed_at, reviewed_by, outcome, notes,
       next_review_on) VALUES ($1, $2, $3, $4, $5, 'kept', $6, $7)`,
    [limit.personId, newId(), input.id, ctx.now, ctx.viewer.username, input.notes.trim() || null, nextReviewOn],
  )
  await ctx.tx.run(
    'UPDATE person.access_limit SET review_on = $3, version = version + 1 WHERE person_id = $1 AND id = $2',
    [limit.personId, input.id, nextReviewOn],
  )
  ctx.record('alter', 'person.review-limit', [limit.personId], { detail: { id: input.id, nextReviewOn } })
  return ok({ nextReviewOn })
}

/** The daily job: people whose limits start or end today get their flags. Answers how many people changed. Running it
 *  again, or after days of standing still, ends in the same state. */
export async function flipDatedLimits(ctx: Context): Promise<number> {
  const people = await ctx.tx.rows<{ id: string; excluded: boolean; restricted: boolean }>(
    `WITH due AS MATERIALIZED (
       SELECT coalesce(link.survivor_id, l.person_id) AS id,
              bool_or(l.kind = 'exclusion') AS excluded, bool_or(l.kind = 'restriction') AS restricted
         FROM person.access_limit l LEFT JOIN person.identity_link link ON link.person_id = l.person_id
        WHERE ${liveOn('$1')} GROUP BY 1
     ), looked_at AS MATERIALIZED (
       SELECT id FROM due UNION SELECT person_id FROM person.stub WHERE excluded OR restricted
     )
     SELECT stub.person_id AS id, stub.excluded, stub.restricted
       FROM looked_at
       JOIN person.stub ON stub.person_id = looked_at.id
       LEFT JOIN due ON due.id = looked_at.id
      WHERE NOT EXISTS (SELECT FROM person.identity_link WHERE identity_link.person_id = stub.person_id)
        AND (stub.excluded <> coalesce(due.excluded, false) OR stub.restricted <> coalesce(due.restricted, false))`,
    [ctx.today],
  )
  for (const { id } of people) {
    const flags = await refreshFlags(ctx.tx, id, ctx.today)
    ctx.record('alter', 'person.limit-took-effect', [id], { detail: { ...flags } })
    const body = { personId: id, kind: 'dated', ids: [] }
    await announceAbout(ctx, { type: 'access-limit-changed', personId: id, body }, flags)
  }
  return people.length
}

const longestMessage = 200

function faultsOf(input: LimitAccess, today: LocalDate): readonly Problem[] {
  const faults: Problem[] = []
  const fault = (field: string, code: string, text: string) => void faults.push({ field, code, text })
  if (input.subjects.length === 0) fault('subjects', 'subjects-missing', 'Name at least one user or provider')
  if (!isLocalDate(input.startsOn)) fault('startsOn', 'start-missing', 'Enter the day the limit starts')
  else if (input.startsOn < today) fault('startsOn', 'start-in-past', 'The limit can start today or later')
  if (input.endsOn !== null && input.endsOn <= input.startsOn) {
    fault('endsOn', 'ends-before-start', 'The limit must end after the day it starts')
  }
  if (!limitReasons.on(today).value.some(one => one.code === input.reasonCode)) {
    fault('reasonCode', 'reason-missing', 'Choose why access is limited')
  }
  if (input.authoriser.trim() === '') fault('authoriser', 'authoriser-missing', 'Say who authorised the limit')
  if (input.reviewOn !== null && input.reviewOn <= input.startsOn) {
    fault('reviewOn', 'review-before-start', 'The review must be after the day the limit starts')
  }
  if ((input.message?.trim().length ?? 0) > longestMessage) {
    fault('message', 'message-too-long', `Shorten the message to ${longestMessage} characters or fewer`)
  }
  return faults
}

/** A setter who would no longer see the person must say that they know. */
async function selfLockOut(
  ctx: Context,
  input: LimitAccess,
  subjects: readonly LimitSubject[],
  group: readonly string[],
): Promise<readonly Problem[]> {
  if (input.lockMyselfOut) return []
  const isMe = (subject: LimitSubject) =>
    subject.kind === 'user'
      ? subject.value === ctx.viewer.username.toLowerCase()
      : subject.value === ctx.viewer.providerCode
  const named = subjects.some(isMe)
  if (input.kind === 'exclusion' && !named) return []
  if (input.kind === 'restriction' && (named || (await isOnList(ctx, group)))) return []
  const text = 'You would not be able to see this person yourself. Say that you know, or put yourself on the list'
  return [{ field: 'lockMyselfOut', code: 'self-lock-out', text }]
}

async function isOnList(ctx: Context, group: readonly string[]): Promise<boolean> {
  const rows = await ctx.tx.rows(
    `SELECT 1 FROM person.access_limit
      WHERE person_id = ANY ($1) AND kind = 'restriction' AND subject_kind = 'user' AND subject = $2 AND ${liveOn('$3')}`,
    [group, ctx.viewer.username.toLowerCase(), ctx.today],
  )
  return rows.length > 0
}

async function managersOf(ctx: Context, group: readonly string[]): Promise<readonly LimitSubject[]> {
  const rows = await withOpened(ctx.tx, group, () =>
    ctx.tx.rows<{ username: string }>(
      `SELECT DISTINCT username FROM person.manager
        WHERE person_id = ANY ($1) AND username IS NOT NULL AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)`,
      [group, ctx.today],
    ),
  )
  return rows.map(row => ({ kind: 'user', value: row.username }))
}

function distinct(subjects: readonly LimitSubject[]): readonly LimitSubject[] {
  const known = new Map<string, LimitSubject>()
  for (const { kind, value } of subjects) {
    const clean = kind === 'user' ? value.trim().toLowerCase() : value.trim().toUpperCase()
    if (clean !== '') known.set(`${kind} ${clean}`, { kind, value: clean })
  }
  return [...known.values()]
}

async function keepMessage(tx: Tx, personId: string, kind: LimitKind, message: string): Promise<void> {
  const column = kind === 'exclusion' ? 'exclusion_message' : 'restriction_message'
  await tx.run(`UPDATE person.stub SET ${column} = $2, version = version + 1 WHERE person_id = $1`, [personId, message])
}

async function limitOf(
  tx: Tx,
  id: string,
): Promise<{ readonly personId: string; readonly kind: LimitKind; readonly version: number }> {
  const limit = await tx.maybe<{ personId: string; kind: LimitKind; version: number }>(
    'SELECT person_id AS "personId", kind, version FROM person.access_limit WHERE id = $1 FOR UPDATE',
    [id],
  )
  if (!limit) throw new NotFound('There is no such limit.')
  return limit
}
