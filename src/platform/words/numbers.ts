import { ageOn, type LocalDate } from '../calendar/index.ts'

/** '1 case', '0 cases', '1,204 cases'. The plural adds an s unless given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`
}

/** '34 years old' on the day; under one, '0 years old'. A day before the birth is a RangeError of the calendar. */
export function age(bornOn: LocalDate, asAt: LocalDate): string {
  return `${plural(ageOn(bornOn, asAt), 'year')} old`
}

/** Whole pence as '£1,204.50', or '£1,204' when no pence are over; '−£3' for a sum owed. */
export function money(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`Money is counted in whole pence, not ${pence}`)
  const whole = Math.abs(pence)
  const over = whole % 100
  const pounds = thousands(Math.floor(whole / 100))
  return `${pence < 0 ? '−' : ''}£${pounds}${over ? `.${String(over).padStart(2, '0')}` : ''}`
}

/** 'a', 'a and b', 'a, b and c'. An empty list is ''. */
export function listOf(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items[items.length - 1]}`
}

/** "0 results for 'Smyth'". */
export function resultsFor(count: number, asked: string): string {
  return `${plural(count, 'result')} for '${asked}'`
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
