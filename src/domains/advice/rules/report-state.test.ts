import { expect, test } from 'vitest'
import { instant } from '../../../platform/calendar/index.ts'
import { isOpen, reportState } from './report-state.ts'

const at = (minute: number) => instant(Date.UTC(2026, 10, 20, 9, minute))
const nothing = { signed: [], returnedAt: [], deliveredAt: [] }
const byAuthor = (minute: number, awaits: boolean) => ({ as: 'author', at: at(minute), awaits }) as const

test('a report is open until signed, waits for a countersigner who may send it back, then is signed and delivered', () => {
  expect(reportState(nothing)).toBe('open')
  const sent = { ...nothing, signed: [byAuthor(1, true)] }
  expect(reportState(sent)).toBe('awaiting-countersign')
  const returned = { ...sent, returnedAt: [at(2)] }
  expect(reportState(returned)).toBe('returned')
  const again = { ...returned, signed: [...sent.signed, byAuthor(3, true)] }
  expect(reportState(again)).toBe('awaiting-countersign')
  const agreed = { ...again, signed: [...again.signed, { as: 'countersigner', at: at(4), awaits: false } as const] }
  expect(reportState(agreed)).toBe('signed')
  expect(reportState({ ...agreed, deliveredAt: [at(5)] })).toBe('delivered')
})

test('only an open or returned report can be written in', () => {
  const states = ['open', 'awaiting-countersign', 'returned', 'signed', 'delivered'] as const
  expect(states.filter(isOpen)).toEqual(['open', 'returned'])
})
