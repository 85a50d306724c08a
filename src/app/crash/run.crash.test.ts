import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isClean, runCrash } from './run-crash.ts'

const kills = 10

test(`${kills} kills with -9 lose no acknowledged write, leave none half done, and the audit chain verifies`, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-crash-'))
  const result = await runCrash(kills, folder, line => process.stdout.write(`${line}\n`))
  const { lost, half, twice, orphans, strange, auditFindings } = result
  expect({ lost, half, twice, orphans, strange, auditFindings }).toEqual({
    ...{ lost: [], half: [], twice: [], orphans: [], strange: [], auditFindings: 0 },
  })
  expect(result.kills.application + result.kills.postgres).toBe(kills)
  expect(isClean(result)).toBe(true)
})
