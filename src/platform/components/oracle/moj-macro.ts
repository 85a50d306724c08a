import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import nunjucks from 'nunjucks'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { parseHtml, treeOf } from './html-tree.ts'
import { asComponentProps } from './macro-options.ts'

const packages = createRequire(import.meta.url)
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    resolve(dirname(packages.resolve('@ministryofjustice/frontend/package.json'))),
    resolve(dirname(packages.resolve('govuk-frontend/package.json')), 'dist'),
  ]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)
// The words of days and times are given by the case: the macros' own depend on the clock of the machine.
environment.addFilter('mojDate', (timestamp: unknown, kind: string) =>
  kind === 'date' || kind === 'time' ? String(timestamp).split('|')[kind === 'date' ? 0 : 1] : timestamp,
)
environment.addFilter('date', (timestamp: unknown) => timestamp)

export type MacroCase = {
  readonly name: string
  /** The macro's options; HTML as strings. */
  readonly options: Readonly<Record<string, unknown>>
  /** Our props where they differ from the macro's options on purpose. */
  readonly ours?: Readonly<Record<string, unknown>>
}

/** The HTML an MOJ Frontend macro makes. */
export function macroHtml(component: string, macro: string, options: Readonly<Record<string, unknown>>): string {
  const source = `{% from "moj/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`
  return environment.renderString(source, { options })
}

/** Declares one test for each case: our tree must equal the macro's. */
export function agreesWithMacro<Props extends object>(
  component: string,
  macro: string,
  Ours: ComponentType<Props>,
  cases: readonly MacroCase[],
): void {
  for (const { name, options, ours } of cases) {
    test(`${macro}: ${name} is the tree the macro makes`, () => {
      const props = asComponentProps(ours ?? options) as Props
      expect(treeOf(parseHtml(renderToString(h(Ours, props))))).toEqual(
        treeOf(parseHtml(macroHtml(component, macro, options))),
      )
    })
  }
}
