import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../platform/postgres-server/index.ts'
import { applyDeployerParameters } from '../../platform/rules/index.ts'
import { migrate, openDatabase } from '../../platform/store/index.ts'
import { migrationFolders } from '../domains.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { servicesOn } from '../services.ts'
import { type ApplicationProcess, builtApplication, startApplicationProcess } from './application-process.ts'
import { measureForms } from './assessment-page-figures.ts'
import { benchPeople, fillRegister, firstOf, listCourtDays, type Progress } from './bench-register.ts'
import type { Figure } from './figures.ts'
import { measureIntake, measureMatching } from './intake-figures.ts'
import { measurePages } from './page-figures.ts'
import { measureRendering } from './render-figures.ts'
import { measureScores } from './score-figures.ts'

export const partNames = ['render', 'matching', 'assessment', 'pages', 'intake', 'forms'] as const
export type PartName = (typeof partNames)[number]

export type BenchWanted = {
  readonly people: number
  readonly seconds: number
  readonly parts: readonly PartName[]
  /** The register stays on disk, so that a next run of the same size starts at once. */
  readonly keep: boolean
  readonly folder: string
}

export type BenchResult = {
  readonly machine: { readonly node: string; readonly cores: number; readonly processor: string }
  readonly people: number
  readonly figures: readonly Figure[]
  readonly details: Readonly<Record<string, unknown>>
}

const secret = 'only for the bench, whose people are made up: 0123456789'
/** People that are opened and searched for: enough that no cache holds them all, few enough to be drawn again. */
const mostKnown = 20_000
const messages = 2000

/** Measures on a database and an application process of its own. */
export async function runBench(
  wanted: BenchWanted,
  progress: Progress,
  say: (line: string) => void,
): Promise<BenchResult> {
  const { parts, people, folder } = wanted
  const figures: Figure[] = []
  const details: Record<string, unknown> = {}
  const noteFile = path.join(folder, 'filled.json')
  const fits = existsSync(noteFile) && JSON.parse(readFileSync(noteFile, 'utf8')).people === people
  if (!fits) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), log: say })
  const settings = { ownerUrl: server.ownerUrl, secret }
  await migrate(settings, migrationFolders())
  const db = openDatabase(settings)
  const services = servicesOn(db)
  const { today } = services.clock()
  try {
    await prepareDatabase(services, false)
    if (!fits) {
      await fillRegister(services, people, progress)
      writeFileSync(noteFile, JSON.stringify({ people }))
    }
    const known = [...firstOf(benchPeople(today), Math.min(people, mostKnown))]
    await listCourtDays(services, people, progress)

    applyDeployerParameters(wholeListOnOnePage())
    if (parts.includes('render')) figures.push(...(await measureRendering(services, progress)))
    if (parts.includes('matching')) figures.push(...(await measureMatching(services, known, progress)))
    if (parts.includes('assessment')) figures.push(...(await measureScores(services, people, progress)))
    if (parts.includes('pages') || parts.includes('intake') || parts.includes('forms')) {
      const parameterFile = path.join(folder, 'parameters.json')
      writeFileSync(parameterFile, JSON.stringify(wholeListOnOnePage()))
      const run = async (measure: (application: ApplicationProcess) => Promise<void>) => {
        const application = await startApplicationProcess(await builtApplication(), {
          databaseUrl: server.ownerUrl,
          secret,
          dataFolder: folder,
          environment: { THROUGHLINE_PARAMETERS: parameterFile, THROUGHLINE_DEMONSTRATION: 'no' },
        })
        try {
          await measure(application)
        } finally {
          application.kill('SIGTERM')
          await application.gone
        }
      }
      if (parts.includes('pages')) {
        await run(async application => {
          const measured = await measurePages(services, application, known, wanted.seconds, progress)
          figures.push(...measured.figures)
          details.pages = measured.details
        })
      }
      if (parts.includes('intake')) {
        await run(async application => {
          const measured = await measureIntake(services, application, known, messages, progress)
          figures.push(...measured.figures)
          details.intake = measured.details
        })
      }
      if (parts.includes('forms')) {
        await run(async application => {
          figures.push(...(await measureForms(services, application, known, progress)))
        })
      }
    }
  } finally {
    await db.close()
    await server.stop()
    if (!wanted.keep) rmSync(folder, { recursive: true, force: true })
  }
  const [processor] = os.cpus()
  const machine = { node: process.version, cores: os.availableParallelism(), processor: processor?.model ?? '' }
  return { machine, people, figures, details }
}

/** The list is paged by 20; the figure is about all 100 on one page, so the page size is set as a deployer would. */
function wholeListOnOnePage() {
  const value = { shownDays: 28, pastDays: 14, pageSize: 100, matchesPageSize: 5 }
  const source = { kind: 'assumption', cite: 'bench', note: 'All 100 defendants on one page.' }
  return { 'court.case-list-window': [{ from: '0001-01-01', value, source }] }
}
