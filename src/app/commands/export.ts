import path from 'node:path'
import { parseArgs } from 'node:util'
import { identityGroup, personByCrn } from '../../domains/person/index.ts'
import { accountNamed, machine, type Viewer } from '../../platform/access/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import { ok, problems, type Result } from '../../platform/errors/index.ts'
import { nobody } from '../../platform/events/index.ts'
import { PostgresUnavailable, startPostgres } from '../../platform/postgres-server/index.ts'
import { openDatabase } from '../../platform/store/index.ts'
import { type Exported, writeExport } from '../export/index.ts'
import { servicesOn } from '../services.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `npm run export -- (--person CRN | --all) --to WHO --why REASON FOLDER

Writes the record in open formats into the new folder FOLDER: JSON lines, one file for each kind, each with its JSON
Schema. Every person given out is written to the audit trail with WHO receives it and the REASON.

People of limited access are left out and counted, unless --as names a user who may see them.

  --person CRN   one person, with everything linked to them
  --all          everybody
  --to WHO       the recipient
  --why REASON   the justification
  --as USERNAME  as this user sees the record (roles: information rights officer, system administrator)
  --help         this text
`

export type ExportWanted = {
  readonly crn: string | null
  readonly recipient: string
  readonly why: string
  readonly folder: string
  readonly as: string | null
}

/** `npm run export`. Answers the exit code: 0 written, 1 refused, 2 not understood. */
export default async function runExport(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (wanted === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n\n${help}`)
    return 2
  }
  try {
    const settings = readSettings(process.env)
    const server = settings.databaseUrl
      ? null
      : await startPostgres({ dataDir: path.join(settings.dataFolder, 'postgres') })
    const db = openDatabase({ ownerUrl: settings.databaseUrl ?? server!.ownerUrl, secret: settings.secret })
    try {
      const done = await exportRecord(servicesOn(db), wanted, progressAtTerminal)
      if (!done.ok) {
        process.stderr.write(`${done.problems.map(problem => problem.text).join('\n')}\n`)
        return 1
      }
      const { files, rows, people, hidden } = done.value
      process.stdout.write(`${rows} rows in ${files} files about ${people} people are in ${wanted.folder}\n`)
      if (hidden > 0) process.stdout.write(`${hidden} people of limited access are left out\n`)
      return 0
    } finally {
      await db.close()
      await server?.stop()
    }
  } catch (error) {
    if (!(error instanceof SettingsError) && !(error instanceof PostgresUnavailable)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

/** The export itself. Without a named user it runs as the statistics role, whose rows are those of unlimited people. */
export async function exportRecord(
  services: Services,
  wanted: ExportWanted,
  progress?: (done: number, of: number) => void,
): Promise<Result<Exported & { readonly hidden: number }>> {
  const viewer = wanted.as === null ? machine('export', ['export']) : await accountFor(services, wanted.as)
  if (!viewer) return problems({ field: 'as', code: 'unknown', text: `There is no open account named ${wanted.as}` })
  const role = wanted.as === null ? ('stats' as const) : ('web' as const)
  const group = wanted.crn === null ? null : await groupOf(services, wanted.crn)
  return inContext(services, { viewer, requestId: 'export', channel: 'command', role }, async ctx => {
    ctx.may('app.export')
    const people = group && (await visible(ctx, group))
    if (people && people.length === 0) {
      return problems({
        field: 'person',
        code: 'not-found',
        text: `${wanted.crn} is not on record, or is of limited access and not open to this user`,
      })
    }
    const { recipient, why, folder } = wanted
    const written = await writeExport(ctx, { folder, people, recipient, why, ...(progress ? { progress } : {}) })
    if (!written.ok) return written
    return ok({ ...written.value, hidden: people ? 0 : await hiddenFrom(ctx) })
  })
}

/** Every id of the person, the survivor first; none when the number is not on record. */
function groupOf(services: Services, crn: string): Promise<readonly string[]> {
  return inContext(services, { viewer: machine('export'), requestId: 'export', channel: 'command' }, async ctx => {
    const found = await personByCrn(ctx.tx, crn)
    return found ? identityGroup(ctx.tx, found.personId) : []
  })
}

async function visible(ctx: Context, group: readonly string[]): Promise<readonly string[]> {
  const seen = await ctx.tx.rows('SELECT 1 FROM person.person WHERE person_id = $1', [group[0] ?? nobody])
  return seen.length > 0 ? group : []
}

async function hiddenFrom(ctx: Context): Promise<number> {
  const { n } = await ctx.tx.one<{ n: number }>(
    `SELECT count(*) AS n FROM person.stub s
      WHERE crn IS NOT NULL AND NOT EXISTS (SELECT FROM person.person p WHERE p.person_id = s.person_id)`,
  )
  return n
}

async function accountFor(services: Services, username: string): Promise<Viewer | null> {
  return inContext(services, { viewer: machine('export'), requestId: 'export', channel: 'command' }, ctx =>
    accountNamed(ctx.tx, username, ctx.now),
  )
}

function readArguments(args: readonly string[]): ExportWanted | string {
  let values: { person?: string; all?: boolean; to?: string; why?: string; as?: string; help?: boolean }
  let positionals: string[]
  try {
    ;({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        person: { type: 'string' },
        all: { type: 'boolean' },
        to: { type: 'string' },
        why: { type: 'string' },
        as: { type: 'string' },
        help: { type: 'boolean' },
      },
    }))
  } catch (error) {
    return (error as Error).message
  }
  if (values.help) return 'help'
  if ((values.person === undefined) === !values.all) return 'Say either --person CRN or --all.'
  if (!values.to?.trim()) return 'Say who receives it: --to WHO.'
  if (!values.why?.trim()) return 'Say why: --why REASON.'
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) return 'Name one new folder.'
  return {
    crn: values.person?.trim().toUpperCase() ?? null,
    recipient: values.to.trim(),
    why: values.why.trim(),
    folder: path.resolve(folder),
    as: values.as ?? null,
  }
}

function progressAtTerminal(done: number, of: number): void {
  if (!process.stderr.isTTY) return
  const width = 30
  const filled = Math.round((done / of) * width)
  process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${of}${done === of ? '\n' : ''}`)
}
