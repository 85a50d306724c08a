import { createHash, type KeyObject } from 'node:crypto'
import type { Tx } from '../store/index.ts'
import { type Anchor, anchorHash, openAnchor, type SignedAnchor } from './anchor.ts'
import { auditStreams } from './append.ts'
import { type AnchorRow, signedAnchorOf } from './write-anchor.ts'

/** Something that is not as it was written. `stream` and `n` say where; an anchor's finding has its number in `n`. */
export type Finding = {
  readonly kind:
    | 'entry-missing'
    | 'entry-changed'
    | 'link-broken'
    | 'column-differs'
    | 'head-differs'
    | 'stream-unknown'
    | 'anchored-entry-differs'
    | 'anchor-forged'
    | 'anchor-missing'
    | 'anchors-differ'
  readonly stream: number | null
  readonly n: number
  readonly text: string
}

export type Verdict = {
  readonly entries: number
  readonly anchors: number
  readonly findings: readonly Finding[]
}

export type VerifyOptions = {
  /** The key anchors are signed with now, and those of former secrets of the deployment. */
  readonly keys: readonly KeyObject[]
  /** What the file outside the database holds; null when it is not at hand. */
  readonly published: readonly SignedAnchor[] | null
  readonly onProgress?: (checked: number, all: number) => void
}

const pageSize = 5000

type EntryRow = {
  readonly stream: number
  readonly n: number
  readonly at: string
  readonly actor: string
  readonly operation: string
  readonly what: string
  readonly people: readonly string[]
  readonly body: string
  readonly prev: Buffer
  readonly hash: Buffer
}

/** Walks every stream from its first entry to its head, recomputes every hash, compares the searchable columns with
 *  the hashed text, and holds the result against the signed anchors. One snapshot of the database, constant memory.
 *  What it cannot see: entries newer than the last anchor cut off together with their head. */
export async function verifyAudit(tx: Tx, options: VerifyOptions): Promise<Verdict> {
  const findings: Finding[] = []
  const { anchors, expected } = await readAnchors(tx, options, findings)
  const heads = new Map(
    (await tx.rows<{ stream: number; n: number; hash: Buffer }>('SELECT stream, n, hash FROM platform.audit_head')).map(
      head => [head.stream, head],
    ),
  )
  const all = [...heads.values()].reduce((sum, head) => sum + head.n, 0)
  const streams = new Set(heads.keys())
  let checked = 0
  let at = { stream: -1, n: 0 }
  let tail = newTail(-1)
  const close = () => closeStream(tail, heads.get(tail.stream), expected.get(tail.stream), findings)
  for (;;) {
    const rows = await tx.rows<EntryRow>(
      `SELECT stream, n, at, actor, operation, what, people, body, prev, hash FROM platform.audit_entry
       WHERE (stream, n) > ($1, $2) ORDER BY stream, n LIMIT ${pageSize}`,
      [at.stream, at.n],
    )
    for (const row of rows) {
      if (row.stream !== tail.stream) {
        close()
        heads.delete(tail.stream)
        tail = newTail(row.stream)
      }
      checkEntry(row, tail, expected.get(row.stream), findings)
    }
    checked += rows.length
    options.onProgress?.(checked, Math.max(all, checked))
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) break
    at = last
  }
  close()
  heads.delete(tail.stream)
  for (const head of heads.values()) {
    closeStream(newTail(head.stream), head, expected.get(head.stream), findings)
  }
  for (let stream = 0; stream < auditStreams; stream++) {
    if (!streams.has(stream))
      findings.push({ kind: 'head-differs', stream, n: 0, text: `Stream ${stream} has no head` })
  }
  return { entries: checked, anchors, findings }
}

type Tail = { readonly stream: number; n: number; hash: Buffer }
const newTail = (stream: number): Tail => ({ stream, n: 0, hash: Buffer.alloc(0) })

function checkEntry(
  row: EntryRow,
  tail: Tail,
  anchored: ReadonlyMap<number, string> | undefined,
  findings: Finding[],
): void {
  const { stream, n } = row
  const find = (kind: Finding['kind'], text: string) => findings.push({ kind, stream, n, text })
  if (n !== tail.n + 1) find('entry-missing', `Entries ${tail.n + 1} to ${n - 1} of stream ${stream} are gone`)
  if (!row.prev.equals(tail.hash)) find('link-broken', `Entry ${n} of stream ${stream} does not follow the one before`)
  const hash = createHash('sha256').update(row.prev).update(row.body).digest()
  if (!hash.equals(row.hash)) find('entry-changed', `Entry ${n} of stream ${stream} was changed`)
  const column = differingColumn(row)
  if (column) find('column-differs', `Entry ${n} of stream ${stream}: ${column} is not what was written`)
  const expected = anchored?.get(n)
  if (expected !== undefined && expected !== row.hash.toString('hex')) {
    find('anchored-entry-differs', `Entry ${n} of stream ${stream} is not the one that was anchored`)
  }
  tail.n = n
  tail.hash = row.hash
}

/** The columns repeat parts of the hashed text for searching; a search must not be led astray. */
function differingColumn(row: EntryRow): string | null {
  const body = objectOf(row.body)
  if (!body) return 'the text'
  if (body.stream !== row.stream) return 'the stream'
  if (body.actor !== row.actor) return 'the actor'
  if (body.operation !== row.operation) return 'the operation'
  if (body.what !== row.what) return 'what was done'
  if (typeof body.at !== 'string' || Date.parse(body.at) !== Date.parse(row.at)) return 'the time'
  if (JSON.stringify(body.people ?? null).toLowerCase() !== JSON.stringify(row.people)) return 'the list of people'
  return null
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function closeStream(
  tail: Tail,
  head: { readonly n: number; readonly hash: Buffer } | undefined,
  anchored: ReadonlyMap<number, string> | undefined,
  findings: Finding[],
): void {
  const { stream } = tail
  if (stream < 0) return
  if (stream >= auditStreams) {
    findings.push({ kind: 'stream-unknown', stream, n: tail.n, text: `There is no stream ${stream}` })
  }
  if (!head || head.n !== tail.n || !head.hash.equals(tail.hash)) {
    const text = `Stream ${stream} ends at entry ${tail.n}, its head says ${head?.n ?? 'nothing'}`
    findings.push({ kind: 'head-differs', stream, n: tail.n, text })
  }
  for (const n of anchored?.keys() ?? []) {
    if (n > tail.n) {
      const text = `Entry ${n} of stream ${stream} was anchored and is gone`
      findings.push({ kind: 'entry-missing', stream, n, text })
    }
  }
}

/** Opens every anchor, of the table and of the file, and gathers the entry hashes they vouch for by stream and n. */
async function readAnchors(tx: Tx, options: VerifyOptions, findings: Finding[]) {
  const rows = await tx.rows<AnchorRow>('SELECT n, body, signature FROM platform.audit_anchor ORDER BY n')
  const stored = rows.map(signedAnchorOf)
  const published = options.published ?? []
  const expected = new Map<number, Map<number, string>>()
  const find = (kind: Finding['kind'], n: number, text: string) => findings.push({ kind, stream: null, n, text })
  let previous = ''
  for (let at = 0; at < Math.max(stored.length, published.length); at++) {
    const inTable = stored[at]
    const inFile = published[at]
    const n = at + 1
    if (!inTable) find('anchor-missing', n, `Anchor ${n} was published and is gone from the database`)
    else if (rows[at]!.n !== n) find('anchor-missing', n, `Anchor ${n} is gone from the database`)
    const same = inTable !== undefined && inFile !== undefined && anchorHash(inTable) === anchorHash(inFile)
    if (inTable && inFile && !same) {
      find('anchors-differ', n, `Anchor ${n} is not the same in the database and in the file`)
    }
    const opened = inFile && openWithAny(inFile, options.keys)
    const alsoOpened = inTable && (same ? opened : openWithAny(inTable, options.keys))
    if (opened === null) find('anchor-forged', n, `Anchor ${n} of the file is not signed by this deployment`)
    if (alsoOpened === null) find('anchor-forged', n, `Anchor ${n} of the database is not signed by this deployment`)
    if (opened) vouch(opened, expected)
    if (alsoOpened) vouch(alsoOpened, expected)
    const chained = inFile ?? inTable!
    const anchor = inFile ? opened : alsoOpened
    if (anchor && (anchor.n !== n || anchor.previous !== previous)) {
      find('anchor-missing', n, `Anchor ${n} does not follow the one before`)
    }
    previous = anchorHash(chained)
  }
  return { anchors: Math.max(stored.length, published.length), expected }
}

function openWithAny(signed: SignedAnchor, keys: readonly KeyObject[]): Anchor | null {
  for (const key of keys) {
    const opened = openAnchor(signed, key)
    if (opened) return opened
  }
  return null
}

function vouch(anchor: Anchor, expected: Map<number, Map<number, string>>): void {
  for (const head of anchor.heads) {
    if (head.n === 0) continue
    const stream = expected.get(head.stream) ?? new Map<number, string>()
    stream.set(head.n, head.hash)
    expected.set(head.stream, stream)
  }
}
