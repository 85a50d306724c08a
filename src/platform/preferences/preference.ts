import type { z } from 'zod'
import type { Context } from '../context/index.ts'

/** What the user chose last under this name, or `fallback`; a choice of an older shape counts as none. */
export async function readPreference<Value>(
  ctx: Context,
  name: string,
  shape: z.ZodType<Value>,
  fallback: Value,
): Promise<Value> {
  const row = await ctx.tx.maybe<{ value: unknown }>(
    'SELECT value FROM platform.preference WHERE account_id = $1 AND name = $2',
    [ctx.viewer.id, name],
  )
  const read = shape.safeParse(row?.value)
  return read.success ? read.data : fallback
}

/** Remembers a choice for this user: filters, sort order, courts. Never typed words: those may name a person. */
export async function keepPreference(ctx: Context, name: string, value: unknown): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO platform.preference (account_id, name, value) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value`,
    [ctx.viewer.id, name, JSON.stringify(value)],
  )
}
