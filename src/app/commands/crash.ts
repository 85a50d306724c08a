import path from 'node:path'
import { PostgresUnavailable } from '../../platform/postgres-server/index.ts'
import { projectRoot } from '../../platform/reference/index.ts'
import { type CrashResult, isClean, runCrash } from '../crash/run-crash.ts'

const help = `npm run crash -- [N]

Kills the application or its PostgreSQL with -9 at N random moments (10) while court messages are sent and notes and
outcomes saved, brings both back each time, and proves that every write that was acknowledged is there, none is half
there, and the audit chain verifies. On a database of its own, under .throughline/crash.

  --help   this text

Exit code 0: proved; 1: not, or the run could not be made; 2: the command was not understood.
`

/** `npm run crash`. Answers the exit code. */
export default async function crash(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  const kills = Number(args[0] ?? 10)
  if (args.length > 1 || !Number.isInteger(kills) || kills < 1 || kills > 10_000) {
    process.stderr.write(`Say how many kills: a whole number from 1 to 10000.\n\n${help}`)
    return 2
  }
  const folder = path.join(projectRoot(), '.throughline', 'crash')
  try {
    const result = await runCrash(kills, folder, line => process.stderr.write(`${line}\n`))
    process.stdout.write(crashReport(result))
    return isClean(result) ? 0 : 1
  } catch (error) {
    const known = error instanceof PostgresUnavailable
    process.stderr.write(`${known || !(error instanceof Error) ? String(error) : error.stack}\n`)
    return 1
  }
}

function crashReport(result: CrashResult): string {
  const { kills } = result
  const lines = [
    `kills                ${kills.application + kills.postgres} (application ${kills.application}, PostgreSQL ${kills.postgres})`,
    `acknowledged writes  ${result.acknowledged} (and ${result.unknown} whose answer never came)`,
    `lost                 ${result.lost.length}`,
    `half there           ${result.half.length + result.orphans.length}`,
    `there twice          ${result.twice.length}`,
    `audit chain          ${result.auditEntries} entries, ${result.auditFindings === 0 ? 'verified' : `${result.auditFindings} FAULTS`}`,
  ]
  const faults = [...result.lost, ...result.half, ...result.twice, ...result.orphans, ...result.strange]
  return `${[...lines, ...faults.slice(0, 20)].join('\n')}\n`
}
