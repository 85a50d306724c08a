import { expect, test } from 'vitest'
import { isTest, linesMatching, projectFiles, read, sources } from './project-files.ts'

const ours = sources.filter(file => !isTest(file))

test('no domain reads the clock', () => {
  const domains = ours.filter(file => file.startsWith('src/domains/'))
  expect(linesMatching(domains, /\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.now\b/)).toEqual([])
})

test('no page sets raw HTML', () => {
  expect(linesMatching(ours, new RegExp(['dangerously', 'SetInnerHTML'].join('')))).toEqual([])
})

test('every page has a test beside it', () => {
  const without = ours.filter(
    file =>
      /\.page\.tsx?$/.test(file) &&
      !projectFiles.some(other => other.startsWith(file.replace(/\.tsx?$/, '')) && isTest(other)),
  )
  expect(without).toEqual([])
})

test('no file grows past 450 lines', () => {
  const long = projectFiles
    .filter(file => /\.(tsx?|mjs|css|sql)$/.test(file) || file === '.ci/run')
    .map(file => `${file}: ${read(file).split('\n').length} lines`)
    .filter(line => Number(/: (\d+) lines$/.exec(line)?.[1]) > 450)
  expect(long).toEqual([])
})

test('no type is waved through and no test is left out', () => {
  const ignored = ['as any\\b', '@ts-(ignore|nocheck|expect-error)', '\\b(TO' + 'DO|FIX' + 'ME)\\b']
  const left = ['\\b(test|it|describe)\\.(on' + 'ly|sk' + 'ip|to' + 'do)\\b']
  const files = projectFiles.filter(file => /^(src|test|scripts)\/.*\.(tsx?|mjs)$/.test(file))
  const besides = files.filter(file => file !== 'test/architecture/sources.test.ts')
  expect(linesMatching(besides, new RegExp([...ignored, ...left].join('|')))).toEqual([])
})

test('screens and words speak of people on probation', () => {
  const shown = projectFiles.filter(file => /^src\/.*(\.tsx|words\.[a-z]+\.json)$/.test(file) && !isTest(file))
  const word = new RegExp(['offen', 'der'].join(''), 'i')
  // Acts of Parliament keep the names Parliament gave them.
  const acts = new RegExp(['Offen', 'der (Rehabilitation|Management) Act'].join(''))
  expect(linesMatching(shown, word).filter(line => !acts.test(line))).toEqual([])
})

test('no file under version control names a machine or a package registry', () => {
  const text = projectFiles.filter(file => /\.(tsx?|mjs|json|md|sql|css|yml|yaml|sh)$|\.npmrc$|^\.ci\/run$/.test(file))
  const places = ['/wo' + 'rk/(main|shared)', '/tmp/w' + 't/', '/ro' + 'ot/', '/home/[a-z]']
  const registries = ['regis' + 'try\\.[a-z0-9-]+\\.', '"reso' + 'lved":', '_auth' + 'Token']
  expect(linesMatching(text, new RegExp([...places, ...registries].join('|')))).toEqual([])
})
