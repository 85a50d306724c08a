import { describe, expect, test } from 'vitest'
import { brokenRules, excusedTables, statements } from './migration-rules.ts'
import { projectFiles, read } from './project-files.ts'

const migrations = projectFiles.filter(file => /^src\/.*\/migrations\/.*\.sql$/.test(file))

describe('the rules themselves', () => {
  test.each([
    ['CREATE TABLE a (id serial PRIMARY KEY)', 'rule 2'],
    ['CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY)', 'rule 2'],
    ['CREATE TABLE a (id uuid DEFAULT gen_random_uuid())', 'rule 2'],
    ['CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()', 'rule 9'],
    ['CREATE MATERIALIZED VIEW v AS SELECT 1', 'rule 9'],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; NOTIFY jobs; END $$', 'rule 10'],
    ['UPDATE a SET n = random()', 'rule 12'],
    ['CREATE TABLE a (id uuid DEFAULT uuidv7())', 'rule 15'],
    ['CREATE INDEX i ON a USING gin (b, c)', 'rule 16'],
    ['CREATE INDEX i ON a USING brin (at)', 'rule 16'],
  ])('%s is refused', (sql, rule) => {
    expect(brokenRules(`${sql};`).join()).toContain(rule)
  })

  test.each([
    'CREATE INDEX i ON a USING gin (people)',
    'CREATE INDEX i ON a USING gin (surname gin_trgm_ops)',
    "INSERT INTO word VALUES ('a serial number; CREATE TRIGGER')",
    '-- no serial here\nCREATE TABLE a (id uuid PRIMARY KEY)',
    '-- exception: rule 2 because the numbering of a register must have no gaps\nCREATE SEQUENCE register',
  ])('%s is accepted', sql => {
    expect(brokenRules(`${sql};`)).toEqual([])
  })

  test('an exception excuses one rule of one statement', () => {
    const sql = '-- exception: rule 2 because of the register\nCREATE SEQUENCE a;\nCREATE SEQUENCE b;\n'
    expect(brokenRules(sql)).toEqual(['line 3: rule 2: sequences are per node'])
    expect(excusedTables('-- exception: rule 1 because it is a list\nCREATE TABLE court.list (id uuid);', 1)).toEqual([
      'court.list',
    ])
    expect(statements("SELECT 'a;b'; SELECT $$ x; y $$;")).toHaveLength(2)
  })
})

test.each(migrations)('%s keeps to the rules of scale-out', file => {
  expect(brokenRules(read(file))).toEqual([])
})

test('migrations are numbered without gaps in every domain', () => {
  const folders = new Map<string, number[]>()
  for (const file of migrations) {
    const [, folder = '', number = ''] = /^(.*)\/(\d{4})-[a-z0-9-]+\.sql$/.exec(file) ?? [undefined, file, 'NaN']
    folders.set(folder, [...(folders.get(folder) ?? []), Number(number)])
  }
  for (const [folder, numbers] of folders) {
    expect({ folder, numbers: numbers.sort((a, b) => a - b) }).toEqual({
      folder,
      numbers: numbers.map((_, n) => n + 1),
    })
  }
})
