import { ageOn } from '../../../platform/calendar/index.ts'
import type { Drug, GenerationTwoFacts, PreviousConviction } from '../model.ts'
import type { ActuarialData } from '../parameters/actuarial-data.ts'
import { previousConvictions } from './generation-two-requirements.ts'
import { type BandBounds, bandOf, completedMonths, logistic, percentOf, polynomial, Tally } from './scoring.ts'

export type ReoffendingPredictor = 'ARP' | 'VRP' | 'SVRP'
export type Basis = 'static' | 'dynamic'

/** One coefficient set of the second generation, as the data file has it. What is absent weighs nothing. */
type Coefficients = {
  readonly agePoly: { readonly male: readonly number[]; readonly female: readonly number[] }
  readonly ofmPoly: readonly number[]
  readonly offence: { readonly [category: string]: number }
  readonly drugs: { readonly [drug: string]: number }
} & { readonly [name: string]: unknown }

export type GenerationTwoData = {
  readonly careerBoostYears: { readonly copasG: number; readonly copasV: number; readonly violentRate: number }
  readonly ofmCapMonths: number
  readonly bands: { readonly [Predictor in ReoffendingPredictor | 'CSRP']: BandBounds }
  readonly CSRP: { readonly femaleSexualOffender: number }
  readonly DC_SRP: { readonly intercept: number; readonly slope: number; readonly bands: BandBounds }
  readonly IIC_SRP: { readonly [rung: string]: number }
}

/** The second generation's block of the data file. */
export function generationTwoData(data: ActuarialData): GenerationTwoData {
  return data.coefficients.generation2 as unknown as GenerationTwoData
}

/** The score of a complete set of facts: every required fact is known (see generation-two-requirements).
 *  Rule: actuarial-risk.md section 3. */
export function reoffendingScore(
  predictor: ReoffendingPredictor,
  basis: Basis,
  facts: GenerationTwoFacts,
  category: string,
  data: ActuarialData,
) {
  const { careerBoostYears, ofmCapMonths, bands } = generationTwoData(data)
  const set = data.coefficients.generation2[`${predictor}_${basis.toUpperCase()}`] as Coefficients
  const weigh = (name: string): number => (set[name] as number | undefined) ?? 0
  const male = facts.sex === 'male'
  const sexed = (name: string): number => weigh(name + (male ? 'Male' : 'Female'))

  const birth = facts.dateOfBirth!
  const from = facts.communityOn ?? facts.lastSanctionOn!
  const total = facts.totalSanctions!
  const career = ageOn(birth, facts.lastSanctionOn!) - facts.ageAtFirstSanction!
  const offenceFreeMonths = Math.min(Math.max(completedMonths(from, facts.assessedOn), 0), ofmCapMonths)

  const tally = new Tally()
  tally.add('intercept', weigh('intercept'))
  tally.add('age', polynomial(male ? set.agePoly.male : set.agePoly.female, ageOn(birth, from)))
  if (!male) tally.add('female', weigh('female'))
  tally.add('offence', set.offence[category] ?? 0)
  if (total === 1) tally.add('first sanction', weigh('firstSanction'))
  if (total === 2) {
    tally.add('second sanction', weigh('secondSanction'))
    tally.add('years from first to second sanction', career * sexed('secondGapPerYear'))
  }
  tally.add('sanctions', total * weigh('perSanction'))
  tally.add('offence-free months', polynomial(set.ofmPoly, offenceFreeMonths))
  if (total > 2) {
    const rate = Math.log(total / (careerBoostYears.copasG + career))
    tally.add('sanction rate', rate * sexed('copasG'))
    tally.add('sanction rate squared', rate * rate * sexed('copasGSquared'))
    const violentWeight = sexed('copasV')
    if (violentWeight !== 0) {
      tally.add('sanction rate, violent scale', Math.log(total / (careerBoostYears.copasV + career)) * violentWeight)
    }
  }
  if (predictor !== 'ARP') addViolentHistory(tally, facts.violentSanctions!, career, careerBoostYears.violentRate)
  if (basis === 'dynamic') addDynamic(tally, facts, set, weigh)

  const percent = percentOf(logistic(tally.linear))
  return { percent, band: bandOf(percent, bands[predictor]), linear: tally.linear, contributions: tally.contributions }

  function addViolentHistory(into: Tally, violent: number, careerYears: number, boost: number): void {
    if (violent === 0) into.add('never sanctioned for violence', sexed('neverViolent'))
    if (violent === 1) into.add('once sanctioned for violence', weigh('onceViolent'))
    if (violent > 0) {
      into.add('violent sanctions', violent * weigh('perViolentSanction'))
      into.add('violent sanction rate', Math.log(violent / (boost + careerYears)) * weigh('violentRate'))
    }
  }
}

const answerWeights = [
  ['q2_2', 'q2_2_weapon'],
  ['q3_4', 'q3_4'],
  ['q4_2', 'q4_2'],
  ['q6_4', 'q6_4'],
  ['q6_7', 'q6_7_daPerpetratorPartner'],
  ['q7_2', 'q7_2'],
  ['q9_1', 'q9_1'],
  ['q9_2', 'q9_2'],
  ['q11_2', 'q11_2'],
  ['q11_4', 'q11_4'],
  ['q12_1', 'q12_1'],
] as const

const drugWeights: { readonly [Kind in Drug]?: string } = {
  heroin: 'heroin',
  methadone: 'methadone',
  'other-opiate': 'otheropiate',
  crack: 'crack',
  'powder-cocaine': 'cokepowder',
  'misused-prescribed': 'prescribed',
  benzodiazepines: 'benzo',
  cannabis: 'cannabis',
  steroids: 'steroid',
}
const anyOtherDrug: readonly Drug[] = ['hallucinogens', 'ketamine', 'solvents', 'spice', 'other']

const previousWeights: { readonly [Kind in PreviousConviction]: string } = {
  homicide: 'prev_homicide',
  wounding: 'prev_woundingGbh',
  kidnapping: 'prev_kidnap',
  firearms: 'prev_firearm',
  robbery: 'prev_robbery',
  'aggravated-burglary': 'prev_aggravatedBurglary',
  weapons: 'prev_weaponNotFirearm',
  'criminal-damage-endangering-life': 'prev_criminalDamageLife',
  arson: 'prev_arson',
}

function addDynamic(tally: Tally, facts: GenerationTwoFacts, set: Coefficients, weigh: (name: string) => number): void {
  const { answers, drugs, previous } = facts
  for (const [question, weight] of answerWeights) tally.add(question, (answers[question] ?? 0) * weigh(weight))
  const motivation = answers.q8_1 === 'no' ? 0 : (answers.q8_8 ?? 0)
  tally.add('q8_8', motivation * weigh('q8_8'))
  if (answers.q6_8 === 1) {
    tally.add('lives with partner', weigh('liveIn'))
    tally.add('q6_4 living together', (answers.q6_4 ?? 0) * weigh('q6_4_ifLiveIn'))
  }
  for (const drug of drugs) {
    const name = drugWeights[drug]
    if (name) tally.add(`drug ${drug}`, set.drugs[name] ?? 0)
  }
  if (drugs.some(drug => anyOtherDrug.includes(drug))) tally.add('any other drug', set.drugs.anyotherdrug ?? 0)
  for (const kind of previousConvictions) {
    if (previous[kind]) tally.add(`previous ${kind}`, weigh(previousWeights[kind]))
  }
}
