import { expect, test } from 'vitest'
import { orderLines } from './proposed-in-words.ts'

test('an order is told with its length and each requirement with its amount', () => {
  expect(
    orderLines({
      ...{ family: 'suspended-sentence', length: { months: 6 }, operationalPeriod: { years: 1, months: 6 } },
      supervisionPeriod: { months: 12 },
      requirements: [
        { option: 'unpaid-work', kind: 'unpaid-work', length: { amount: 80, unit: 'hours' }, curfew: null },
        {
          option: 'curfew',
          kind: 'curfew',
          length: { amount: 1, unit: 'months' },
          curfew: { hoursADay: 9, times: [] },
        },
        { option: 'unheard-of', kind: 'unpaid-work', length: null, curfew: null },
      ],
    }),
  ).toEqual([
    'Suspended sentence order, 6 months, suspended for 1 year 6 months, supervised for 12 months',
    'Unpaid work: 80 hours',
    expect.stringMatching(/^Curfew.*: 1 month, 9 hours a day$/),
    'unheard-of',
  ])
})
