import { restoreDatabase } from '../../platform/backup/index.ts'
import { databaseCommand } from '../database-command.ts'
import { migrationFolders } from '../domains.ts'

const help = `npm run restore -- FOLDER

Puts the backup in FOLDER into an empty database: all of it or nothing. Stop Throughline first, and name a new data
folder with THROUGHLINE_DATA (or an empty database with DATABASE_URL): a database in use is never written over.

  --help   this text
`

/** `npm run restore`. Answers the exit code. */
export default function restore(args: readonly string[]): Promise<number> {
  return databaseCommand(args, help, async (database, folder) => {
    const restored = await restoreDatabase(database, migrationFolders(), folder)
    return `${restored.rows} rows of ${restored.tables} tables were restored from ${folder}`
  })
}
