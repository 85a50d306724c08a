import { describe, expect, test } from 'vitest'
import {
  type HarmLevel,
  harmLevels,
  type Layer,
  managementChecklist,
  missingAtSigning,
  needScores,
  questionSet,
} from '../../domains/assessment/index.ts'
import { localDate } from '../../platform/calendar/index.ts'
import { madeUpAnswers, madeUpLife } from './answers.ts'

const today = localDate('2026-11-21')
const set = questionSet(today)
const layers: readonly Layer[] = ['CSRP', 'L1', 'L3', 'L3.2']
const levels: readonly (HarmLevel | null)[] = [null, 'LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']

describe.each(layers)('a made-up %s assessment', layer => {
  test.each(levels)('with harm %s has every answer that signing asks for', harm => {
    const answers = madeUpAnswers(set, layer, madeUpLife(1, today, harm))
    const factors = managementChecklist(set, answers, [], today).filter(one => one.ticked)
    const { blocking } = missingAtSigning({
      ...{ layer, set, answers, asAt: today, inCustody: false },
      actions: [{ factors: factors.map(one => one.code), withdrawn: false }],
      mismatch: 'none',
      confirmations: [],
      agreementAnswered: null,
      predictorInputs: [],
    })
    expect(blocking).toEqual([])
    if (layer !== 'CSRP') expect(harmLevels(answers, today)?.overall ?? null).toBe(harm)
  })
})

test('made-up lives differ in what they need', () => {
  const needs = (n: number) =>
    needScores(set, madeUpAnswers(set, 'L3', madeUpLife(n, today, null)))
      .filter(one => one.level !== null && one.level !== 'none')
      .map(one => one.area)
  expect(needs(4)).toEqual([])
  expect(needs(1)).toEqual(expect.arrayContaining(['accommodation', 'drugs', 'lifestyle']))
  expect(needs(0)).toEqual(expect.arrayContaining(['education-employment', 'alcohol']))
})
