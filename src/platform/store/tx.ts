import { createHash } from 'node:crypto'
import type pg from 'pg'

export type Row = Record<string, unknown>
export type Param = string | number | boolean | null | Date | Buffer | readonly string[] | readonly number[] | object

/** One open transaction. SQL is written out; values only ever travel as parameters ($1, $2, ...). */
export type Tx = {
  /** All rows. Dates arrive as LocalDate text, timestamps as ISO text in UTC, bigint as number, json parsed. */
  rows<R = Row>(sql: string, params?: readonly Param[]): Promise<R[]>
  /** The only row; throws when there is none or more than one. */
  one<R = Row>(sql: string, params?: readonly Param[]): Promise<R>
  /** The row if there is one; throws when there is more than one. */
  maybe<R = Row>(sql: string, params?: readonly Param[]): Promise<R | undefined>
  /** Runs a change and answers how many rows it touched. */
  run(sql: string, params?: readonly Param[]): Promise<number>
  /** Statements without parameters and without a plan to keep, such as SET LOCAL. */
  bare(sql: string): Promise<void>
}

const names = new Map<string, string>()

/** A named statement is planned once a connection; the name is the text's own hash. */
function nameOf(sql: string): string {
  let name = names.get(sql)
  if (!name) {
    name = createHash('sha256').update(sql).digest('hex').slice(0, 24)
    if (names.size < 2000) names.set(sql, name)
  }
  return name
}

export function txOn(client: pg.ClientBase, prepare = true): Tx {
  const query = async (sql: string, params: readonly Param[] = []) =>
    prepare
      ? await client.query({ name: nameOf(sql), text: sql, values: params as unknown[] })
      : await client.query(sql, params as unknown[])
  return {
    async rows<R>(sql: string, params?: readonly Param[]) {
      return (await query(sql, params)).rows as R[]
    },
    async one<R>(sql: string, params?: readonly Param[]) {
      const { rows } = await query(sql, params)
      if (rows.length !== 1) throw new Error(`Expected one row, found ${rows.length}: ${sql.slice(0, 120)}`)
      return rows[0] as R
    },
    async maybe<R>(sql: string, params?: readonly Param[]) {
      const { rows } = await query(sql, params)
      if (rows.length > 1) throw new Error(`Expected at most one row, found ${rows.length}: ${sql.slice(0, 120)}`)
      return rows[0] as R | undefined
    },
    async run(sql, params) {
      return (await query(sql, params)).rowCount ?? 0
    },
    async bare(sql) {
      await client.query(sql)
    },
  }
}
