import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout, withOpened } from '../access-flags.ts'
import { identityGroup, lockFlags } from '../identity-group.ts'
import type { DecidedBy } from '../model.ts'
import { keepFact } from './link-identity.ts'

/** Says that two people differ: they are never proposed or linked again, also when the person is listed anew, until
 *  the decision is withdrawn. Writes an override scope in which the two bear different markers. */
export async function rejectCandidate(
  ctx: Context,
  { personId, candidatePersonId, reason }: { personId: string; candidatePersonId: string; reason: string },
): Promise<void> {
  if (ctx.viewer.kind === 'person') ctx.may('person.link', { people: [personId] })
  await keepApart(ctx, personId, candidatePersonId, reason, 'staff')
  const flags = await lockFlags(ctx.tx, personId)
  await keepFact(ctx, { personId, kind: 'rejected', otherId: candidatePersonId, decidedBy: 'staff', reason }, flags)
  ctx.record('alter', 'person.reject-candidate', [personId, candidatePersonId])
  await announceAbout(ctx, { type: 'candidate-rejected', personId, body: { personId, candidatePersonId } }, flags)
}

/** Takes back a decision that two people differ. Answers how many standing decisions were ended. */
export async function withdrawRejection(
  ctx: Context,
  { personId, candidatePersonId, reason }: { personId: string; candidatePersonId: string; reason: string },
): Promise<number> {
  if (ctx.viewer.kind === 'person') ctx.may('person.link', { people: [personId] })
  const left = await identityGroup(ctx.tx, personId)
  const right = await identityGroup(ctx.tx, candidatePersonId)
  const ended = await withOpened(ctx.tx, [...left, ...right], () =>
    ctx.tx.run(
      `UPDATE person.override_marker SET ended_at = $3, ended_by = $4, ended_reason = $5
        WHERE ended_at IS NULL AND person_id = ANY ($1::uuid[] || $2::uuid[])
          AND scope_id IN (SELECT a.scope_id FROM person.override_marker a
                             JOIN person.override_marker b ON b.scope_id = a.scope_id AND b.marker <> a.marker
                            WHERE a.person_id = ANY ($1) AND b.person_id = ANY ($2)
                              AND a.ended_at IS NULL AND b.ended_at IS NULL)`,
      [left, right, ctx.now, ctx.viewer.username, reason],
    ),
  )
  if (ended === 0) return 0
  const flags = await lockFlags(ctx.tx, personId)
  const fact = {
    personId,
    kind: 'rejection-withdrawn',
    otherId: candidatePersonId,
    decidedBy: 'staff' as const,
    reason,
  }
  await keepFact(ctx, fact, flags)
  ctx.record('alter', 'person.withdraw-rejection', [personId, candidatePersonId])
  return ended
}

/** A new scope in which the two people bear different markers. */
export async function keepApart(
  ctx: Context,
  personId: string,
  otherId: string,
  reason: string,
  decidedBy: DecidedBy,
): Promise<void> {
  const scope = newId()
  await withOpened(ctx.tx, [personId, otherId], async () => {
    for (const id of [personId, otherId]) {
      const flags = await lockFlags(ctx.tx, id)
      await ctx.tx.run(
        `INSERT INTO person.override_marker (person_id, id, scope_id, marker, confidence, actor, reason, set_at, set_by,
           excluded, restricted)
         VALUES ($1, $2, $3, $4, 'verified', $5, $6, $7, $8, $9, $10)`,
        [
          id,
          newId(),
          scope,
          newId(),
          decidedBy === 'staff' ? 'human' : 'system',
          reason,
          ctx.now,
          ctx.viewer.username,
          flags.excluded,
          flags.restricted,
        ],
      )
    }
  })
}
