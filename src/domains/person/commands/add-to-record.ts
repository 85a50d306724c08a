import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { readCro, readPnc, readPrisonNumber } from '../rules/identifiers.ts'
import { claim, insertAddress, insertContactMethod } from '../store.ts'
import { indexAgain, lockedPerson } from './correct-details.ts'

export type Added = Result<{ readonly id: string }>

const longest = 200
const longestNotes = 12_000
const mostLines = 7

/** Adds an address. A new main address ends the one before it on the day before. Throws NotFound, NotAllowed. */
export async function addAddress(
  ctx: Context,
  input: {
    readonly personId: string
    readonly kind: 'main' | 'other' | 'previous' | 'bail' | 'no-fixed-abode'
    readonly lines: readonly string[]
    readonly postcode: string
    readonly startsOn: LocalDate | null
    readonly endsOn: LocalDate | null
    readonly notes: string
  },
): Promise<Added> {
  ctx.may('person.edit', { people: [input.personId] })
  const lines = input.lines.map(line => line.trim()).filter(line => line !== '')
  const postcode = input.postcode.trim().toUpperCase()
  const wrong: Problem[] = [...datesWrong(input.startsOn, input.endsOn), ...tooLong('notes', input.notes, longestNotes)]
  if (input.kind !== 'no-fixed-abode' && lines.length === 0 && postcode === '') {
    wrong.push({ field: 'lines', code: 'address-missing', text: 'Enter the address' })
  }
  if (lines.length > mostLines || lines.some(line => line.length > longest)) {
    wrong.push({
      field: 'lines',
      code: 'address-too-long',
      text: `Use at most ${mostLines} lines of ${longest} characters`,
    })
  }
  if (postcode !== '' && !/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/.test(postcode)) {
    wrong.push({ field: 'postcode', code: 'postcode-wrong', text: 'Enter a full postcode, like LS1 4AP' })
  }
  if (wrong.length > 0) return problems(...wrong)

  const flags = await lockedPerson(ctx, input.personId)
  if (input.kind === 'main') {
    await ctx.tx.run(
      `UPDATE person.address SET kind = 'previous', ends_on = coalesce(ends_on, $2::date - 1), version = version + 1
        WHERE person_id = $1 AND kind = 'main' AND ended_at IS NULL`,
      [input.personId, input.startsOn ?? ctx.today],
    )
  }
  const address = { ...input, lines, postcode: postcode || null, notes: input.notes.trim() || null }
  const id = await insertAddress(ctx.tx, input.personId, address, 'STAFF', flags, stampOf(ctx))
  return added(ctx, input.personId, 'address', id, flags)
}

/** Takes an address off the record: it stays to be read, with who took it off. `version` is the one the user saw. */
export async function endAddress(
  ctx: Context,
  input: { readonly personId: string; readonly id: string; readonly endsOn: LocalDate; readonly version: number },
): Promise<Result<undefined>> {
  ctx.may('person.edit', { people: [input.personId] })
  const flags = await lockedPerson(ctx, input.personId)
  const address = await ctx.tx.maybe<{ version: number; startsOn: LocalDate | null; endedAt: string | null }>(
    `SELECT version, starts_on AS "startsOn", ended_at AS "endedAt" FROM person.address
      WHERE person_id = $1 AND id = $2 FOR UPDATE`,
    [input.personId, input.id],
  )
  if (!address) throw new NotFound('There is no such address.')
  if (address.version !== input.version || address.endedAt !== null) {
    throw new Conflict('Someone else has changed this address. Look at it again.')
  }
  const wrong = datesWrong(address.startsOn, input.endsOn)
  if (wrong.length > 0) return problems(...wrong)
  await ctx.tx.run(
    `UPDATE person.address SET ends_on = $3, ended_at = $4, ended_by = $5, version = version + 1
      WHERE person_id = $1 AND id = $2`,
    [input.personId, input.id, input.endsOn, ctx.now, ctx.viewer.username],
  )
  await announceChange(ctx, input.personId, 'address', input.id, flags)
  return ok(undefined)
}

/** Adds another name the person is known by: the person is matched and found under it too. */
export async function addOtherName(
  ctx: Context,
  input: {
    readonly personId: string
    readonly firstName: string
    readonly middleNames: string
    readonly lastName: string
    readonly dateOfBirth: LocalDate | null
    readonly kind: 'alias' | 'former' | 'as-known'
  },
): Promise<Added> {
  ctx.may('person.edit', { people: [input.personId] })
  const wrong: Problem[] = [
    ...tooLong('firstName', input.firstName, longest),
    ...tooLong('middleNames', input.middleNames, longest),
    ...tooLong('lastName', input.lastName, longest),
  ]
  if (input.lastName.trim() === '')
    wrong.push({ field: 'lastName', code: 'last-name-missing', text: 'Enter the last name' })
  if (input.dateOfBirth !== null && (!isLocalDate(input.dateOfBirth) || input.dateOfBirth > ctx.today)) {
    wrong.push({ field: 'dateOfBirth', code: 'date-in-future', text: 'Enter a date of birth in the past' })
  }
  if (wrong.length > 0) return problems(...wrong)
  const flags = await lockedPerson(ctx, input.personId)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.other_name (person_id, id, first_name, middle_names, last_name, date_of_birth, kind, source,
       added_at, added_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'STAFF', $8, $9, $10, $11)`,
    [
      input.personId,
      id,
      input.firstName.trim() || null,
      input.middleNames.trim() || null,
      input.lastName.trim(),
      input.dateOfBirth,
      input.kind,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  return added(ctx, input.personId, 'other-name', id, flags)
}

/** Adds a number as given. A number that is refused is kept with its reason and never used to link: staff are told by
 *  `reason`, not stopped. */
export async function addIdentifier(
  ctx: Context,
  input: { readonly personId: string; readonly kind: 'PNC' | 'CRO' | 'NOMS'; readonly given: string },
): Promise<Result<{ readonly id: string; readonly canonical: string | null; readonly reason: string | null }>> {
  ctx.may('person.edit', { people: [input.personId] })
  const given = input.given.trim()
  const reading = readerOf[input.kind](given, ctx.today)
  if (given === '') return problems({ field: 'given', code: 'number-missing', text: 'Enter the number' })
  if (given.length > longest) return problems(...tooLong('given', given, longest))
  const flags = await lockedPerson(ctx, input.personId)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.identifier (person_id, id, kind, given, canonical, as_read, reason, usable, source, added_at,
       added_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'STAFF', $9, $10, $11, $12)`,
    [
      input.personId,
      id,
      input.kind,
      given,
      reading.canonical,
      reading.asRead,
      reading.reason,
      reading.usableForMatching,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
  if (reading.canonical !== null) await claim(ctx.tx, input.kind, reading.canonical, input.personId, flags)
  await added(ctx, input.personId, 'identifier', id, flags)
  return ok({ id, canonical: reading.canonical, reason: reading.reason })
}

const readerOf = {
  PNC: readPnc,
  CRO: readCro,
  NOMS: (given: string) => readPrisonNumber(given),
} as const

/** Adds a telephone number or an email address. `mayText` null: nobody has asked; it counts as allowed. */
export async function addContactMethod(
  ctx: Context,
  input: {
    readonly personId: string
    readonly kind: 'home' | 'mobile' | 'work' | 'email'
    readonly value: string
    readonly mayText: boolean | null
  },
): Promise<Added> {
  ctx.may('person.edit', { people: [input.personId] })
  const value = input.value.trim()
  if (value === '')
    return problems({ field: 'value', code: 'value-missing', text: 'Enter a number or an email address' })
  if (value.length > longest) return problems(...tooLong('value', value, longest))
  if (input.kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) {
    return problems({ field: 'value', code: 'email-wrong', text: 'Enter an email address, like name@example.com' })
  }
  if (input.kind !== 'email' && !/^\+?[\d\s().-]{5,30}$/.test(value)) {
    return problems({ field: 'value', code: 'phone-wrong', text: 'Enter a telephone number, like 07700 900 982' })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const id = await insertContactMethod(ctx.tx, input.personId, { ...input, value }, 'STAFF', flags, stampOf(ctx))
  return added(ctx, input.personId, 'contact-method', id, flags)
}

const endable = {
  'other-name': 'person.other_name',
  identifier: 'person.identifier',
  'contact-method': 'person.contact_method',
} as const

/** Takes another name, a number or a contact method off the record. It stays to be read, with the reason; the person
 *  is no longer matched or found by it. Throws Conflict when it was taken off before. */
export async function endOnRecord(
  ctx: Context,
  input: {
    readonly personId: string
    readonly what: keyof typeof endable
    readonly id: string
    readonly reason: string
  },
): Promise<Result<undefined>> {
  ctx.may('person.edit', { people: [input.personId] })
  if (input.reason.trim() === '') {
    return problems({ field: 'reason', code: 'reason-missing', text: 'Say why it no longer holds' })
  }
  const flags = await lockedPerson(ctx, input.personId)
  const table = endable[input.what]
  const row = await ctx.tx.maybe<{ endedAt: string | null }>(
    `SELECT ended_at AS "endedAt" FROM ${table} WHERE person_id = $1 AND id = $2 FOR UPDATE`,
    [input.personId, input.id],
  )
  if (!row) throw new NotFound('That is not on this record.')
  if (row.endedAt !== null) throw new Conflict('Someone else has taken this off the record.')
  await ctx.tx.run(
    `UPDATE ${table} SET ended_at = $3, ended_by = $4, ended_reason = $5 WHERE person_id = $1 AND id = $2`,
    [input.personId, input.id, ctx.now, ctx.viewer.username, input.reason.trim()],
  )
  if (input.what === 'identifier') await dropClaims(ctx, input.personId)
  await indexAgain(ctx, input.personId, flags)
  await announceChange(ctx, input.personId, input.what, input.id, flags)
  return ok(undefined)
}

/** A number nobody says this person holds any more no longer finds them. A CRN is never given up. */
async function dropClaims(ctx: Context, personId: string): Promise<void> {
  await ctx.tx.run(
    `DELETE FROM person.identifier_claim
      WHERE person_id = $1 AND kind <> 'CRN'
        AND NOT EXISTS (SELECT FROM person.identifier held
                         WHERE held.person_id = $1 AND held.kind = identifier_claim.kind
                           AND held.canonical = identifier_claim.value AND held.ended_at IS NULL)`,
    [personId],
  )
}

type Flags = Awaited<ReturnType<typeof lockedPerson>>

async function added(ctx: Context, personId: string, what: string, id: string, flags: Flags): Promise<Added> {
  if (what !== 'contact-method') await indexAgain(ctx, personId, flags)
  await announceChange(ctx, personId, what, id, flags)
  return ok({ id })
}

async function announceChange(ctx: Context, personId: string, what: string, id: string, flags: Flags): Promise<void> {
  ctx.record('alter', `person.${what}`, [personId], { detail: { id } })
  await announceAbout(ctx, { type: 'person-details-changed', personId, body: { personId, fields: [what] } }, flags)
}

function stampOf(ctx: Context) {
  return { at: ctx.now, by: ctx.viewer.username }
}

function datesWrong(from: LocalDate | null, to: LocalDate | null): readonly Problem[] {
  if (from !== null && !isLocalDate(from)) return [{ field: 'startsOn', code: 'date-wrong', text: 'Enter a real date' }]
  if (to !== null && !isLocalDate(to)) return [{ field: 'endsOn', code: 'date-wrong', text: 'Enter a real date' }]
  if (from === null || to === null || from <= to) return []
  return [{ field: 'endsOn', code: 'ends-before-start', text: 'The last day cannot be before the first' }]
}

function tooLong(field: string, text: string, most: number): readonly Problem[] {
  return text.length > most ? [{ field, code: 'too-long', text: `Shorten this to ${most} characters or fewer` }] : []
}
