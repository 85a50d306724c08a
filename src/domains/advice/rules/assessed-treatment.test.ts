import { expect, test } from 'vitest'
import { assessedTreatment } from './assessed-treatment.ts'

const from = (answers: Readonly<Record<string, string>>) => assessedTreatment(new Map(Object.entries(answers)))
const unknown = { criterionMet: null, willing: null }

test('no answers settle nothing', () => {
  expect(from({})).toEqual({ alcohol: unknown, drugs: unknown })
})

test('drugs used now and wanting to deal with it settle propensity and willingness; never misused settles that too', () => {
  expect(from({ '8.1': 'YES', '8.4': '2', '8.8': '0' }).drugs).toEqual({ criterionMet: true, willing: true })
  expect(from({ '8.1': 'YES', '8.5': '2', 'S-drugs.change': 'NEEDS_HELP_TO_MAKE_CHANGES' }).drugs.willing).toBe(true)
  expect(from({ '8.1': 'NO' }).drugs).toEqual({ criterionMet: false, willing: null })
})

test('misuse in the past alone is left to be asked, and so is somebody who does not want to', () => {
  expect(from({ '8.1': 'YES', '8.4': '0', '8.5': '0', '8.8': '0' }).drugs).toEqual(unknown)
  expect(from({ '8.1': 'YES', '8.4': '2', '8.8': '2' }).drugs).toEqual({ criterionMet: true, willing: null })
  expect(from({ '8.1': 'YES', '8.4': 'M', '8.5': 'M', '8.8': 'M' }).drugs).toEqual(unknown)
})

test('problem drinking is not dependence: that is asked; no problem now or before is no dependence', () => {
  expect(from({ '9.1': '2', '9.2': '2', '9.3': '2', '9.5': '0' }).alcohol).toEqual({
    criterionMet: null,
    willing: true,
  })
  expect(from({ '9.1': '0', '9.2': '0', '9.3': '0' }).alcohol).toEqual({ criterionMet: false, willing: null })
  expect(from({ '9.1': '0', '9.2': '0', '9.3': 'M' }).alcohol).toEqual(unknown)
})
