import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { lockFlags } from '../identity-group.ts'
import { replaceInIndexes } from '../match-index.ts'
import type { AccessFlags, Sex } from '../model.ts'
import { searchNamesOf, sourceRecordOf } from '../rules/known-person.ts'
import { type Details, insertChange, knownPerson, personOf } from '../store.ts'

export type DetailField = keyof Details

/** `changes`: only the fields that are to change. `because`: a correction mends what was wrong from the start; a change
 *  is something that happened (a marriage), so that the former name stays as a name the person is known by.
 *  `version`: the one the user saw. */
export type CorrectDetails = {
  readonly personId: string
  readonly version: number
  readonly changes: Partial<Details>
  readonly because: 'correction' | 'change'
  readonly reason: string
}

/** Changes who the record says a person is. What stood before is kept with who, when and why; nothing is lost. The
 *  person is matched and found under the new facts from now on. Throws NotFound, NotAllowed, and Conflict with both
 *  texts when somebody saved first. */
export async function correctDetails(
  ctx: Context,
  input: CorrectDetails,
): Promise<Result<{ readonly version: number; readonly fields: readonly DetailField[] }>> {
  ctx.may('person.edit', { people: [input.personId] })
  const flags = await lockedPerson(ctx, input.personId)
  const before = await personOf(ctx.tx, input.personId)
  if (!before) throw new NotFound('There is no such person.')
  const after: Details = { ...detailsOf(before), ...input.changes }
  const fields = (Object.keys(input.changes) as DetailField[]).filter(field => after[field] !== before[field])
  if (before.version !== input.version) {
    throw new Conflict('Someone else has changed these details. Your changes are below theirs.', {
      mine: textOf(after, fields),
      theirs: textOf(detailsOf(before), fields),
    })
  }
  const wrong = faultsOf(after, input.reason, ctx.today)
  if (wrong.length > 0) return problems(...wrong)
  if (fields.length === 0) return ok({ version: before.version, fields })

  await ctx.tx.run(
    `UPDATE person.person SET title = $2, first_name = $3, middle_names = $4, last_name = $5, date_of_birth = $6,
       sex = $7, nationality = $8, ethnicity = $9, language = $10, died_on = $11, version = version + 1
      WHERE person_id = $1`,
    [
      input.personId,
      after.title,
      after.firstName,
      after.middleNames,
      after.lastName,
      after.dateOfBirth,
      after.sex,
      after.nationality,
      after.ethnicity,
      after.language,
      after.diedOn,
    ],
  )
  const stamp = { at: ctx.now, by: ctx.viewer.username }
  const pick = (details: Details) => Object.fromEntries(fields.map(field => [field, details[field]]))
  const change = { kind: input.because, reason: input.reason.trim(), before: pick(before), after: pick(after) }
  await insertChange(ctx.tx, input.personId, change, flags, stamp)
  if (input.because === 'change' && fields.some(field => nameFields.includes(field))) {
    await keepFormerName(ctx, input.personId, before, flags)
  }
  await indexAgain(ctx, input.personId, flags)
  ctx.record('alter', 'person.correct-details', [input.personId], { detail: { fields } })
  const body = { personId: input.personId, fields }
  await announceAbout(ctx, { type: 'person-details-changed', personId: input.personId, body }, flags)
  return ok({ version: before.version + 1, fields })
}

/** Locks a person for a change by the viewer and answers the flags to copy. Throws NotFound for one the viewer may not
 *  see: whether there is somebody is not told. */
export async function lockedPerson(ctx: Context, personId: string): Promise<AccessFlags> {
  const rows = await ctx.tx.rows('SELECT 1 FROM person.person WHERE person_id = $1 FOR UPDATE', [personId])
  if (rows.length === 0) throw new NotFound('There is no such person.')
  return lockFlags(ctx.tx, personId)
}

/** Puts a person in the match and search indexes again after a change of who they are. */
export async function indexAgain(ctx: Context, personId: string, flags: AccessFlags): Promise<void> {
  const known = await knownPerson(ctx.tx, personId)
  const indexed = { record: sourceRecordOf(known), names: searchNamesOf(known) }
  await replaceInIndexes(ctx.tx, personId, indexed, flags, ctx.today)
}

const nameFields: readonly DetailField[] = ['firstName', 'middleNames', 'lastName']
const sexes: readonly Sex[] = ['male', 'female', 'not-known', 'not-specified']
const longest = 200
const earliestBirth: LocalDate = '1850-01-01'

function faultsOf(after: Details, reason: string, today: LocalDate): readonly Problem[] {
  const faults: Problem[] = []
  const fault = (field: string, code: string, text: string) => void faults.push({ field, code, text })
  if (after.lastName.trim() === '') fault('lastName', 'last-name-missing', 'Enter the last name')
  for (const field of [
    'title',
    'firstName',
    'middleNames',
    'lastName',
    'nationality',
    'ethnicity',
    'language',
  ] as const) {
    if ((after[field]?.length ?? 0) > longest) {
      fault(field, 'too-long', `Shorten this to ${longest} characters or fewer`)
    }
  }
  if (after.dateOfBirth !== null && !isDay(after.dateOfBirth, earliestBirth, today)) {
    fault('dateOfBirth', 'date-of-birth-impossible', 'Enter a date of birth in the past, like 31 3 1980')
  }
  if (after.diedOn !== null && !isDay(after.diedOn, after.dateOfBirth ?? earliestBirth, today)) {
    fault('diedOn', 'date-of-death-impossible', 'Enter a day after the date of birth and not after today')
  }
  if (!sexes.includes(after.sex)) fault('sex', 'sex-unknown', 'Choose one of the answers')
  if (reason.trim() === '') fault('reason', 'reason-missing', 'Say why the details change')
  return faults
}

function isDay(day: LocalDate, from: LocalDate, to: LocalDate): boolean {
  return isLocalDate(day) && day >= from && day <= to
}

function detailsOf(person: Details): Details {
  const { title, firstName, middleNames, lastName, dateOfBirth, sex, nationality, ethnicity, language, diedOn } = person
  return { title, firstName, middleNames, lastName, dateOfBirth, sex, nationality, ethnicity, language, diedOn }
}

function textOf(details: Details, fields: readonly DetailField[]): string {
  return fields.map(field => `${field}: ${details[field] ?? ''}`).join('\n')
}

async function keepFormerName(ctx: Context, personId: string, before: Details, flags: AccessFlags): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO person.other_name (person_id, id, first_name, middle_names, last_name, date_of_birth, kind, source,
       added_at, added_by, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, NULL, 'former', 'STAFF', $6, $7, $8, $9)`,
    [
      personId,
      newId(),
      before.firstName,
      before.middleNames,
      before.lastName,
      ctx.now,
      ctx.viewer.username,
      flags.excluded,
      flags.restricted,
    ],
  )
}
