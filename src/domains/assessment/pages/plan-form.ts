import { z } from 'zod'
import { type LocalDate, plusMonths, readDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { goalTargets } from '../parameters/plan-rules.ts'
import { requirementsInForce } from '../queries/plan-coverage-of.ts'

export const text = z.string().default('')
export const manyField = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
export const versionField = z.coerce.number('Open the page again')

/** The day typed into a field; an empty one is null. */
export function typedDay(typed: string, field: string, today: LocalDate): Result<LocalDate | null> {
  if (typed.trim() === '') return ok(null)
  const read = readDate(typed, 'appointment', today)
  return read.ok ? ok(read.date) : problems({ field, code: read.problem.code, text: read.problem.message })
}

/** The choices of when a goal is to be reached, and the words for each. */
export function targetChoices(today: LocalDate) {
  const months = goalTargets.on(today).value.months.map(count => ({
    value: `months-${count}`,
    text: `In ${count} months, by ${longDate(plusMonths(today, count))}`,
  }))
  return [...months, { value: 'own', text: 'On another day' }, { value: 'later', text: 'Later: no day is set yet' }]
}

/** The target day a goal's form names; null is a goal for the future. */
export function targetTyped(
  form: { readonly target: string; readonly targetOn: string },
  today: LocalDate,
): Result<LocalDate | null> {
  if (form.target === 'later') return ok(null)
  const months = goalTargets.on(today).value.months.find(count => form.target === `months-${count}`)
  if (months !== undefined) return ok(plusMonths(today, months))
  if (form.target !== 'own') {
    return problems({ field: 'target', code: 'missing', text: 'Choose when the goal is to be reached' })
  }
  const day = typedDay(form.targetOn, 'targetOn', today)
  if (!day.ok || day.value !== null) return day
  return problems({ field: 'targetOn', code: 'missing', text: 'Enter the day by which the goal is to be reached' })
}

/** The requirements a goal can be linked to, as choices. */
export async function requirementChoices(ctx: Context, group: readonly string[]) {
  const requirements = await requirementsInForce(ctx.tx, group, ctx.today)
  return requirements.map(({ id, text: words }) => ({ value: id, text: words }))
}
