import { createHmac } from 'node:crypto'
import pg from 'pg'
import { Unavailable } from '../errors/index.ts'
import { type Tx, txOn } from './tx.ts'

/** The unprivileged roles the product connects as. None owns a table, none may bypass row security.
 *  web: people at screens and the API, limited access applies. worker: machines that take messages in.
 *  matcher: reads the match index whole, so that a restricted person is not created twice. stats: unlimited rows only. */
export type DbRole = 'web' | 'worker' | 'matcher' | 'stats'
export const dbRoles: readonly DbRole[] = ['web', 'worker', 'matcher', 'stats']

/** Who the row policies see: the user, the restricted people they are named on, the people they are barred from. */
export type RowViewer = {
  readonly userId: string
  readonly allowed: readonly string[]
  readonly barred: readonly string[]
}

export type DatabaseSettings = {
  /** Owner connection, used for migrations only: postgres://user:pass@host:port/name */
  readonly ownerUrl: string
  /** Secret from which each role's password is derived, so that all processes of a deployment agree. */
  readonly secret: string
  /** Role names are `<prefix>_web` and so on; several deployments may share one server. */
  readonly rolePrefix?: string
  /** Connections for each role. */
  readonly pool?: Partial<Record<DbRole, number>>
  /** Named statements; switch off behind a pooler that cannot keep them. */
  readonly prepare?: boolean
}

export type Database = {
  readonly settings: DatabaseSettings
  /** One transaction as the role, seen by the row policies as the viewer. Commits when `work` returns, else rolls back. */
  transaction<T>(role: DbRole, viewer: RowViewer | null, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For `identify` inside an open transaction: tells the row policies who looks. */
  identify(tx: Tx, viewer: RowViewer): Promise<void>
  /** A bare client; the caller releases it. COPY and cursors need a client of their own, outside the pools. */
  connect(role: DbRole): Promise<pg.PoolClient>
  ping(): Promise<boolean>
  close(): Promise<void>
}

export const defaultRolePrefix = 'throughline'

export function roleName(settings: DatabaseSettings, role: DbRole): string {
  return `${settings.rolePrefix ?? defaultRolePrefix}_${role}`
}

export function rolePassword(settings: DatabaseSettings, role: DbRole): string {
  return createHmac('sha256', settings.secret).update(`database role ${role}`).digest('base64url')
}

export function roleUrl(settings: DatabaseSettings, role: DbRole): string {
  const url = new URL(settings.ownerUrl)
  url.username = roleName(settings, role)
  url.password = rolePassword(settings, role)
  return url.toString()
}

const identity = (value: string) => value
const parsers: Record<number, (value: string) => unknown> = {
  20: value => Number(value),
  1082: identity,
  1083: value => value.slice(0, 5),
  1114: identity,
  1184: value => new Date(value).toISOString(),
  1182: value => (value === '{}' ? [] : value.slice(1, -1).split(',')),
  1700: value => Number(value),
}

/** Dates stay text: a calendar day never becomes a moment. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as (value: string) => unknown
  },
} as pg.CustomTypesConfig

export function openDatabase(settings: DatabaseSettings): Database {
  const sizes: Record<DbRole, number> = { web: 8, worker: 4, matcher: 3, stats: 1, ...settings.pool }
  const pools = new Map<DbRole, pg.Pool>()
  const poolFor = (role: DbRole) => {
    let pool = pools.get(role)
    if (!pool) {
      pool = new pg.Pool({
        connectionString: roleUrl(settings, role),
        max: sizes[role],
        types: typeParsers,
        application_name: `throughline-${role}`,
        connectionTimeoutMillis: 10_000,
        keepAlive: true,
        // Statements are sent without waiting for the answer to the one before: see `transaction`.
        pipeline: true,
      })
      // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
      pool.on('error', () => undefined)
      // One in use that is told so between two statements likewise: the next statement fails, and with it its request.
      pool.on('connect', client => client.on('error', () => undefined))
      pools.set(role, pool)
    }
    return pool
  }
  return {
    settings,
    async transaction(role, viewer, work) {
      const client = await poolFor(role)
        .connect()
        .catch(cause => {
          throw new Unavailable('The service is busy or its database is away. Try again in a moment.', { cause })
        })
      let broken: Error | undefined
      try {
        // Sent together with the first statement of the work, which fails with it.
        const begun = client.query(viewer ? `BEGIN; ${localSettings(viewer)}` : 'BEGIN')
        begun.catch(() => undefined)
        const result = await work(txOn(client, settings.prepare ?? true))
        await begun
        const { command } = await client.query('COMMIT')
        // A statement failed that nobody waited for: the server took everything back, and so must we.
        if (command !== 'COMMIT') throw new Error('The transaction was not committed: a statement in it had failed')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(rollbackError => {
          broken = rollbackError as Error
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    async identify(tx, viewer) {
      // Not waited for: should it fail, the transaction is at its end and every later statement fails too.
      tx.bare(localSettings(viewer)).catch(() => undefined)
    },
    connect: role => poolFor(role).connect(),
    async ping() {
      try {
        await poolFor('web').query('SELECT 1')
        return true
      } catch {
        return false
      }
    },
    async close() {
      await Promise.all([...pools.values()].map(pool => pool.end()))
      pools.clear()
    },
  }
}

/** SET LOCAL, never set_config(): a distributed server passes only the former on to its workers. */
function localSettings(viewer: RowViewer): string {
  return [
    `SET LOCAL "app.user" = ${pg.escapeLiteral(viewer.userId)}`,
    `SET LOCAL app.allowed = ${pg.escapeLiteral(`{${viewer.allowed.join(',')}}`)}`,
    `SET LOCAL app.barred = ${pg.escapeLiteral(`{${viewer.barred.join(',')}}`)}`,
  ].join('; ')
}
