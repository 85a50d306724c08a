import { expect, test } from 'vitest'
import { fieldsAt } from '../parameters/report-fields.ts'
import { easyCopy, fieldsForThePerson, printedEasyCopy } from './easy-copy.ts'
import { readingEase } from './readability.ts'

/** Every text field holds its own name, so that what gets out can be seen. */
const marked = new Map(
  fieldsAt('STANDARD').map(field => [field.id, field.kind === 'choice' ? 'HIGH' : `((${field.id}))`]),
)

test('of the writer’s words only those of the allowed fields reach the person', () => {
  const words = JSON.stringify(printedEasyCopy(easyCopy(marked, ['Unpaid work: 80 hours'], { court: 'A court' })))
  const out = [...words.matchAll(/\(\((\w+)\)\)/g)].map(([, id]) => id)
  expect(out.sort()).toEqual([...fieldsForThePerson].sort())
})

test('nothing about victims, harm, risk, predictors, sources or others is allowed', () => {
  for (const id of fieldsForThePerson)
    expect(id).not.toMatch(/victim|risk|harm|predictor|sources|danger|spo|Under|Pattern|propos/)
})

test('our own words are easy to read', () => {
  const lines = easyCopy(new Map(), [], { court: 'the court' }).parts.flatMap(part => part.lines)
  expect(readingEase(lines.join('\n'))).toBeGreaterThan(75)
})
