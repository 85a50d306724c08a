import { expect, test } from 'vitest'
import type { Goal, SentencePlan, Step } from '../sentence-plan.ts'
import { planForThePerson } from './plan-for-the-person.ts'

const step = (change: Partial<Step>): Step =>
  ({
    ...{ id: 's1', body: 'I will ring', suggestion: null, actor: 'person', actorName: null, withheld: false },
    ...{ status: 'not-started', statusSince: null, version: 1 },
    ...change,
  }) as Step
const goal = (change: Partial<Goal>): Goal =>
  ({
    ...{ personId: 'p', id: 'g', title: 'I will rest', suggestion: null, area: 'attitudes', relatedAreas: ['drugs'] },
    ...{ targetOn: '2027-01-01', remindOn: null, withheld: false, state: 'active', offersAchieved: false },
    ...{
      steps: [step({})],
      notes: [{ kind: 'progress', body: 'MARKED', at: '2026-11-01T09:00:00Z', byName: 'MARKED' }],
    },
    ...{ links: [{ kind: 'harm-factor', target: 'MARKED' }], addedAt: '', addedByName: 'MARKED', version: 1 },
    ...change,
  }) as Goal
const plan = (goals: readonly Goal[]): SentencePlan => ({
  goals,
  agreements: [
    {
      ...{ planType: 'initial', answer: 'do-not-agree', reason: 'MARKED', notes: 'MARKED' },
      ...{ at: '2026-11-01T09:00:00Z', byName: 'MARKED' },
    } as SentencePlan['agreements'][number],
  ],
  agreement: 'do-not-agree',
  progress: [
    { body: 'MARKED', supportNeeded: 'yes', at: '2026-11-01T09:00:00Z', byName: 'MARKED' },
  ] as unknown as SentencePlan['progress'],
  complianceOnly: [{ requirementId: 'MARKED', reason: 'MARKED', by: 'MARKED' }],
  changedSinceAgreed: false,
  mergedFrom: 0,
})
const nothing = () => undefined

test('only words, days and progress of goals that are not kept out reach the copy', () => {
  const told = planForThePerson(
    plan([
      goal({
        steps: [step({}), step({ body: 'MARKED', withheld: true }), step({ actor: 'other', actorName: 'MARKED' })],
      }),
      goal({ title: 'MARKED', withheld: true }),
      goal({ title: 'MARKED', state: 'removed' }),
      goal({ title: 'I will play', state: 'achieved', steps: [step({ body: 'MARKED' })] }),
      goal({ title: 'I will paint', state: 'future', targetOn: null }),
    ]),
    'en',
    nothing,
  )
  expect(JSON.stringify(told)).not.toContain('MARKED')
  expect(told).toMatchObject({
    said: 'do-not-agree',
    now: [{ title: { text: 'I will rest' }, by: '2027-01-01', steps: [{ who: 'me' }, { who: 'other' }] }],
    later: [{ title: { text: 'I will paint' }, by: null }],
    done: [{ text: 'I will play' }],
  })
})

test('suggested words come in the language asked for; their own stay as written', () => {
  const suggested = (code: string) => (code === 'a' ? { en: 'I will rest', cy: 'Byddaf yn gorffwys' } : undefined)
  const told = planForThePerson(plan([goal({ suggestion: 'a' }), goal({ suggestion: 'gone' })]), 'cy', suggested)
  expect(told.now.map(({ title }) => title)).toEqual([
    { text: 'Byddaf yn gorffwys', lang: 'cy' },
    { text: 'I will rest', lang: 'en' },
  ])
})
