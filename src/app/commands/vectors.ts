import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Parity, parityWith } from '../vector-parity.ts'
import { parityReport } from '../vector-report.ts'

const help = `npm run vectors -- [FOLDER] [--samples DIR] [--json]

Runs every golden case of FOLDER through the real rules and shows where they disagree.

  FOLDER         a folder laid out like the project's own vectors/ (the default)
  --samples DIR  where message files named by a case are looked up (default: FOLDER/../samples)
  --json         print the whole answer as one JSON object
  --help         this text

Exit code 0: every answered case agrees; 1: a case differs or a file cannot be read; 2: the command was not understood.
`

type Print = (text: string) => void

/** `npm run vectors`. Answers the exit code. */
export default async function vectors(
  args: readonly string[],
  print: Print = text => process.stdout.write(text),
  complain: Print = text => process.stderr.write(text),
): Promise<number> {
  const asked = read(args)
  if (typeof asked === 'string') {
    complain(`${asked}\n\n${help}`)
    return 2
  }
  if (asked.help) {
    print(help)
    return 0
  }
  for (const folder of [asked.folder, ...(asked.samplesGiven ? [asked.samples] : [])]) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      complain(`${folder} is not a folder. Name a folder laid out like vectors/.\n`)
      return 2
    }
  }
  const parity = await parityWith(asked.folder, asked.samples)
  if (parity.of === 0 && parity.notAnswered.length === 0 && parity.unreadable.length === 0) {
    complain(
      `${asked.folder} holds no vectors. Name a folder laid out like vectors/, such as vectors/risk/lds.jsonl.\n`,
    )
    return 2
  }
  print(asked.json ? `${JSON.stringify(parity, null, 1)}\n` : parityReport(parity))
  return agreesThroughout(parity) ? 0 : 1
}

function agreesThroughout(parity: Parity): boolean {
  return parity.agree === parity.of && parity.unreadable.length === 0
}

type Asked = {
  readonly folder: string
  readonly samples: string
  readonly samplesGiven: boolean
  readonly json: boolean
  readonly help: boolean
}

function read(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { samples: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    if (positionals.length > 1) return `One folder at a time, not ${positionals.length}.`
    // npm changes to the project's folder; paths are meant from where the command was given.
    const from = process.env.INIT_CWD ?? process.cwd()
    const folder = positionals[0] === undefined ? resolve('vectors') : resolve(from, positionals[0])
    const samples = values.samples === undefined ? join(folder, '..', 'samples') : resolve(from, values.samples)
    const samplesGiven = values.samples !== undefined
    return { folder, samples, samplesGiven, json: values.json ?? false, help: values.help ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
