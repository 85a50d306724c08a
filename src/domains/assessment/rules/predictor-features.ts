import { ageOn } from '../../../platform/calendar/index.ts'
import type { GenerationTwoFacts } from '../model.ts'
import { completedMonths } from './scoring.ts'

/** What a predictor from a file may rest on. Null is not known. */
const readers = {
  age: (facts: GenerationTwoFacts) => {
    const from = facts.communityOn ?? facts.lastSanctionOn
    return facts.dateOfBirth && from ? ageOn(facts.dateOfBirth, from) : null
  },
  female: (facts: GenerationTwoFacts) => (facts.sex === null ? null : facts.sex === 'female' ? 1 : 0),
  totalSanctions: (facts: GenerationTwoFacts) => facts.totalSanctions,
  violentSanctions: (facts: GenerationTwoFacts) => facts.violentSanctions,
  ageAtFirstSanction: (facts: GenerationTwoFacts) => facts.ageAtFirstSanction,
  careerYears: (facts: GenerationTwoFacts) => {
    const { dateOfBirth, lastSanctionOn, ageAtFirstSanction } = facts
    if (!dateOfBirth || !lastSanctionOn || ageAtFirstSanction === null) return null
    return ageOn(dateOfBirth, lastSanctionOn) - ageAtFirstSanction
  },
  offenceFreeMonths: (facts: GenerationTwoFacts) => {
    const from = facts.communityOn ?? facts.lastSanctionOn
    return from ? Math.max(completedMonths(from, facts.assessedOn), 0) : null
  },
  everSexualOffence: (facts: GenerationTwoFacts) => flag(facts.sexual.everCommitted),
  q2_2: (facts: GenerationTwoFacts) => facts.answers.q2_2,
  q3_4: (facts: GenerationTwoFacts) => facts.answers.q3_4,
  q4_2: (facts: GenerationTwoFacts) => facts.answers.q4_2,
  q6_4: (facts: GenerationTwoFacts) => facts.answers.q6_4,
  q6_7: (facts: GenerationTwoFacts) => facts.answers.q6_7,
  q7_2: (facts: GenerationTwoFacts) => facts.answers.q7_2,
  q8_8: (facts: GenerationTwoFacts) => (facts.answers.q8_1 === 'no' ? 0 : facts.answers.q8_8),
  q9_1: (facts: GenerationTwoFacts) => facts.answers.q9_1,
  q9_2: (facts: GenerationTwoFacts) => facts.answers.q9_2,
  q11_2: (facts: GenerationTwoFacts) => facts.answers.q11_2,
  q11_4: (facts: GenerationTwoFacts) => facts.answers.q11_4,
  q12_1: (facts: GenerationTwoFacts) => facts.answers.q12_1,
} as const

export type FeatureName = keyof typeof readers

export const featureNames = Object.keys(readers) as readonly FeatureName[]

export function isFeature(value: unknown): value is FeatureName {
  return typeof value === 'string' && Object.hasOwn(readers, value)
}

/** The value of a feature, null when the facts do not say. */
export function featureOf(name: FeatureName, facts: GenerationTwoFacts): number | null {
  return readers[name](facts)
}

function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0
}
