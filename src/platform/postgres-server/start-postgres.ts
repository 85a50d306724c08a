import fs from 'node:fs'
import path from 'node:path'
import { type Binaries, binaries } from './binaries.ts'
import { type DataFolder, dataFolder, makeCluster, ownerPassword } from './data-folder.ts'
import { databaseName, makeDatabase, ownerUrl } from './owner-connection.ts'
import { explainFileError, PostgresUnavailable } from './postgres-unavailable.ts'
import { isAlive, type RunningServer, runningServer } from './running-server.ts'
import { noteUse, oneAtATime, usersOf } from './server-users.ts'
import { type ServerSettings, spawnServer } from './spawn-server.ts'

export type StartPostgres = {
  /** Where the data should be kept; as root in a private home they go to the system's state folder instead. */
  readonly dataDir: string
  /** PostgreSQL settings, such as `{ shared_buffers: '256MB' }`. `fsync: 'off'` is for tests that may lose all. */
  readonly settings?: ServerSettings
  readonly log?: (line: string) => void
}

export type PostgresServer = {
  /** Connects as the owner to the product's own database. Holds the password: never log it. */
  readonly ownerUrl: string
  /** Where the data really are. */
  readonly dataDir: string
  /** True when another living process started the server or shares it. */
  readonly attached: boolean
  /** The number of the server process now. */
  readonly pid: () => number
  /** Leaves the server; the last process to leave stops it. */
  readonly stop: () => Promise<void>
}

/** Starts the PostgreSQL that npm brought on these data, or attaches to the one that already runs on them.
 *  A server that is killed comes back by itself, on the same port, while its starter lives.
 *  Throws PostgresUnavailable, one line that says what to do, for everything a person can put right. */
export async function startPostgres({
  dataDir,
  settings = {},
  log = () => {},
}: StartPostgres): Promise<PostgresServer> {
  const data = dataFolder(dataDir)
  try {
    const bin = binaries()
    if (data.folder !== path.resolve(dataDir)) log(`The database is kept in ${data.folder}`)
    return await oneAtATime(data, () => startOrAttach(data, bin, settings, log))
  } catch (error) {
    throw explainFileError(error, data.folder)
  }
}

/** Stops a server that every process using it has left by dying. False when somebody living still uses it. */
export async function stopAbandonedPostgres(dataDir: string): Promise<boolean> {
  const data = dataFolder(dataDir)
  return oneAtATime(data, async () => {
    if (usersOf(data).length > 0) return false
    const running = runningServer(data)
    if (running) await stopServer(running.pid, data)
    return true
  })
}

async function startOrAttach(
  data: DataFolder,
  bin: Binaries,
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<PostgresServer> {
  const password = ownerPassword(data)
  makeCluster(data, bin, password, settings.fsync !== 'off')
  const others = usersOf(data)
  let server = await settledServer(data)
  const attached = server !== undefined && others.length > 0
  if (server && !attached) log(`Took over the database left running by an earlier start (process ${server.pid})`)
  if (attached) log(`Sharing the database of process ${others.join(', ')}`)

  let leaving = false
  const comebacks: number[] = []
  const start = async (port?: number): Promise<RunningServer> =>
    spawnServer(data, bin, settings, port ?? rememberedPort(data), () => {
      if (!leaving) void comeBack()
    })
  const comeBack = async () => {
    const now = Date.now()
    comebacks.push(now)
    if (comebacks.filter(at => now - at < 60_000).length > 5) {
      return log(`PostgreSQL was lost six times within a minute and is left down; see ${data.logFile}`)
    }
    log('PostgreSQL was lost; starting it again')
    try {
      await oneAtATime(data, async () => {
        if (!leaving) server = (await settledServer(data)) ?? (await start(server?.port))
      })
    } catch (error) {
      log(`PostgreSQL did not come back: ${(error as Error).message}`)
    }
  }

  server ??= await start()
  try {
    await makeDatabase(server, password, data)
  } catch (error) {
    leaving = true
    if (!attached) await stopServer(server.pid, data)
    throw error
  }
  fs.writeFileSync(path.join(data.folder, 'port'), `${server.port}\n`)
  const forget = noteUse(data)
  const onExit = () => {
    forget()
    if (!leaving && server && usersOf(data).length === 0 && isAlive(server.pid)) process.kill(server.pid, 'SIGINT')
  }
  process.once('exit', onExit)

  return {
    ownerUrl: ownerUrl(server.port, password, databaseName),
    dataDir: data.folder,
    attached,
    pid: () => server?.pid ?? 0,
    stop: async () => {
      if (leaving) return
      leaving = true
      process.off('exit', onExit)
      await oneAtATime(data, async () => {
        forget()
        const left = usersOf(data)
        if (left.length > 0) return log(`The database stays up for process ${left.join(', ')}`)
        const running = runningServer(data)
        if (running) await stopServer(running.pid, data)
      })
    },
  }
}

/** The running server once it has made up its mind: waits for one that is starting or stopping. */
async function settledServer(data: DataFolder): Promise<RunningServer | undefined> {
  const patience = Date.now() + 60_000
  for (;;) {
    const server = runningServer(data)
    if (!server || server.status === 'ready') return server
    if (Date.now() > patience) {
      throw new PostgresUnavailable(
        `PostgreSQL (process ${server.pid}) has been ${server.status} on ${data.folder} for a minute: see ${data.logFile}, or end it with kill -QUIT ${server.pid} and start again.`,
      )
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Fast stop (sessions are cut, everything is written), and the immediate stop where that takes over 30 s. */
async function stopServer(pid: number, data: DataFolder): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (!isAlive(pid)) return
      await new Promise(resolve => setTimeout(resolve, 15))
    }
  }
  throw new PostgresUnavailable(`PostgreSQL (process ${pid}) does not stop; see ${data.logFile}`)
}

/** The port of the last start, so that connection strings noted elsewhere hold over a restart. */
function rememberedPort(data: DataFolder): number | undefined {
  const port = Number(fs.existsSync(path.join(data.folder, 'port')) && fs.readFileSync(path.join(data.folder, 'port')))
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined
}
