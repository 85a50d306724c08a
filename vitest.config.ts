import { defineConfig } from 'vitest/config'

const databaseTests = '**/*.db.test.{ts,tsx}'
const browserTests = ['**/*.e2e.test.{ts,tsx}', 'test/journeys/**/*.test.{ts,tsx}']
// With a server of the deployer's, starting our own is beside the point, and its owner is no superuser: a backup
// needs a role that sees every row.
const ownServerTests = process.env.DATABASE_URL ? ['src/platform/postgres-server/**', 'src/platform/backup/**'] : []
const crashTests = '**/*.crash.test.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          exclude: [databaseTests],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/support/**/*.test.ts'],
          exclude: [databaseTests, ...browserTests, crashTests],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`src/${databaseTests}`, `test/${databaseTests}`],
          exclude: ownServerTests,
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          globalSetup: 'test/support/postgres-for-tests.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: browserTests,
          globalSetup: 'test/support/postgres-for-tests.ts',
          pool: 'forks',
          isolate: true,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: [crashTests],
          pool: 'forks',
          isolate: true,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
