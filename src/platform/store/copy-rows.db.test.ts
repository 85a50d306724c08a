import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, emptyDatabase } from '../../../test/support/database.ts'
import { copyRows } from './copy-rows.ts'

let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await emptyDatabase()).settings.ownerUrl })
  await client.connect()
  await client.query('CREATE TABLE given (n integer, words text, many text[], yes boolean)')
})
afterAll(async () => {
  await client.end()
  await dropAll()
})

test('every character and every kind of value arrives as it was given', async () => {
  const awkward = 'tab\t line\nreturn\r back\\slash \\N "quoted" {brace}, O’Brien 🙂'
  const rows = [
    [1, awkward, [awkward, '', 'NULL', 'a,b'], true],
    [2, null, [], false],
    [3, '\\N', null, null],
  ]
  await copyRows(client, 'given', ['n', 'words', 'many', 'yes'], rows)
  const { rows: kept } = await client.query({ text: 'SELECT * FROM given ORDER BY n', rowMode: 'array' })
  expect(kept).toEqual(rows)
})
