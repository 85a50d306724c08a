import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PostgresUnavailable, startPostgres } from '../../platform/postgres-server/index.ts'
import { MigrationError, migrate, openDatabase } from '../../platform/store/index.ts'
import { migrationFolders } from '../domains.ts'
import { type FileDone, filesIn, type Ingested, ingestFiles } from '../ingest-files.ts'
import { servicesOn } from '../services.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `npm run ingest -- FILE_OR_FOLDER [--json]

Takes court messages in from files: hearings, list cases and lists, results; all files below a folder, by name.
Says of each file what was done with it (stored, updated, unchanged, ignored and why, refused and why) and the totals.

  --json   print the whole answer as one JSON object
  --help   this text

Uses DATABASE_URL, or the database that came with Throughline. Exit code 0: every file was handled, also when its message
was refused, which is kept and shown under messages to look at; 1: a message failed; 2: the command was not understood.
`

/** `npm run ingest`. Answers the exit code. */
export default async function ingest(args: readonly string[]): Promise<number> {
  const asked = read(args)
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${help}`)
    return 2
  }
  if (asked.help) {
    process.stdout.write(help)
    return 0
  }
  if (!existsSync(asked.target)) {
    process.stderr.write(`${asked.target} does not exist. Name a file or a folder.\n`)
    return 2
  }
  try {
    const done = await withDatabase(asked.target, !asked.json)
    process.stdout.write(asked.json ? `${JSON.stringify(done, null, 1)}\n` : report(done))
    return done.totals.failed > 0 ? 1 : 0
  } catch (error) {
    const known = [SettingsError, PostgresUnavailable, MigrationError].some(kind => error instanceof kind)
    if (!known) throw error
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
}

async function withDatabase(target: string, bar: boolean): Promise<Ingested> {
  const settings = readSettings(process.env)
  const server = settings.databaseUrl
    ? null
    : await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres') })
  try {
    const database = { ownerUrl: settings.databaseUrl ?? server!.ownerUrl, secret: settings.secret }
    await migrate(database, migrationFolders())
    const db = openDatabase(database)
    try {
      const files = filesIn(target)
      const base = files.length === 1 && files[0] === target ? path.dirname(target) : target
      return await ingestFiles(servicesOn(db), files, base, bar ? progressBar(files.length) : undefined, complain)
    } finally {
      await db.close()
    }
  } finally {
    await server?.stop()
  }
}

/** A defect is ours: its place in the program, and nothing of the message. */
function complain(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : 'defect'
  process.stderr.write(`${stack}\n`)
}

/** Drawn over itself at a terminal; nothing where the output goes to a file. */
function progressBar(total: number): (done: number) => void {
  if (!process.stderr.isTTY || total < 2) return () => undefined
  const width = 30
  return done => {
    const filled = Math.round((done / total) * width)
    const end = done === total ? '\n' : ''
    process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${total}${end}`)
  }
}

function report({ files, totals }: Ingested): string {
  const counts = Object.entries(totals).filter(([, count]) => count > 0)
  const summary = counts.map(([kind, count]) => `${count} ${kind}`).join(', ')
  return `${files.map(line).join('\n')}\n\n${files.length} files: ${summary || 'nothing to do'}\n`
}

function line({ file, done, why, parts }: FileDone): string {
  const cases = parts.length > 1 ? ` (${parts.length} cases)` : ''
  return `${done.padEnd(10)}${file}${cases}${why ? `: ${why}` : ''}`
}

type Asked = { readonly target: string; readonly json: boolean; readonly help: boolean }

function read(args: readonly string[]): Asked | string {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [target] = positionals
    if (values.help) return { target: '', json: false, help: true }
    if (!target || positionals.length > 1) return 'Name one file or folder.'
    // npm changes to the project's folder; paths are meant from where the command was given.
    return {
      target: path.resolve(process.env.INIT_CWD ?? process.cwd(), target),
      json: values.json ?? false,
      help: false,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
