import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound } from '../../../platform/errors/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import { announceAbout, openedIfLimited, refreshFlags, withOpened } from '../access-flags.ts'
import { identityGroup } from '../identity-group.ts'
import type { AccessFlags, DecidedBy } from '../model.ts'

export type LinkIdentity = {
  readonly personId: string
  readonly toPersonId: string
  readonly decidedBy: DecidedBy
  readonly reason?: string
  readonly evidence?: object
}

/** Says that `personId` is the person on record `toPersonId`. No id is rewritten: both keep their rows, which are read
 *  together, and unlinking restores each. The group takes the limits of both. Linking what is linked already changes
 *  nothing. Answers the survivor and the flags now in force: after a link to a limited record the linker may no longer
 *  see the person. Throws NotFound, and Conflict where a person decided before that the two differ (a machine never
 *  links across that; staff first withdraw the rejection) or when a record would be put under a person without one. */
export async function linkIdentity(
  ctx: Context,
  { personId, toPersonId, decidedBy, reason, evidence }: LinkIdentity,
): Promise<{ readonly survivorId: string } & AccessFlags> {
  if (ctx.viewer.kind === 'person') ctx.may('person.link', { people: [personId] })
  const [mine, theirs] = await bothSurvivors(ctx.tx, personId, toPersonId)
  if (mine.id === theirs.id) return { survivorId: theirs.id, excluded: theirs.excluded, restricted: theirs.restricted }
  if (mine.crn !== null && theirs.crn === null) {
    throw new Conflict('This person already has a record: link the other one to it instead.')
  }
  if (mine.crn !== null) throw new Conflict('Both people have a record. Merge the two records instead of linking.')
  await refuseAcrossOverride(ctx.tx, mine, theirs)

  await join(ctx, mine.id, theirs.id, 'defendant')
  const flags = await refreshFlags(ctx.tx, theirs.id, ctx.today)
  await keepFact(ctx, { personId: mine.id, kind: 'linked', otherId: theirs.id, decidedBy, reason, evidence }, flags)
  ctx.record('combine', 'person.link', [mine.id, theirs.id], { detail: { decidedBy } })
  await announceAbout(
    ctx,
    { type: 'identity-linked', personId: mine.id, body: { personId: mine.id, survivorId: theirs.id, decidedBy } },
    flags,
  )
  return { survivorId: theirs.id, ...flags }
}

/** Undoes a link: the person stands alone again, with everyone who was linked to them. Limits are worked out afresh
 *  for both sides. Throws NotFound for a person who is linked to nobody, or merged (see unmergeRecords). */
export async function unlinkIdentity(
  ctx: Context,
  { personId, reason, decidedBy = 'staff' }: { personId: string; reason: string; decidedBy?: DecidedBy },
): Promise<void> {
  if (ctx.viewer.kind === 'person') ctx.may('person.link', { people: [personId] })
  const former = await detach(ctx.tx, personId, 'defendant')
  await refreshFlags(ctx.tx, former, ctx.today)
  const flags = await refreshFlags(ctx.tx, personId, ctx.today)
  await keepFact(ctx, { personId, kind: 'unlinked', otherId: former, decidedBy, reason }, flags)
  ctx.record('alter', 'person.unlink', [personId, former], { detail: { decidedBy } })
  await announceAbout(
    ctx,
    { type: 'identity-unlinked', personId, body: { personId, formerSurvivorId: former, decidedBy } },
    flags,
  )
}

export type Survivor = AccessFlags & { readonly id: string; readonly crn: string | null }

/** The two survivors, their stubs locked in one order so that two links cannot wait for each other. */
export async function bothSurvivors(
  tx: Tx,
  left: string,
  right: string,
): Promise<readonly [left: Survivor, right: Survivor]> {
  const links = await tx.rows<{ id: string; survivor: string }>(
    'SELECT person_id AS id, survivor_id AS survivor FROM person.identity_link WHERE person_id = ANY ($1)',
    [[left, right]],
  )
  const [leftId, rightId] = [left, right].map(id => links.find(link => link.id === id)?.survivor ?? id) as [
    string,
    string,
  ]
  const stubs = await tx.rows<Survivor>(
    `SELECT person_id AS id, crn, excluded, restricted FROM person.stub
      WHERE person_id = ANY ($1) ORDER BY person_id FOR UPDATE`,
    [[leftId, rightId]],
  )
  const found = (id: string) => {
    const stub = stubs.find(one => one.id === id)
    if (!stub) throw new NotFound('There is no such person.')
    return stub
  }
  return [found(leftId), found(rightId)]
}

/** Puts one group under another survivor. Each follower keeps to whom it was joined, for the undoing. */
export async function join(ctx: Context, fromId: string, toId: string, kind: 'defendant' | 'record'): Promise<void> {
  await ctx.tx.run(
    `WITH followers AS (UPDATE person.identity_link SET survivor_id = $2 WHERE survivor_id = $1)
     INSERT INTO person.identity_link (person_id, survivor_id, joined_to, kind, linked_at) VALUES ($1, $2, $2, $3, $4)`,
    [fromId, toId, kind, ctx.now],
  )
}

/** Takes a person out of a group, and with them everyone joined to them. Answers the former survivor. */
export async function detach(tx: Tx, personId: string, kind: 'defendant' | 'record'): Promise<string> {
  const link = await tx.maybe<{ survivor: string; kind: string }>(
    'SELECT survivor_id AS survivor, kind FROM person.identity_link WHERE person_id = $1 FOR UPDATE',
    [personId],
  )
  if (!link || link.kind !== kind) {
    throw new NotFound(kind === 'record' ? 'This record is not merged into another.' : 'This person is not linked.')
  }
  const members = await tx.rows<{ id: string; joinedTo: string }>(
    'SELECT person_id AS id, joined_to AS "joinedTo" FROM person.identity_link WHERE survivor_id = $1',
    [link.survivor],
  )
  const followers = followersOf(personId, members)
  await tx.run('DELETE FROM person.identity_link WHERE person_id = $1', [personId])
  await tx.run('UPDATE person.identity_link SET survivor_id = $2 WHERE person_id = ANY ($1)', [followers, personId])
  return link.survivor
}

function followersOf(
  personId: string,
  members: readonly { readonly id: string; readonly joinedTo: string }[],
): readonly string[] {
  const direct = members.filter(member => member.joinedTo === personId && member.id !== personId).map(one => one.id)
  return direct.flatMap(id => [id, ...followersOf(id, members)])
}

export type Fact = {
  readonly personId: string
  readonly kind: string
  readonly otherId: string | null
  readonly decidedBy: DecidedBy
  readonly reason?: string | undefined
  readonly evidence?: object | undefined
}

/** Writes what was decided about an identity, by whom and on what evidence. */
export async function keepFact(ctx: Context, fact: Fact, flags: AccessFlags): Promise<void> {
  const keep = () =>
    ctx.tx.run(
      `INSERT INTO person.identity_fact (person_id, id, kind, other_person_id, at, by, decided_by, reason, evidence,
         excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        fact.personId,
        newId(),
        fact.kind,
        fact.otherId,
        ctx.now,
        ctx.viewer.username,
        fact.decidedBy,
        fact.reason ?? null,
        fact.evidence ? JSON.stringify(fact.evidence) : null,
        flags.excluded,
        flags.restricted,
      ],
    )
  await openedIfLimited(ctx.tx, fact.personId, flags, keep)
}

/** Throws Conflict where a standing human decision keeps members of the two groups apart. */
export async function refuseAcrossOverride(tx: Tx, left: Survivor, right: Survivor): Promise<void> {
  const limited = [left, right].some(one => one.excluded || one.restricted)
  const apart = limited
    ? await withOpened(tx, [...(await identityGroup(tx, left.id)), ...(await identityGroup(tx, right.id))], () =>
        keptApart(tx, left.id, right.id),
      )
    : await keptApart(tx, left.id, right.id)
  if (apart) throw new Conflict('Somebody decided that these are two different people. Withdraw that decision first.')
}

/** Whether markers of one scope differ between the groups of two survivors. */
async function keptApart(tx: Tx, leftId: string, rightId: string): Promise<boolean> {
  const rows = await tx.rows(
    `WITH lefts AS MATERIALIZED (
       SELECT $1::uuid AS id UNION SELECT person_id FROM person.identity_link WHERE survivor_id = $1
     ), rights AS MATERIALIZED (
       SELECT $2::uuid AS id UNION SELECT person_id FROM person.identity_link WHERE survivor_id = $2
     )
     SELECT 1 FROM lefts
       JOIN person.override_marker mine ON mine.person_id = lefts.id AND mine.ended_at IS NULL
       JOIN person.override_marker theirs
         ON theirs.scope_id = mine.scope_id AND theirs.marker <> mine.marker AND theirs.ended_at IS NULL
       JOIN rights ON rights.id = theirs.person_id LIMIT 1`,
    [leftId, rightId],
  )
  return rows.length > 0
}
