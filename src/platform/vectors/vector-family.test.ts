import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonFamily, sameAnswer } from './index.ts'

type Doubling = { readonly id: string; readonly input: number; readonly expected: number }
const doubling = (file: string) => jsonFamily<Doubling>({ family: file, actual: one => one.input * 2 })

describe('a family of golden cases', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vectors-'))
    const cases = [
      { id: 'a', input: 1, expected: 2 },
      { id: 'b', input: 2, expected: 5 },
    ]
    await writeFile(join(folder, 'array.json'), JSON.stringify(cases))
    await writeFile(join(folder, 'wrapped.json'), JSON.stringify({ note: 'x', vectors: cases }))
    await writeFile(join(folder, 'lines.jsonl'), `${cases.map(one => JSON.stringify(one)).join('\n')}\n`)
    await writeFile(join(folder, 'broken.json'), '[{')
    await writeFile(join(folder, 'brokenlines.jsonl'), '{"id":"a"}\n{oops}\n')
    await writeFile(join(folder, 'nolist.json'), '{"sets":{}}')
    await writeFile(join(folder, 'noid.json'), '[{"input":1}]')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each(['array', 'wrapped', 'lines'])('finds the cases of %s and compares each', async file => {
    const answers = await doubling(file).run(folder, '')
    expect(answers.map(({ id, actual, agrees }) => [id, actual, agrees])).toEqual([
      ['a', 2, true],
      ['b', 4, false],
    ])
  })

  it('a file that is not there has no cases', async () => {
    expect(await doubling('absent').run(folder, '')).toEqual([])
  })

  it.each([
    ['broken', /broken\.json: is not valid JSON/],
    ['brokenlines', /brokenlines\.jsonl line 2: is not valid JSON/],
    ['nolist', /nolist: holds no list of cases/],
    ['noid', /noid: case 1 has no id/],
  ])('a bad file (%s) is named in the message', async (file, message) => {
    await expect(doubling(file).run(folder, '')).rejects.toThrow(message)
  })

  it('a rule that throws gives a case that differs, not a stopped run', async () => {
    const family = jsonFamily({
      family: 'array',
      actual: () => {
        throw new RangeError('no such day')
      },
    })
    expect(await family.run(folder, '')).toMatchObject([{ agrees: false, actual: { threw: 'no such day' } }, {}])
  })
})

describe('two answers agree', () => {
  it('whatever the order of keys, and with undefined as absent', () => {
    expect(sameAnswer({ a: 1, b: [1, null] }, { b: [1, null], a: 1, c: undefined })).toBe(true)
  })
  it.each<[unknown, unknown]>([
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    ['1', 1],
    [{ a: 1 }, { a: 1, b: 2 }],
    [0.1, 0.2],
  ])('%j differs from %j', (left, right) => {
    expect(sameAnswer(left, right)).toBe(false)
  })
  it('numbers within the tolerance agree', () => {
    expect(sameAnswer({ a: [1.0005] }, { a: [1] }, 0.001)).toBe(true)
    expect(sameAnswer({ a: [1.0015] }, { a: [1] }, 0.001)).toBe(false)
  })
})
