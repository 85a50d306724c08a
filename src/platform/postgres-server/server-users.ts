import fs from 'node:fs'
import path from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { isAlive, processBirth } from './running-server.ts'

/** Notes that this process uses the server, so that whoever leaves last stops it. Returns how to take the note back. */
export function noteUse(data: DataFolder): () => void {
  const folder = usersFolder(data)
  fs.mkdirSync(folder, { recursive: true })
  let n = 0
  while (fs.existsSync(path.join(folder, `${process.pid}-${n}`))) n += 1
  const note = path.join(folder, `${process.pid}-${n}`)
  fs.writeFileSync(note, processBirth(process.pid))
  return () => fs.rmSync(note, { force: true })
}

/** The living processes that use the server; notes of dead ones are taken away. */
export function usersOf(data: DataFolder): number[] {
  const folder = usersFolder(data)
  if (!fs.existsSync(folder)) return []
  const living: number[] = []
  for (const file of fs.readdirSync(folder)) {
    const pid = Number(file.split('-')[0])
    const note = path.join(folder, file)
    let birth: string
    try {
      birth = fs.readFileSync(note, 'utf8')
    } catch {
      continue
    }
    if (isAlive(pid) && (birth === '' || birth === processBirth(pid))) living.push(pid)
    else fs.rmSync(note, { force: true })
  }
  return living
}

/** One start or stop at a time on the same data. A lock whose holder died is broken. */
export async function oneAtATime<Answer>(data: DataFolder, act: () => Promise<Answer>): Promise<Answer> {
  const lock = path.join(data.folder, 'start.lock')
  for (;;) {
    try {
      fs.writeFileSync(lock, `${process.pid} ${processBirth(process.pid)}`, { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (holderIsGone(lock)) fs.rmSync(lock, { force: true })
      else await new Promise(resolve => setTimeout(resolve, 25))
    }
  }
  try {
    return await act()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

function holderIsGone(lock: string): boolean {
  try {
    const [pid, birth = ''] = fs.readFileSync(lock, 'utf8').split(' ')
    // An empty lock is one being written, or one cut off by a full disk: old ones count as abandoned.
    if (!pid) return Date.now() - fs.statSync(lock).mtimeMs > 5000
    return !isAlive(Number(pid)) || (birth !== '' && birth !== processBirth(Number(pid)))
  } catch {
    return false
  }
}

function usersFolder(data: DataFolder): string {
  return path.join(data.folder, 'users')
}
