import { isLocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { isId, newId } from '../../../platform/store/index.ts'
import type { CatalogueEntry, DeliveredOption } from '../delivery.ts'
import { deliverableOption } from '../parameters/deliverable-options.ts'
import { areaByCode, entryHistory } from '../queries/delivery-catalogue.ts'

/** `deliveryId` null adds a delivery; `version` is the one the user saw. */
export type KeepDeliveredOption = Omit<DeliveredOption, 'checkedOn'> & {
  readonly deliveryId: string | null
  readonly version: number
  readonly areaCode: string
  readonly note: string | null
  readonly ended: boolean
}

const longest = { provider: 200, place: 200, note: 2_000, activity: 300, activities: 40 }

/** Keeps what an area delivers: a change is a new version, and the old one stays. Keeping is confirming as well.
 *  Throws NotAllowed, NotFound for a delivery that does not exist, Conflict when somebody else changed it first. */
export async function keepDeliveredOption(
  ctx: Context,
  input: KeepDeliveredOption,
): Promise<Result<{ readonly deliveryId: string }>> {
  ctx.may('organisation.keep-catalogue')
  const area = await areaByCode(ctx.tx, input.areaCode, ctx.today)
  const found = [
    ...(area ? [] : [{ field: 'areaCode', code: 'area-unknown', text: 'Choose an area of the list' }]),
    ...problemsOf(input),
  ]
  if (found.length > 0) return problems(...found)
  const before = input.deliveryId === null ? null : await currentEntry(ctx, input.deliveryId, input.version)
  const deliveryId = before?.deliveryId ?? newId()
  const version = (before?.version ?? 0) + 1
  await ctx.tx.run(
    `INSERT INTO organisation.delivered_option (delivery_id, version, area_code, option, runs, provider, place,
       next_start_on, wait_weeks, hours_a_week, times, activities, note, ended, kept_at, kept_by, kept_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      deliveryId,
      version,
      input.areaCode,
      input.option,
      input.runs,
      input.provider,
      input.place,
      input.nextStartOn,
      input.waitWeeks,
      input.hoursAWeek,
      input.times === null ? null : JSON.stringify(input.times),
      JSON.stringify(input.activities),
      input.note,
      input.ended,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
    ],
  )
  await writeCheck(ctx, deliveryId, version)
  const detail = { deliveryId, version, area: input.areaCode, option: input.option, ended: input.ended }
  ctx.record('alter', 'organisation.keep-catalogue', [], { detail })
  return ok({ deliveryId })
}

/** Says that an entry is right as it stands today. */
export async function checkDeliveredOption(
  ctx: Context,
  input: { readonly deliveryId: string; readonly version: number },
): Promise<Result<undefined>> {
  ctx.may('organisation.keep-catalogue')
  const entry = await currentEntry(ctx, input.deliveryId, input.version)
  await writeCheck(ctx, entry.deliveryId, entry.version)
  ctx.record('alter', 'organisation.check-catalogue', [], { detail: { deliveryId: entry.deliveryId } })
  return ok(undefined)
}

/** Entries of a file or a demonstration, for areas that have none for the option yet; what people keep is never
 *  touched. Answers how many were added. */
export async function loadCatalogue(
  ctx: Context,
  entries: readonly Omit<KeepDeliveredOption, 'deliveryId' | 'version' | 'ended'>[],
): Promise<Result<{ readonly added: number }>> {
  const held = await ctx.tx.rows<{ areaCode: string; option: string }>(
    'SELECT DISTINCT area_code AS "areaCode", option FROM organisation.delivered_option',
  )
  const already = new Set(held.map(one => `${one.areaCode} ${one.option}`))
  let added = 0
  for (const entry of entries) {
    if (already.has(`${entry.areaCode} ${entry.option}`)) continue
    const kept = await keepDeliveredOption(ctx, { ...entry, deliveryId: null, version: 0, ended: false })
    if (!kept.ok) return kept
    added += 1
  }
  return ok({ added })
}

async function currentEntry(ctx: Context, deliveryId: string, version: number): Promise<CatalogueEntry> {
  const [latest] = isId(deliveryId) ? await entryHistory(ctx.tx, deliveryId) : []
  if (!latest) throw new NotFound('There is no such entry in the catalogue.')
  if (latest.version !== version) throw new Conflict('Someone else has changed this entry. Look at it again.')
  return latest
}

async function writeCheck(ctx: Context, deliveryId: string, version: number): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO organisation.delivery_check (delivery_id, id, version, checked_on, checked_at, checked_by,
       checked_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [deliveryId, newId(), version, ctx.today, ctx.now, ctx.viewer.username, ctx.viewer.name],
  )
}

function problemsOf(input: KeepDeliveredOption): readonly Problem[] {
  const found: Problem[] = []
  const wrong = (field: string, code: string, text: string) => void found.push({ field, code, text })
  if (!deliverableOption(input.option)) wrong('option', 'option-unknown', 'Choose what is delivered')
  if ((input.provider ?? '').length > longest.provider) wrong('provider', 'too-long', 'Shorten the provider’s name')
  if ((input.place ?? '').length > longest.place) wrong('place', 'too-long', 'Shorten the place')
  if ((input.note ?? '').length > longest.note) {
    wrong('note', 'too-long', `Shorten the note to ${longest.note} characters or fewer`)
  }
  if (input.nextStartOn !== null && !isLocalDate(input.nextStartOn)) {
    wrong('nextStartOn', 'start-wrong', 'Enter the next start as a day, such as 27 3 2027')
  }
  if (
    input.waitWeeks !== null &&
    !(Number.isInteger(input.waitWeeks) && input.waitWeeks >= 0 && input.waitWeeks <= 260)
  ) {
    wrong('waitWeeks', 'wait-wrong', 'Enter the wait in whole weeks, from 0 to 260')
  }
  if (input.hoursAWeek !== null && !(input.hoursAWeek >= 0 && input.hoursAWeek <= 168)) {
    wrong('hoursAWeek', 'hours-wrong', 'Enter hours a week from 0 to 168, such as 2.5')
  }
  if (input.activities.length > longest.activities) {
    wrong('activities', 'too-many', `List ${longest.activities} activities or fewer`)
  }
  const whole = input.activities.every(one =>
    [one.name, one.provider, one.qualityStandard].every(text => text.trim() !== '' && text.length <= longest.activity),
  )
  if (!whole) {
    const text = 'Give each activity a name, a provider and the standard it is held to, parted by |'
    wrong('activities', 'activity-incomplete', text)
  }
  return found
}
