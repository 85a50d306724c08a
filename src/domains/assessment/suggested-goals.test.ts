import { expect, test } from 'vitest'
import { needAreas, stepActors } from './sentence-plan.ts'
import { suggestedGoal, suggestedGoalsFor, suggestedStep, suggestions } from './suggested-goals.ts'

const goals = suggestions().areas.flatMap(area => area.goals)
const steps = goals.flatMap(goal => goal.steps)

test('every area of need has goals to suggest, each with steps by somebody known', () => {
  expect(needAreas.filter(area => suggestedGoalsFor(area).length === 0)).toEqual([])
  expect(goals.filter(goal => goal.steps.length === 0)).toEqual([])
  expect(steps.filter(step => !stepActors.includes(step.actor))).toEqual([])
})

test('a suggestion is told in both languages and found again by its code', () => {
  const texts = [...goals.map(goal => goal.title), ...steps.map(step => step.text)]
  expect(texts.filter(({ en, cy }) => en.trim() === '' || cy.trim() === '' || en === cy)).toEqual([])
  const codes = [...goals, ...steps].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(suggestedGoal('drugs.drug-free')?.title.en).toBe('I will stop using drugs')
  expect(suggestedStep('drugs.drug-free.1')?.actor).toBe('person')
  expect(suggestedGoal('nothing')).toBeUndefined()
})

test('goals speak as the person, in short sentences', () => {
  expect(goals.filter(({ title }) => !title.en.startsWith('I '))).toEqual([])
  const long = [...goals.map(goal => goal.title.en), ...steps.map(step => step.text.en)].filter(
    text => text.split(' ').length > 16,
  )
  expect(long).toEqual([])
})

test('the Welsh that no translator has read says so', () => {
  expect(suggestions().welsh).toBe('needs-translation')
})
