import { PostgresUnavailable } from '../platform/postgres-server/index.ts'
import { MigrationError } from '../platform/store/index.ts'
import { readSettings, SettingsError } from './settings.ts'
import { type Application, startApplication } from './start-application.ts'

/** The process behind `npm start`: one line for anything the reader can put right, a stack only for defects. */
async function main(): Promise<void> {
  let application: Application | undefined
  let stopping = false
  const stop = () => {
    // While still starting there is nothing to finish; leaving this way stops an own PostgreSQL, a plain signal would not.
    if (!application) process.exit(130)
    if (stopping) return
    stopping = true
    process.stdout.write('Stopping …\n')
    application.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const settings = readSettings(process.env, process.argv.slice(2))
  application = await startApplication(settings, line => process.stdout.write(`${line}\n`))
}

main().catch((error: unknown) => {
  const known =
    error instanceof SettingsError || error instanceof MigrationError || error instanceof PostgresUnavailable
  const portTaken = (error as { code?: string } | null)?.code === 'EADDRINUSE'
  if (portTaken) {
    const { port } = error as { port?: number }
    process.stderr.write(`Port ${port} is taken. Choose another: PORT=${(port ?? 3000) + 1} npm start\n`)
  } else if (known) {
    process.stderr.write(`${(error as Error).message}\n`)
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  process.exit(1)
})
