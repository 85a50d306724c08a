import { ageOn } from '../../../platform/calendar/index.ts'
import type { Fault, GenerationOneAnswer, GenerationOneFacts } from '../generation-one-model.ts'
import type { PreviousConviction } from '../model.ts'
import { actuarialData, type OffenceGroup, type PerSex } from '../parameters/actuarial-data.ts'
import { fault, missingInput, notScoredOne, scoredOne } from './generation-one-answer.ts'
import { completedMonths, logistic, percentOf, polynomial, Tally } from './scoring.ts'

type Snsv1Data = {
  readonly intercept: number
  readonly agePoly: PerSex<readonly number[]>
  readonly female: number
  readonly firstSanction: number
  readonly secondSanction: number
  readonly perSanction: number
  readonly secondGapPerYear: PerSex<number>
  readonly ofmPoly: readonly number[]
  readonly copasV: PerSex<number>
  readonly onceViolent: number
  readonly neverViolent: PerSex<number>
  readonly perViolentSanction: number
  readonly violentRate: number
  readonly offence: { readonly [category: string]: number }
  readonly offenceExtra: { readonly [category: string]: number }
  readonly weapon: number
  readonly q3_4: number
  readonly q4_2: number
  readonly q6_4: number
  readonly q9_1: number
  readonly q9_2: number
  readonly q11_2: number
  readonly q11_4: number
  readonly q12_1: number
  readonly daPartner: number
  readonly previous: { readonly [kind: string]: number }
}

const dynamicAnswers = [
  'weapon',
  'accommodation',
  'unemployed',
  'partnerRelationship',
  'alcoholUse',
  'bingeDrinking',
  'impulsivity',
  'temperControl',
  'proCriminalAttitudes',
] as const

/** Serious non-sexual violence within two years, first generation. Dynamic where every dynamic answer is there; else
 *  static, with the missing answers as a fault beside the score. Rule: actuarial-risk.md section 2.4. */
export function snsv1(facts: GenerationOneFacts): GenerationOneAnswer {
  const data = actuarialData(facts.assessedOn)
  const group = data.offences.get(facts.offenceCode ?? '')
  const faults = faultsOf(facts, group)
  if (faults.length > 0) return notScoredOne('SNSV1', facts, faults)

  const { basis, missing } = snsv1Basis(facts)
  const incomplete = missing.length > 0 ? [fault('missing-dynamic-input', ...missing)] : []
  const sets = data.coefficients.generation1.SNSV1 as { readonly STATIC: Snsv1Data; readonly DYNAMIC: Snsv1Data }

  const tally = new Tally()
  addStatic(tally, facts, group!.snsv1Category, basis === 'static' ? sets.STATIC : sets.DYNAMIC)
  if (basis === 'dynamic') addDynamic(tally, facts, sets.DYNAMIC)
  const { linear, contributions } = tally
  const percent = percentOf(logistic(linear))
  return scoredOne(
    'SNSV1',
    facts,
    { percent, band: 'not-applicable', linear, contributions },
    { basis, faults: incomplete },
  )
}

/** The form asked for, else dynamic when nothing of it is missing. Nothing is missing of a static form asked for. */
export function snsv1Basis(facts: GenerationOneFacts): {
  readonly basis: 'static' | 'dynamic'
  readonly missing: readonly string[]
} {
  if (facts.snsvBasis === 'static') return { basis: 'static', missing: [] }
  const missing = missingDynamic(facts)
  return { basis: facts.snsvBasis ?? (missing.length > 0 ? 'static' : 'dynamic'), missing }
}

function addStatic(tally: Tally, facts: GenerationOneFacts, category: string, set: Snsv1Data): void {
  const sex = facts.sex === 'male' ? 'male' : 'female'
  const birth = facts.dateOfBirth!
  const from = facts.followUpFrom!
  const total = facts.totalSanctions!
  const violent = facts.violentSanctions!
  const career = ageOn(birth, facts.convictedOn!) - facts.ageAtFirstSanction!
  const months = from >= facts.assessedOn ? 0 : Math.min(36, completedMonths(from, facts.assessedOn))

  tally.add('intercept', set.intercept)
  tally.add('age', polynomial(set.agePoly[sex], ageOn(birth, from)))
  if (sex === 'female') tally.add('female', set.female)
  tally.add('offence', (set.offence[category] ?? 0) + (set.offenceExtra[category] ?? 0))
  if (total === 1) tally.add('first sanction', set.firstSanction)
  if (total === 2) {
    tally.add('second sanction', set.secondSanction)
    tally.add('years from first to second sanction', career * set.secondGapPerYear[sex])
  }
  tally.add('sanctions', total * set.perSanction)
  tally.add('offence-free months', polynomial(set.ofmPoly, months))
  if (total >= 3) tally.add('sanction rate', Math.log(total / (career + 12)) * set.copasV[sex])
  if (violent === 0) tally.add('never sanctioned for violence', set.neverViolent[sex])
  if (violent === 1) tally.add('once sanctioned for violence', set.onceViolent)
  if (violent > 0) {
    tally.add('violent sanctions', violent * set.perViolentSanction)
    tally.add('violent sanction rate', Math.log(violent / (career + 30)) * set.violentRate)
  }
}

const previousNames: { readonly [Kind in PreviousConviction]: string } = {
  homicide: 'HOMICIDE',
  wounding: 'WOUNDING_GBH',
  kidnapping: 'KIDNAPPING',
  firearms: 'FIREARMS',
  robbery: 'ROBBERY',
  'aggravated-burglary': 'AGGRAVATED_BURGLARY',
  weapons: 'WEAPON',
  'criminal-damage-endangering-life': 'CRIMINAL_DAMAGE',
  arson: 'ARSON',
}

function addDynamic(tally: Tally, { answers, previous }: GenerationOneFacts, set: Snsv1Data): void {
  tally.add('weapon', answers.weapon ? set.weapon : 0)
  tally.add('accommodation', answers.accommodation! * set.q3_4)
  tally.add('unemployed', answers.unemployed ? 2 * set.q4_2 : 0)
  tally.add('partner relationship', answers.partnerRelationship! * set.q6_4)
  tally.add('alcohol use', answers.alcoholUse! * set.q9_1)
  tally.add('binge drinking', answers.bingeDrinking! * set.q9_2)
  tally.add('impulsivity', answers.impulsivity! * set.q11_2)
  tally.add('temper control', answers.temperControl! * set.q11_4)
  tally.add('pro-criminal attitudes', answers.proCriminalAttitudes! * set.q12_1)
  tally.add('abuse against partner', answers.domesticAbuse && answers.abuseAgainstPartner ? set.daPartner : 0)
  for (const kind of previous ?? []) tally.add(`previous ${kind}`, set.previous[previousNames[kind]] ?? 0)
}

function missingDynamic({ answers, previous }: GenerationOneFacts): readonly string[] {
  const missing: string[] = dynamicAnswers.filter(answer => answers[answer] === null)
  if (answers.domesticAbuse === null) missing.push('domesticAbuse')
  if (answers.domesticAbuse && answers.abuseAgainstPartner === null) missing.push('abuseAgainstPartner')
  if (previous === null) missing.push('previous')
  return missing
}

function faultsOf(facts: GenerationOneFacts, group: OffenceGroup | undefined): readonly Fault[] {
  const { offenceCode, totalSanctions, violentSanctions, followUpFrom, convictedOn, dateOfBirth } = facts
  const found: Fault[] = [
    ...missingInput(facts, [
      'sex',
      'dateOfBirth',
      'convictedOn',
      'offenceCode',
      'totalSanctions',
      'ageAtFirstSanction',
      'supervision',
      'followUpFrom',
      'violentSanctions',
    ]),
  ]
  const { basis, missing } = snsv1Basis(facts)
  if (basis === 'dynamic' && missing.length > 0) found.push(fault('missing-dynamic-input', ...missing))
  if (offenceCode !== null && offenceCode.length !== 5) found.push(fault('offence-code-format', 'offenceCode'))
  if (totalSanctions !== null && violentSanctions !== null && violentSanctions > totalSanctions) {
    found.push(fault('violent-above-total', 'violentSanctions'))
  }
  if (followUpFrom !== null && convictedOn !== null && followUpFrom < convictedOn) {
    found.push(fault('follow-up-before-conviction', 'followUpFrom'))
  }
  if (dateOfBirth !== null && convictedOn !== null && facts.ageAtFirstSanction !== null) {
    if (facts.ageAtFirstSanction > ageOn(dateOfBirth, convictedOn)) {
      found.push(fault('first-sanction-after-conviction', 'ageAtFirstSanction'))
    }
  }
  if (found.length > 0) return found
  if (!group?.snsv1Category) return [fault('offence-not-mapped', 'offenceCode')]
  return totalSanctions! < 1 ? [fault('total-sanctions-below-one', 'totalSanctions')] : []
}
