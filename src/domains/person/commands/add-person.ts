import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../identity-group.ts'
import { addToIndexes, replaceInIndexes } from '../match-index.ts'
import { open, type PersonFacts } from '../model.ts'
import { type KnownPerson, readNumbers, searchNamesOf, sourceRecordOf } from '../rules/known-person.ts'
import {
  insertAddress,
  insertChange,
  insertContactMethod,
  insertNumbers,
  insertPerson,
  knownPerson,
  personOf,
  type Stamp,
} from '../store.ts'

/** Adds a person who is not (yet) on record, so that everything about them has an id from the start, and puts them in
 *  the match and search indexes. The command that calls this asks the permission. Answers the person's id. */
export async function addProvisionalPerson(ctx: Context, facts: PersonFacts): Promise<string> {
  const personId = newId()
  const stamp: Stamp = { at: ctx.now, by: ctx.viewer.username }
  const numbers = readNumbers(facts, ctx.today)
  await insertPerson(ctx.tx, personId, facts, stamp)
  await insertNumbers(ctx.tx, personId, numbers, facts.source, open, stamp)
  const postcode = facts.address?.postcode?.trim() || null
  if (facts.address && (postcode !== null || facts.address.lines.length > 0)) {
    await insertAddress(
      ctx.tx,
      personId,
      { kind: 'main', lines: facts.address.lines, postcode },
      facts.source,
      open,
      stamp,
    )
  }
  for (const { kind, number } of facts.phones ?? []) {
    await insertContactMethod(ctx.tx, personId, { kind, value: number }, facts.source, open, stamp)
  }
  const known = knownFrom(facts, numbers, postcode)
  const indexed = { record: sourceRecordOf(known), names: searchNamesOf(known) }
  await addToIndexes(ctx.tx, personId, indexed, open, ctx.today)
  ctx.record('collect', 'person.add', [personId], { detail: { source: facts.source } })
  return personId
}

/** Takes over what a source now says of a person it named before: what differs is changed, with what stood before kept,
 *  and the person is indexed again. Numbers, addresses and phones are added, never removed; a number that is not given
 *  stays. Answers whether anything changed. */
export async function updateProvisionalPerson(ctx: Context, personId: string, facts: PersonFacts): Promise<boolean> {
  const flags = await lockFlags(ctx.tx, personId)
  const before = await personOf(ctx.tx, personId)
  if (!before) return false
  const stamp: Stamp = { at: ctx.now, by: ctx.viewer.username }
  const now = namesOf(facts)
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter(field => now[field] !== before[field])
  if (changed.length > 0) {
    await ctx.tx.run(
      `UPDATE person.person SET title = $2, first_name = $3, middle_names = $4, last_name = $5, date_of_birth = $6,
         sex = $7, nationality = $8, ethnicity = $9, master_defendant_id = $10, version = version + 1
        WHERE person_id = $1`,
      [
        personId,
        now.title,
        now.firstName,
        now.middleNames,
        now.lastName,
        now.dateOfBirth,
        now.sex,
        now.nationality,
        now.ethnicity,
        now.masterDefendantId,
      ],
    )
    await insertChange(
      ctx.tx,
      personId,
      {
        kind: 'source-update',
        reason: facts.source,
        before: Object.fromEntries(changed.map(field => [field, before[field]])),
        after: Object.fromEntries(changed.map(field => [field, now[field]])),
      },
      flags,
      stamp,
    )
  }
  const added = [
    await addNewNumbers(ctx, personId, facts, flags, stamp),
    await addNewAddress(ctx, personId, facts, flags, stamp),
    await addNewPhones(ctx, personId, facts, flags, stamp),
  ]
  if (changed.length === 0 && !added.includes(true)) return false
  const known = await knownPerson(ctx.tx, personId)
  const indexed = { record: sourceRecordOf(known), names: searchNamesOf(known) }
  await replaceInIndexes(ctx.tx, personId, indexed, flags, ctx.today)
  ctx.record('alter', 'person.source-update', [personId], { detail: { source: facts.source, fields: changed } })
  return true
}

type Flags = Awaited<ReturnType<typeof lockFlags>>

async function addNewNumbers(
  ctx: Context,
  personId: string,
  facts: PersonFacts,
  flags: Flags,
  stamp: Stamp,
): Promise<boolean> {
  const held = await ctx.tx.rows<{ kind: string; given: string; canonical: string | null }>(
    'SELECT kind, given, canonical FROM person.identifier WHERE person_id = $1 AND ended_at IS NULL',
    [personId],
  )
  const isNew = (number: { readonly kind: string; readonly given: string; readonly canonical: string | null }) =>
    !held.some(
      one =>
        one.kind === number.kind &&
        (one.given === number.given || (one.canonical !== null && one.canonical === number.canonical)),
    )
  const numbers = readNumbers(facts, ctx.today).filter(isNew)
  await insertNumbers(ctx.tx, personId, numbers, facts.source, flags, stamp)
  return numbers.length > 0
}

async function addNewAddress(
  ctx: Context,
  personId: string,
  facts: PersonFacts,
  flags: Flags,
  stamp: Stamp,
): Promise<boolean> {
  const { address } = facts
  const postcode = address?.postcode?.trim() || null
  if (!address || (postcode === null && address.lines.length === 0)) return false
  const same = await ctx.tx.rows(
    `SELECT id FROM person.address
      WHERE person_id = $1 AND lines = $2 AND postcode IS NOT DISTINCT FROM $3 AND ended_at IS NULL`,
    [personId, address.lines, postcode],
  )
  if (same.length > 0) return false
  await ctx.tx.run(
    `UPDATE person.address SET kind = 'previous', ends_on = coalesce(ends_on, $2), version = version + 1
      WHERE person_id = $1 AND kind = 'main' AND ended_at IS NULL`,
    [personId, ctx.today],
  )
  await insertAddress(ctx.tx, personId, { kind: 'main', lines: address.lines, postcode }, facts.source, flags, stamp)
  return true
}

async function addNewPhones(
  ctx: Context,
  personId: string,
  facts: PersonFacts,
  flags: Flags,
  stamp: Stamp,
): Promise<boolean> {
  const held = await ctx.tx.rows<{ value: string }>(
    'SELECT value FROM person.contact_method WHERE person_id = $1 AND ended_at IS NULL',
    [personId],
  )
  const fresh = (facts.phones ?? []).filter(phone => !held.some(one => one.value === phone.number))
  for (const { kind, number } of fresh) {
    await insertContactMethod(ctx.tx, personId, { kind, value: number }, facts.source, flags, stamp)
  }
  return fresh.length > 0
}

function namesOf(facts: PersonFacts) {
  return {
    title: facts.title ?? null,
    firstName: facts.firstName,
    middleNames: facts.middleNames ?? null,
    lastName: facts.lastName,
    dateOfBirth: facts.dateOfBirth,
    sex: facts.sex,
    nationality: facts.nationality ?? null,
    ethnicity: facts.ethnicity ?? null,
    masterDefendantId: facts.masterDefendantId ?? null,
  }
}

/** What a source alone says of a person, for matching before anything is stored. */
export function knownFrom(
  facts: PersonFacts,
  numbers: ReturnType<typeof readNumbers>,
  postcode: string | null,
): KnownPerson {
  return {
    firstName: facts.firstName,
    middleNames: facts.middleNames ?? null,
    lastName: facts.lastName,
    dateOfBirth: facts.dateOfBirth,
    masterDefendantId: facts.masterDefendantId ?? null,
    sentenceDates: facts.sentenceDates ?? [],
    otherNames: [],
    postcodes: postcode === null ? [] : [postcode],
    identifiers: numbers.map(({ kind, canonical, asRead, usableForMatching }) => ({
      kind,
      canonical,
      asRead,
      usable: usableForMatching,
    })),
  }
}
