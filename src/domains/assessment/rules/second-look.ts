import type { GenerationTwoFacts, ScoredAnswers } from '../model.ts'
import { type BandMove, bandMoves } from './band-moves.ts'
import { type GenerationTwoScores, generationTwoScores } from './generation-two.ts'

/** An input that would put the person in another band if it were one step different. */
export type Sensitivity = {
  readonly input: string
  readonly from: number
  readonly to: number
  readonly moves: readonly BandMove[]
}

/** Why a score wants a second look. Rule: actuarial-risk.md section 9, point 2. */
export type SecondLook = {
  readonly sensitivities: readonly Sensitivity[]
  /** What keeps a predictor static although an interview took place, by predictor. */
  readonly staticForWantOf: readonly { readonly predictor: string; readonly missing: readonly string[] }[]
  /** Bands that differ from the last scores, when there are any. */
  readonly changedSince: readonly BandMove[]
}

/** Inputs next to a band's edge, static scores that could be dynamic, and bands changed since the last scores. */
export function secondLook(facts: GenerationTwoFacts, last: GenerationTwoScores | null): SecondLook {
  const scores = generationTwoScores(facts)
  const sensitivities = steps(facts).flatMap(({ input, from, to, changed }) => {
    const moves = bandMoves(scores, generationTwoScores(changed))
    return moves.length > 0 ? [{ input, from, to, moves }] : []
  })
  const staticForWantOf = [scores.arpDynamic, scores.vrpDynamic, scores.svrpDynamic].flatMap(dynamic =>
    dynamic.outcome === 'no-score' && dynamic.why === 'missing'
      ? [{ predictor: dynamic.predictor, missing: dynamic.missing }]
      : [],
  )
  return { sensitivities, staticForWantOf, changedSince: last ? bandMoves(last, scores) : [] }
}

type Step = { readonly input: string; readonly from: number; readonly to: number; readonly changed: GenerationTwoFacts }
type Scale = readonly number[]

const zeroToTwo: Scale = [0, 1, 2]
const scales: { readonly [Question in Exclude<keyof ScoredAnswers, 'q8_1'>]: Scale } = {
  q2_2: [0, 1],
  q3_4: zeroToTwo,
  q4_2: [0, 2],
  q6_4: zeroToTwo,
  q6_7: [0, 1],
  q6_8: [1, 2, 3],
  q7_2: zeroToTwo,
  q8_8: zeroToTwo,
  q9_1: zeroToTwo,
  q9_2: zeroToTwo,
  q11_2: zeroToTwo,
  q11_4: zeroToTwo,
  q12_1: zeroToTwo,
}

function steps(facts: GenerationTwoFacts): readonly Step[] {
  return [...answerSteps(facts), ...countSteps(facts)]
}

function answerSteps(facts: GenerationTwoFacts): readonly Step[] {
  return (Object.keys(scales) as (keyof typeof scales)[]).flatMap(question => {
    const from = facts.answers[question]
    const scale = scales[question]
    if (from === null) return []
    const place = scale.indexOf(from)
    const neighbours = [scale[place - 1], scale[place + 1]].filter(value => value !== undefined)
    return neighbours.map(to => ({
      input: question,
      from,
      to,
      changed: { ...facts, answers: { ...facts.answers, [question]: to } },
    }))
  })
}

function countSteps(facts: GenerationTwoFacts): readonly Step[] {
  const { totalSanctions, violentSanctions, ageAtFirstSanction } = facts
  const total = totalSanctions ?? 0
  const least = Math.max(1, violentSanctions ?? 0)
  const within = [
    ['totalSanctions', totalSanctions, least, Number.POSITIVE_INFINITY],
    ['violentSanctions', violentSanctions, 0, total],
    ['ageAtFirstSanction', ageAtFirstSanction, 0, Number.POSITIVE_INFINITY],
  ] as const
  return within.flatMap(([input, from, min, max]) => {
    if (from === null) return []
    const neighbours = [from - 1, from + 1].filter(value => value >= min && value <= max)
    return neighbours.map(to => ({ input, from, to, changed: { ...facts, [input]: to } }))
  })
}
