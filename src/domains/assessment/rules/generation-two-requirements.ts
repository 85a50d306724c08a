import { ageOn } from '../../../platform/calendar/index.ts'
import type { GenerationTwoFacts, PreviousConviction, ScoredAnswers, SexualHistory } from '../model.ts'

export const previousConvictions: readonly PreviousConviction[] = [
  'homicide',
  'wounding',
  'kidnapping',
  'firearms',
  'robbery',
  'aggravated-burglary',
  'weapons',
  'criminal-damage-endangering-life',
  'arson',
]

type Question = keyof ScoredAnswers

const sharedQuestions: readonly Question[] = [
  'q3_4',
  'q4_2',
  'q6_4',
  'q6_7',
  'q6_8',
  'q7_2',
  'q8_1',
  'q8_8',
  'q9_1',
  'q9_2',
  'q11_2',
]

const dynamicQuestions: { readonly [Predictor in 'ARP' | 'VRP' | 'SVRP']: readonly Question[] } = {
  ARP: [...sharedQuestions, 'q12_1'],
  VRP: [...sharedQuestions, 'q11_4'],
  SVRP: ['q2_2', 'q3_4', 'q4_2', 'q9_1', 'q11_4', 'q12_1'],
}

/** What the static form of ARP, VRP or SVRP lacks. `offenceKnown` says that the offence code has a category. */
export function missingForStatic(
  predictor: 'ARP' | 'VRP' | 'SVRP',
  facts: GenerationTwoFacts,
  offenceKnown: boolean,
): readonly string[] {
  const missing: string[] = []
  if (facts.dateOfBirth === null) missing.push('date of birth')
  if (facts.lastSanctionOn === null) missing.push('1.29')
  if (firstSanctionAfterLast(facts)) missing.push('age at first sanction is above age at last sanction')
  if (facts.ageAtFirstSanction === null) missing.push('1.8')
  if (facts.sex === null) missing.push('sex')
  if (facts.offenceCode === null) missing.push('offence code')
  else if (!offenceKnown) missing.push('offence code has no category')
  if (facts.totalSanctions === null) missing.push('1.32')
  if (facts.communityOn === null && facts.lastSanctionOn === null) missing.push('1.38')
  if (predictor !== 'ARP' && facts.violentSanctions === null) missing.push('1.40')
  return missing
}

/** What the dynamic form lacks beyond the static one. 8.8 is asked only once 8.1 is answered, and needs no answer
 *  when drugs were never misused. */
export function missingForDynamic(predictor: 'ARP' | 'VRP' | 'SVRP', facts: GenerationTwoFacts): readonly string[] {
  const { answers, previous } = facts
  const missing: string[] = dynamicQuestions[predictor].filter(question => {
    if (question === 'q8_8' && answers.q8_1 !== 'yes') return false
    return answers[question] === null
  })
  if (predictor !== 'SVRP') return missing
  return [
    ...missing,
    ...previousConvictions.filter(kind => (previous[kind] ?? null) === null).map(kind => `R1.2 ${kind}`),
  ]
}

const sexualCounts = [
  ['contactAdult', '1.34'],
  ['contactChild', '1.45'],
  ['images', '1.46'],
  ['otherNonContact', '1.37'],
] as const

/** True when all four counts are known and zero although sexual offending is on record. */
export function sexualCountsContradict(sexual: SexualHistory): boolean {
  return sexual.everCommitted === true && sexualCounts.every(([key]) => sexual[key] === 0)
}

/** What the sexual part of DC-SRP ('direct'), IIC-SRP ('images') or CSRP ('combined') lacks for a man with a history. */
export function missingSexual(sexual: SexualHistory, part: 'direct' | 'images' | 'combined'): readonly string[] {
  const missing: string[] = []
  if (sexualCountsContradict(sexual)) missing.push('no sexual sanction counts')
  for (const [key, code] of sexualCounts) {
    if (sexual[key] === null && (key !== 'images' || part !== 'direct')) missing.push(code)
  }
  if (part === 'images') return missing
  if (sexual.latestOn === null) missing.push('1.33')
  if (sexual.currentMotivated === null) missing.push('1.41')
  const strangerAsked = sexual.currentMotivated === 'yes' || sexual.currentMotivated === 'not-asked'
  if (strangerAsked && sexual.strangerVictim === null) missing.push('1.44')
  return missing
}

function firstSanctionAfterLast({ dateOfBirth, lastSanctionOn, ageAtFirstSanction }: GenerationTwoFacts): boolean {
  if (dateOfBirth === null || lastSanctionOn === null || ageAtFirstSanction === null) return false
  return ageAtFirstSanction > ageOn(dateOfBirth, lastSanctionOn)
}
