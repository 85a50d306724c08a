import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PostgresUnavailable } from '../../platform/postgres-server/index.ts'
import { projectRoot } from '../../platform/reference/index.ts'
import { figureTable, holds } from '../bench/figures.ts'
import { type PartName, partNames, runBench } from '../bench/run-bench.ts'

const help = `npm run bench -- [options]

Measures how fast Throughline is and how much memory it takes, on a database of its own with made-up people, and
writes the figures to bench-results.json as well. It is a measurement: a figure that falls short is told, not an error.

  --people N    people on file (100000)
  --seconds N   how long the pages are loaded (60)
  --only NAME   one part: ${partNames.join(', ')}; may be given more than once
  --keep        leave the register on disk (.throughline/bench), so that the next run starts at once
  --help        this text
`

/** `npm run bench`. Answers 0 when it has measured, 1 when it could not, 2 when it was not understood. */
export default async function bench(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${help}`)
    return 2
  }
  if (asked.help) {
    process.stdout.write(help)
    return 0
  }
  const folder = path.join(projectRoot(), '.throughline', 'bench')
  try {
    const result = await runBench({ ...asked, folder }, progressLine(), line => process.stderr.write(`${line}\n`))
    process.stdout.write(`${figureTable(result.figures)}\n`)
    const figures = result.figures.map(figure => ({ ...figure, holds: holds(figure) }))
    const results = { at: new Date().toISOString(), ...result, figures }
    writeFileSync(path.join(projectRoot(), 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`)
    return 0
  } catch (error) {
    const known = error instanceof PostgresUnavailable
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    return 1
  }
}

type Asked = {
  readonly people: number
  readonly seconds: number
  readonly parts: readonly PartName[]
  readonly keep: boolean
  readonly help: boolean
}

/** What was asked for, or what is wrong with it. */
export function readArguments(args: readonly string[]): Asked | string {
  let values: { people?: string; seconds?: string; only?: string[]; keep?: boolean; help?: boolean }
  try {
    const options = {
      people: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string', multiple: true },
      keep: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return (error as Error).message
  }
  const people = Number(values.people ?? 100_000)
  if (!Number.isInteger(people) || people < 1000 || people > 5_000_000) return '--people takes 1000 to 5000000.'
  const seconds = Number(values.seconds ?? 60)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600) return '--seconds takes 1 to 3600.'
  const parts = values.only ?? [...partNames]
  const unknown = parts.find(part => !partNames.includes(part as PartName))
  if (unknown !== undefined) return `There is no part ${unknown}; there are ${partNames.join(', ')}.`
  return { people, seconds, parts: parts as PartName[], keep: values.keep ?? false, help: values.help ?? false }
}

/** A bar at a terminal; a line at each tenth elsewhere. */
function progressLine(): (what: string, done: number, all: number) => void {
  let said = ''
  return (what, done, all) => {
    const tenth = Math.floor((10 * done) / all)
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${what.padEnd(20)} ${'#'.repeat(2 * tenth).padEnd(20, '.')} ${done} of ${all}  `)
      if (done >= all) process.stderr.write('\n')
      return
    }
    const line = `${what}: ${tenth * 10}%`
    if (line !== said) process.stderr.write(`${line}\n`)
    said = line
  }
}
