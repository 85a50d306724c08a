import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../test/support/database.ts'
import { projectRoot } from '../platform/reference/index.ts'
import { filesIn, ingestFiles } from './ingest-files.ts'
import { servicesOn } from './services.ts'

const samples = path.join(projectRoot(), 'samples/court')
const expected = JSON.parse(readFileSync(path.join(samples, 'expected.json'), 'utf8')) as {
  files: Record<string, { outcome: string }>
}
afterAll(dropAll)

test('every file of the samples is handled: stored, refused and why, or ignored and why', async () => {
  const services = servicesOn(await testDatabase())
  const files = filesIn(samples)
  const seen: number[] = []
  const { files: done, totals } = await ingestFiles(services, files, samples, count => seen.push(count))
  expect(done).toHaveLength(files.length)
  expect(seen.at(-1)).toBe(files.length)
  expect(totals).toMatchObject({ failed: 0, refused: 4 })
  // A second message about a hearing of the folder updates it.
  const stored = Object.values(expected.files).filter(one => one.outcome === 'stored').length
  expect(totals.stored + totals.updated).toBe(stored)
  for (const one of done.filter(file => file.done === 'ignored' || file.done === 'refused')) {
    expect(one.why, one.file).toBeTruthy()
  }
  expect(done.find(one => one.file === 'cp/matcher-youthDefendantHearing.json')).toMatchObject({
    done: 'ignored',
    why: 'only-youth-defendants',
  })
})
