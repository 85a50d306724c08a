import fs from 'node:fs'
import path from 'node:path'

/** The account PostgreSQL runs under. It refuses to run as root, so root gives it an unprivileged one. */
export type SystemAccount = { readonly uid?: number; readonly gid?: number }

const nobody = 65534

export const runningAsRoot = process.getuid?.() === 0

/** Root hands the server to the owner of existing data, so that data made by an ordinary user stay that user's. */
export function accountFor(ownerOfData: fs.Stats | undefined): SystemAccount {
  if (!runningAsRoot) return {}
  if (ownerOfData && ownerOfData.uid !== 0) return { uid: ownerOfData.uid, gid: ownerOfData.gid }
  return { uid: nobody, gid: nobody }
}

/** Can any account pass through every folder above this path? A private home (0700) stops the unprivileged one. */
export function reachableByAll(wanted: string): boolean {
  for (let folder = path.dirname(path.resolve(wanted)); ; folder = path.dirname(folder)) {
    const stats = fs.statSync(folder, { throwIfNoEntry: false })
    if (stats && (stats.mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}
