import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpiResult } from './reading/court-message.ts'
import { hearingResults } from './rules/hearing-results.ts'
import { proposalItems } from './rules/proposal-items.ts'
import { suggestedOutcomes } from './rules/suggested-outcome.ts'
import { courtVectorFamilies } from './vectors.ts'

describe('golden cases of court results', () => {
  it('agree, every one', async () => {
    const cases = (await Promise.all(courtVectorFamilies.map(family => family.run('vectors', 'samples')))).flat()
    expect(cases.length).toBe(10)
    for (const one of cases) expect([one.id, one.actual]).toEqual([one.id, one.agrees ? one.actual : one.expected])
  })
})

describe('a result message that can be read', () => {
  const folder = 'samples/court/spi-results'
  const texts = readdirSync(folder).map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  const codes = fc.oneof(fc.nat(9999).map(String), fc.constantFrom('1116', '3101', '4016', '1507', ''))
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('committed to ', ' Crown Court', 'on 31/02/2026', '9999 weeks', 'F'),
  )
  const dates = fc.constantFrom('0001-01-01', '9999-12-31', '2011-09-26', 'x', '')

  it('has a meaning, whatever its codes, texts and dates', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), codes, words, dates, (text, code, word, date) => {
        const escaped = word.replace(/[^\w /]/g, ' ')
        const outcome = readSpiResult(
          text
            .replace(/<DC:ResultCode>\d+</, `<DC:ResultCode>${code}<`)
            .replace(/<DC:ResultText>[^<]*</g, `<DC:ResultText>${escaped}${escaped}<`)
            .replace(/<DC:DateOfHearing>[^<]*</, `<DC:DateOfHearing>${date}<`)
            .replace(/<DC:ConvictionDate>[^<]*</, `<DC:ConvictionDate>${date}<`),
        )
        if (outcome.kind === 'unreadable') return
        for (const message of outcome.messages) {
          if (message.kind === 'hearing-delete') continue
          for (const defendant of message.cases.flatMap(found => found.defendants)) {
            const meant = hearingResults(defendant.offences, message.hearing.days[0]!.date)
            expect(suggestedOutcomes(meant).length).toBeGreaterThan(0)
            const keys = proposalItems(meant).map(({ key }) => key)
            expect(new Set(keys).size).toBe(keys.length)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})
