import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from './build-assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
let version = ''
beforeAll(async () => {
  version = (await buildAssets(folder)).version
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('styles carry both design systems and our own', () => {
  const css = read('app.css')
  const names = ['.govuk-button', '.moj-identity-bar', '.app-header']
  expect(names.filter(name => !css.includes(name))).toEqual([])
})

test('nothing licensed for GOV.UK alone is served: no font, no crest, no crown', () => {
  const css = read('app.css')
  const marks = ['@font-face', 'GDS Transport', 'crest.svg', 'crown.', '/assets/fonts']
  expect(marks.filter(mark => css.includes(mark))).toEqual([])
})

test('every image the styles name is served', () => {
  const named = [...read('app.css').matchAll(/url\("?\/assets\/([^)"]+)"?\)/g)].map(match => match[1]!)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter(name => !existsSync(join(folder, name)))).toEqual([])
})

test('a strict content security policy holds: no style or script is written into a page', () => {
  expect(read('app.css').includes('data:')).toBe(false)
  expect(/\beval\(|new Function\(/.test(read('app.js'))).toBe(false)
})

test('the same files make the same version', async () => {
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect((await buildAssets(folder)).version).toBe(version)
})
