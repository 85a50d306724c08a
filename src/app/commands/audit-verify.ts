import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { anchorKey, type Finding, readAnchorFile, type Verdict, verifyAudit } from '../../platform/audit/index.ts'
import { txOn, typeParsers } from '../../platform/store/index.ts'
import { atDatabase } from '../database-command.ts'
import { anchorFile } from '../platform-parts.ts'

const help = `npm run audit:verify -- [--anchors FILE] [--json]

Walks the whole audit log, recomputes every hash, and holds the result against the signed anchors in the database and
in the file outside it. Throughline may go on running.

  --anchors FILE  the published anchors (default: audit-anchors.jsonl in the data folder)
  --json          print the verdict as one JSON object
  --help          this text

Anchors signed under a secret the deployment had before need it in THROUGHLINE_FORMER_SECRETS, joined by commas.

Exit code 0: the log is as it was written; 1: it is not, or cannot be read; 2: the command was not understood.
`

type Print = (text: string) => void

/** `npm run audit:verify`. Answers the exit code. */
export default async function auditVerify(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  print: Print = text => process.stdout.write(text),
  complain: Print = text => process.stderr.write(text),
): Promise<number> {
  let asked: { readonly anchors?: string; readonly json?: boolean; readonly help?: boolean }
  try {
    const options = { anchors: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const
    asked = parseArgs({ args: [...args], options }).values
  } catch (error) {
    complain(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (asked.help) {
    print(help)
    return 0
  }
  return atDatabase(env, async ({ settings, database }) => {
    const file = asked.anchors ? path.resolve(env.INIT_CWD ?? process.cwd(), asked.anchors) : anchorFile(settings)
    const published = await readAnchorFile(file)
    const client = new pg.Client({ connectionString: database.ownerUrl, types: typeParsers })
    await client.connect()
    try {
      // One snapshot, however long the walk takes and whatever is written meanwhile.
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const verdict = await verifyAudit(txOn(client, false), {
        keys: [database.secret, ...formerSecrets(env)].map(anchorKey),
        published,
        ...(process.stderr.isTTY ? { onProgress: progressBar } : {}),
      })
      print(asked.json ? `${JSON.stringify(verdict, null, 1)}\n` : verdictText(verdict, published.length))
      return verdict.findings.length === 0 ? 0 : 1
    } finally {
      await client.end()
    }
  })
}

function formerSecrets(env: NodeJS.ProcessEnv): readonly string[] {
  return (env.THROUGHLINE_FORMER_SECRETS ?? '').split(/[\s,]+/).filter(secret => secret !== '')
}

const longestList = 50

function verdictText({ entries, anchors, findings }: Verdict, published: number): string {
  const size = `${count(entries, 'entry', 'entries')}, ${count(anchors, 'anchor', 'anchors')}`
  if (findings.length === 0) {
    const outside = published === 0 ? ' No anchor is published yet: a missing tail could not be seen.' : ''
    return `The audit log is as it was written: ${size}.${outside}\n`
  }
  const lines = findings.slice(0, longestList).map((finding: Finding) => `  ${finding.text}\n`)
  const more = findings.length > longestList ? `  and ${findings.length - longestList} more\n` : ''
  return `The audit log is not as it was written: ${count(findings.length, 'finding', 'findings')} in ${size}.\n${lines.join('')}${more}`
}

function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

function progressBar(checked: number, all: number): void {
  const width = 40
  const done = all === 0 ? width : Math.round((checked / all) * width)
  const end = checked >= all ? '\n' : ''
  process.stderr.write(`\r[${'='.repeat(done)}${' '.repeat(width - done)}] ${checked.toLocaleString('en-GB')}${end}`)
}
