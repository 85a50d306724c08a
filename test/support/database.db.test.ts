import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/store/index.ts'
import { dropAll, testDatabase } from './database.ts'

let one: Database
let two: Database

beforeAll(async () => {
  one = await testDatabase()
  two = await testDatabase()
})
afterAll(dropAll)

test('every test database has the whole schema and answers as an unprivileged role', async () => {
  const client = await one.connect('web')
  try {
    const { rows } = await client.query<{ me: string; bypasses: boolean; tables: number }>(
      `SELECT current_user AS me, rolsuper OR rolbypassrls AS bypasses,
         (SELECT count(*) FROM pg_tables WHERE schemaname NOT LIKE 'pg\\_%' AND schemaname <> 'information_schema')::int AS tables
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(rows[0]).toMatchObject({ me: 'throughline_test_web', bypasses: false })
    expect(rows[0]?.tables).toBeGreaterThan(5)
  } finally {
    client.release()
  }
})

test('two test databases are not the same one', async () => {
  expect(one.settings.ownerUrl).not.toBe(two.settings.ownerUrl)
  expect(await one.ping()).toBe(true)
  expect(await two.ping()).toBe(true)
})
