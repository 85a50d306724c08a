import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../support/database.ts'
import { excusedTables } from './migration-rules.ts'
import { projectFiles, read } from './project-files.ts'

type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  readonly secured: boolean
  readonly forced: boolean
  readonly policies: number
  readonly granted: boolean
}

const migrations = projectFiles.filter(file => /^src\/.*\/migrations\/.*\.sql$/.test(file)).map(read)
const keptOtherwise = new Set(migrations.flatMap(sql => excusedTables(sql, 1)))
const withoutFlags = new Set(migrations.flatMap(sql => excusedTables(sql, 'flags')))
let tables: readonly Table[] = []

beforeAll(async () => {
  const database = await testDatabase()
  const client = new pg.Client({ connectionString: database.settings.ownerUrl })
  await client.connect()
  const answer = await client.query<Table>(
    `SELECT n.nspname || '.' || c.relname AS name,
            array(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns,
            array(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(attnum, n), pg_attribute a
                   WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum ORDER BY k.n) AS key,
            c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
            (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid)::int AS policies,
            EXISTS (SELECT 1 FROM aclexplode(c.relacl) WHERE grantee <> c.relowner) AS granted
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'public', 'graphile_worker')`,
  )
  await client.end()
  tables = answer.rows
})
afterAll(dropAll)

const personOwned = () => tables.filter(table => table.columns.includes('person_id'))
const names = (found: readonly Table[]) => found.map(table => table.name).sort()

test('there are tables to look at', () => {
  expect(personOwned().length).toBeGreaterThan(5)
})

test("a person's rows lie together: the primary key begins with person_id", () => {
  expect(names(personOwned().filter(table => table.key[0] !== 'person_id' && !keptOtherwise.has(table.name)))).toEqual(
    [],
  )
})

test("a person's rows carry the limited-access flags", () => {
  const bare = personOwned().filter(
    table => !table.columns.includes('excluded') || !table.columns.includes('restricted'),
  )
  expect(names(bare.filter(table => !withoutFlags.has(table.name)))).toEqual([])
})

test("every table with a person's rows is under forced row security with a named policy", () => {
  const open = personOwned().filter(table => !table.secured || !table.forced || table.policies === 0)
  expect(names(open)).toEqual([])
})

test('every table has a primary key', () => {
  expect(names(tables.filter(table => table.key.length === 0))).toEqual([])
})
