import { describe, expect, it } from 'vitest'
import { atLondon, instant, londonDay, londonTime } from './london.ts'

describe('the London clock', () => {
  it.each([
    ['2026-01-15T23:30:00Z', '2026-01-15', '23:30'],
    ['2026-07-15T23:30:00Z', '2026-07-16', '00:30'],
    ['2026-03-29T00:59:59Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:59.999Z', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25', '01:00'],
    ['1970-01-01T00:00:00Z', '1970-01-01', '01:00'],
  ])('at %s shows %s %s', (at, day, time) => {
    expect([londonDay(instant(at)), londonTime(instant(at))]).toEqual([day, time])
  })

  it.each([
    ['2026-01-15', '09:30', '2026-01-15T09:30:00Z'],
    ['2026-07-15', '09:30', '2026-07-15T08:30:00Z'],
  ] as const)('%s %s in London is %s', (day, time, at) => {
    expect(atLondon(day, time)).toBe(at)
  })

  it('a time that the clocks skip is read an hour later, one that comes twice is the first', () => {
    expect(atLondon('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00Z')
    expect(londonTime(atLondon('2026-03-29', '01:30'))).toBe('02:30')
    expect(atLondon('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00Z')
  })

  it.each(['2026-02-30T00:00:00Z', '2026-01-01', '2026-01-01T24:00:00Z', '2026-01-01T00:00:00+01:00', ''])(
    '%j is no moment',
    text => {
      expect(() => instant(text)).toThrow(RangeError)
    },
  )
  it('a Date or milliseconds are moments', () => {
    expect(instant(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
    expect(instant(1000)).toBe('1970-01-01T00:00:01.000Z')
  })
})
