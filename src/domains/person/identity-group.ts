import type { Tx } from '../../platform/store/index.ts'
import type { AccessFlags } from './model.ts'
import { readCrn } from './rules/identifiers.ts'

/** Every person id that is this person, the survivor first. Everything about a person is read with
 *  `person_id = ANY(group)`. A person linked to nobody is a group of one. */
export async function identityGroup(tx: Tx, personId: string): Promise<readonly string[]> {
  const { survivor, followers } = await tx.one<{ survivor: string; followers: readonly string[] }>(
    `WITH mine AS MATERIALIZED (
       SELECT coalesce((SELECT survivor_id FROM person.identity_link WHERE person_id = $1), $1::uuid) AS id
     )
     SELECT id AS survivor, ${followersOf('mine.id')} AS followers FROM mine`,
    [personId],
  )
  return [survivor, ...followers]
}

const followersOf = (survivor: string) =>
  `ARRAY(SELECT person_id FROM person.identity_link WHERE survivor_id = ${survivor} ORDER BY linked_at, person_id)`

/** The groups of several people, by the id asked for: two queries whatever their number. */
export async function identityGroups(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await tx.rows<{ id: string; survivor: string }>(
    'SELECT person_id AS id, survivor_id AS survivor FROM person.identity_link WHERE person_id = ANY ($1)',
    [personIds],
  )
  const survivors = new Map(links.map(link => [link.id, link.survivor]))
  const roots = [...new Set(personIds.map(id => survivors.get(id) ?? id))]
  const followers = await tx.rows<{ id: string; survivor: string }>(
    `SELECT person_id AS id, survivor_id AS survivor FROM person.identity_link
      WHERE survivor_id = ANY ($1) ORDER BY linked_at, person_id`,
    [roots],
  )
  const groups = new Map<string, string[]>(roots.map(root => [root, [root]]))
  for (const { id, survivor } of followers) groups.get(survivor)?.push(id)
  return new Map(personIds.map(id => [id, groups.get(survivors.get(id) ?? id) ?? [id]]))
}

/** The id under which the person's record is shown. */
export async function survivorOf(tx: Tx, personId: string): Promise<string> {
  const link = await tx.maybe<{ survivor: string }>(
    'SELECT survivor_id AS survivor FROM person.identity_link WHERE person_id = $1',
    [personId],
  )
  return link?.survivor ?? personId
}

/** The flags to copy onto a new row about the person, locked against a change of limits until the commit.
 *  Throws when there is no such person. */
export function lockFlags(tx: Tx, personId: string): Promise<AccessFlags> {
  return tx.one<AccessFlags>('SELECT excluded, restricted FROM person.stub WHERE person_id = $1 FOR SHARE', [personId])
}

/** The flags to copy onto a new row about several people: limited when one of them is; locked likewise. People nobody
 *  knows (organisations) have none. */
export function lockFlagsOfAll(tx: Tx, personIds: readonly string[]): Promise<AccessFlags> {
  return tx.one<AccessFlags>(
    `SELECT coalesce(bool_or(excluded), false) AS excluded, coalesce(bool_or(restricted), false) AS restricted
       FROM (SELECT excluded, restricted FROM person.stub WHERE person_id = ANY ($1) ORDER BY person_id FOR SHARE) AS held`,
    [personIds],
  )
}

/** The flags to copy onto new rows about many people, by person; locked likewise, in one order so that none waits in a
 *  ring. */
export async function lockFlagsOfEach(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, AccessFlags>> {
  const rows = await tx.rows<AccessFlags & { id: string }>(
    `SELECT person_id AS id, excluded, restricted FROM person.stub WHERE person_id = ANY ($1)
      ORDER BY person_id FOR SHARE`,
    [personIds],
  )
  return new Map(rows.map(({ id, excluded, restricted }) => [id, { excluded, restricted }]))
}

/** The person behind a CRN. `personId` is the survivor, `group` everyone who is that person, and `crn` the number it is
 *  shown under; `alias` says that the number asked for belongs to a record merged into it. Flags say whether the person
 *  is limited, not for whom. */
export type PersonFound = AccessFlags & {
  readonly personId: string
  readonly group: readonly string[]
  readonly crn: string
  readonly alias: boolean
  readonly regionCode: string | null
}

/** Undefined for a number nobody holds, and for text that is no CRN. The survivor is worked out apart (MATERIALIZED):
 *  coalesce() is not leak-proof, and a join on it under row security would read every stub. */
export async function personByCrn(tx: Tx, typed: string): Promise<PersonFound | undefined> {
  const { canonical } = readCrn(typed)
  if (canonical === null) return undefined
  type Found = AccessFlags & {
    personId: string
    followers: readonly string[]
    crn: string | null
    regionCode: string | null
  }
  const row = await tx.maybe<Found>(
    `WITH found AS MATERIALIZED (
       SELECT coalesce(link.survivor_id, claim.person_id) AS id
         FROM person.identifier_claim claim
         LEFT JOIN person.identity_link link ON link.person_id = claim.person_id
        WHERE claim.kind = 'CRN' AND claim.value = $1
     )
     SELECT stub.person_id AS "personId", stub.crn, stub.region_code AS "regionCode", stub.excluded, stub.restricted,
            ${followersOf('stub.person_id')} AS followers
       FROM found JOIN person.stub ON stub.person_id = found.id`,
    [canonical],
  )
  if (!row) return undefined
  const { followers, ...found } = row
  const crn = found.crn ?? canonical
  return { ...found, group: [found.personId, ...followers], crn, alias: crn !== canonical }
}
