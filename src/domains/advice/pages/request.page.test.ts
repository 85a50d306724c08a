import { expect, test } from 'vitest'
import { actOf, requestOf } from '../request.fixture.ts'
import { noFacts } from '../request-model.ts'
import { reminderWords } from './report-queue.view.ts'
import { requestView } from './request.view.ts'

const given = { court: 'North Tyneside', interviews: [], enquiries: [] } as const
const view = (request: Parameters<typeof requestOf>[0], more: Partial<Parameters<typeof requestView>[1]> = {}) =>
  requestView(requestOf(request), { ...given, ...more }, '2026-03-05')

test('what is left is listed in the order it is done', () => {
  const enquiries = [{ name: 'Enquiry of Northumbria Police', standing: 'overdue', askedOn: '2026-03-02' as const }]
  expect(view({}, { enquiries }).outstanding).toEqual([
    'Decide what the court is given',
    'Allocate a writer',
    'Book an interview',
    'Enquiry of Northumbria Police: overdue, asked 2 March 2026, no answer yet',
  ])
})

test('nothing is left of a report that is signed', () => {
  const acts = [actOf('allocated'), actOf('started'), actOf('signed')]
  expect(view({ acts }).outstanding).toEqual([])
})

test('an interview is not asked for once the author has signed', () => {
  const written = [actOf('allocated'), actOf('started')]
  expect(view({ acts: written }).outstanding).toContain('Book an interview')
  const signed = view({ acts: [...written, actOf('ready-for-countersign')] })
  expect(signed.outstanding).not.toContain('Book an interview')
  expect(signed.reminders).not.toContain(reminderWords['interview-not-booked'])
})

test('what the court never said is not known; what nobody gave is left out', () => {
  const { asked } = view({ requiredBy: null, facts: { ...noFacts, indication: 'High community order' } })
  const facts = new Map(asked.map(one => [one.key, one.value]))
  expect(facts.get('Needed by')).toBe('Not known: the court has not said')
  expect(facts.get('Court’s indication (not binding)')).toBe('High community order')
  expect(facts.has('Notes for the writer')).toBe(false)
})

test('an alert about the day is shown until the day is another', () => {
  const alert = actOf('data-alert', { detail: { code: 'required-by-not-a-sitting-day', day: '2026-03-28' } })
  expect(view({ requiredBy: '2026-03-28', acts: [alert] }).alerts).toHaveLength(1)
  expect(view({ requiredBy: '2026-03-27', acts: [alert] }).alerts).toEqual([])
})

test('the history says what, when, by whom and why, with the asking last', () => {
  const moved = actOf('required-by-changed', { reason: 'Relisted', detail: { from: '2026-03-20', to: '2026-03-27' } })
  expect(view({ acts: [moved] }).history).toEqual([
    {
      what: 'Required by another day',
      when: '2 March 2026 at 10am by Ada',
      more: 'From 20 March 2026 to 27 March 2026. Relisted',
    },
    { what: 'Asked for', when: '2 March 2026 at 9am by ada', more: null },
  ])
})

test('only steps that are possible are offered', () => {
  const delivered = view({ acts: [actOf('allocated'), actOf('started'), actOf('signed'), actOf('delivered')] })
  expect(delivered.may).toMatchObject({ withdrawn: false, used: true, reopened: true, allocated: false })
})
