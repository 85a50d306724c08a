import type { KeyObject } from 'node:crypto'
import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import type { Tx } from '../store/index.ts'
import { anchorHash, type Head, type SignedAnchor, signAnchor } from './anchor.ts'

/** Signs the heads of all streams as they stand and adds the anchor to its table. Null, and nothing written, when no
 *  entry was added since the last. Call as the worker; of two at once the later fails and tries again. */
export async function writeAnchor(tx: Tx, key: KeyObject, now: string): Promise<SignedAnchor | null> {
  const rows = await tx.rows<{ stream: number; n: number; hash: Buffer }>(
    'SELECT stream, n, hash FROM platform.audit_head ORDER BY stream',
  )
  const heads: readonly Head[] = rows.map(({ stream, n, hash }) => ({ stream, n, hash: hash.toString('hex') }))
  const [last] = await tx.rows<AnchorRow>(
    'SELECT n, body, signature FROM platform.audit_anchor ORDER BY n DESC LIMIT 1',
  )
  if (last && sameHeads(last.body, heads)) return null
  const anchor = signAnchor(
    { n: (last?.n ?? 0) + 1, at: now, previous: last ? anchorHash(signedAnchorOf(last)) : '', heads },
    key,
  )
  await tx.run('INSERT INTO platform.audit_anchor (n, at, body, signature) VALUES ($1, $2, $3, $4)', [
    (last?.n ?? 0) + 1,
    now,
    anchor.body,
    Buffer.from(anchor.signature, 'base64url'),
  ])
  return anchor
}

export type AnchorRow = { readonly n: number; readonly body: string; readonly signature: Buffer }

export function signedAnchorOf(row: AnchorRow): SignedAnchor {
  return { body: row.body, signature: row.signature.toString('base64url') }
}

function sameHeads(body: string, heads: readonly Head[]): boolean {
  const { heads: before } = JSON.parse(body) as { heads: [number, number, string][] }
  return before.length === heads.length && heads.every((head, at) => before[at]![2] === head.hash)
}

/** The published anchors, oldest first: one JSON object a line. A last line cut short by a crash is left out. */
export async function readAnchorFile(file: string): Promise<readonly SignedAnchor[]> {
  const lines = (await textOf(file)).split('\n')
  return lines.slice(0, -1).map(line => {
    try {
      return JSON.parse(line) as SignedAnchor
    } catch {
      return { body: line, signature: '' }
    }
  })
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/** A write that a crash cut short leaves half a line; the anchor is written again in full. */
async function dropHalfLine(file: string): Promise<void> {
  const text = await textOf(file)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole))
}

/** Brings the file outside the database up to the anchors committed so far. Answers how many lines it added. */
export async function publishAnchors(tx: Tx, file: string): Promise<number> {
  const published = await readAnchorFile(file)
  const rows = await tx.rows<AnchorRow>(
    'SELECT n, body, signature FROM platform.audit_anchor WHERE n > $1 ORDER BY n',
    [published.length],
  )
  if (rows.length === 0) return 0
  await mkdir(path.dirname(file), { recursive: true })
  await dropHalfLine(file)
  const lines = rows.map(row => `${JSON.stringify(signedAnchorOf(row))}\n`).join('')
  await appendFile(file, lines, { flush: true, mode: 0o600 })
  return rows.length
}
