export { type BackedUp, backUpDatabase } from './back-up-database.ts'
export { BackupProblem } from './manifest.ts'
export { restoreDatabase } from './restore-database.ts'
