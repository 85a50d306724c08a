import type { LocalTime } from '../calendar/index.ts'

/** '11:00' as '11am', '11:30' as '11:30am', '12:00' as 'midday', '00:00' as 'midnight'. */
export function clockTime(time: LocalTime): string {
  if (time === '12:00') return 'midday'
  if (time === '00:00') return 'midnight'
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3, 5)
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`
}
