import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromEpochDay } from '../../../platform/calendar/index.ts'
import { rarProgress } from './rar-progress.ts'

const yesNoNothing = fc.constantFrom(true, false, null)
const contacts = fc.array(
  fc.record({
    date: fc.integer({ min: 20_000, max: 20_010 }).map(fromEpochDay),
    rarActivity: fc.boolean(),
    attended: yesNoNothing,
    complied: yesNoNothing,
    requirementActive: fc.boolean(),
    deleted: fc.boolean(),
  }),
)

it('two activities on one day are two contacts and one day', () => {
  const activity = { date: '2026-02-02', rarActivity: true, requirementActive: true, deleted: false } as const
  const attended = { ...activity, attended: true, complied: true }
  expect(rarProgress([20, 15], [attended, attended, { ...activity, attended: null, complied: null }])).toEqual({
    completedContacts: 2,
    completedDays: 1,
    scheduledContacts: 1,
    scheduledDays: 1,
    requiredDays: 35,
  })
})

it('days never outnumber contacts, and no contact counts twice', () => {
  fc.assert(
    fc.property(contacts, list => {
      const progress = rarProgress([], list)
      expect(progress.completedDays).toBeLessThanOrEqual(progress.completedContacts)
      expect(progress.scheduledDays).toBeLessThanOrEqual(progress.scheduledContacts)
      expect(progress.completedContacts + progress.scheduledContacts).toBeLessThanOrEqual(list.length)
    }),
  )
})
