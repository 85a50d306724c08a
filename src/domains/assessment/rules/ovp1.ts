import { ageOn } from '../../../platform/calendar/index.ts'
import type { Fault, GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { fault, missingInput, notScoredOne, scoredOne } from './generation-one-answer.ts'
import { type BandBounds, bandOf, logistic, Tally, wholePercentOf } from './scoring.ts'

/** A scale of points turned into probabilities of one and two years. */
export type PointScale = {
  readonly slope: number
  readonly oneYear: number
  readonly twoYear: number
  readonly bandsTwoYear: BandBounds
}

/** Violent reoffending on the 100-point scale, first generation. Rule: actuarial-risk.md section 2.2. */
export function ovp1(facts: GenerationOneFacts): GenerationOneAnswer {
  const faults = faultsOf(facts)
  if (faults.length > 0) return notScoredOne('OVP1', facts, faults)
  const { answers } = facts
  const total = facts.totalSanctions!
  const violent = facts.violentSanctions!

  const tally = new Tally()
  tally.add('any sanction', total > 0 ? 5 : 0)
  tally.add('violent sanctions', violentPoints(violent))
  tally.add('non-violent sanctions', nonViolentPoints(total - violent))
  tally.add('age', agePoints(ageOn(facts.dateOfBirth!, facts.followUpFrom!)))
  tally.add('male', facts.sex === 'male' ? 5 : 0)
  tally.add('does not recognise impact', answers.recognisesImpact ? 0 : 4)
  tally.add('no fixed abode', answers.noFixedAbode ? 4 : 0)
  tally.add('unemployed', answers.unemployed ? 4 : 0)
  tally.add('alcohol', Math.ceil(2.5 * (answers.alcoholUse! + answers.bingeDrinking!)))
  tally.add('psychiatric treatment', answers.psychiatricTreatment ? 4 : 0)
  tally.add('temper control', 3 * answers.temperControl!)
  tally.add('pro-criminal attitudes', 3 * answers.proCriminalAttitudes!)
  return scoredOnScale(
    'OVP1',
    facts,
    tally,
    actuarialData(facts.assessedOn).coefficients.generation1.OVP1 as PointScale,
  )
}

/** The probabilities and the two-year band of a number of points. */
export function scoredOnScale(
  predictor: 'OVP1' | 'OGP1',
  facts: GenerationOneFacts,
  { linear: points, contributions }: Tally,
  scale: PointScale,
): GenerationOneAnswer {
  const oneYearPercent = wholePercentOf(logistic(scale.slope * points - scale.oneYear))
  const percent = wholePercentOf(logistic(scale.slope * points - scale.twoYear))
  const band = bandOf(percent, scale.bandsTwoYear)
  return scoredOne(
    predictor,
    facts,
    { percent, band, linear: points, contributions },
    { oneYearPercent, points, basis: 'dynamic' },
  )
}

function faultsOf(facts: GenerationOneFacts): readonly Fault[] {
  const first: Fault[] = [
    ...missingInput(
      facts,
      ['sex', 'dateOfBirth', 'followUpFrom', 'totalSanctions', 'violentSanctions'],
      [
        'recognisesImpact',
        'noFixedAbode',
        'unemployed',
        'alcoholUse',
        'bingeDrinking',
        'psychiatricTreatment',
        'temperControl',
        'proCriminalAttitudes',
      ],
    ),
  ]
  if (facts.totalSanctions !== null && facts.totalSanctions < 1) {
    first.push(fault('total-sanctions-below-one', 'totalSanctions'))
  }
  if (first.length > 0) return first
  if (ageOn(facts.dateOfBirth!, facts.followUpFrom!) < 18) return [fault('under-eighteen', 'followUpFrom')]
  if (facts.violentSanctions! > facts.totalSanctions!) return [fault('violent-above-total', 'violentSanctions')]
  return []
}

function violentPoints(violent: number): number {
  if (violent >= 18) return 25
  return violent >= 6 ? violent + 7 : ([0, 4, 7, 9, 11, 12][violent] ?? 0)
}

function nonViolentPoints(count: number): number {
  if (count >= 21) return 5
  if (count >= 11) return 4
  if (count >= 5) return 3
  return count >= 3 ? 2 : 0
}

/** Youngest age first: the points from that age up to the next. */
const pointsFromAge = [
  [51, 0],
  [46, 2],
  [41, 4],
  [36, 6],
  [31, 8],
  [26, 10],
  [24, 12],
  [22, 14],
  [20, 17],
  [18, 20],
] as const

function agePoints(age: number): number {
  return pointsFromAge.find(([from]) => age >= from)?.[1] ?? 0
}
