import { expect, test } from 'vitest'
import { dateContradictions } from './date-contradictions.ts'

const record = { bornOn: '1990-01-16', today: '2026-11-21' } as const
const codes = (answers: Record<string, string>, given: Parameters<typeof dateContradictions>[1] = record) =>
  dateContradictions(new Map(Object.entries(answers)), given).map(one => [one.code, one.questions])

test('nothing that was sanctioned or offended is before birth', () => {
  expect(codes({ '1.29': '1990-01-16' })).toEqual([['date-before-birth', ['1.29']]])
  expect(codes({ '1.43': '1980-05-01' })).toEqual([['date-before-birth', ['1.43']]])
  expect(codes({ '1.29': '1990-01-17' })).toEqual([])
})

test('a birth date that is not known contradicts nothing', () => {
  expect(codes({ '1.29': '1890-01-01' }, { ...record, bornOn: null })).toEqual([])
})

test('an offence cannot be to come; the sanction this is about can', () => {
  expect(codes({ '1.43': '2026-11-22' })).toEqual([['date-in-future', ['1.43']]])
  expect(codes({ '1.43': '2026-11-21' })).toEqual([])
  expect(codes({ '1.29': '2026-11-22' })).toEqual([])
})

test('the last sanction of any kind is not before the last one for a sexual offence', () => {
  expect(codes({ '1.29': '2020-01-01', '1.33': '2020-01-02' })).toEqual([
    ['sexual-sanction-after-last', ['1.33', '1.29']],
  ])
  expect(codes({ '1.29': '2020-01-01', '1.33': '2020-01-01' })).toEqual([])
})

test('the words name both days', () => {
  const [found] = dateContradictions(new Map([['1.29', '1985-01-01']]), record)
  expect(found?.text).toContain('1 January 1985')
  expect(found?.text).toContain('16 January 1990')
})
