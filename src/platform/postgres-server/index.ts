export { PostgresUnavailable } from './postgres-unavailable.ts'
export type { PostgresServer, StartPostgres } from './start-postgres.ts'
export { startPostgres } from './start-postgres.ts'
