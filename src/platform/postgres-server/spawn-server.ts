import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { type DataFolder, lastLine, serverEnvironment } from './data-folder.ts'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import { disownStaleLock, type RunningServer, runningServer } from './running-server.ts'

export type ServerSettings = Readonly<Record<string, string | number>>

/** A socket's path may be 107 bytes long; PostgreSQL refuses to start with a longer one. */
const longestSocketPath = 107

/** Ten megabytes of log are kept, and as much again from before. */
const longestLog = 10 * 1024 * 1024

/** Messages about a failed statement would carry the values in it, which are people's data. */
const quietLog: ServerSettings = {
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_line_prefix: '%m [%p] ',
}

/** Starts PostgreSQL as a direct child (so that a dead one is collected at once and never holds its lock as a zombie),
 *  in its own session (so that Ctrl-C reaches us first), and waits until it takes connections. */
export async function spawnServer(
  data: DataFolder,
  bin: Binaries,
  settings: ServerSettings,
  wantedPort: number | undefined,
  onLost: () => void,
): Promise<RunningServer> {
  const patience = Date.now() + 120_000
  let port = wantedPort !== undefined && (await isFree(wantedPort)) ? wantedPort : await freePort()
  for (let attempt = 1; ; attempt += 1) {
    disownStaleLock(data)
    const said = await attemptStart(data, bin, settings, port, onLost)
    if (typeof said !== 'string') return said
    const portTaken = /could not create any TCP\/IP sockets|Address already in use/.test(said)
    // Children of a killed server finish within moments; until then PostgreSQL rightly refuses.
    const childrenRemain = said.includes('pre-existing shared memory block')
    const fault = /No space left on device/.test(said)
      ? `the disk that holds ${data.folder} is full: make room and start again`
      : `${lastLine(said)} (see ${data.logFile})`
    if ((!portTaken && !childrenRemain) || attempt > 200 || Date.now() > patience) {
      throw new PostgresUnavailable(`PostgreSQL did not start: ${fault}`)
    }
    if (portTaken) port = await freePort()
    if (childrenRemain) await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** One attempt: the server, or what it wrote before it gave up. */
async function attemptStart(
  data: DataFolder,
  bin: Binaries,
  settings: ServerSettings,
  port: number,
  onLost: () => void,
): Promise<RunningServer | string> {
  const log = openLog(data.logFile)
  const from = fs.fstatSync(log).size
  const options: ServerSettings = {
    ...quietLog,
    timezone: 'UTC',
    jit: 'off',
    ...settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFits(data.cluster, port) ? data.cluster : '',
  }
  const server = spawn(
    path.join(bin.folder, 'bin', 'postgres'),
    [
      '-D',
      data.cluster,
      '-p',
      String(port),
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...data.account,
      cwd: path.parse(data.folder).root,
      env: serverEnvironment(),
      // The log is a file rather than a pipe: it goes on being written when we are killed and the server outlives us.
      stdio: ['ignore', log, log],
      detached: process.platform !== 'win32',
    },
  )
  fs.closeSync(log)
  let ended = false
  let ready = false
  const failure = new Promise<string>(resolve => {
    server.once('error', error => {
      ended = true
      resolve(`FATAL: ${error.message}`)
    })
    server.once('exit', code => {
      ended = true
      // Code 0 is a stop somebody asked for.
      if (ready && code !== 0) onLost()
      resolve(ready ? '' : fs.readFileSync(data.logFile).subarray(from).toString('utf8'))
    })
  })
  while (!ended) {
    const running = runningServer(data)
    if (running && running.pid === server.pid && running.status === 'ready') {
      ready = true
      server.unref()
      return running
    }
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  return failure
}

function openLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > longestLog) fs.renameSync(file, `${file}.1`)
  return fs.openSync(file, 'a', 0o600)
}

function socketFits(folder: string, port: number): boolean {
  return Buffer.byteLength(path.join(folder, `.s.PGSQL.${port}`)) <= longestSocketPath
}

function freePort(): Promise<number> {
  return listenOnce(0)
}

async function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  )
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const taken = (probe.address() as net.AddressInfo).port
      probe.close(() => resolve(taken))
    })
  })
}
