import { describe, expect, it } from 'vitest'
import { isLocalTime, readTime } from './read-time.ts'

const read = (typed: string) => {
  const answer = readTime(typed)
  return answer.ok ? answer.time : answer.problem.code
}

describe('a typed time', () => {
  it.each([
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['9 30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9am', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30 pm', '21:30'],
    ['9.30PM', '21:30'],
    ['21:30', '21:30'],
    ['12am', '00:00'],
    ['12:15 am', '00:15'],
    ['12pm', '12:00'],
    ['00:00', '00:00'],
    ['noon', '12:00'],
    ['Midday', '12:00'],
    ['midnight', '00:00'],
  ])('%j is %s', (typed, time) => {
    expect(read(typed)).toBe(time)
    expect(isLocalTime(time)).toBe(true)
  })

  it.each([
    ['', 'time-missing'],
    ['later', 'time-not-understood'],
    ['9:3', 'time-not-understood'],
    ['9:30:00:00', 'time-not-understood'],
    ['2', 'time-needs-am-or-pm'],
    ['24:00', 'time-not-real'],
    ['9:60', 'time-not-real'],
    ['13pm', 'time-not-real'],
    ['0am', 'time-not-real'],
  ])('%j is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code)
  })
})
