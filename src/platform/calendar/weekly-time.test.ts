import { expect, test } from 'vitest'
import { readWeeklyTimes, weeklyTimesText } from './weekly-time.ts'

test('times of a week are read as people type them', () => {
  expect(readWeeklyTimes('Monday 9am to 5pm; tue 18:00-20:30\nSaturday')).toEqual({
    ok: true,
    times: [
      { weekday: 'Monday', from: 540, to: 1020 },
      { weekday: 'Tuesday', from: 1080, to: 1230 },
      { weekday: 'Saturday', from: 0, to: 1440 },
    ],
  })
  const count = (typed: string) => {
    const read = readWeeklyTimes(typed)
    return read.ok && read.times.length
  }
  expect(['weekdays 9am to 5pm', 'weekends', 'Mondays 9am to 5pm', 'daily 1am to 2am'].map(count)).toEqual([5, 2, 1, 7])
  expect(readWeeklyTimes(' \n ')).toEqual({ ok: true, times: [] })
})

test('a time over midnight is two, and a week goes on from Sunday to Monday', () => {
  expect(readWeeklyTimes('Sunday 10pm to 6am')).toEqual({
    ok: true,
    times: [
      { weekday: 'Sunday', from: 1320, to: 1440 },
      { weekday: 'Monday', from: 0, to: 360 },
    ],
  })
})

test('what cannot be read is named with what to type instead', () => {
  for (const typed of ['sometimes', 'Monday 9 to 5', 'Monday 9am', 'Monday 9am to 9am', 'Mo 9am to 5pm', '<b>']) {
    const read = readWeeklyTimes(`Friday\n${typed}`)
    expect([typed, read.ok]).toEqual([typed, false])
    if (!read.ok) expect(read.message).toContain(typed)
  }
})

test('times written out are read back the same', () => {
  const typed = 'Monday 09:00 to 17:00; Tuesday 18:30 to 00:00; Saturday'
  const read = readWeeklyTimes(typed)
  expect(read.ok && weeklyTimesText(read.times).join('; ')).toBe(typed)
})
