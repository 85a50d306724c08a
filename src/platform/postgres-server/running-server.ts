import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { DataFolder } from './data-folder.ts'

/** What PostgreSQL wrote about itself in `postmaster.pid`. */
export type RunningServer = {
  readonly pid: number
  readonly port: number
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | 'unknown'
}

/** The server now alive on these data, if any. */
export function runningServer(data: DataFolder): RunningServer | undefined {
  const lines = readLock(data)
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0 || !isOurPostgres(pid, data.cluster)) return undefined
  const word = lines[7]?.trim()
  const status = word === 'starting' || word === 'stopping' || word === 'ready' || word === 'standby' ? word : 'unknown'
  return { pid, port: Number(lines[3]), status }
}

/** PostgreSQL itself sees through the lock of a dead server, but not when the number has passed to another process or
 *  nobody has collected the dead one: such a lock is made to name a process that does not exist. The rest of it
 *  stays, because by it PostgreSQL finds out whether children of the lost server still write to these data; deleting
 *  the file would switch that check off. Only to be called while no server is alive or being started. */
export function disownStaleLock(data: DataFolder): void {
  const lines = readLock(data)
  const lock = path.join(data.cluster, 'postmaster.pid')
  let unused = 4_000_000
  while (isAlive(unused)) unused -= 1
  if (lines.length > 1) fs.writeFileSync(lock, [String(unused), ...lines.slice(1)].join('\n'))
  else fs.rmSync(lock, { force: true })
  for (const file of fs.readdirSync(data.cluster)) {
    if (file.startsWith('.s.PGSQL.')) fs.rmSync(path.join(data.cluster, file), { force: true })
  }
}

function readLock(data: DataFolder): string[] {
  try {
    return fs.readFileSync(path.join(data.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Alive, not a zombie, and a PostgreSQL that works in this very folder. */
function isOurPostgres(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster)
    } catch (error) {
      // Not ours to look at: another account's process. Better to believe the lock than to start a second server.
      return (error as NodeJS.ErrnoException).code === 'EACCES' && processName(pid).startsWith('postgres')
    }
  }
  if (process.platform === 'win32') return true
  return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes('postgres')
}

/** Is there a process of this number that still runs? A zombie has ended and only waits to be collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processState(pid) !== 'Z'
}

/** A number that tells this process from a later one with the same pid (Linux: start time in clock ticks). */
export function processBirth(pid: number): string {
  return processFields(pid)[19] ?? ''
}

function processState(pid: number): string | undefined {
  return processFields(pid)[0]
}

function processName(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

/** The fields of /proc/PID/stat after the name, which may itself hold blanks and brackets. */
function processFields(pid: number): string[] {
  if (process.platform !== 'linux') return []
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
