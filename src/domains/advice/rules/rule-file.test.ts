import { describe, expect, it } from 'vitest'
import { proposalRules } from '../parameters/rule-rows.ts'
import { readRuleFile } from './rule-file.ts'

const row = {
  id: 'curfew.address',
  option: 'curfew',
  orders: ['community-order'],
  effect: 'not-eligible-unless',
  when: { fact: 'person.curfew-address-suitable', is: true },
  appliesTo: 'sentence',
  from: '2026-01-01',
  to: null,
  areas: null,
  source: { kind: 'policy', cite: 'Northmoor local policy 4' },
  status: 'inferred',
  text: 'There is a suitable address.',
}
const read = (...rows: readonly object[]) => readRuleFile({ version: 'local-1', rows })

describe('a rule file', () => {
  it('is read with its version and rows', () => {
    expect(read(row)).toEqual({ version: 'local-1', rows: [row] })
    expect(read({ ...row, to: '2026-06-30' }, { ...row, from: '2026-07-01' }).rows).toHaveLength(2)
  })
  it('whose days overlap is refused naming both rows', () => {
    expect(() => read({ ...row, to: '2026-07-01' }, { ...row, from: '2026-07-01' })).toThrow(
      'Rule row 2 (curfew.address): its days overlap those of row 1; end that row the day before',
    )
    expect(() => read(row, { ...row, from: '2027-01-01' })).toThrow(/Rule row 2 \(curfew.address\): its days overlap/)
  })
  it('may hold two versions on one day for different areas or orders', () => {
    expect(read({ ...row, areas: ['Northmoor'] }, { ...row, areas: ['Southmoor'] }).rows).toHaveLength(2)
    expect(() => read({ ...row, areas: ['Northmoor'] }, { ...row, areas: ['Southmoor', 'Northmoor'] })).toThrow(
      /overlap/,
    )
    expect(() => read(row, { ...row, areas: ['Northmoor'] })).toThrow(/overlap/)
    expect(read(row, { ...row, orders: ['suspended-sentence'] }).rows).toHaveLength(2)
  })
  it.each([
    ['without a source', { source: undefined }, /Rule row 2 \(second\): needs a source with a kind/],
    ['with an empty citation', { source: { kind: 'policy', cite: ' ' } }, /Rule row 2 \(second\): needs a source/],
    ['with a kind of source we do not know', { source: { kind: 'rumour', cite: 'Heard it' } }, /needs a source/],
    ['of an option that does not exist', { option: 'stocks' }, /Rule row 2 \(second\): there is no option "stocks"/],
    ['with a day that does not exist', { from: '2026-02-30' }, /from must be a date/],
    ['that ends before it starts', { to: '2025-12-31' }, /to \(2025-12-31\) comes before from/],
    ['without a first day', { from: null }, /only a row that commences an option may have no first day/],
    ['for no order', { orders: [] }, /orders must list/],
    ['with another effect', { effect: 'perhaps' }, /effect must be one of/],
    ['that asks for ethnicity', { when: { fact: 'person.ethnicity', is: 'x' } }, /there is no fact "person.ethnicity"/],
    ['that asks for religion', { when: { any: [{ fact: 'person.religion', is: 'x' }] } }, /no fact "person.religion"/],
    ['that asks two things at once', { when: { fact: 'person.sex', is: 'male', atLeast: 1 } }, /exactly one of/],
    ['without words', { text: '' }, /needs a text in plain words/],
  ])('with a row %s is refused naming it', (_what, change, message) => {
    expect(() => read(row, { ...row, id: 'second', ...change })).toThrow(message)
  })
  it.each([null, [], 'text', {}, { version: '1' }, { version: '1', rows: [null] }])('of shape %j is refused', file => {
    expect(() => readRuleFile(file)).toThrow(/^(The rule file|Rule row 1)/)
  })
})

it('our own rules are read by the same check, each with a citation', () => {
  expect(readRuleFile(proposalRules)).toEqual(proposalRules)
  expect(proposalRules.rows.filter(one => one.source.cite.length < 8)).toEqual([])
})

it('what is not verified says so', () => {
  const sure = proposalRules.rows.filter(one => one.source.kind === 'assumption' && one.status === 'verified')
  expect(sure).toEqual([])
})
