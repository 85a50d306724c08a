import { randomInt } from 'node:crypto'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, Unavailable } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { survivorOf } from '../identity-group.ts'
import type { AccessFlags, DecidedBy } from '../model.ts'
import { claim } from '../store.ts'
import { keepFact } from './link-identity.ts'

/** Gives a person a CRN, and so a record. A person who has one, or is linked to one, keeps it. Throws NotFound. */
export async function openRecord(ctx: Context, personId: string, decidedBy: DecidedBy): Promise<{ crn: string }> {
  if (ctx.viewer.kind === 'person') ctx.may('person.open-record', { people: [personId] })
  const survivorId = await survivorOf(ctx.tx, personId)
  const stub = await ctx.tx.maybe<AccessFlags & { crn: string | null }>(
    'SELECT crn, excluded, restricted FROM person.stub WHERE person_id = $1 FOR UPDATE',
    [survivorId],
  )
  if (!stub) throw new NotFound('There is no such person.')
  if (stub.crn !== null) return { crn: stub.crn }

  const crn = await claimFreeCrn(ctx.tx, survivorId, stub)
  await ctx.tx.run(
    `UPDATE person.stub SET crn = $2, opened_at = $3, opened_by = $4, region_code = coalesce(region_code, $5),
       version = version + 1 WHERE person_id = $1`,
    [survivorId, crn, ctx.now, ctx.viewer.username, ctx.viewer.regionCode],
  )
  await keepFact(ctx, { personId: survivorId, kind: 'record-opened', otherId: null, decidedBy }, stub)
  ctx.record('collect', 'person.open-record', [survivorId], { detail: { decidedBy } })
  await announceAbout(ctx, { type: 'record-opened', personId: survivorId, body: { personId: survivorId, crn } }, stub)
  return { crn }
}

const letters = 'ABCDEFGHJKLMNPRSTVWXYZ'
const tries = 50

/** Numbers are drawn by chance and claimed, because a counter would be one place all writers wait for. */
async function claimFreeCrn(tx: Tx, personId: string, flags: AccessFlags): Promise<string> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const crn = `${letters[randomInt(letters.length)]}${String(randomInt(1_000_000)).padStart(6, '0')}`
    if (await claim(tx, 'CRN', crn, personId, flags)) return crn
  }
  throw new Unavailable('No free CRN was found. Try again.')
}
