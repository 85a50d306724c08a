import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { identityGroup } from '../identity-group.ts'
import { lockedPerson } from './correct-details.ts'

export type RegisterFlag = {
  readonly personId: string
  readonly typeCode: string
  readonly category: string | null
  readonly level: string | null
  readonly startsOn: LocalDate
  readonly nextReviewOn: LocalDate | null
  readonly notes: string
}

const longestNotes = 12_000

/** Registers a flag. A risk-of-serious-harm level ends the one before it, because a person has one at a time; any
 *  other type is registered once. Source: supervision record specification sections 2 to 4. The length of the review
 *  period of each type is not public, so the day is the registering officer's. Throws NotFound, NotAllowed. */
export async function registerFlag(ctx: Context, input: RegisterFlag): Promise<Result<{ readonly id: string }>> {
  ctx.may('person.flag', { people: [input.personId] })
  const type = await ctx.tx.maybe<{ roshLevel: number | null }>(
    `SELECT rosh_level AS "roshLevel" FROM person.flag_type
      WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [input.typeCode, ctx.today],
  )
  if (!type) return problems({ field: 'typeCode', code: 'flag-type-unknown', text: 'Choose the kind of flag' })
  if (!isLocalDate(input.startsOn) || input.startsOn > ctx.today) {
    return problems({ field: 'startsOn', code: 'start-wrong', text: 'Enter the day the flag starts, today or earlier' })
  }
  if (input.nextReviewOn !== null && input.nextReviewOn <= input.startsOn) {
    return problems({ field: 'nextReviewOn', code: 'review-before-start', text: 'The review must be after the start' })
  }
  if (input.notes.length > longestNotes) {
    return problems({
      field: 'notes',
      code: 'too-long',
      text: `Shorten the notes to ${longestNotes} characters or fewer`,
    })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const group = await identityGroup(ctx.tx, input.personId)
  const open = await ctx.tx.rows<{ personId: string; id: string; typeCode: string; roshLevel: number | null }>(
    `SELECT flag.person_id AS "personId", flag.id, flag.type_code AS "typeCode", type.rosh_level AS "roshLevel"
       FROM person.flag LEFT JOIN person.flag_type type ON type.code = flag.type_code AND type.valid_to IS NULL
      WHERE flag.person_id = ANY ($1) AND flag.ended_on IS NULL FOR UPDATE OF flag`,
    [group],
  )
  if (open.some(flag => flag.typeCode === input.typeCode)) {
    return problems({
      field: 'typeCode',
      code: 'flag-open',
      text: 'This flag is open already. Review or end it instead',
    })
  }
  const replaced = type.roshLevel === null ? [] : open.filter(flag => flag.roshLevel !== null)
  for (const flag of replaced) await end(ctx, flag.personId, flag.id, input.startsOn, `replaced by ${input.typeCode}`)

  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.flag (person_id, id, type_code, category, level, starts_on, next_review_on, notes,
       registered_at, registered_by, team_code, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      input.personId,
      id,
      input.typeCode,
      input.category,
      input.level,
      input.startsOn,
      input.nextReviewOn,
      input.notes.trim() || null,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.teamCode,
      flags.excluded,
      flags.restricted,
    ],
  )
  const replacedIds = replaced.map(flag => flag.id)
  ctx.record('alter', 'person.register-flag', [input.personId], { detail: { id, type: input.typeCode, replacedIds } })
  const body = { personId: input.personId, id, typeCode: input.typeCode, replacedIds }
  await announceAbout(ctx, { type: 'registration-added', personId: input.personId, body }, flags)
  return ok({ id })
}

/** Says that a flag was reviewed and still holds. `version` is the one the user saw. */
export async function reviewFlag(
  ctx: Context,
  input: {
    readonly personId: string
    readonly id: string
    readonly nextReviewOn: LocalDate | null
    readonly notes: string
    readonly version: number
  },
): Promise<Result<undefined>> {
  ctx.may('person.flag', { people: [input.personId] })
  if (input.nextReviewOn !== null && input.nextReviewOn <= ctx.today) {
    return problems({ field: 'nextReviewOn', code: 'review-not-ahead', text: 'The next review must be after today' })
  }
  if (input.notes.length > longestNotes) {
    return problems({
      field: 'notes',
      code: 'too-long',
      text: `Shorten the notes to ${longestNotes} characters or fewer`,
    })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const { dueOn } = await openFlag(ctx, input)
  await ctx.tx.run(
    `INSERT INTO person.flag_review (person_id, id, flag_id, due_on, reviewed_on, notes, reviewed_at, reviewed_by,
       excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      input.personId,
      newId(),
      input.id,
      dueOn,
      ctx.today,
      input.notes.trim() || null,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  await ctx.tx.run(
    'UPDATE person.flag SET next_review_on = $3, version = version + 1 WHERE person_id = $1 AND id = $2',
    [input.personId, input.id, input.nextReviewOn],
  )
  ctx.record('alter', 'person.review-flag', [input.personId], { detail: { id: input.id } })
  const body = { personId: input.personId, id: input.id }
  await announceAbout(ctx, { type: 'registration-reviewed', personId: input.personId, body }, flags)
  return ok(undefined)
}

/** Ends a flag. It stays on the record as history. */
export async function deregisterFlag(
  ctx: Context,
  input: {
    readonly personId: string
    readonly id: string
    readonly endsOn: LocalDate
    readonly reason: string
    readonly version: number
  },
): Promise<Result<undefined>> {
  ctx.may('person.flag', { people: [input.personId] })
  if (input.reason.trim() === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the flag ends' })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const { startsOn } = await openFlag(ctx, input)
  if (!isLocalDate(input.endsOn) || input.endsOn < startsOn || input.endsOn > ctx.today) {
    const text = 'Enter a day from the start of the flag to today'
    return problems({ field: 'endsOn', code: 'end-wrong', text })
  }
  await end(ctx, input.personId, input.id, input.endsOn, input.reason.trim())
  ctx.record('alter', 'person.deregister-flag', [input.personId], { detail: { id: input.id } })
  const body = { personId: input.personId, id: input.id }
  await announceAbout(ctx, { type: 'registration-ended', personId: input.personId, body }, flags)
  return ok(undefined)
}

async function openFlag(
  ctx: Context,
  { personId, id, version }: { readonly personId: string; readonly id: string; readonly version: number },
): Promise<{ readonly startsOn: LocalDate; readonly dueOn: LocalDate | null }> {
  const flag = await ctx.tx.maybe<{
    version: number
    startsOn: LocalDate
    dueOn: LocalDate | null
    endedOn: LocalDate | null
  }>(
    `SELECT version, starts_on AS "startsOn", next_review_on AS "dueOn", ended_on AS "endedOn" FROM person.flag
      WHERE person_id = $1 AND id = $2 FOR UPDATE`,
    [personId, id],
  )
  if (!flag) throw new NotFound('There is no such flag on this record.')
  if (flag.endedOn !== null || flag.version !== version) {
    throw new Conflict('Someone else has changed this flag. Look at it again.')
  }
  return flag
}

async function end(ctx: Context, personId: string, id: string, endsOn: LocalDate, reason: string): Promise<void> {
  await ctx.tx.run(
    `UPDATE person.flag SET ended_on = $3, ended_at = $4, ended_by = $5, ended_reason = $6, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [personId, id, endsOn, ctx.now, ctx.viewer.username, reason],
  )
}
