/** A time of day on the London clock, 24 hours: '09:30'. */
export type LocalTime = `${number}:${number}`

export type TimeProblem = {
  readonly code: 'time-missing' | 'time-not-understood' | 'time-not-real' | 'time-needs-am-or-pm'
  /** What to type instead, in a sentence for the error message. */
  readonly message: string
}

export type ReadTime =
  | { readonly ok: true; readonly time: LocalTime }
  | { readonly ok: false; readonly problem: TimeProblem }

const words: { readonly [word: string]: LocalTime } = { noon: '12:00', midday: '12:00', midnight: '00:00' }

/** Reads a time as people type it: 9:30, 9.30, 9 30, 0930, 930, 9am, 9:30 pm, 21:30, noon. A bare hour is refused,
 *  because 2 may mean either end of the day. */
export function readTime(typed: string): ReadTime {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === '') return refuse('time-missing', 'Enter a time, like 9:30am or 14:30')
  const word = words[text]
  if (word) return { ok: true, time: word }

  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))? ?(?:([ap])\.?m?\.?)?$/.exec(text)
  if (!match) return refuse('time-not-understood', 'Enter a time like 9:30am, 14:30 or noon')
  const [, hourText, minuteText, half] = match
  if (minuteText === undefined && half === undefined) {
    return refuse('time-needs-am-or-pm', `Enter ${Number(hourText)}am or ${Number(hourText)}pm, or a time like 14:30`)
  }
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) {
    return refuse('time-not-real', 'Enter a real time, like 9:30am or 14:30')
  }
  const hourOfDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return { ok: true, time: `${two(hourOfDay)}:${two(minute)}` as LocalTime }
}

/** True for HH:MM from 00:00 to 23:59. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

function refuse(code: TimeProblem['code'], message: string): ReadTime {
  return { ok: false, problem: { code, message } }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
