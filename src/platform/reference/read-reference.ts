import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A row of a reference table: column name to text as written; an empty cell is ''. */
export type ReferenceRow = { readonly [column: string]: string }

const tables = new Map<string, readonly ReferenceRow[]>()
const lists = new Map<string, readonly string[]>()
let root: string | undefined

/** The folder that holds this project: `THROUGHLINE_ROOT`, else the nearest folder at or above the working folder
 *  with a package.json named throughline. A path beside the module would not survive bundling into one file.
 *  Throws Error when there is none. */
export function projectRoot(): string {
  root ??= process.env.THROUGHLINE_ROOT || rootAbove(process.cwd())
  return root
}

/** A CSV of `src/domains/<domain>/reference`, with its heading row as keys; read once. Throws when it is missing. */
export function readReference(domain: string, file: string): readonly ReferenceRow[] {
  const path = `${domain}/${file}`
  let rows = tables.get(path)
  if (!rows) {
    rows = parse(contentOf(domain, file), { columns: true, skip_empty_lines: true, bom: true }) as ReferenceRow[]
    tables.set(path, rows)
  }
  return rows
}

/** A text list of `src/domains/<domain>/reference`, one entry a line; read once. Throws when it is missing. */
export function readReferenceLines(domain: string, file: string): readonly string[] {
  const path = `${domain}/${file}`
  let lines = lists.get(path)
  if (!lines) {
    lines = contentOf(domain, file)
      .split(/\r?\n/)
      .filter(line => line !== '')
    lists.set(path, lines)
  }
  return lines
}

function contentOf(domain: string, file: string): string {
  return readFileSync(join(projectRoot(), 'src/domains', domain, 'reference', file), 'utf8')
}

function rootAbove(folder: string): string {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'throughline') return folder
  const parent = dirname(folder)
  if (parent === folder) {
    throw new Error('Cannot find the project folder: start inside it or set THROUGHLINE_ROOT to it')
  }
  return rootAbove(parent)
}
