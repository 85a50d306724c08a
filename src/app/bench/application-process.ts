import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../platform/reference/index.ts'

/** The application as `npm start` runs it, in a process of its own. */
export type ApplicationProcess = {
  readonly url: string
  readonly pid: number
  /** Fulfilled when the process has gone, however it went. */
  readonly gone: Promise<void>
  kill(signal: NodeJS.Signals): void
  /** What it wrote to the terminal so far, for the one who has to find out why it does not answer. */
  said(): string
}

/** Bundles the application once; answers the file to run. */
export async function builtApplication(): Promise<string> {
  const root = projectRoot()
  mkdirSync(path.join(root, 'dist/assets'), { recursive: true })
  const { bundle } = (await import(pathToFileURL(path.join(root, 'scripts/bundle.mjs')).href)) as {
    bundle: (entry: string, out: string) => Promise<string>
  }
  const file = 'dist/commands/application.mjs'
  await bundle('src/app/main.ts', file)
  return path.join(root, file)
}

/** Starts the application on a database and waits until it answers. Throws with what it said when it does not. */
export async function startApplicationProcess(
  file: string,
  to: {
    readonly databaseUrl: string
    readonly secret: string
    readonly dataFolder: string
    readonly port?: number
    readonly environment?: Readonly<Record<string, string>>
  },
): Promise<ApplicationProcess> {
  const port = to.port ?? (await freePort())
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: projectRoot(),
    env: {
      ...process.env,
      THROUGHLINE_ROOT: projectRoot(),
      THROUGHLINE_DATA: to.dataFolder,
      DATABASE_URL: to.databaseUrl,
      THROUGHLINE_SECRET: to.secret,
      THROUGHLINE_REQUESTS_PER_MINUTE: '0',
      PORT: String(port),
      HOST: '127.0.0.1',
      ...to.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (piece: Buffer) => {
    output = (output + piece.toString('utf8')).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const started: ApplicationProcess = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    gone: new Promise(resolve => child.once('exit', () => resolve())),
    kill: signal => void child.kill(signal),
    said: () => output,
  }
  await answering(started, child)
  return started
}

async function answering(started: ApplicationProcess, child: ChildProcess): Promise<void> {
  const patience = Date.now() + 60_000
  while (Date.now() < patience) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const there = await fetch(`${started.url}/sign-in`).then(
      answer => answer.ok,
      () => false,
    )
    if (there) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The application did not come up:\n${started.said()}`)
}

/** Resident memory of a process in bytes, now and at its highest; null where the system does not say (not Linux). */
export function memoryOf(pid: number): { readonly now: number; readonly highest: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
    return { now: kilobytes('VmRSS') * 1024, highest: kilobytes('VmHWM') * 1024 }
  } catch {
    return null
  }
}

/** Processor time a process has taken so far, in milliseconds; null where the system does not say (not Linux). */
export function processorTimeOf(pid: number): number | null {
  try {
    // The name, which may hold anything, ends with the last bracket; times are in hundredths of a second.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return null
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
