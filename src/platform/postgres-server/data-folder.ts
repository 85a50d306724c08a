import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { explainFileError, PostgresUnavailable } from './postgres-unavailable.ts'
import { accountFor, reachableByAll, runningAsRoot, type SystemAccount } from './system-account.ts'

export const owner = 'throughline_owner'

/** `cluster` is PostgreSQL's own folder; beside it lie the owner's password, the log and who uses the server. */
export type DataFolder = {
  readonly folder: string
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  readonly account: SystemAccount
}

/** Where the data are really kept. Root with a private home keeps them in the system's state folder, because the
 *  unprivileged account that PostgreSQL needs cannot reach into the home; a temporary folder would lose them. */
export function dataFolder(wanted: string, stateFolder = '/var/lib/throughline'): DataFolder {
  const asked = path.resolve(wanted)
  const folder =
    !runningAsRoot || reachableByAll(asked)
      ? asked
      : path.join(stateFolder, createHash('sha256').update(asked).digest('hex').slice(0, 12))
  const cluster = path.join(folder, 'cluster')
  try {
    makeFolder(folder)
    fs.accessSync(folder, fs.constants.W_OK)
    const existing = fs.statSync(cluster, { throwIfNoEntry: false })
    if (existing && !runningAsRoot && process.getuid && existing.uid !== process.getuid()) {
      throw new PostgresUnavailable(
        `The data in ${folder} belong to another account (uid ${existing.uid}): start as that account, or name another folder with THROUGHLINE_DATA.`,
      )
    }
    return {
      folder,
      cluster,
      passwordFile: path.join(folder, 'owner-password'),
      logFile: path.join(folder, 'postgres.log'),
      account: accountFor(existing),
    }
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

/** Makes the folder passable for the server's account, whatever the umask says; every secret in it is 0600 by itself. */
function makeFolder(folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true }) ?? folder
  if (!runningAsRoot) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    const { mode, uid } = fs.statSync(made)
    if (uid === 0 && (mode & 0o001) === 0) fs.chmodSync(made, (mode & 0o777) | 0o011)
  }
}

/** The owner's password, made on the first start and readable by the account that starts the server only. */
export function ownerPassword(data: DataFolder): string {
  try {
    const draft = `${data.passwordFile}.${process.pid}.draft`
    if (!fs.existsSync(data.passwordFile)) {
      if (fs.existsSync(data.cluster)) {
        throw new PostgresUnavailable(
          `The owner's password is missing (${data.passwordFile}): put that file back from your backup.`,
        )
      }
      fs.writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
      fs.renameSync(draft, data.passwordFile)
    }
    return fs.readFileSync(data.passwordFile, 'utf8').trim()
  } catch (error) {
    throw explainFileError(error, data.folder)
  }
}

/** Makes the cluster on the first start. It is built beside its place and moved there whole, so that a first start
 *  that was cut off leaves nothing that looks like data. */
export function makeCluster(data: DataFolder, bin: Binaries, password: string, durable: boolean): void {
  if (fs.existsSync(data.cluster)) {
    checkVersion(data, bin)
    return
  }
  const drafts = path.join(data.folder, 'cluster.draft')
  const passwordFile = path.join(drafts, 'password')
  try {
    fs.rmSync(drafts, { recursive: true, force: true })
    fs.mkdirSync(drafts, { mode: 0o700 })
    fs.writeFileSync(passwordFile, password, { mode: 0o600 })
    giveTo(data.account, drafts, passwordFile)
    const made = spawnSync(
      path.join(bin.folder, 'bin', 'initdb'),
      [
        ...['-D', path.join(drafts, 'cluster'), '-U', owner, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...['-E', 'UTF8', '--locale=C', '--data-checksums', ...(durable ? [] : ['--no-sync'])],
        ...(Number(bin.majorVersion) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      ],
      { ...data.account, cwd: path.parse(data.folder).root, env: serverEnvironment(), encoding: 'utf8' },
    )
    if (made.error) throw made.error
    if (made.status !== 0) {
      const said = `${made.stdout}${made.stderr}`
      if (said.includes('No space left on device')) throw Object.assign(new Error(said), { code: 'ENOSPC' })
      const nameless = /effective user ID (\d+)/.exec(said)?.[1]
      if (nameless) {
        throw new PostgresUnavailable(
          `PostgreSQL cannot make its files as an account without a name (uid ${nameless}): give it a line in /etc/passwd, or set DATABASE_URL to a PostgreSQL of yours.`,
        )
      }
      throw new PostgresUnavailable(`PostgreSQL could not make its files in ${data.folder}: ${lastLine(said)}`)
    }
    fs.renameSync(path.join(drafts, 'cluster'), data.cluster)
  } catch (error) {
    throw explainFileError(error, data.folder)
  } finally {
    fs.rmSync(drafts, { recursive: true, force: true })
  }
}

function checkVersion(data: DataFolder, bin: Binaries): void {
  let version: string
  try {
    version = fs.readFileSync(path.join(data.cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (cause) {
    throw new PostgresUnavailable(
      `${data.cluster} is not a PostgreSQL data folder (PG_VERSION is missing): restore it from a backup, or name another folder with THROUGHLINE_DATA.`,
      { cause },
    )
  }
  if (version !== bin.majorVersion) {
    throw new PostgresUnavailable(
      `The data in ${data.folder} were made by PostgreSQL ${version} and this release brings ${bin.majorVersion}: back up with the release that made them and restore into a new folder with this one (docs/operate.md, Upgrade).`,
    )
  }
}

export function giveTo(account: SystemAccount, ...files: readonly string[]): void {
  if (account.uid === undefined || account.gid === undefined) return
  for (const file of files) fs.chownSync(file, account.uid, account.gid)
}

/** The server sees nothing of our environment but what it needs; Windows programs need SystemRoot. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot ? { SystemRoot } : {}) }
}

export function lastLine(text: string): string {
  const lines = text.split('\n').filter(line => line.trim())
  return (lines.findLast(line => /FATAL|ERROR|error:/.test(line)) ?? lines.at(-1) ?? 'no reason was given').trim()
}
