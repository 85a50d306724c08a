import { expect, test } from 'vitest'
import type { MessageFate } from '../queries/message-log.ts'
import { bodyText, fateRow } from './messages.view.ts'

const fate: MessageFate = {
  messageId: 'm',
  attempt: 2,
  part: '2600155215',
  fate: 'refused',
  reason: 'unreadable',
  field: 'hearing.courtCentre.code',
  problem: 'is missing',
  fix: 'Send the code of the court',
  courtCode: 'B10JQ',
  hearingDate: '2026-11-21',
  at: '2026-11-21T09:00:00Z',
  by: 'system:intake',
  channel: 'hearing',
  fileName: null,
}

test('a refused message says which field, what is wrong with it and what the sender can do', () => {
  expect(fateRow(fate, new Map([['B10JQ', 'North Tyneside']]))).toEqual({
    href: '/court/messages/m',
    when: '21 November 2026 at 9am',
    what: 'Hearing',
    part: '2600155215',
    fate: 'Refused',
    bad: true,
    why: ['It could not be read', 'hearing.courtCentre.code is missing', 'Send the code of the court'],
    court: 'North Tyneside, 21 November 2026',
    attempt: 'Attempt 2',
  })
})

test('a message that was set aside says why and is nothing to look at', () => {
  const row = fateRow(
    { ...fate, fate: 'ignored', reason: 'dummy-room', field: null, problem: null, fix: null },
    new Map(),
  )
  expect([row.fate, row.bad, row.why]).toEqual(['Ignored', false, ['The room is not a real one']])
})

test('the body is shown as it came, whatever its bytes, and a very long one says what is left out', () => {
  expect(bodyText(Buffer.from('<script>alert(1)</script> £'))?.text).toBe('<script>alert(1)</script> £')
  expect(bodyText(Buffer.from([0xff, 0x41]))?.text).toBe('\ufffdA')
  expect(bodyText(Buffer.from('x'.repeat(200_001)))?.left).toBe('1 more character not shown.')
  expect(bodyText(null)).toBeNull()
})
