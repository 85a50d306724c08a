import { backUpDatabase } from '../../platform/backup/index.ts'
import { databaseCommand } from '../database-command.ts'

const help = `npm run backup -- FOLDER

Writes the whole database, as it is at one moment, into the new folder FOLDER. Throughline may go on running.
The folder holds people's data in plain text: keep it where the database itself would be allowed to lie.

  --help   this text
`

/** `npm run backup`. Answers the exit code. */
export default function backup(args: readonly string[]): Promise<number> {
  return databaseCommand(args, help, async ({ ownerUrl }, folder) => {
    const made = await backUpDatabase(ownerUrl, folder, new Date().toISOString())
    return `${made.rows} rows of ${made.tables} tables are in ${folder}`
  })
}
