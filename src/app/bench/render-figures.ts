import { createRequire } from 'node:module'
import path from 'node:path'
import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { courtPages } from '../../domains/court/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { projectRoot } from '../../platform/reference/index.ts'
import { type At, queryOf } from '../../platform/web/index.ts'
import { as, benchCourt, type Progress, staffViewer } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { percentile } from './load.ts'

const rounds = 7
const pagesInRound = 60

/** The list of 100 defendants drawn by our components and by Nunjucks with the GOV.UK and MOJ macros: the same model,
 *  the same words, both templates compiled beforehand, turn about so that a busy moment meets both. Main part of the page
 *  only. Answers nothing where nunjucks, a package for development, is not installed. */
export async function measureRendering(services: Services, progress: Progress): Promise<readonly Figure[]> {
  const nunjucks = await import('nunjucks').then(
    found => found.default,
    () => undefined,
  )
  if (!nunjucks) return []
  const packages = createRequire(path.join(projectRoot(), 'package.json'))
  const folderOf = (name: string) => path.dirname(packages.resolve(`${name}/package.json`))
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([
      path.join(projectRoot(), 'src/app/bench'),
      folderOf('@ministryofjustice/frontend'),
      path.join(folderOf('govuk-frontend'), 'dist'),
    ]),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  )
  const { model, draw } = await caseList(services)
  const ours = () => draw()
  const theirs = () => environment.render('case-list.njk', { model, looks })
  const difference = firstDifference(words(ours()), words(theirs()))
  if (difference) throw new Error(`The two renderings say different things: ${difference}`)

  const speeds: { readonly ours: number; readonly theirs: number }[] = []
  for (let round = -1; round < rounds; round++) {
    const measured = { ours: pagesASecond(ours), theirs: pagesASecond(theirs) }
    // The first round warms both up.
    if (round >= 0) speeds.push(measured)
    progress('rendering', round + 2, rounds + 1)
  }
  const middle = (of: (one: (typeof speeds)[number]) => number) => percentile(speeds.map(of), 0.5)
  const note = `median of ${rounds} turns: ${middle(one => one.ours).toFixed(0)} and ${middle(one => one.theirs).toFixed(0)} pages a second`
  return [
    {
      name: 'case list drawn, times as fast as Nunjucks',
      value: middle(one => one.ours / one.theirs),
      unit: 'times',
      target: { atLeast: 5 },
      note,
    },
  ]
}

/** As the page itself colours its badges. */
const looks = {
  possible: 'govuk-tag--yellow',
  'awaiting-report': 'govuk-tag--purple',
  breach: 'govuk-tag--red',
  'suspended-sentence': 'govuk-tag--orange',
  'serious-further-offence': 'govuk-tag--red',
}

async function caseList(services: Services): Promise<{ readonly model: unknown; draw(): string }> {
  const { today } = services.clock()
  const page = courtPages.find(one => one.name === 'court.case-list')
  if (!page) throw new Error('There is no case list page')
  const at: At = {
    path: `/courts/${benchCourt.code}/${today}`,
    params: { court: benchCourt.code, day: today },
    query: queryOf({}),
    problems: [],
    answers: {},
    files: [],
  }
  const model = await as(services, staffViewer('bench.render'), ctx => page.view(ctx, at))
  return { model, draw: () => renderToString(h(Fragment, null, page.body(model, at) as ComponentChildren)) }
}

function pagesASecond(draw: () => string): number {
  const from = performance.now()
  for (let n = 0; n < pagesInRound; n++) draw()
  return pagesInRound / ((performance.now() - from) / 1000)
}

/** What a reader reads: the words in order, without mark-up. */
function words(html: string): readonly string[] {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
  return text.split(/[\s():]+/).filter(word => word !== '')
}

function firstDifference(left: readonly string[], right: readonly string[]): string | undefined {
  const at = left.findIndex((word, index) => word !== right[index])
  if (at < 0 && left.length === right.length) return undefined
  const place = at < 0 ? left.length : at
  const around = (list: readonly string[]) => list.slice(Math.max(0, place - 4), place + 5).join(' ')
  return `"${around(left)}" and "${around(right)}"`
}
