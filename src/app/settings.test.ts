import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'settings-'))

test('a laptop needs no setting: loopback, own database, demonstration, a secret of its own kept to its owner', () => {
  const root = folder()
  const settings = readSettings({ THROUGHLINE_ROOT: root })
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, demonstration: true, role: 'all' })
  const file = path.join(root, '.throughline', 'secret')
  expect(readFileSync(file, 'utf8').trim()).toBe(settings.secret)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readSettings({ THROUGHLINE_ROOT: root }).secret).toBe(settings.secret)
})

test('a deployment on its own database is not a demonstration and must bring a long secret', () => {
  const env = { THROUGHLINE_ROOT: folder(), DATABASE_URL: 'postgres://owner@localhost/throughline' }
  expect(() => readSettings(env)).toThrow(/THROUGHLINE_SECRET/)
  expect(() => readSettings({ ...env, THROUGHLINE_SECRET: 'short' })).toThrow(/32 characters/)
  expect(readSettings({ ...env, THROUGHLINE_SECRET: 'x'.repeat(32) }).demonstration).toBe(false)
})

test.each([
  [{ PORT: 'abc' }, /PORT must be a whole number/],
  [{ PORT: '70000' }, /PORT must be a whole number from 0 to 65535/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgres/],
  [{ THROUGHLINE_DEMONSTRATION: 'perhaps' }, /THROUGHLINE_DEMONSTRATION must be yes or no/],
  [{ OIDC_ISSUER: 'https://id.example.test' }, /OIDC_CLIENT_ID/],
  [{ THROUGHLINE_ROLE: 'boss' }, /--role must be web, worker or all/],
])('%j is refused with the variable and what it takes', (env, message) => {
  expect(() => readSettings({ THROUGHLINE_ROOT: folder(), ...env })).toThrow(message)
})
