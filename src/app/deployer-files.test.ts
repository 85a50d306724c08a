import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { proposalRules, rulesInUse, useOwnRules } from '../domains/advice/index.ts'
import { questionSet, useQuestionWording } from '../domains/assessment/index.ts'
import { applyDeployerFiles } from './deployer-files.ts'
import { readSettings } from './settings.ts'

afterEach(() => {
  useOwnRules()
  useQuestionWording([])
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'rules-'))

function start(content: unknown): void {
  const file = path.join(folder, 'rules.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  applyDeployerFiles(readSettings({ THROUGHLINE_ROOT: folder, THROUGHLINE_PROPOSAL_RULES: 'rules.json' }))
}

const [row] = proposalRules.rows
const ended = { ...row, from: '2020-01-01', to: '2024-12-31' }

test('a deployer’s rule file is in use from the start, whole', () => {
  start({ version: 'westmere-1', rows: [ended, { ...row, from: '2025-01-01' }] })
  expect([rulesInUse().version, rulesInUse().rows.length]).toEqual(['westmere-1', 2])
})

test('a rule file with overlapping days or without a source stops the start, naming the row', () => {
  const overlapping = { version: 'x', rows: [ended, { ...row, from: '2024-12-31' }] }
  expect(() => start(overlapping)).toThrow(`Rule row 2 (${row!.id}): its days overlap those of row 1`)
  expect(() => start({ version: 'x', rows: [{ ...row, source: undefined }] })).toThrow(
    `Rule row 1 (${row!.id}): needs a source`,
  )
  expect(() => start('{')).toThrow('THROUGHLINE_PROPOSAL_RULES names a file that is not JSON')
  expect(rulesInUse()).toBe(proposalRules)
})

test('words of questions are in use from the start, and a row that does not fit stops it', () => {
  const file = path.join(folder, 'words.json')
  const start = (code: string) => {
    const source = { kind: 'policy', cite: 'Made up' }
    writeFileSync(
      file,
      JSON.stringify({ version: 'x', from: '2027-01-01', source, questions: { [code]: { text: 'A' } } }),
    )
    applyDeployerFiles(readSettings({ THROUGHLINE_ROOT: folder, THROUGHLINE_QUESTIONS: 'words.json' }))
  }
  start('3.4')
  expect(questionSet('2027-01-01').version).toBe('1+x')
  expect(() => start('3.44')).toThrow('wording 1 (x): row 3.44: not a question of set 1')
})
