import { expect, test } from 'vitest'
import type { MeasuredFact } from '../queries/measured-facts.ts'
import { countedFacts, measureCard, measuredRow } from './measures.view.ts'

const fact: MeasuredFact = {
  personId: 'p',
  appearanceId: 'a',
  name: 'Wellbeck, Tomasz',
  courtCode: 'B10JQ',
  day: '2026-11-19',
  startsAt: '10:00',
  doneAt: '2026-11-18T09:00:00Z',
  changed: false,
}
const period = { from: '2026-11-09', to: '2026-11-21', days: 28 } as const

test('a measure counts what it lists, in all and by week, and each number has its address', () => {
  const counted = countedFacts(
    'match-rate',
    [fact, { ...fact, doneAt: null }, { ...fact, day: '2026-11-10', doneAt: '2026-11-09T09:00:00Z' }],
    '2026-11-21',
    2,
  )
  const card = measureCard('match-rate', counted, period)
  expect([card.percent, card.metText, card.notText]).toEqual([
    '66.7%',
    '2 linked before the hearing',
    '1 not linked before it',
  ])
  expect(card.weeks.map(week => [week.label, week.share.met, week.share.of])).toEqual([
    ['9 November 2026', 1, 1],
    ['16 November 2026', 1, 2],
  ])
  expect(card.notHref).toBe('/court/measures/match-rate?days=28&part=not')
})

test('nothing to measure is said so, not shown as nought', () => {
  expect(measureCard('wrong-link', [], period).percent).toBe('Nothing to measure')
})

test('a case opens the defendant, a hearing its list', () => {
  const names = new Map([['B10JQ', 'North Tyneside']])
  expect(measuredRow({ ...fact, met: true }, names)).toMatchObject({
    href: '/court/defendants/p/a',
    court: 'North Tyneside',
  })
  expect(measuredRow({ ...fact, personId: null, appearanceId: null, met: true }, names).href).toBe(
    '/courts/B10JQ/2026-11-19',
  )
})
