import type { Viewer } from '../../../platform/access/index.ts'
import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { personByCrn } from '../identity-group.ts'
import { type LimitRow, limitedAccess, limitedAccessMessage, notAuthorised } from '../rules/limited-access.ts'
import { personOf } from '../store.ts'

/** A case the viewer has been let into. Everything about the person is read with `person_id = ANY(group)`. `alias`: the
 *  CRN asked for belongs to a record merged into this one. */
export type OpenCase = {
  readonly personId: string
  readonly crn: string
  readonly group: readonly string[]
  readonly alias: boolean
  readonly regionCode: string | null
  readonly purpose: string | null
  readonly breakGlass: { readonly endsAt: Instant } | null
}

/** The person is managed outside the viewer's own region: a purpose must be given first (see `givePurpose`). */
export class PurposeNeeded extends NotAllowed {
  readonly crn: string
  constructor(crn: string, personId: string) {
    super(
      'This person is managed in another region. Say why you need to see the record before you open it.',
      'person.view',
      [personId],
    )
    this.crn = crn
  }
}

/** The viewer is barred by an exclusion, or not named in a restriction. The message says whom to ask, never why. */
export class AccessLimited extends NotAllowed {
  readonly crn: string
  constructor(message: string, crn: string, personId: string) {
    super(message, 'person.view', [personId])
    this.crn = crn
  }
}

/** The words for a limit that carries none of its own. */
export const notAuthorisedWords =
  'Access to this person is limited and you are not on the list. If you need to see the record, contact the limited-access administrator of your region.'

/** Lets the viewer into a person's case, or says why not, and writes the look to the audit chain. Throws NotFound for a
 *  CRN nobody holds; NotAllowed for want of the role, for limited access (with the limit's own message, never the
 *  reason), or for a contracted provider to whom the person is not allocated; PurposeNeeded outside the own region.
 *  `action` is what the asker must be allowed: a machine may hold a narrower scope than that of the whole record. */
export async function openCase(ctx: Context, crn: string, action = 'person.view'): Promise<OpenCase> {
  ctx.may(action)
  const found = await personByCrn(ctx.tx, crn)
  if (!found) throw new NotFound(`No person has the CRN ${crn.trim().toUpperCase().slice(0, 20)}.`)
  const { personId, group, regionCode } = found
  const outside = ctx.viewer.kind === 'person' && regionCode !== null && regionCode !== ctx.viewer.regionCode
  // Asked together, and judged in this order.
  const [person, within, purpose, breakGlass] = await Promise.all([
    personOf(ctx.tx, personId),
    isWithinProvider(ctx, group),
    outside ? purposeOf(ctx.tx, ctx.viewer.username, group, ctx.today) : null,
    liveBreakGlass(ctx, group),
  ])
  if (!person) throw new AccessLimited(await messageFor(ctx, personId, group), found.crn, personId)
  if (!within) throw new NotAllowed('This person is not allocated to your organisation.', 'person.view', [personId])
  if (outside && purpose === null) throw new PurposeNeeded(found.crn, personId)

  ctx.look('person.open-case', [personId], {
    ...(purpose ? { justification: [purpose.code, purpose.words].filter(text => text).join(': ') } : {}),
    detail: { crn: found.crn, outsideRegion: outside, ...(breakGlass ? { breakGlass: breakGlass.id } : {}) },
  })
  return {
    personId,
    crn: found.crn,
    group,
    alias: found.alias,
    regionCode,
    purpose: purpose?.code ?? null,
    breakGlass: breakGlass && { endsAt: breakGlass.endsAt },
  }
}

async function messageFor(ctx: Context, personId: string, group: readonly string[]): Promise<string> {
  const rows = await ctx.tx.rows<{ kind: string; user: string; start: LocalDate; end: LocalDate | null }>(
    `SELECT kind, subject AS "user", starts_on AS start, ends_on AS "end"
       FROM person.access_limit WHERE person_id = ANY ($1) AND subject_kind = 'user'`,
    [group],
  )
  const messages = await ctx.tx.one<{ exclusionMessage: string | null; restrictionMessage: string | null }>(
    `SELECT exclusion_message AS "exclusionMessage", restriction_message AS "restrictionMessage"
       FROM person.stub WHERE person_id = $1`,
    [personId],
  )
  const of = (kind: string): readonly LimitRow[] => rows.filter(row => row.kind === kind)
  const facts = { username: ctx.viewer.username, userExists: true, ...messages }
  const access = limitedAccess({ ...facts, exclusions: of('exclusion'), restrictions: of('restriction') }, ctx.today)
  const message = limitedAccessMessage(access)
  return message === null || message === notAuthorised ? notAuthorisedWords : message
}

/** A contracted provider's staff see only people allocated to that provider (access specification section 5). */
async function isWithinProvider(ctx: Context, group: readonly string[]): Promise<boolean> {
  if (!isContracted(ctx.viewer)) return true
  const allocated = await ctx.tx.rows(
    `SELECT 1 FROM person.manager WHERE person_id = ANY ($1) AND provider_code = $2
        AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3) LIMIT 1`,
    [group, ctx.viewer.providerCode, ctx.today],
  )
  return allocated.length > 0
}

/** Staff of a contracted provider hold the provider's role, whatever else they hold. */
export function isContracted(viewer: Viewer): boolean {
  return viewer.roles.includes('provider')
}

function purposeOf(
  tx: Tx,
  username: string,
  group: readonly string[],
  day: LocalDate,
): Promise<{ readonly code: string; readonly words: string | null } | null> {
  return tx
    .maybe<{ code: string; words: string | null }>(
      `SELECT code, words FROM person.purpose
        WHERE person_id = ANY ($1) AND username = $2 AND day = $3 ORDER BY at DESC LIMIT 1`,
      [group, username.toLowerCase(), day],
    )
    .then(row => row ?? null)
}

async function liveBreakGlass(
  ctx: Context,
  group: readonly string[],
): Promise<{ readonly id: string; readonly endsAt: Instant } | null> {
  const row = await ctx.tx.maybe<{ id: string; endsAt: Instant }>(
    `SELECT id, ends_at AS "endsAt" FROM person.break_glass
      WHERE person_id = ANY ($1) AND username = $2 AND ended_at IS NULL AND ends_at > $3
      ORDER BY ends_at DESC LIMIT 1`,
    [group, ctx.viewer.username.toLowerCase(), ctx.now],
  )
  return row ?? null
}
