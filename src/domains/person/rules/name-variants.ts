import { nicknames } from '../parameters/nicknames.ts'

type Table = { readonly rows: readonly (readonly string[])[]; readonly rowsOf: ReadonlyMap<string, readonly number[]> }

let latest: Table | undefined

/** Are the two upper-case first names forms of one name (HARRY, HENRY; LIZ, ELIZABETH)? A name is a form of itself. */
export function areNameVariants(left: string, right: string): boolean {
  if (left === right) return true
  const rowsOf = table().rowsOf
  const rows = rowsOf.get(left)
  return rows !== undefined && (rowsOf.get(right)?.some(row => rows.includes(row)) ?? false)
}

/** The names of which this is a form, its own when the table does not hold it: what rows are kept under. */
export function baseNames(name: string): readonly string[] {
  const { rows, rowsOf } = table()
  return rowsOf.get(name)?.map(row => rows[row]![0]!) ?? [name]
}

/** The nickname table is the same for every day, so its newest entry is indexed once and again only if replaced. */
function table(): Table {
  const rows = nicknames.entries.at(-1)?.value ?? []
  if (latest?.rows !== rows) latest = { rows, rowsOf: indexed(rows) }
  return latest
}

function indexed(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const rowsOf = new Map<string, number[]>()
  rows.forEach((names, row) => {
    for (const name of new Set(names)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), row])
  })
  return rowsOf
}
