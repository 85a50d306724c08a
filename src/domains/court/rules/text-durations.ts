import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Duration, DurationUnit } from '../model.ts'

const words: { readonly [word: string]: DurationUnit } = {
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  hour: 'H',
  session: 'S',
}

/** Every length written in digits in a text: "52 weeks", "3 months", "100 hours", in the order they stand. */
export function durationsInText(text: string): readonly Duration[] {
  const found = text.matchAll(/\b(\d{1,4})\s*(day|week|month|year|hour|session)s?\b/gi)
  return [...found].map(([, value, word]) => ({ value: Number(value), unit: words[word!.toLowerCase()]! }))
}

/** Equal lengths, with twelve months as a year and seven days as a week. */
export function sameLength(left: Duration, right: Duration): boolean {
  const [a, b] = [basic(left), basic(right)]
  return a.unit === b.unit && a.value === b.value
}

function basic({ value, unit }: Duration): Duration {
  if (unit === 'Y') return { value: value * 12, unit: 'M' }
  return unit === 'W' ? { value: value * 7, unit: 'D' } : { value, unit }
}

/** Days the text gives as an end: "until 26/09/2012", "by 26/11/2010", "End date 26/09/2012". */
export function endDatesInText(text: string): readonly LocalDate[] {
  const found = text.matchAll(/\b(?:until|by|end date:?)\s+(\d{2})\/(\d{2})\/(\d{4})/gi)
  return [...found].map(([, day, month, year]) => `${year}-${month}-${day}`).filter(isLocalDate)
}
