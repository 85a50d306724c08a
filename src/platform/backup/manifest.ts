import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { z } from 'zod'

/** A backup cannot be made or restored; the message is one line that says what to do. */
export class BackupProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupProblem'
  }
}

const tableInBackup = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  file: z.string().regex(/^[\w.-]+\.copy\.gz$/),
  sha256: z.string(),
})

const manifest = z.object({
  format: z.literal('throughline-backup-1'),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(tableInBackup),
})

/** What a backup folder holds: the schema's migrations and one compressed COPY file a table. */
export type Manifest = z.infer<typeof manifest>
export type TableInBackup = z.infer<typeof tableInBackup>

export const manifestFile = 'manifest.json'

export function readManifest(folder: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, manifestFile), 'utf8')))
  } catch (cause) {
    throw new BackupProblem(
      `${folder} is not a whole backup: its ${manifestFile} is missing or cannot be read. It is written last, so the backup was cut off or is not one.`,
      { cause },
    )
  }
}

/** The migrations applied to this database; none where it is new. */
export async function appliedMigrations(client: pg.Client): Promise<Manifest['migrations']> {
  const { rows: known } = await client.query("SELECT to_regclass('public.throughline_migration_sum') AS there")
  if (!known[0]?.there) return []
  const { rows } = await client.query('SELECT name, sha256 FROM public.throughline_migration_sum ORDER BY name')
  return rows
}
