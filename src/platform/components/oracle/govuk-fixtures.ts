import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { parseHtml, treeOf } from './html-tree.ts'
import { asComponentProps } from './macro-options.ts'
import { DIFFERENCES } from './on-purpose.ts'

export type Fixture = {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

const COMPONENTS = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

/** The names of all published components. */
export function publishedComponents(): readonly string[] {
  return readdirSync(COMPONENTS, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
}

/** The published fixtures of one GOV.UK Frontend component. */
export function fixturesOf(component: string): readonly Fixture[] {
  return JSON.parse(readFileSync(join(COMPONENTS, component, 'fixtures.json'), 'utf8')).fixtures
}

/** Our tree and the macro's for one fixture, or nothing where the fixture is not answered. */
export function treesFor<Props extends object>(component: string, Ours: ComponentType<Props>, fixture: Fixture) {
  const { expected, notAnswered, defaults } = DIFFERENCES[component] ?? {}
  if (notAnswered?.[fixture.name]) return undefined
  const ours = renderToString(h(Ours, asComponentProps({ ...defaults, ...fixture.options }) as Props))
  const macro = parseHtml(fixture.html)
  return { ours: treeOf(parseHtml(ours)), macro: treeOf(expected ? expected(macro) : macro) }
}

/** Declares one test for each published fixture: our tree must equal the macro's. */
export function agreesWithFixtures<Props extends object>(component: string, Ours: ComponentType<Props>): void {
  for (const fixture of fixturesOf(component)) {
    if (DIFFERENCES[component]?.notAnswered?.[fixture.name]) continue
    test(`${component}: "${fixture.name}" is the tree the macro makes`, () => {
      const trees = treesFor(component, Ours, fixture)
      expect(trees?.ours).toEqual(trees?.macro)
    })
  }
}
