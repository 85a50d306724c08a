import {
  type ActuarialData,
  type AnswerValue,
  type GenerationTwoFacts,
  generationTwoScores,
  predictorFacts,
} from '../../domains/assessment/index.ts'
import { localDate } from '../../platform/calendar/index.ts'
import { randomFrom } from '../made-up-people/random.ts'

const offences = ['TH68010', 'CJ88116', 'OF61102', 'RT88191', 'RT88007'] as const
const zeroToTwo = ['0', '1', '2'] as const
const problems = ['3.4', '6.4', '7.2', '8.8', '9.1', '9.2', '11.2', '11.4', '11.6', '11.7', '11.9', '12.1'] as const

/** A record and answers drawn from a number: the same for the same number. Nearly all can be scored dynamically. */
export function madeUpScoring(n: number) {
  const random = randomFrom(n + 1)
  const total = random.whole(1, 30)
  const answers: Record<string, AnswerValue> = {
    '1.8': String(random.whole(12, 18)),
    '1.32': String(total),
    '1.40': String(random.whole(0, Math.min(total, 6))),
    '1.30': random.chance(0.06) ? 'YES' : 'NO',
    '1.33': '2024-03-01',
    '1.34': '1',
    '1.45': '0',
    '1.46': String(random.whole(0, 2)),
    '1.37': '0',
    '1.41': 'NO',
    '2.2': random.chance(0.2) ? ['WEAPON'] : ['NONE'],
    '2.6': 'YES',
    '3.3': 'NO',
    '4.2': random.pick(['YES', 'NO']),
    '6.7': 'NO',
    '6.8': random.pick(['1', '2', '3']),
    '8.1': 'YES',
    '8.2': random.chance(0.4) ? ['crack', 'heroin'] : ['cannabis'],
    '8.5': random.pick(['0', '2']),
    '10.7': ['NONE'],
    'R1.2': 'ASKED',
  }
  for (const question of problems) answers[question] = random.pick(zeroToTwo)
  const record = {
    dateOfBirth: localDate(`${random.whole(1955, 2005)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`),
    sex: random.chance(0.1) ? ('female' as const) : ('male' as const),
    mappaEligible: false,
    sentence: {
      convictedOn: '2026-05-04' as const,
      sentencedOn: '2026-05-18' as const,
      kind: 'community' as const,
      offenceCode: random.pick(offences),
      offenceTitle: null,
    },
  }
  return { record, answers, assessedOn: '2026-11-21' as const, layer: 'L3' as const }
}

export function madeUpFacts(n: number): GenerationTwoFacts {
  const { record, answers, assessedOn, layer } = madeUpScoring(n)
  return predictorFacts(record, new Map(Object.entries(answers)), { assessedOn, layer }).two
}

/** Scores everybody by every predictor of the second generation; answers how many scores there were. */
export function scoreAll(people: readonly GenerationTwoFacts[], data: ActuarialData): number {
  let scored = 0
  for (const facts of people) {
    for (const score of Object.values(generationTwoScores(facts, data))) if (score.outcome === 'scored') scored++
  }
  return scored
}
