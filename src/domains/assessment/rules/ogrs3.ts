import { ageOn } from '../../../platform/calendar/index.ts'
import type { Fault, GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import { actuarialData, type PerSex } from '../parameters/actuarial-data.ts'
import { fault, missingInput, notScoredOne, scoredOne } from './generation-one-answer.ts'
import { type BandBounds, bandOf, logistic, rounded, Tally, wholePercentOf } from './scoring.ts'

type Ogrs3Data = {
  readonly constantOneYear: number
  readonly constantTwoYear: number
  readonly copasCoefficient: number
  readonly copasBoostYears: number
  readonly convictionStatus: { readonly first: number; readonly repeat: number }
  readonly ageSexBands: readonly (PerSex<number> & { readonly min: number; readonly max: number | null })[]
  readonly offenceGroups: { readonly [group: string]: number }
  readonly bandsTwoYear: BandBounds
}

/** Any proven reoffending within one and two years, first generation. Rule: actuarial-risk.md section 2.1. */
export function ogrs3(facts: GenerationOneFacts): GenerationOneAnswer {
  const data = actuarialData(facts.assessedOn)
  const parameters = data.coefficients.generation1.OGRS3 as Ogrs3Data
  const group = data.offences.get(facts.offenceCode ?? '')?.ogrs3Group ?? ''
  const faults = faultsOf(facts, group)
  if (faults.length > 0) return notScoredOne('OGRS3', facts, faults)

  const birth = facts.dateOfBirth!
  const total = facts.totalSanctions!
  const career = ageOn(birth, facts.convictedOn!) - facts.ageAtFirstSanction!
  const age = ageOn(birth, facts.followUpFrom!)
  const ageBand = parameters.ageSexBands.find(band => age >= band.min && (band.max === null || age <= band.max))!

  const tally = new Tally()
  const rate = Math.log(total / (parameters.copasBoostYears + career))
  tally.add('sanction rate', parameters.copasCoefficient * rate)
  tally.add('conviction status', total === 1 ? parameters.convictionStatus.first : parameters.convictionStatus.repeat)
  tally.add('age and sex', facts.sex === 'male' ? ageBand.male : ageBand.female)
  tally.add('offence', parameters.offenceGroups[group] ?? 0)
  const oneYearPercent = wholeOf(tally.linear + parameters.constantOneYear)
  tally.add('two-year constant', parameters.constantTwoYear)
  const percent = wholeOf(tally.linear)
  const { linear, contributions } = tally
  const band = bandOf(percent, parameters.bandsTwoYear)
  return scoredOne('OGRS3', facts, { percent, band, linear, contributions }, { oneYearPercent })
}

/** The probability is rounded to five decimals before the whole per cent. */
function wholeOf(linear: number): number {
  return wholePercentOf(rounded(logistic(linear), 5))
}

function faultsOf(facts: GenerationOneFacts, group: string): readonly Fault[] {
  const first: Fault[] = [
    ...missingInput(facts, [
      'sex',
      'dateOfBirth',
      'convictedOn',
      'followUpFrom',
      'totalSanctions',
      'ageAtFirstSanction',
      'offenceCode',
    ]),
  ]
  if (facts.totalSanctions !== null && facts.totalSanctions < 1) {
    first.push(fault('total-sanctions-below-one', 'totalSanctions'))
  }
  if (facts.offenceCode !== null && facts.offenceCode.length !== 5) {
    first.push(fault('offence-code-format', 'offenceCode'))
  }
  if (first.length > 0) return first

  const birth = facts.dateOfBirth!
  if (facts.convictedOn! <= birth) return [fault('date-not-after-birth', 'convictedOn')]
  if (facts.followUpFrom! <= birth) return [fault('date-not-after-birth', 'followUpFrom')]
  const second: Fault[] = []
  const ageAtConviction = ageOn(birth, facts.convictedOn!)
  if (ageAtConviction < 10) second.push(fault('under-ten-at-conviction', 'convictedOn'))
  if (facts.ageAtFirstSanction! > ageAtConviction) {
    second.push(fault('first-sanction-after-conviction', 'ageAtFirstSanction'))
  }
  if (group === 'NEED_EXACT_OFFENCE') second.push(fault('offence-needs-detail', 'offenceCode'))
  if (group === '') second.push(fault('offence-not-mapped', 'offenceCode'))
  if (second.length > 0) return second
  return ageOn(birth, facts.followUpFrom!) < 10 ? [fault('under-ten-at-follow-up', 'followUpFrom')] : []
}
