import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { anchorKey, verifyAudit } from '../../platform/audit/index.ts'
import { plusDays } from '../../platform/calendar/index.ts'
import { startPostgres } from '../../platform/postgres-server/index.ts'
import { migrate, openDatabase, txOn, typeParsers } from '../../platform/store/index.ts'
import { type ApplicationProcess, builtApplication, startApplicationProcess } from '../bench/application-process.ts'
import { courtDraw, courtSender, staffSessions } from '../bench/bench-register.ts'
import { migrationFolders } from '../domains.ts'
import { madeUpPeople } from '../made-up-people/people.ts'
import { randomFrom } from '../made-up-people/random.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { servicesOn } from '../services.ts'
import { orphans, whatIsThere } from './what-is-there.ts'
import { type Judged, judge } from './write-ledger.ts'
import { startWriters, type Writers } from './writers.ts'

export type CrashResult = Judged & {
  readonly kills: { readonly application: number; readonly postgres: number }
  readonly orphans: readonly string[]
  readonly auditEntries: number
  readonly auditFindings: number
  /** Answers nobody expected, and times the application ended by itself. */
  readonly strange: readonly string[]
}

export function isClean(result: CrashResult): boolean {
  const faults = [result.lost, result.half, result.twice, result.orphans, result.strange]
  return faults.every(list => list.length === 0) && result.auditFindings === 0 && result.acknowledged > 0
}

const secret = 'only for crash runs, whose people are made up: 0123456789'
const staff = 3
/** Whoever starts PostgreSQL again gives up at the sixth loss within a minute, and rightly. */
const postgresKillsInAMinute = 4

/** Kills the application or PostgreSQL with -9 at random moments while everybody writes, brings both back each time,
 *  and looks afterwards at what is there. The folder is emptied first and removed after. */
export async function runCrash(kills: number, folder: string, say: (line: string) => void): Promise<CrashResult> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = await builtApplication()
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), log: say })
  const settings = { ownerUrl: server.ownerUrl, secret }
  await migrate(settings, migrationFolders())
  const db = openDatabase(settings)
  const services = servicesOn(db)
  const strange: string[] = []
  let application: ApplicationProcess | undefined
  let writers: Writers | undefined
  try {
    await prepareDatabase(services, false)
    const { today } = services.clock()
    const start = (port?: number) =>
      startApplicationProcess(file, {
        databaseUrl: server.ownerUrl,
        secret,
        dataFolder: folder,
        ...(port ? { port } : {}),
        environment: { THROUGHLINE_DEMONSTRATION: 'no' },
      })
    application = await start()
    const port = Number(new URL(application.url).port)
    const known = Array.from(
      { length: 50 },
      (people => () => ({ person: people.next().value }))(madeUpPeople(3, today)),
    )
    writers = startWriters(application.url, {
      token: await courtSender(services),
      staff: await staffSessions(services, staff),
      draw: courtDraw(randomFrom(Date.now()), known, today),
      day: plusDays(today, 1),
      listedIn: hearingId => defendantOf(server.ownerUrl, hearingId),
    })
    const done = { application: 0, postgres: 0 }
    const postgresKills: number[] = []
    for (let n = 1; n <= kills; n++) {
      await progressOf(writers, 5, () => application?.said() ?? '')
      await pause(Math.random() * 700)
      const lately = postgresKills.filter(at => Date.now() - at < 60_000).length
      const target = Math.random() < 0.5 && lately < postgresKillsInAMinute ? 'postgres' : 'application'
      if (target === 'postgres') {
        postgresKills.push(Date.now())
        process.kill(server.pid(), 'SIGKILL')
      } else {
        application.kill('SIGKILL')
        await application.gone
        application = await start(port)
      }
      done[target] += 1
      say(`kill ${n} of ${kills}: ${target}, ${writers.acknowledged()} writes acknowledged`)
      if (hasGone(application)) {
        strange.push('The application ended by itself')
        application = await start(port)
      }
    }
    await progressOf(writers, 5, () => application?.said() ?? '')
    await writers.stop()
    application.kill('SIGTERM')
    await application.gone

    const owner = new pg.Client({ connectionString: server.ownerUrl, types: typeParsers })
    await owner.connect()
    try {
      const judged = judge(await whatIsThere(owner, writers.asked))
      const verdict = await verifyAudit(txOn(owner, false), { keys: [anchorKey(secret)], published: null })
      return {
        ...judged,
        kills: done,
        orphans: await orphans(owner),
        auditEntries: verdict.entries,
        auditFindings: verdict.findings.length,
        strange: [...strange, ...writers.strange],
      }
    } finally {
      await owner.end()
    }
  } finally {
    await writers?.stop()
    application?.kill('SIGKILL')
    await db.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasGone(application: ApplicationProcess): boolean {
  try {
    process.kill(application.pid, 0)
    return false
  } catch {
    return true
  }
}

/** Waits until so many more writes are acknowledged: the service is up and works. Throws when it does not come back. */
async function progressOf(writers: Writers, more: number, said: () => string): Promise<void> {
  const wanted = writers.acknowledged() + more
  const patience = Date.now() + 60_000
  while (writers.acknowledged() < wanted) {
    if (Date.now() > patience) {
      throw new Error(`The service did not come back within a minute after a kill:\n${said().slice(-3000)}`)
    }
    await pause(20)
  }
}

/** On a connection of its own, which a killed server takes with it. */
async function defendantOf(ownerUrl: string, hearingId: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ personId: string; appearanceId: string }>(
      `SELECT a.person_id AS "personId", a.id AS "appearanceId" FROM court.hearing h
         JOIN court.appearance a ON a.hearing_id = h.id WHERE h.key = 'COMMON_PLATFORM:' || $1`,
      [hearingId],
    )
    return rows[0]
  } finally {
    await client.end().catch(() => undefined)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
