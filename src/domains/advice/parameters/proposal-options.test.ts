import { expect, test } from 'vitest'
import { deliverableOption, deliverableOptions } from '../../organisation/index.ts'
import { proposalOptions } from './proposal-options.ts'

test('everything a proposal needs delivered can be kept in the catalogue, under the same name', () => {
  const needed = proposalOptions.filter(one => one.delivery !== null)
  expect(needed.filter(one => !deliverableOption(one.id)).map(one => one.id)).toEqual([])
  expect(deliverableOptions.map(one => one.code).filter(code => !needed.some(one => one.id === code))).toEqual([])
  for (const option of needed) {
    expect([option.id, deliverableOption(option.id)?.name.toLowerCase()]).toEqual([
      option.id,
      option.name.toLowerCase(),
    ])
  }
})
