import { describe, expect, test } from 'vitest'
import { brokenImport, importsOf, otherDoor, ring } from './imports.ts'
import { isTest, read, sources } from './project-files.ts'

describe('the rule itself', () => {
  test.each([
    ['src/domains/sentence/store.ts', 'src/domains/person/index.ts', undefined],
    ['src/domains/sentence/store.ts', 'src/domains/person/store.ts', 'only index.ts of another part is imported'],
    ['src/domains/person/store.ts', 'src/domains/sentence/index.ts', 'imports go downward only'],
    ['src/domains/person/store.ts', 'src/domains/organisation/index.ts', 'domains of one tier talk by events'],
    ['src/domains/court/store.ts', 'src/app/main.ts', 'app sees all and is seen by nobody'],
    ['src/platform/web/server.tsx', 'src/domains/person/index.ts', 'the platform knows no domain'],
    ['src/platform/web/server.tsx', 'src/platform/store/tx.ts', 'only index.ts of another part is imported'],
    ['src/platform/web/server.tsx', 'src/platform/store/index.ts', undefined],
    ['src/app/main.ts', 'src/domains/court/index.ts', undefined],
    ['src/app/main.ts', 'src/domains/court/rules/listing.ts', 'only index.ts of another part is imported'],
    ['src/domains/court/store.ts', 'test/support/database.ts', 'only tests import test support'],
    ['src/domains/court/store.db.test.ts', 'test/support/database.ts', undefined],
    ['src/domains/court/store.ts', 'src/domains/invented/index.ts', 'invented has no tier: add it to the list'],
  ])('%s importing %s', (from, to, answer) => {
    expect(brokenImport(from, to)).toBe(answer)
  })

  test('reads static, bare and dynamic imports and exports from another file', () => {
    const text = `import { a } from './a.ts'\nimport '../b.ts'\nexport * from "./c.ts"\nawait import('./d.ts')\nimport x from 'pkg'`
    expect(importsOf('src/app/x.ts', text)).toEqual(['src/app/a.ts', 'src/b.ts', 'src/app/c.ts', 'src/app/d.ts'])
  })

  test('finds a ring', () => {
    expect(
      ring(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set(['b'])],
        ]),
      ),
    ).toBe('b > c > b')
    expect(
      ring(
        new Map([
          ['a', new Set(['b', 'c'])],
          ['b', new Set(['c'])],
        ]),
      ),
    ).toBeUndefined()
  })
})

test('every import goes downward and through index.ts', () => {
  const broken = sources.flatMap(from =>
    importsOf(from, read(from)).flatMap(to => {
      const why = brokenImport(from, to)
      return why ? [`${from} imports ${to}: ${why}`] : []
    }),
  )
  expect(broken).toEqual([])
})

test('platform modules import each other without rings', () => {
  const edges = new Map<string, Set<string>>()
  for (const file of sources.filter(file => file.startsWith('src/platform/') && !isTest(file))) {
    const from = file.split('/')[2] ?? ''
    for (const target of importsOf(file, read(file))) {
      const to = target.split('/')[2] ?? ''
      if (target.startsWith('src/platform/') && to !== from && !otherDoor(file, target))
        edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  expect(ring(edges)).toBeUndefined()
})
