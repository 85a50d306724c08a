import { expect, test } from 'vitest'
import { readTimelineFilter, type TimelineEvent, timelineView } from './timeline.view.ts'

const base: TimelineEvent = {
  kind: 'court',
  at: '2026-11-20',
  title: 'Hearing',
  text: null,
  by: null,
  system: false,
  href: null,
}
const events: readonly TimelineEvent[] = [
  base,
  { ...base, kind: 'flag', at: '2026-11-20T09:00:00Z', title: 'Flag registered' },
  { ...base, kind: 'identity', at: '2026-11-01T09:00:00Z', title: 'Linked', system: true },
  { ...base, at: '2026-12-01', title: 'Hearing to come' },
]
const view = (filter = readTimelineFilter([], '', '')) => timelineView('X000001', events, filter, '2026-11-21')

test('everything is one list, the latest on top, and a day stands above its own moments', () => {
  expect(view().entries.map(entry => [entry.title, entry.when])).toEqual([
    ['Hearing to come', '1 December 2026'],
    ['Hearing', '20 November 2026'],
    ['Flag registered', '20 November 2026 at 9am'],
  ])
})

test('what the service did by itself is left out, counted, and shown when asked for', () => {
  expect(view().hidden).toBe('1 entry made by the service itself not shown')
  const all = view(readTimelineFilter([], 'yes', ''))
  expect([all.entries.length, all.hidden]).toEqual([4, null])
})

test('a kind that is chosen shows only its entries, and each kind says how many it has', () => {
  const flags = view(readTimelineFilter(['flag', 'nonsense'], '', ''))
  expect(flags.entries.map(entry => entry.title)).toEqual(['Flag registered'])
  expect(flags.kinds.map(kind => kind.text)).toEqual([
    'Court (2)',
    'Orders (0)',
    'Flags (1)',
    'Personal details (0)',
    'Identity (0)',
  ])
  expect(view(readTimelineFilter(['order'], '', '')).entries).toEqual([])
})

test('a long history shows its first hundred and says how many there are', () => {
  const many = Array.from({ length: 130 }, () => base)
  const first = timelineView('X000001', many, readTimelineFilter([], '', ''), '2026-11-21')
  expect([first.entries.length, first.more]).toEqual([100, 'Show all 130'])
  expect(timelineView('X000001', many, readTimelineFilter([], '', 'yes'), '2026-11-21').entries).toHaveLength(130)
})
