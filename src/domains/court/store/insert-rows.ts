import type { Tx } from '../../../platform/store/index.ts'

/** Inserts many rows of one table in one statement. Each row names the same columns; a column left out of all rows
 *  takes its default. Values travel as one JSON parameter, so bytes do not go this way. */
export async function insertRows(
  tx: Tx,
  table: `court.${string}`,
  rows: readonly { readonly [column: string]: unknown }[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map(column => `"${column}"`)
    .join(', ')
  await tx.run(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
