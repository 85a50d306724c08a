import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context/index.ts'
import type { DomainEvent } from '../../platform/events/index.ts'
import type { Tx } from '../../platform/store/index.ts'
import { identityGroup } from './identity-group.ts'
import { dropUnborneTokens, keepTokens, tokensOf } from './match-index.ts'
import type { AccessFlags } from './model.ts'

/** A limit holds from its first day until the day before `ends_on`. */
export const liveOn = (day: string) => `starts_on <= ${day} AND (ends_on IS NULL OR ends_on > ${day})`

/** Works out the two flags of a person's whole identity group from the limits that hold on the day, and sets them on
 *  every row about anyone in the group, in every table of every domain, under a lock of the group's stub rows. Rows
 *  about several people (court messages) take the flags of all of them together. Answers the flags now in force. */
export async function refreshFlags(tx: Tx, personId: string, day: LocalDate): Promise<AccessFlags> {
  const { group, stubs } = await lockGroup(tx, personId)
  const now = await tx.one<AccessFlags>(
    `SELECT coalesce(bool_or(kind = 'exclusion'), false) AS excluded,
            coalesce(bool_or(kind = 'restriction'), false) AS restricted
       FROM person.access_limit WHERE person_id = ANY ($1) AND ${liveOn('$2')}`,
    [group, day],
  )
  const differ = stubs.filter(stub => stub.excluded !== now.excluded || stub.restricted !== now.restricted)
  if (differ.length > 0) await setFlags(tx, group, now)
  return now
}

type Stub = AccessFlags & { readonly id: string }

/** The group with its stub rows locked. Somebody may have been linked to it while the lock was waited for: then they are
 *  locked too, so that no follower is left without the limits of the group. */
async function lockGroup(
  tx: Tx,
  personId: string,
): Promise<{ readonly group: readonly string[]; readonly stubs: readonly Stub[] }> {
  for (;;) {
    const group = await identityGroup(tx, personId)
    const stubs = await tx.rows<Stub>(
      `SELECT person_id AS id, excluded, restricted FROM person.stub
        WHERE person_id = ANY ($1) ORDER BY person_id FOR UPDATE`,
      [group],
    )
    const now = await identityGroup(tx, personId)
    if (now.every(id => group.includes(id))) return { group: now, stubs }
  }
}

async function setFlags(tx: Tx, group: readonly string[], flags: AccessFlags): Promise<void> {
  await withOpened(tx, group, async () => {
    const tokens = await tokensOf(tx, group)
    for (const table of await tablesAboutOnePerson(tx)) {
      await tx.run(
        `UPDATE ${table} SET excluded = $2, restricted = $3
          WHERE person_id = ANY ($1) AND (excluded <> $2 OR restricted <> $3)`,
        [group, flags.excluded, flags.restricted],
      )
    }
    for (const table of await tablesAboutSeveral(tx)) await setFlagsAboutSeveral(tx, table, group)
    if (flags.excluded || flags.restricted) await dropUnborneTokens(tx, tokens)
    else await keepTokens(tx, tokens)
  })
}

/** A table of rows about several people has a policy `flagging`, which lets the people named in app.flagging be reached.
 *  The rows are locked first: of two changes to two people of one row, the later one reads the flags the earlier left. */
async function setFlagsAboutSeveral(tx: Tx, table: string, group: readonly string[]): Promise<void> {
  await tx.bare(`SET LOCAL app.flagging = ${listOf(group)}`)
  const rows = await tx.rows<{ id: string; people: readonly string[] }>(
    `SELECT id, people FROM ${table} WHERE people && $1::uuid[] ORDER BY id FOR UPDATE`,
    [group],
  )
  for (const { id, people } of rows) {
    const flags = await tx.one<AccessFlags>(
      `SELECT coalesce(bool_or(excluded), false) AS excluded, coalesce(bool_or(restricted), false) AS restricted
         FROM person.stub WHERE person_id = ANY ($1)`,
      [people],
    )
    await tx.run(`UPDATE ${table} SET excluded = $2, restricted = $3 WHERE id = $1`, [
      id,
      flags.excluded,
      flags.restricted,
    ])
  }
  await tx.bare(`SET LOCAL app.flagging = '{}'`)
}

/** Limits are set by an administrator who need not be on the list, and links are made by staff who may not see the
 *  other record: for the statements inside `work`, and no longer, the row policies let this transaction reach the
 *  people of the group. Nothing read inside may be handed on, and nothing else may be asked of
 *  the transaction meanwhile (no Promise.all around it): statements travel without waiting for each other. */
export async function withOpened<T>(tx: Tx, group: readonly string[], work: () => Promise<T>): Promise<T> {
  const held = await tx.one<{ allowed: string | null; barred: string | null }>(
    `SELECT current_setting('app.allowed', true) AS allowed, current_setting('app.barred', true) AS barred`,
  )
  const allowed = idsIn(held.allowed)
  const barred = idsIn(held.barred)
  await setLists(
    tx,
    [...new Set([...allowed, ...group])],
    barred.filter(id => !group.includes(id)),
  )
  const result = await work()
  await setLists(tx, allowed, barred)
  return result
}

/** Announces an event about a person the viewer may not be allowed to see (any more). */
export function announceAbout(
  ctx: Context,
  event: DomainEvent & { personId: string },
  flags: AccessFlags,
): Promise<void> {
  return openedIfLimited(ctx.tx, event.personId, flags, () => ctx.announce(event, flags))
}

/** `withOpened` where it is needed: a person nobody is kept from is open anyway. */
export function openedIfLimited<T>(tx: Tx, personId: string, flags: AccessFlags, work: () => Promise<T>): Promise<T> {
  return flags.excluded || flags.restricted ? withOpened(tx, [personId], work) : work()
}

const id = /^[0-9a-f-]{36}$/

function idsIn(setting: string | null): readonly string[] {
  return (setting ?? '')
    .replace(/[{}]/g, '')
    .split(',')
    .filter(text => id.test(text))
}

async function setLists(tx: Tx, allowed: readonly string[], barred: readonly string[]): Promise<void> {
  await tx.bare(`SET LOCAL app.allowed = ${listOf(allowed)}; SET LOCAL app.barred = ${listOf(barred)}`)
}

/** Only what looks like an id gets into the statement. */
function listOf(ids: readonly string[]): string {
  return `'{${ids.filter(text => id.test(text)).join(',')}}'`
}

/** Found in the catalogue and not listed by hand, so that no table of any domain can be forgotten. */
function tablesAboutOnePerson(tx: Tx): Promise<readonly string[]> {
  return tablesWith(tx, 'person_id', 'uuid')
}

function tablesAboutSeveral(tx: Tx): Promise<readonly string[]> {
  return tablesWith(tx, 'people', '_uuid')
}

async function tablesWith(tx: Tx, column: string, type: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                     WHERE a.attrelid = c.oid AND a.attname = $1 AND t.typname = $2 AND NOT a.attisdropped)
        AND 2 = (SELECT count(*) FROM pg_catalog.pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attname IN ('excluded', 'restricted') AND NOT a.attisdropped)
      ORDER BY name`,
    [column, type],
  )
  return rows.map(row => row.name)
}
