import { rescoreCaseload } from '../../domains/assessment/index.ts'
import { machine } from '../../platform/access/index.ts'
import { migrate, openDatabase } from '../../platform/store/index.ts'
import { atDatabase } from '../database-command.ts'
import { migrationFolders } from '../domains.ts'
import { servicesOn } from '../services.ts'

const help = `npm run rescore

Works out the scores of everybody again with the actuarial data in force, and keeps those that changed. Earlier scores
stay as they were. Look first at who would change band: /scores/dry-run.

  --help   this text
`

/** `npm run rescore`. Answers the exit code: 0 done, 1 refused, 2 not understood. */
export default async function rescore(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  if (args.length > 0) {
    process.stderr.write(`rescore takes no arguments.\n\n${help}`)
    return 2
  }
  return atDatabase(process.env, async ({ database }) => {
    await migrate(database, migrationFolders())
    const db = openDatabase(database)
    try {
      const { people, changed, moved } = await rescoreCaseload(servicesOn(db), {
        by: machine('rescore'),
        progress: progressAtTerminal,
      })
      process.stdout.write(`${people} people scored again, ${changed} changed, ${moved} in another band.\n`)
      return 0
    } finally {
      await db.close()
    }
  })
}

function progressAtTerminal(done: number, of: number): void {
  if (!process.stderr.isTTY) return
  const width = 30
  const filled = Math.round((done / of) * width)
  process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${of}${done === of ? '\n' : ''}`)
}
