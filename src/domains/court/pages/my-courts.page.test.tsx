import { expect, test } from 'vitest'
import type { CourtDayCounts } from '../queries/court-counts.ts'
import { chooseCourtsView } from './choose-courts.view.ts'
import { myCourtsView } from './my-courts.view.ts'

const counts: CourtDayCounts = {
  courtCode: 'B10JQ',
  day: '2026-11-21',
  listed: 12,
  hidden: 1,
  toPrepare: 5,
  outcomeToAdd: 9,
  possible: 2,
  breach: 1,
}
const courts = [{ code: 'B10JQ', name: 'North Shields' }]

test('a court shows today and the next days with a list, and each number opens the cases it counts', () => {
  const days = ['2026-11-21', '2026-11-23', '2026-11-24', '2026-11-25'] as const
  const model = myCourtsView(
    courts,
    days.map(day => ({ ...counts, day })),
    '2026-11-21',
  )
  const [first] = model.courts[0]!.days
  expect(model.courts[0]!.days.map(day => day.day)).toEqual(['2026-11-21', '2026-11-23', '2026-11-24'])
  expect(first?.heading).toBe('Today, Saturday 21 November 2026')
  expect(first?.toPrepare).toEqual({
    number: 5,
    href: '/courts/B10JQ/2026-11-21?f=1&preparation=NOT_STARTED&tab=all',
  })
  expect(first?.outcomeToAdd.href).toBe('/courts/B10JQ/2026-11-21?f=1&tab=to-add')
  expect(first?.hidden).toBe('1 limited access')
})

test('outcomes left from days gone by are listed, days that are done are not', () => {
  const model = myCourtsView(
    courts,
    [
      { ...counts, day: '2026-11-19', outcomeToAdd: 1 },
      { ...counts, day: '2026-11-20', outcomeToAdd: 0 },
    ],
    '2026-11-21',
  )
  expect(model.courts[0]!.behind.map(one => one.text)).toEqual(['1 outcome of 19 November 2026'])
  expect(model.courts[0]!.days).toEqual([])
})

const all = [
  { code: 'B01CX', name: 'Croydon Magistrates’ Court', area: 'London' },
  { code: 'B10JQ', name: 'North Shields Magistrates’ Court', area: 'Northumbria' },
]

test('courts are found by name, area or code, the chosen ones first', () => {
  expect(chooseCourtsView(all, [{ code: 'B10JQ' }], '').items.map(item => [item.value, item.checked])).toEqual([
    ['B10JQ', true],
    ['B01CX', false],
  ])
  expect(chooseCourtsView(all, [], 'croy').items.map(item => item.value)).toEqual(['B01CX'])
  expect(chooseCourtsView(all, [], 'b10').items.map(item => item.value)).toEqual(['B10JQ'])
  expect(chooseCourtsView(all, [], 'Smyth').summary).toBe("0 results for 'Smyth'")
})

test('more courts than fit are counted', () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ code: `B${n}`, name: `Court ${n}`, area: 'A' }))
  expect(chooseCourtsView(many, [], '').more).toBe('10 more courts: search by name to see them.')
})
