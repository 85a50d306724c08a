import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyValue = string | number | boolean | null | readonly string[]

/** Puts many rows into a table by COPY, on a client of the owner (COPY into a table under row security is refused to
 *  every other role). Values stand in the order of `columns`; lists become SQL arrays. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  if (rows.length === 0) return
  await pipeline(
    Readable.from(linesInChunks(rows)),
    client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)),
  )
}

const rowsInChunk = 500

function* linesInChunks(rows: readonly (readonly CopyValue[])[]): Generator<string> {
  for (let from = 0; from < rows.length; from += rowsInChunk) {
    yield rows
      .slice(from, from + rowsInChunk)
      .map(row => `${row.map(copyText).join('\t')}\n`)
      .join('')
  }
}

/** A value in the text form of COPY. */
export function copyText(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (Array.isArray(value)) return escaped(`{${value.map(quoted).join(',')}}`)
  return String(value)
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, found => escapes[found] ?? found)
}
