import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allParameters } from '../../src/platform/rules/index.ts'
import { isTest, root, sources } from './project-files.ts'

const files = sources.filter(file => /\/parameters\//.test(file) && !isTest(file))

beforeAll(async () => {
  for (const file of files) await import(/* @vite-ignore */ path.join(root, file))
}, 60_000)

test('every parameter says where its value comes from, on every row', () => {
  expect(allParameters().length).toBeGreaterThan(0)
  const unsourced = allParameters()
    .filter(parameter => !parameter.name.startsWith('test.'))
    .flatMap(parameter =>
      parameter.entries
        .filter(entry => entry.source.cite.trim().length < 8)
        .map(entry => `${parameter.name} from ${entry.from}: "${entry.source.cite}" cites nothing`),
    )
  expect(unsourced).toEqual([])
})

test('a parameter is named for its domain', () => {
  const domains = new Set(files.map(file => file.split('/')[2]))
  const misnamed = allParameters()
    .map(parameter => parameter.name)
    .filter(name => !name.startsWith('test.') && !domains.has(name.split('.')[0]))
  expect(misnamed).toEqual([])
})
