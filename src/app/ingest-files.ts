import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Fate, type FateKind, otherRecord, otherRecordWords, takeInMessage } from '../domains/court/index.ts'
import { machine } from '../platform/access/index.ts'
import type { Services } from '../platform/context/index.ts'
import { newId } from '../platform/store/index.ts'

/** What was done with one file: of its parts the weightiest, `why` for what was not stored. */
export type FileDone = {
  readonly file: string
  readonly done: FateKind
  readonly why?: string
  readonly field?: string
  readonly messageId?: string
  readonly parts: readonly Pick<Fate, 'fate' | 'reason' | 'part' | 'courtCode' | 'hearingDate' | 'field'>[]
}

export type Ingested = { readonly files: readonly FileDone[]; readonly totals: Readonly<Record<FateKind, number>> }

const weight: readonly FateKind[] = ['failed', 'refused', 'stored', 'updated', 'unchanged', 'ignored']
const largestFile = 32 * 1024 * 1024

/** Every file to take in: the file itself, or all below the folder by name. Throws when the path does not exist. */
export function filesIn(target: string): readonly string[] {
  if (!statSync(target).isDirectory()) return [target]
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Takes court messages in from files, one after another in the order given, so that what is named later wins where the
 *  messages do not say which is newer. Files that hold no court message are named and left. */
export async function ingestFiles(
  services: Services,
  files: readonly string[],
  base: string,
  progress: (done: number) => void = () => undefined,
  onDefect: (error: unknown) => void = () => undefined,
): Promise<Ingested> {
  const done: FileDone[] = []
  for (const file of files) {
    done.push(await ingestFile(services, file, path.relative(base, file) || path.basename(file), onDefect))
    progress(done.length)
  }
  const totals = Object.fromEntries(weight.map(kind => [kind, done.filter(one => one.done === kind).length]))
  return { files: done, totals: totals as Record<FateKind, number> }
}

async function ingestFile(
  services: Services,
  file: string,
  name: string,
  onDefect: (error: unknown) => void,
): Promise<FileDone> {
  if (!/\.(json|xml)$/i.test(file)) return { file: name, done: 'ignored', why: 'not a JSON or XML file', parts: [] }
  if (statSync(file).size > largestFile) {
    return { file: name, done: 'refused', why: `larger than ${largestFile / 1024 / 1024} MB`, parts: [] }
  }
  const body = readFileSync(file)
  const other = otherRecord(body.toString('utf8'))
  if (other) return { file: name, done: 'ignored', why: otherRecordWords[other], parts: [] }
  const { messageId, fates } = await takeInMessage(services, {
    channel: 'file',
    body,
    fileName: name,
    receivedBy: machine('ingest', ['court:write']),
    requestId: newId(),
    onDefect,
  })
  const done = weight.find(kind => fates.some(fate => fate.fate === kind)) ?? 'ignored'
  const telling = fates.find(fate => fate.fate === done)
  const why = telling?.problem ? `${telling.field} ${telling.problem}. ${telling.fix}` : telling?.reason
  return {
    file: name,
    done,
    ...(why ? { why } : {}),
    ...(telling?.field ? { field: telling.field } : {}),
    messageId,
    parts: fates.map(({ fate, reason, part, courtCode, hearingDate, field }) => {
      const shown = { fate, reason, part, courtCode, hearingDate, field }
      return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)) as typeof shown
    }),
  }
}
