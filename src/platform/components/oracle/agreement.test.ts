import type { ComponentType } from 'preact'
import { expect, test } from 'vitest'
import * as components from '../index.ts'
import { fixturesOf, publishedComponents, treesFor } from './govuk-fixtures.ts'
import { DIFFERENCES, NOT_BUILT } from './on-purpose.ts'

/** 'back-link' is exported as `BackLink`. */
function built(component: string): ComponentType<object> | undefined {
  const name = component.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  return (components as unknown as Readonly<Record<string, ComponentType<object>>>)[name]
}

test('every published component is built, or said not to be and why', () => {
  expect(publishedComponents().filter(name => !built(name))).toEqual(Object.keys(NOT_BUILT))
})

test('every fixture said not to be answered exists', () => {
  for (const [component, { notAnswered = {} }] of Object.entries(DIFFERENCES)) {
    const names = fixturesOf(component).map(fixture => fixture.name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(notAnswered)))
  }
})

test('our components make the trees of the macros for 684 of the 725 published fixtures', () => {
  let agree = 0
  let of = 0
  for (const component of publishedComponents()) {
    const Ours = built(component)
    for (const fixture of fixturesOf(component)) {
      of += 1
      const trees = Ours && treesFor(component, Ours, fixture)
      if (trees && JSON.stringify(trees.ours) === JSON.stringify(trees.macro)) agree += 1
    }
  }
  process.stdout.write(`govuk-frontend fixtures: agree ${agree} of ${of}\n`)
  expect({ agree, of }).toEqual({ agree: 684, of: 725 })
})
