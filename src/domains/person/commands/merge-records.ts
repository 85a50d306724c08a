import type { Instant } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout, refreshFlags, withOpened } from '../access-flags.ts'
import { identityGroup, lockFlags, personByCrn } from '../identity-group.ts'
import { readCrn } from '../rules/identifiers.ts'
import { bothSurvivors, detach, join, keepFact, refuseAcrossOverride } from './link-identity.ts'
import { keepApart } from './reject-candidate.ts'

/** Says that two records are one person: the first is read with the second from now on, under the second's CRN; its
 *  own CRN still leads there. No id is rewritten and both histories stay whole. The survivor is limited as either was.
 *  Throws NotFound; Conflict where the two are merged already (either way round: a circle is refused) or somebody
 *  decided that they differ. */
export async function mergeRecords(
  ctx: Context,
  { crn, intoCrn, reason }: { readonly crn: string; readonly intoCrn: string; readonly reason: string },
): Promise<Result<{ readonly survivorId: string; readonly crn: string }>> {
  ctx.may('person.merge')
  if (reason.trim() === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the two records are one person' })
  }
  const from = await personByCrn(ctx.tx, crn)
  const into = await personByCrn(ctx.tx, intoCrn)
  if (!from) return problems({ field: 'crn', code: 'crn-unknown', text: 'No person has this CRN' })
  if (!into) return problems({ field: 'intoCrn', code: 'crn-unknown', text: 'No person has this CRN' })
  const [mine, theirs] = await bothSurvivors(ctx.tx, from.personId, into.personId)
  if (mine.id === theirs.id) throw new Conflict('These two records are merged already.')
  await refuseAcrossOverride(ctx.tx, mine, theirs)

  await join(ctx, mine.id, theirs.id, 'record')
  const flags = await refreshFlags(ctx.tx, theirs.id, ctx.today)
  const said = reason.trim()
  await keepFact(
    ctx,
    { personId: mine.id, kind: 'merged', otherId: theirs.id, decidedBy: 'staff', reason: said },
    flags,
  )
  ctx.record('combine', 'person.merge', [mine.id, theirs.id], { detail: { crn: mine.crn, intoCrn: theirs.crn } })
  const body = { personId: mine.id, survivorId: theirs.id, crn: mine.crn, intoCrn: theirs.crn }
  await announceAbout(ctx, { type: 'records-merged', personId: mine.id, body }, flags)
  return ok({ survivorId: theirs.id, crn: into.crn })
}

/** Undoes a merge: the record stands alone again, with whoever was linked to it before, and each side has its own
 *  limits again. The two are kept apart from now on. What is left of the other side is put before a person when it
 *  holds more than one id, because something linked since may belong to this one. Throws NotFound. */
export async function unmergeRecords(
  ctx: Context,
  { crn, reason }: { readonly crn: string; readonly reason: string },
): Promise<Result<{ readonly personId: string; readonly formerSurvivorId: string }>> {
  ctx.may('person.merge')
  const said = reason.trim()
  if (said === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why the two records are different people' })
  }
  const holder = await ctx.tx.maybe<{ id: string }>(
    `SELECT person_id AS id FROM person.identifier_claim WHERE kind = 'CRN' AND value = $1`,
    [readCrn(crn).canonical],
  )
  if (!holder) throw new NotFound('No person has that CRN.')
  const former = await detach(ctx.tx, holder.id, 'record')
  await keepApart(ctx, holder.id, former, said, 'staff')
  const flags = await refreshFlags(ctx.tx, holder.id, ctx.today)
  await refreshFlags(ctx.tx, former, ctx.today)
  await keepFact(
    ctx,
    { personId: holder.id, kind: 'unmerged', otherId: former, decidedBy: 'staff', reason: said },
    flags,
  )
  if ((await identityGroup(ctx.tx, former)).length > 1) await raiseAlert(ctx, former, 'override-conflict', holder.id)
  ctx.record('alter', 'person.unmerge', [holder.id, former], { detail: { crn } })
  const body = { personId: holder.id, formerSurvivorId: former }
  await announceAbout(ctx, { type: 'records-unmerged', personId: holder.id, body }, flags)
  return ok({ personId: holder.id, formerSurvivorId: former })
}

async function raiseAlert(ctx: Context, personId: string, kind: string, otherId: string): Promise<void> {
  const flags = await lockFlags(ctx.tx, personId)
  await withOpened(ctx.tx, [personId], () =>
    ctx.tx.run(
      `INSERT INTO person.identity_alert (person_id, id, kind, other_person_id, detail, raised_at, excluded, restricted)
       VALUES ($1, $2, $3, $4, '{}', $5, $6, $7)`,
      [personId, newId(), kind, otherId, ctx.now, flags.excluded, flags.restricted],
    ),
  )
}

export type IdentityAlert = {
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly crn: string | null
  readonly otherCrn: string | null
  readonly raisedAt: Instant
}

/** Identities a person must look at, oldest first; those of limited people only for who may see them. */
export async function identityAlerts(ctx: Context): Promise<readonly IdentityAlert[]> {
  ctx.may('person.merge')
  const alerts = await ctx.tx.rows<IdentityAlert>(
    `SELECT alert.id, alert.person_id AS "personId", alert.kind, stub.crn, other.crn AS "otherCrn",
            alert.raised_at AS "raisedAt"
       FROM person.identity_alert alert
       JOIN person.stub ON stub.person_id = alert.person_id
       LEFT JOIN person.stub other ON other.person_id = alert.other_person_id
      WHERE alert.resolved_at IS NULL ORDER BY alert.raised_at, alert.id LIMIT 500`,
  )
  ctx.look('person.identity-alerts', [...new Set(alerts.map(alert => alert.personId))])
  return alerts
}

/** Says what was found about an identity that needed attention. */
export async function resolveIdentityAlert(
  ctx: Context,
  { id, resolution }: { readonly id: string; readonly resolution: string },
): Promise<Result<undefined>> {
  ctx.may('person.merge')
  if (resolution.trim() === '') {
    return problems({ field: 'resolution', code: 'resolution-missing', text: 'Say what you found' })
  }
  const alert = await ctx.tx.maybe<{ personId: string; resolvedAt: string | null }>(
    `SELECT person_id AS "personId", resolved_at AS "resolvedAt" FROM person.identity_alert WHERE id = $1 FOR UPDATE`,
    [id],
  )
  if (!alert) throw new NotFound('There is nothing of that kind to look at.')
  if (alert.resolvedAt !== null) throw new Conflict('Someone else has dealt with this.')
  await ctx.tx.run(
    `UPDATE person.identity_alert SET resolved_at = $3, resolved_by = $4, resolution = $5
      WHERE person_id = $1 AND id = $2`,
    [alert.personId, id, ctx.now, ctx.viewer.username, resolution.trim()],
  )
  ctx.record('alter', 'person.resolve-identity-alert', [alert.personId], { detail: { id } })
  return ok(undefined)
}
