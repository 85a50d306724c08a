import { type LocalDate, readDate } from '../../../platform/calendar/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import type { Answers } from '../../../platform/web/index.ts'
import { type DisposalFamily, disposalTypes, type Length, requirementTypes, type Term } from '../../sentence/index.ts'
import type { OrderForm, OrderFormRequirement } from '../rules/order-form.ts'

export const termUnits = ['years', 'months', 'weeks', 'days'] as const
export const lengthUnits = ['hours', 'days', 'weeks', 'months', 'years', 'sessions'] as const
/** Rows for requirements: those proposed and two more to add. */
export const spareRows = 2

export const families: readonly DisposalFamily[] = [...new Set(disposalTypes.map(type => type.family))]
export const requirementKinds = [...new Set(requirementTypes.map(type => type.kind))].sort()

/** The sentence as typed into the form, over what was proposed. Every mistake is named by its field. */
export function readOrderForm(answers: Answers, base: OrderForm, today: LocalDate): Result<OrderForm> {
  const problems: Problem[] = []
  const text = (name: string) => {
    const value = answers[name]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
  }
  const day = (name: string, what: string): LocalDate | null => {
    const typed = text(name)
    if (typed === '') return null
    const read = readDate(typed, 'appointment', today)
    if (read.ok) return read.date
    problems.push({ field: name, code: read.problem.code, text: `${what}: ${read.problem.message}` })
    return null
  }
  const whole = (name: string, what: string): number => {
    const typed = text(name)
    if (typed === '') return 0
    if (/^\d{1,4}$/.test(typed)) return Number(typed)
    problems.push({ field: name, code: 'not-a-number', text: `${what}: enter a whole number, such as 12` })
    return 0
  }
  const term = (prefix: string, what: string): Term | null => {
    const parts = termUnits.map(unit => [unit, whole(`${prefix}-${unit}`, what)] as const).filter(([, n]) => n > 0)
    return parts.length === 0 ? null : Object.fromEntries(parts)
  }
  const family = families.find(one => one === text('family'))
  if (!family) problems.push({ field: 'family', code: 'missing', text: 'Choose the kind of sentence' })
  const sentencedOn = day('sentencedOn', 'Sentenced on')
  if (!sentencedOn && problems.every(one => one.field !== 'sentencedOn')) {
    problems.push({ field: 'sentencedOn', code: 'missing', text: 'Enter the day of sentence' })
  }
  const requirements: OrderFormRequirement[] = []
  for (let row = 0; `kind-${row}` in answers && row < 50; row++) {
    const kind = requirementKinds.find(one => one === text(`kind-${row}`))
    const amount = whole(`amount-${row}`, `Requirement ${row + 1}`)
    const unit = lengthUnits.find(one => one === text(`unit-${row}`))
    const startsOn = day(`start-${row}`, `Requirement ${row + 1}`)
    const expectedEnd = day(`end-${row}`, `Requirement ${row + 1}`)
    if (!kind) continue
    const length: Length | null = amount > 0 && unit ? { amount, unit } : null
    requirements.push({ kind, length, startsOn, expectedEnd, notes: text(`notes-${row}`) })
  }
  const form = {
    ...base,
    convictedOn: day('convictedOn', 'Convicted on'),
    length: term('length', 'Length'),
    operationalPeriod: term('operational', 'Operational period'),
    endsOn: day('endsOn', 'Ends on'),
    notes: text('notes'),
    requirements,
  }
  if (problems.length > 0 || !family || !sentencedOn) return { ok: false, problems }
  return ok({ ...form, family, sentencedOn })
}

/** The form as answers, so that its fields can be filled. */
export function orderFormAnswers(form: OrderForm): Readonly<Record<string, string>> {
  const answers: Record<string, string> = {
    family: form.family,
    sentencedOn: shown(form.sentencedOn),
    convictedOn: shown(form.convictedOn),
    endsOn: shown(form.endsOn),
    notes: form.notes,
  }
  for (const unit of termUnits) {
    answers[`length-${unit}`] = String(form.length?.[unit] ?? '')
    answers[`operational-${unit}`] = String(form.operationalPeriod?.[unit] ?? '')
  }
  form.requirements.forEach((one, row) => {
    answers[`kind-${row}`] = one.kind
    answers[`amount-${row}`] = String(one.length?.amount ?? '')
    answers[`unit-${row}`] = one.length?.unit ?? ''
    answers[`start-${row}`] = shown(one.startsOn)
    answers[`end-${row}`] = shown(one.expectedEnd)
    answers[`notes-${row}`] = one.notes
  })
  return answers
}

function shown(day: LocalDate | null): string {
  return day ? `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}` : ''
}
