import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type HtmlNode, parseHtml, treeOf } from './html-tree.ts'
import { asComponentProps } from './macro-options.ts'

export type Fixture = {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

/** Fixtures a component does not answer, each with the reason. */
export type NotAnswered = Readonly<Record<string, string>>

export type Comparison = {
  /** Turns a fixture's tree into what ours should be, where we differ on purpose. */
  readonly expected?: (nodes: HtmlNode[]) => HtmlNode[]
  readonly notAnswered?: NotAnswered
  /** Options ours asks for and some fixtures leave out. */
  readonly defaults?: Readonly<Record<string, unknown>>
}

/** The published fixtures of one GOV.UK Frontend component. */
export function fixturesOf(component: string): readonly Fixture[] {
  const file = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return JSON.parse(readFileSync(file, 'utf8')).fixtures
}

/** Declares one test for each published fixture: our tree must equal the macro's. */
export function agreesWithFixtures<Props extends object>(
  component: string,
  Ours: ComponentType<Props>,
  { expected = nodes => nodes, notAnswered = {}, defaults = {} }: Comparison = {},
): void {
  const fixtures = fixturesOf(component)
  const names = new Set(fixtures.map(fixture => fixture.name))
  test(`${component}: every fixture listed as not answered exists`, () => {
    expect(Object.keys(notAnswered).filter(name => !names.has(name))).toEqual([])
  })
  for (const fixture of fixtures) {
    if (notAnswered[fixture.name]) continue
    test(`${component}: "${fixture.name}" is the tree the macro makes`, () => {
      const ours = renderToString(h(Ours, asComponentProps({ ...defaults, ...fixture.options }) as Props))
      expect(treeOf(parseHtml(ours))).toEqual(treeOf(expected(parseHtml(fixture.html))))
    })
  }
}
