import { describe, expect, it } from 'vitest'
import { personVectorFamilies } from './vectors.ts'

describe.each(personVectorFamilies)('golden cases of $family', family => {
  it('are all answered as expected', async () => {
    const cases = await family.run('vectors', '')
    expect(cases.length).toBeGreaterThan(0)
    expect(cases.filter(one => !one.agrees)).toEqual([])
  })
})
