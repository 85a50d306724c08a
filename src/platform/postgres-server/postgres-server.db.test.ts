import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { binaries } from './binaries.ts'
import { dataFolder, makeCluster } from './data-folder.ts'
import { type PostgresServer, PostgresUnavailable, startPostgres, stopAbandonedPostgres } from './index.ts'
import { explainFileError } from './postgres-unavailable.ts'
import { isAlive, runningServer } from './running-server.ts'
import { reachableByAll, runningAsRoot } from './system-account.ts'

// Losing these data in a power cut is no harm; the durability test below turns fsync on again.
const fast = { fsync: 'off', shared_buffers: '16MB' }
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pg-test-'))
const started: PostgresServer[] = []
const children: ChildProcess[] = []

beforeAll(() => fs.chmodSync(home, 0o755))

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

async function start(name: string, settings: Record<string, string> = fast, log?: (line: string) => void) {
  const server = await startPostgres({ dataDir: path.join(home, name), settings, ...(log ? { log } : {}) })
  started.push(server)
  return server
}

async function ask<Row extends pg.QueryResultRow>(server: PostgresServer, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > patience) throw new Error(`waited in vain until ${what}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Starts the server from another Node process, which can then be killed. */
async function startElsewhere(dataDir: string, uid?: number): Promise<{ child: ChildProcess; said: () => string }> {
  const { build } = await import('esbuild')
  const script = path.join(home, 'elsewhere.mjs')
  await build({
    stdin: {
      contents: `import { startPostgres } from './index.ts'
        const server = await startPostgres({ dataDir: process.argv[2], settings: { fsync: 'off' }, log: line => console.log(line) })
        console.log('up ' + server.pid() + ' ' + server.attached)
        process.on('SIGTERM', async () => { await server.stop(); process.exit(0) })
        setInterval(() => {}, 1000)`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    external: ['pg-native'],
    banner: {
      js: `import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(${JSON.stringify(import.meta.url)});`,
    },
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  })
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  await until(`the other process is up (it said: ${said})`, () => /^up /m.test(said) || child.exitCode !== null)
  return { child, said: () => said }
}

describe('starting and stopping', () => {
  test('the first start makes the data, the next one finds them again', async () => {
    const first = await start('again')
    await ask(first, 'CREATE TABLE kept (n int)')
    await ask(first, 'INSERT INTO kept VALUES (7)')
    await first.stop()
    expect(isAlive(first.pid())).toBe(false)
    const second = await start('again')
    expect(second.attached).toBe(false)
    expect(await ask(second, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    expect(second.ownerUrl).toBe(first.ownerUrl)
  })

  test('the owner needs a password, which only the starting account can read', async () => {
    const server = await start('password')
    const wrong = new URL(server.ownerUrl)
    wrong.password = 'guess'
    const client = new pg.Client({ connectionString: wrong.href })
    await expect(client.connect()).rejects.toThrow(/password authentication failed/)
    expect(fs.statSync(path.join(server.dataDir, 'owner-password')).mode & 0o777).toBe(0o600)
    const rules = fs.readFileSync(path.join(server.dataDir, 'cluster', 'pg_hba.conf'), 'utf8')
    expect(rules).not.toMatch(/^[^#]*\btrust\s*$/m)
  })

  test('root gives the server an unprivileged account', async () => {
    const server = await start('account')
    if (process.platform !== 'linux') return expect(server.pid()).toBeGreaterThan(0)
    const uid = Number(/^Uid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1])
    expect(uid).toBe(runningAsRoot ? 65534 : process.getuid?.())
  })

  test('values from a failed statement stay out of the log', async () => {
    const server = await start('quiet')
    await ask(server, 'CREATE TABLE named (surname text PRIMARY KEY)')
    await ask(server, `INSERT INTO named VALUES ('Zzyzx')`)
    await expect(ask(server, `INSERT INTO named VALUES ('Zzyzx')`)).rejects.toThrow(/duplicate key/)
    await server.stop()
    const log = fs.readFileSync(path.join(server.dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('Zzyzx')
  })

  test('a port taken in between is replaced by another', async () => {
    const first = await start('port')
    const port = Number(new URL(first.ownerUrl).port)
    await first.stop()
    const squatter = net.createServer().listen(port, '127.0.0.1')
    await new Promise(resolve => squatter.once('listening', resolve))
    try {
      const second = await start('port')
      expect(Number(new URL(second.ownerUrl).port)).not.toBe(port)
      expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    } finally {
      squatter.close()
    }
  })

  test('a folder whose socket path would be too long is served over TCP only', async () => {
    const server = await start('x'.repeat(100))
    expect(await ask(server, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
  })
})

describe('two starts on the same data', () => {
  test('the second attaches, and the server stays until the last has left', async () => {
    const dataDir = path.join(home, 'shared')
    const other = await startElsewhere(dataDir)
    const mine = await start('shared')
    expect(mine.attached).toBe(true)
    expect(mine.pid()).toBe(Number(/^up (\d+)/m.exec(other.said())?.[1]))
    other.child.kill('SIGTERM')
    await until('the other process has left', () => other.child.exitCode !== null)
    expect(await ask(mine, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await mine.stop()
    expect(isAlive(mine.pid())).toBe(false)
  })

  test('two first starts at the same moment share one server', async () => {
    const [one, two] = await Promise.all([start('race'), startElsewhere(path.join(home, 'race'))])
    expect(two.said()).toContain(`up ${one.pid()}`)
  })

  test('a server orphaned by a killed starter is taken over and stopped at the end', async () => {
    const other = await startElsewhere(path.join(home, 'orphan'))
    const orphan = Number(/^up (\d+)/m.exec(other.said())?.[1])
    other.child.kill('SIGKILL')
    await until('the starter is dead', () => other.child.signalCode !== null)
    expect(isAlive(orphan)).toBe(true)
    const server = await start('orphan')
    expect(server.pid()).toBe(orphan)
    expect(server.attached).toBe(false)
    await server.stop()
    expect(isAlive(orphan)).toBe(false)
  })
})

test('a server is stopped as abandoned only when nobody living uses it', async () => {
  const dataDir = path.join(home, 'abandoned')
  const other = await startElsewhere(dataDir)
  const pid = Number(/^up (\d+)/m.exec(other.said())?.[1])
  expect(await stopAbandonedPostgres(dataDir)).toBe(false)
  expect(isAlive(pid)).toBe(true)
  other.child.kill('SIGKILL')
  await until('the starter is dead', () => other.child.signalCode !== null)
  expect(await stopAbandonedPostgres(dataDir)).toBe(true)
  expect(isAlive(pid)).toBe(false)
})

describe('after a loss', () => {
  test('a server killed with -9 comes back on the same port with every committed row', async () => {
    const server = await start('killed', { shared_buffers: '16MB' })
    await ask(server, 'CREATE TABLE kept (n int)')
    for (let n = 0; n < 20; n += 1) await ask(server, `INSERT INTO kept VALUES (${n})`)
    const lost = server.pid()
    process.kill(lost, 'SIGKILL')
    await until('it is back', async () => {
      if (server.pid() === lost) return false
      return ask(server, 'SELECT 1').then(
        () => true,
        () => false,
      )
    })
    expect(await ask(server, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 20 }])
  })

  test('a stale lock whose number now belongs to another program does not stop the start', async () => {
    const first = await start('stale')
    const { cluster } = dataFolder(first.dataDir)
    const lock = path.join(cluster, 'postmaster.pid')
    const port = new URL(first.ownerUrl).port
    const text = fs.readFileSync(lock, 'utf8')
    await first.stop()
    const socketLock = path.join(cluster, `.s.PGSQL.${port}.lock`)
    for (const file of [lock, socketLock]) {
      fs.writeFileSync(file, [String(process.ppid), ...text.split('\n').slice(1)].join('\n'), { mode: 0o600 })
      if (runningAsRoot) fs.chownSync(file, 65534, 65534)
    }
    const second = await start('stale')
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('the lock of a zombie counts as stale', async () => {
    if (process.platform !== 'linux') return
    // A shell that has replaced itself by `sleep` never collects the child it started before.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] })
    children.push(parent)
    const zombie = await new Promise<number>(resolve => parent.stdout.once('data', chunk => resolve(Number(chunk))))
    await until('the child is a zombie', () => !isAlive(zombie))
    const server = await start('zombie')
    await server.stop()
    const data = dataFolder(server.dataDir)
    fs.writeFileSync(path.join(data.cluster, 'postmaster.pid'), `${zombie}\n${data.cluster}\n1\n5432\n\n\n\nready\n`)
    if (runningAsRoot) fs.chownSync(path.join(data.cluster, 'postmaster.pid'), 65534, 65534)
    expect(runningServer(data)).toBeUndefined()
    expect(await ask(await start('zombie'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('a first start that was cut off leaves nothing that is taken for data', async () => {
    const dataDir = path.join(home, 'cut-off')
    fs.mkdirSync(path.join(dataDir, 'cluster.draft', 'cluster'), { recursive: true })
    fs.writeFileSync(path.join(dataDir, 'cluster.draft', 'cluster', 'PG_VERSION'), '18\n')
    fs.writeFileSync(path.join(dataDir, 'start.lock'), '3999999 1')
    expect(await ask(await start('cut-off'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('what a person must put right is said in one line', () => {
  async function refusal(dataDir: string): Promise<string> {
    const error = await startPostgres({ dataDir, settings: fast }).then(
      server => {
        started.push(server)
        throw new Error('it started')
      },
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(PostgresUnavailable)
    const { message } = error as Error
    expect(message).not.toContain('\n')
    return message
  }

  test('data made by another version', async () => {
    const server = await start('version')
    await server.stop()
    fs.writeFileSync(path.join(server.dataDir, 'cluster', 'PG_VERSION'), '15\n')
    expect(await refusal(server.dataDir)).toMatch(/made by PostgreSQL 15 and this release brings 18.*Upgrade/)
  })

  test('a folder that is not data', async () => {
    const server = await start('not-data')
    await server.stop()
    fs.rmSync(path.join(server.dataDir, 'cluster', 'PG_VERSION'))
    expect(await refusal(server.dataDir)).toMatch(/not a PostgreSQL data folder/)
  })

  test('a lost password file', async () => {
    const server = await start('lost-password')
    await server.stop()
    fs.rmSync(path.join(server.dataDir, 'owner-password'))
    expect(await refusal(server.dataDir)).toMatch(/password is missing .*owner-password.*put that file back/)
  })

  test('a running server that does not take our password', async () => {
    const server = await start('wrong-password')
    fs.writeFileSync(path.join(server.dataDir, 'owner-password'), 'another\n')
    expect(await refusal(server.dataDir)).toMatch(/does not take our password .*kill -INT \d+/)
    expect(isAlive(server.pid())).toBe(true)
  })

  test('a file where the folder should be', async () => {
    fs.writeFileSync(path.join(home, 'a-file'), '')
    expect(await refusal(path.join(home, 'a-file'))).toMatch(
      /cannot be kept in .*a file is in the way.*THROUGHLINE_DATA/,
    )
  })

  test('a folder that may not be written', async () => {
    const locked = path.join(home, 'locked')
    fs.mkdirSync(locked, { mode: 0o555 })
    const other = await startElsewhere(path.join(locked, 'data'), runningAsRoot ? 65534 : undefined)
    expect(other.said()).toMatch(
      /PostgresUnavailable: The database cannot be kept in .*locked.data: permission was refused/,
    )
  })

  test('a read-only disk, a full disk', () => {
    for (const [code, why] of [
      ['EROFS', /read-only/],
      ['ENOSPC', /full/],
      ['EACCES', /permission/],
    ] as const) {
      expect(String(explainFileError(Object.assign(new Error(code), { code }), '/data'))).toMatch(why)
    }
  })
})

describe('where packages and homes cannot be used as they are', () => {
  test('read-only packages are run from a copy with the links npm cannot pack', () => {
    const original = path.resolve(binaries().folder, '..')
    const readOnly = path.join(home, 'read-only-package')
    const cache = path.join(home, 'cache')
    const before = process.env.XDG_CACHE_HOME
    fs.cpSync(original, readOnly, {
      recursive: true,
      verbatimSymlinks: true,
      filter: file => !fs.lstatSync(file).isSymbolicLink(),
    })
    process.env.XDG_CACHE_HOME = cache
    try {
      const copy = binaries(readOnly, false)
      expect(copy.folder).not.toContain(readOnly)
      expect(fs.existsSync(path.join(copy.folder, 'lib', process.platform === 'linux' ? 'libpq.so.5' : '.'))).toBe(true)
      const data = dataFolder(path.join(home, 'from-copy'))
      makeCluster(data, copy, 'secret', false)
      expect(fs.existsSync(path.join(data.cluster, 'PG_VERSION'))).toBe(true)
      expect(binaries(readOnly, false)).toEqual(copy)
      fs.rmSync(copy.folder, { recursive: true })
    } finally {
      if (before === undefined) delete process.env.XDG_CACHE_HOME
      else process.env.XDG_CACHE_HOME = before
    }
  })

  test('root with a private home keeps the data in the system state folder, always the same one', () => {
    const locked = path.join(home, 'private-home')
    fs.mkdirSync(locked, { mode: 0o700 })
    const wanted = path.join(locked, 'project', '.throughline')
    expect(reachableByAll(wanted)).toBe(false)
    if (!runningAsRoot) return
    const state = path.join(home, 'state')
    const data = dataFolder(wanted, state)
    expect(path.dirname(data.folder)).toBe(state)
    expect(dataFolder(wanted, state).folder).toBe(data.folder)
    makeCluster(data, binaries(), 'secret', false)
    expect(fs.statSync(data.cluster).uid).toBe(65534)
  })

  test('root serves data made by an ordinary account as that account', () => {
    if (!runningAsRoot) return
    const folder = path.join(home, 'made-by-1000')
    fs.mkdirSync(path.join(folder, 'cluster'), { recursive: true })
    fs.chownSync(path.join(folder, 'cluster'), 1000, 1000)
    expect(dataFolder(folder).account).toEqual({ uid: 1000, gid: 1000 })
  })
})
