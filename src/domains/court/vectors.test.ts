import { describe, expect, it } from 'vitest'
import { courtVectorFamilies } from './vectors.ts'

describe('golden cases of court results', () => {
  it('agree, every one', async () => {
    const cases = (await Promise.all(courtVectorFamilies.map(family => family.run('vectors', 'samples')))).flat()
    expect(cases.length).toBe(10)
    for (const one of cases) expect([one.id, one.actual]).toEqual([one.id, one.agrees ? one.actual : one.expected])
  })
})
