import { createHash } from 'node:crypto'
import type { Fault, GenerationOneAnswer } from '../generation-one-model.ts'
import type { Band, Contribution, Generation, NoScore, PredictorName, Scored } from '../model.ts'
import { type ActuarialData, actuarialData } from '../parameters/actuarial-data.ts'
import type { AnswerValues } from '../questions/question.ts'
import { type GenerationTwoScores, generationTwoScores } from './generation-two.ts'
import { ogp1 } from './ogp1.ts'
import { ogrs3 } from './ogrs3.ts'
import { ospDirectContact, ospImages } from './osp1.ts'
import { ovp1 } from './ovp1.ts'
import type { PredictorFacts, RecordFacts } from './predictor-facts.ts'
import { type ProgrammeNeeds, programmeNeeds } from './programme-needs.ts'
import { rsr1 } from './rsr1.ts'
import { highestHarm, learningFacts, maturityFacts, personalityFacts, programmeNeedFacts } from './screen-facts.ts'
import {
  type LearningScreen,
  learningScreen,
  type MaturityScreen,
  maturityScreen,
  type PersonalityScreen,
  personalityScreen,
} from './screens.ts'
import { snsv1 } from './snsv1.ts'

/** A score or its absence as it is kept: everything but the inputs, which the set holds once. */
export type KeptScore = {
  readonly predictor: PredictorName
  readonly generation: Generation
  readonly algorithmVersion: string
  readonly dataVersion: string
  /** Which form it is, or would be. */
  readonly basis: 'static' | 'dynamic'
  readonly outcome: 'scored' | 'no-score'
  readonly percent: number | null
  readonly oneYearPercent: number | null
  readonly band: Band | null
  readonly linear: number | null
  readonly contributions: readonly Contribution[]
  readonly why: NoScore['why'] | null
  readonly missing: readonly string[]
  readonly faults: readonly Fault[]
  readonly bandReduced: boolean
}

export type Screens = {
  readonly programmeNeeds: ProgrammeNeeds
  readonly learning: LearningScreen
  readonly maturity: MaturityScreen
  readonly personality: PersonalityScreen
}

/** Every predictor of both generations and the screens, from one reading of the facts. */
export type ScoredSet = {
  readonly generationTwo: readonly KeptScore[]
  readonly generationOne: readonly KeptScore[]
  readonly screens: Screens
}

/** Scores everything. A predictor that cannot be scored says why; it is never low. */
export function scoredSet(
  facts: PredictorFacts,
  record: RecordFacts,
  answers: AnswerValues,
  data: ActuarialData = actuarialData(facts.two.assessedOn),
): ScoredSet {
  const two = generationTwoScores(facts.two, data)
  return {
    generationTwo: keptTwo(two),
    generationOne: generationOneScores(facts).map(keptOne),
    screens: {
      programmeNeeds: programmeNeeds(programmeNeedFacts(facts, answers, two)),
      learning: learningScreen(learningFacts(answers)),
      maturity: maturityScreen(maturityFacts(facts, answers)),
      personality: personalityScreen(personalityFacts(facts, record, answers, highestHarm(answers))),
    },
  }
}

/** The nine results of the second generation in a fixed order, static before dynamic. */
export function keptTwo(scores: GenerationTwoScores): readonly KeptScore[] {
  return [
    kept(scores.arpStatic, 'static'),
    kept(scores.arpDynamic, 'dynamic'),
    kept(scores.vrpStatic, 'static'),
    kept(scores.vrpDynamic, 'dynamic'),
    kept(scores.svrpStatic, 'static'),
    kept(scores.svrpDynamic, 'dynamic'),
    kept(scores.dcSrp, 'static'),
    kept(scores.iicSrp, 'static'),
    kept(scores.csrp, 'dynamic'),
  ]
}

export function generationOneScores({ one }: PredictorFacts): readonly GenerationOneAnswer[] {
  return [ogrs3(one), ovp1(one), ogp1(one), snsv1(one), ospDirectContact(one), ospImages(one), rsr1(one)]
}

/** Changes when a result changes, and not otherwise: two sets with one digest say the same. */
export function digestOfSet({ generationTwo, generationOne, screens }: ScoredSet): string {
  const said = [...generationTwo, ...generationOne].map(one => [
    one.predictor,
    one.basis,
    one.percent,
    one.band,
    one.linear,
    one.why,
    one.missing,
  ])
  return createHash('sha256')
    .update(JSON.stringify([said, screens]))
    .digest('hex')
    .slice(0, 32)
}

function keptOne(answer: GenerationOneAnswer): KeptScore {
  const { faults } = answer
  if (answer.outcome === 'no-score') return { ...kept(answer, 'static'), faults }
  const { oneYearPercent = null, bandReduced = false } = answer
  return { ...kept(answer, 'static'), oneYearPercent, faults, bandReduced }
}

function kept(score: Scored, form: 'static' | 'dynamic'): KeptScore {
  const { predictor, generation, algorithmVersion, dataVersion } = score
  const carried = { predictor, generation, algorithmVersion, dataVersion, oneYearPercent: null, faults: [] }
  if (score.outcome === 'no-score') {
    const { why, missing } = score
    const nothing = { percent: null, band: null, linear: null, contributions: [], bandReduced: false }
    return { ...carried, ...nothing, basis: form, outcome: 'no-score', why, missing }
  }
  const { basis, percent, band, linear, contributions } = score
  const { missing = [], bandReduced = false } = score as { missing?: readonly string[]; bandReduced?: boolean }
  return {
    ...carried,
    basis,
    outcome: 'scored',
    percent,
    band,
    linear,
    contributions,
    why: null,
    missing,
    bandReduced,
  }
}
