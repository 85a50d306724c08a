export { PostgresUnavailable } from './postgres-unavailable.ts'
export type { PostgresServer, StartPostgres } from './start-postgres.ts'
export { startPostgres, stopAbandonedPostgres } from './start-postgres.ts'
