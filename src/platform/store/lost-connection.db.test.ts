import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Database } from './database.ts'

let db: Database
const viewer = { userId: 'test', allowed: [], barred: [] }

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(dropAll)

test('a connection lost between two statements fails its transaction, and the next one works', async () => {
  const lost = db.transaction('web', viewer, async tx => {
    const { pid } = await tx.one<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await db.transaction('web', viewer, other => other.rows('SELECT pg_terminate_backend($1)', [pid]))
    await new Promise(resolve => setTimeout(resolve, 200))
    await tx.rows('SELECT 1')
  })
  await expect(lost).rejects.toThrow(/terminat|not queryable/)
  expect(await db.transaction('web', viewer, tx => tx.one('SELECT 2 AS two'))).toEqual({ two: 2 })
})

test('a failed statement that nobody waited for is not taken for a commit', async () => {
  const half = db.transaction('web', viewer, async tx => {
    tx.rows('SELECT 1 / 0').catch(() => undefined)
  })
  await expect(half).rejects.toThrow(/not committed/)
})
