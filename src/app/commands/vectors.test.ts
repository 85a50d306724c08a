import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonFamily } from '../../platform/vectors/index.ts'
import { vectorFamilies } from '../vector-families.ts'
import { parityWith } from '../vector-parity.ts'
import { parityReport } from '../vector-report.ts'
import vectors from './vectors.ts'

async function run(...args: readonly string[]) {
  let out = ''
  let err = ''
  const code = await vectors(
    args,
    text => {
      out += text
    },
    text => {
      err += text
    },
  )
  return { code, out, err }
}

describe('npm run vectors', () => {
  let folder = ''
  const write = async (path: string, value: unknown) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value))
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vectors-command-'))
    const input = { date: '2024-12-24', direction: 'AFTER', count: 1, bankHolidays: ['2024-12-25'] }
    await write('supervision/working-days.json', [
      { id: 'right', input, expected: { workingDays: ['2024-12-26'] } },
      { id: 'wrong', input, expected: { workingDays: ['2024-12-25'] } },
    ])
    await write('tiering/some-model.json', { vectors: [{ id: 'x' }] })
    await write('tiering/some-weights.json', { sets: { a: 1 } })
    await write('area/whole-cohort/expected.json', { total: 1 })
    await write('area/reference/list.json', [{ id: 'x' }])
    await write('README.md', 'not a vector')
    await write('nothing-here/README.md', 'not a vector')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('shows each family, what differs, what nobody answers, and the totals last', async () => {
    const { code, out } = await run(folder)
    expect(code).toBe(1)
    expect(out).toContain(
      'supervision/working-days: agree 1 of 2\n  differs: wrong\n    expected {"workingDays":["2024-12-25"]}',
    )
    expect(out).toContain('Nobody answers yet:\n  area/whole-cohort\n  tiering/some-model\n')
    expect(out.trimEnd().split('\n').at(-1)).toBe('agree 1 of 2, not answered 2 families')
  })

  it('answers the same as JSON', async () => {
    const { out } = await run(folder, '--json')
    expect(JSON.parse(out)).toMatchObject({ agree: 1, of: 2, families: [{ differ: [{ id: 'wrong' }] }] })
  })

  it("agrees with the project's own vectors", async () => {
    const { code, out } = await run()
    expect(out).not.toContain('differs')
    expect(code).toBe(0)
  }, 120_000)

  it('names a file that cannot be read and fails', async () => {
    await write('broken/file.json', '[{')
    const { code, out } = await run(folder)
    await rm(join(folder, 'broken'), { recursive: true })
    expect(out).toMatch(/Cannot be read:\n {2}broken\/file\.json: is not valid JSON/)
    expect(code).toBe(1)
  })

  it.each([
    ['/no/such/folder', /is not a folder/],
    ['--nonsense', /--nonsense/],
  ])('refuses %s with a clear message', async (argument, message) => {
    const { code, err } = await run(argument)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('a folder without any vector is a mistake, not agreement', async () => {
    const { code, err } = await run(join(folder, 'nothing-here'))
    expect(code).toBe(2)
    expect(err).toMatch(/holds no vectors/)
  })

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run vectors -- [FOLDER]') })
  })
})

describe('the registered families', () => {
  it('are each registered once', () => {
    const names = vectorFamilies.map(one => one.family)
    expect(names).toEqual([...new Set(names)])
  })

  it('an unforeseen fault of a family is not taken for a bad file', async () => {
    const faulty = jsonFamily({
      family: 'supervision/working-days',
      actual: () => 1,
      prepare: () => {
        throw new TypeError('defect')
      },
    })
    await expect(parityWith('vectors', 'samples', [faulty])).rejects.toThrow(TypeError)
  })

  it('a long answer is folded and cut in the report', () => {
    const differ = [{ id: 'long', expected: 'x'.repeat(3000), actual: undefined }]
    const report = parityReport({
      families: [{ family: 'a/b', agree: 0, of: 1, differ }],
      notAnswered: [],
      unreadable: [],
      agree: 0,
      of: 1,
    })
    expect(report).toContain('more characters, see --json')
    expect(Math.max(...report.split('\n').map(line => line.length))).toBeLessThanOrEqual(110)
  })
})
