import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { type DatabaseSettings, roleName } from './database.ts'

/** Brings the job queue's own schema up to date and opens it to the worker role alone. Its tables have row security
 *  without policies, which shuts everyone out but their owner. Runs as the owner after our own migrations. */
export async function prepareJobTables(pool: pg.Pool, settings: DatabaseSettings): Promise<void> {
  const heard = () => undefined
  pool.on('error', heard)
  pool.on('connect', client => client.on('error', heard))
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) })
  const worker = pg.escapeIdentifier(roleName(settings, 'worker'))
  await pool.query(`GRANT USAGE ON SCHEMA graphile_worker TO ${worker}`)
  await pool.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${worker}`)
  await pool.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${worker}`)
  const { rows } = await pool.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'worker')`,
  )
  for (const { name } of rows) await pool.query(`CREATE POLICY worker ON ${name} TO ${worker} USING (true)`)
}
