import type { LocalDate } from '../../../platform/calendar/index.ts'
import { shortDate } from '../../../platform/words/index.ts'
import type { Generation, PredictorName } from '../model.ts'
import type { StoredScores } from '../queries/scores-of.ts'
import { questionSet, sectionOf } from '../questions/question-set.ts'
import { inputContradictions } from '../rules/input-contradictions.ts'
import { predictorFacts } from '../rules/predictor-facts.ts'
import { type PredictorInput, questionOfMissing, sectionOf as usualSection } from '../rules/predictor-inputs.ts'
import type { KeptScore } from '../rules/scored-set.ts'
import { secondLook } from '../rules/second-look.ts'
import { standingScore } from '../rules/standing-bands.ts'
import {
  bandColours,
  bandWords,
  contradictionWords,
  featureWords,
  inferredHorizon,
  outOf,
  predictorWords,
  whyNoScore,
} from './score-words.ts'

export type ContributionRow = { readonly label: string; readonly value: number; readonly text: string }

export type ScoreCard = {
  readonly predictor: PredictorName
  readonly title: string
  /** '43.21%', or 'No score'. */
  readonly figure: string
  readonly band: { readonly text: string; readonly colour: string } | null
  readonly form: string
  readonly meaning: string
  readonly notes: readonly string[]
  readonly missing: readonly MissingItem[]
  readonly contributions: readonly ContributionRow[]
  readonly sum: string | null
  readonly versions: string
}

export type MissingItem = { readonly text: string; readonly href: string | null }

export type InputRow = {
  readonly label: string
  readonly value: string
  readonly from: string
  readonly unconfirmed: boolean
}

export type HistoryRow = {
  readonly when: string
  readonly by: string
  readonly why: string
  readonly bands: readonly { readonly predictor: string; readonly text: string }[]
}

export type ScoresView = {
  readonly base: string
  readonly scored: {
    readonly about: string
    readonly wrong: readonly string[]
    readonly toAsk: readonly string[]
    readonly edges: readonly string[]
    readonly two: readonly ScoreCard[]
    readonly one: readonly ScoreCard[]
    readonly inputs: readonly InputRow[]
    readonly screens: readonly ScreenView[]
    readonly history: readonly HistoryRow[]
  } | null
}

export type ScreenView = { readonly title: string; readonly result: string; readonly why: readonly string[] }

const generationTwo: readonly PredictorName[] = ['CSRP', 'ARP', 'VRP', 'SVRP', 'DC-SRP', 'IIC-SRP']
const generationOne: readonly PredictorName[] = ['RSR1', 'OGRS3', 'OVP1', 'OGP1', 'SNSV1', 'OSP/DC', 'OSP/IIC']

/** The page of scores: the newest scoring explained, and those before it. Pure. */
export function scoresView(all: readonly StoredScores[], base: string): ScoresView {
  const [stored] = all
  if (!stored) return { base, scored: null }
  const answers = new Map(Object.entries(stored.answers))
  const { two } = predictorFacts(stored.record, answers, { assessedOn: stored.assessedOn, layer: stored.layer })
  const found = inputContradictions(two)
  const look = secondLook(two, null)
  const link = linkFor(base, stored)
  const cards = (names: readonly PredictorName[], scores: readonly KeptScore[], generation: Generation) =>
    names.flatMap(name => {
      const score = standingScore(scores, name)
      return score ? [scoreCard(score, generation, stored.inputs, link)] : []
    })
  return {
    base,
    scored: {
      about: aboutScoring(stored),
      wrong: found.filter(one => one.severity === 'wrong').map(said),
      toAsk: found.filter(one => one.severity !== 'wrong').map(said),
      edges: [
        ...new Set(
          look.sensitivities.map(({ input, from, to, moves }) => {
            const label = stored.inputs.find(one => one.name === input)?.label ?? input
            const bands = moves.map(move => `${move.predictor} to ${move.to ?? 'no score'}`).join(', ')
            return `${label}: ${to} instead of ${from} would move ${bands}.`
          }),
        ),
      ],
      two: cards(generationTwo, stored.generationTwo, 2),
      one: cards(generationOne, stored.generationOne, 1),
      inputs: stored.inputs.map(inputRow),
      screens: screensView(stored),
      history: all.map(historyRow),
    },
  }
}

function said({ code }: { readonly code: string }): string {
  return contradictionWords[code] ?? code
}

function aboutScoring(stored: StoredScores): string {
  const day = `Worked out for ${shortDate(stored.assessedOn)}`
  const by = stored.batchId === null ? `scored on ${shortDate(stored.scoredOn)} by ${stored.scoredBy}` : 're-scored'
  return `${day}, ${by}${stored.assessmentId === null ? ', from the record alone' : ''}.`
}

function scoreCard(
  score: KeptScore,
  generation: Generation,
  inputs: readonly PredictorInput[],
  link: (question: string) => string,
): ScoreCard {
  const { title, event, years } = predictorWords[score.predictor]
  const labels = new Map(inputs.map(input => [input.name, input.label]))
  const missing = [...new Set(score.missing)].map(item => missingItem(item, inputs, link))
  const versions = `Generation ${generation}, rules ${score.algorithmVersion}, data ${score.dataVersion}`
  const shared = { predictor: score.predictor, title, missing, versions }
  if (score.outcome === 'no-score') {
    const faults = score.faults.map(fault => faultWords[fault.code]).filter(text => text !== undefined)
    return {
      ...shared,
      figure: 'No score',
      band: null,
      form: '',
      meaning: `${whyNoScore[score.why ?? 'missing']}. No score is not a low score.`,
      notes: faults,
      contributions: [],
      sum: null,
    }
  }
  const percent = score.percent ?? 0
  const notes = [
    ...(score.oneYearPercent === null ? [] : [`Within one year: ${score.oneYearPercent}%.`]),
    ...(score.bandReduced ? ['The band is one lower for five years in the community without any offence.'] : []),
    ...(inferredHorizon.has(score.predictor) ? ['Two years is inferred: the source does not say.'] : []),
  ]
  return {
    ...shared,
    figure: `${percent}%`,
    band:
      score.band === null || score.band === 'not-applicable'
        ? null
        : { text: bandWords(score.band, generation), colour: bandColours[score.band] },
    form: score.basis === 'dynamic' ? 'With interview answers' : 'From history alone',
    meaning: `Of people with the same answers, ${outOf(percent)} would ${event} within ${years}.`,
    notes,
    contributions: score.contributions.map(({ feature, value }) => ({
      label: featureWords(feature, labels),
      value,
      text: value.toFixed(4),
    })),
    sum: score.linear === null ? null : score.linear.toFixed(4),
  }
}

const faultWords: { readonly [code: string]: string | undefined } = {
  'total-sanctions-below-one': 'The number of sanctions includes the present one, so it is at least one.',
  'violent-above-total': contradictionWords['violent-above-total'],
  'offence-code-format': 'The offence code must have five digits.',
  'offence-needs-detail': 'The predictor needs the exact offence, not the class alone.',
  'offence-not-mapped': contradictionWords['offence-not-mapped'],
  'date-not-after-birth': 'A date is not after the date of birth.',
  'under-ten-at-conviction': 'The person would have been under ten at conviction.',
  'under-ten-at-follow-up': 'The person would have been under ten at the start in the community.',
  'under-ten-at-sexual-sanction': 'The person would have been under ten at the sexual sanction.',
  'under-eighteen': 'This predictor is for adults.',
  'first-sanction-after-conviction': contradictionWords['first-sanction-after-last'],
  'follow-up-before-conviction': contradictionWords['release-before-conviction'],
  'sexual-history-contradicts-counts': contradictionWords['sexual-counts-without-history'],
  'sexual-counts-missing': 'The counts of sexual sanctions are missing or all zero.',
  'component-fault': 'A predictor it adds up has no score.',
}

function missingItem(item: string, inputs: readonly PredictorInput[], link: (question: string) => string): MissingItem {
  const question = questionOfMissing(item)
  const named = inputs.find(input => input.name === item || (question !== null && input.question === question))
  if (question === null) return { text: named?.label ?? featureWords(item, new Map()), href: null }
  return { text: `${named?.label ?? 'Question'} (${question})`, href: link(question) }
}

/** Where a question is asked once: its section of the assessment, or the list of assessments when there is none. */
function linkFor(base: string, { assessmentId, assessedOn, layer }: StoredScores): (question: string) => string {
  const asked = questionSet(assessedOn)
  return question => {
    if (assessmentId === null) return `${base}/assessments`
    const section = layer === null ? undefined : sectionOf(asked, question, layer)
    return `${base}/assessments/${assessmentId}/${encodeURIComponent(section?.code ?? usualSection(question))}`
  }
}

function inputRow({ label, value, origin }: PredictorInput): InputRow {
  const words = value === null ? 'Not known' : value === true ? 'Yes' : value === false ? 'No' : String(value)
  if (origin === null) return { label, value: words, from: value === null ? '' : 'Worked out', unconfirmed: false }
  const when = origin.on === null ? '' : `, ${shortDate(origin.on as LocalDate)}`
  const by = origin.by === null ? '' : `, ${origin.by}`
  const where = origin.from === 'record' ? `Record: ${origin.where}` : `Answer ${origin.where}`
  const carried = origin.carriedFrom === null ? '' : `, carried forward from ${shortDate(origin.carriedFrom)}`
  return { label, value: words, from: `${where}${when}${by}${carried}`, unconfirmed: origin.carriedFrom !== null }
}

function historyRow(stored: StoredScores): HistoryRow {
  const scores = [...stored.generationTwo, ...stored.generationOne]
  const shown: readonly PredictorName[] = ['CSRP', 'ARP', 'VRP', 'RSR1', 'OGRS3']
  return {
    when: shortDate(stored.scoredOn),
    by: stored.scoredBy,
    why: stored.batchId === null ? 'Answers or record' : 'New data',
    bands: shown.map(name => {
      const score = standingScore(scores, name)
      const text =
        score?.outcome === 'scored' && score.band !== null
          ? `${score.percent}% ${bandWords(score.band, score.generation)}`
          : 'No score'
      return { predictor: name, text }
    }),
  }
}

const pathwayWords = {
  H: 'High intensity programme (in custody)',
  M: 'Moderate intensity programme',
  A: 'Alternative pathway',
  O: 'Cannot be said yet: something is missing',
} as const
const levelWords = { L: 'low', M: 'medium', H: 'high' } as const

function screensView({ screens }: StoredScores): readonly ScreenView[] {
  const { programmeNeeds: needs, maturity, learning, personality } = screens
  const parts = (rows: readonly { readonly feature: string; readonly value: number }[]) =>
    rows.map(({ feature, value }) => `${featureWords(feature, new Map())}: ${value}`)
  const lacking = (faults: readonly { readonly fields: readonly string[] }[]) =>
    faults.flatMap(fault => fault.fields.map(field => `Missing: ${featureWords(field, new Map())}`))
  return [
    {
      title: 'Programme needs (PNI)',
      result: pathwayWords[needs.pathway],
      why: [
        `Need ${levelWords[needs.need]}, risk ${levelWords[needs.risk]}`,
        ...needs.missing.map(item => `Missing: ${featureWords(item, new Map())}`),
      ],
    },
    {
      title: 'Maturity (MST), men aged 18 to 25',
      result:
        maturity.applicable === false
          ? 'Does not apply'
          : maturity.flag === null
            ? 'No result: answers are missing'
            : `${maturity.flag ? 'May be less mature than their age' : 'No sign of immaturity'} (${maturity.score} points, 10 flags)`,
      why: [...parts(maturity.contributions), ...lacking(maturity.faults)],
    },
    {
      title: 'Learning difficulties screen (LDS)',
      result:
        learning.score === null
          ? 'No result: answers are missing'
          : (['No sign', 'Some signs', 'Clear signs: ask for an assessment'][learning.score] ?? ''),
      why: [...parts(learning.contributions), ...lacking(learning.faults)],
    },
    {
      title: 'Personality pathway screen (OPD)',
      result:
        personality.result === null
          ? 'No result: answers are missing'
          : personality.applicable === false
            ? 'Does not apply'
            : personality.result === 'screen-in'
              ? 'Screened in'
              : `Screened out${personality.override ? ', overridden' : ''}`,
      why: [...parts(personality.contributions), ...lacking(personality.faults)],
    },
  ]
}
