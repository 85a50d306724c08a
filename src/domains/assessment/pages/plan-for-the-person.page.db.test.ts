import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'
import cy from '../words.cy.json' with { type: 'json' }
import en from '../words.en.json' with { type: 'json' }
import { dayIn } from './plan-for-the-person.page.tsx'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

test('the person’s copy holds their goals, in Welsh where it was suggested, and nothing marked to be kept out', async () => {
  const officer = await pages.staff('fay.fielding', 'practitioner')
  const { crn } = await pages.record({ lastName: 'Harkness' })
  const base = `/case/${crn}/plan`
  const add = async (title: string, more: Readonly<Record<string, string>> = {}) => {
    const goal = { intent: 'add', title, area: 'drugs', target: 'months-3', ...more }
    return String((await sendForm(officer, `${base}/goals/new`, goal)).headers.location)
  }
  const open = await add('I will stop using drugs', { suggestion: 'drugs.drug-free' })
  await sendForm(officer, open, { intent: 'step', body: 'I will ring the team', actor: 'person' })
  await sendForm(officer, open, { intent: 'step', body: 'MARKED-VICTIM', actor: 'practitioner', withheld: 'yes' })
  await sendForm(officer, open, { intent: 'step', body: 'Talk weekly', actor: 'other', actorName: 'MARKED-NAME' })
  await sendForm(officer, open, { intent: 'progress', note: 'MARKED-NOTE' })
  await add('MARKED-RISK', { withheld: 'yes' })
  await sendForm(officer, await add('MARKED-REMOVED'), { intent: 'remove', reason: 'MARKED-REASON' })
  await sendForm(officer, `${base}/notes`, { intent: 'note', body: 'MARKED-PROGRESS', supportNeeded: 'yes' })
  const action = { intent: 'add', factors: 'RM28.0.1', what: 'MARKED-ACTION', owner: 'MARKED-OWNER' }
  await sendForm(officer, `${base}/risk-actions`, { ...action, dueOn: '27 3 2027', contingency: 'MARKED-ELSE' })
  for (const language of ['en', 'cy']) {
    const { body } = await officer.get(`${base}/for-the-person?language=${language}`)
    expect(body).not.toContain('MARKED')
    expect(body).toContain('I will ring the team')
    expect(body).not.toContain('app-person"')
    expect(body).not.toContain('Harkness')
  }
  const welsh = (await officer.get(`${base}/for-the-person?language=cy`)).body
  expect(welsh).toContain("Byddaf yn rhoi'r gorau i ddefnyddio cyffuriau")
  expect(welsh).toContain(cy['needs-translation'])
  expect(welsh).toContain('lang="en">I will ring the team')
})

test('every word of the copy exists in both languages', () => {
  expect(
    Object.keys(cy)
      .filter(key => key !== 'needs-translation')
      .sort(),
  ).toEqual(Object.keys(en).sort())
  expect(dayIn('cy', '2027-03-27')).toBe('27 Mawrth 2027')
  expect(dayIn('en', '2027-03-27')).toBe('27 March 2027')
})

test('the English of the copy is short: no sentence has more than eighteen words', () => {
  const sentences = Object.values(en).flatMap(words => words.split(/[.!?]\s*/))
  expect(sentences.filter(sentence => sentence.split(/\s+/).length > 18)).toEqual([])
})
