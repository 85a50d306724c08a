import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { PreviousConviction, ScoredAnswers } from '../model.ts'
import type { AnswerValues } from '../questions/question.ts'
import {
  drugsUsed,
  offenceQuestion,
  type PredictorFacts,
  previousQuestions,
  type RecordFacts,
  sentenceScored,
} from './predictor-facts.ts'

/** Where a value came from: the record names the place, an answer its question. */
export type InputOrigin = {
  readonly from: 'record' | 'answer'
  readonly where: string
  readonly on: LocalDate | null
  readonly by: string | null
  /** The day of the assessment the answer was carried forward from, until somebody confirms it. */
  readonly carriedFrom: LocalDate | null
}

export type InputValue = string | number | boolean | null

/** One input of the predictors. `value` null is not known; then `question` and `section` say where it is asked. */
export type PredictorInput = {
  readonly name: string
  readonly label: string
  readonly question: string | null
  readonly section: string | null
  readonly value: InputValue
  readonly origin: InputOrigin | null
}

/** Who gave an answer and when; `carriedFrom` only while nobody has confirmed it. */
export type AnswerOrigin = {
  readonly on: LocalDate
  readonly by: string
  readonly source: string
  readonly carriedFrom: LocalDate | null
}

export type RecordOrigins = {
  readonly person: { readonly on: LocalDate | null; readonly by: string | null }
  readonly sentence: { readonly where: string; readonly on: LocalDate | null; readonly by: string | null } | null
}

/** Every input of the predictors with its provenance, in the order it is shown. */
export function predictorInputs(
  facts: PredictorFacts,
  given: {
    readonly record: RecordFacts
    readonly origins: RecordOrigins
    readonly answers: AnswerValues
    readonly answered: ReadonlyMap<string, AnswerOrigin>
  },
): readonly PredictorInput[] {
  const { record, origins, answers, answered } = given
  const { two, one } = facts
  const sentence = sentenceScored(record, answers)
  const personOrigin: InputOrigin = { from: 'record', where: 'Personal details', ...origins.person, carriedFrom: null }
  const ofSentence: InputOrigin | null =
    sentence && origins.sentence ? { from: 'record', ...origins.sentence, carriedFrom: null } : null
  const ofAnswer = (question: string): InputOrigin | null => {
    const found = answered.get(question)
    if (!found) return null
    const { on, by, source, carriedFrom } = found
    return {
      from: 'answer',
      where: source === 'record' ? `${question}, from the record` : question,
      on,
      by,
      carriedFrom,
    }
  }
  const onRecord = (name: string, label: string, question: string | null, value: InputValue): PredictorInput => ({
    name,
    label,
    question,
    section: question === null ? null : sectionOf(question),
    value,
    origin: value === null ? null : question === null ? personOrigin : (ofSentence ?? ofAnswer(question)),
  })
  const asked = (name: string, label: string, question: string, value: InputValue): PredictorInput => ({
    name,
    label,
    question,
    section: sectionOf(question),
    value,
    origin: value === null ? null : ofAnswer(question),
  })

  const detailed = sentence?.offenceCode == null || ofAnswer(offenceQuestion) !== null
  const started = asked('communityOn', 'Start of the community sentence, or release', '1.38', two.communityOn)
  return [
    onRecord('dateOfBirth', 'Date of birth', null, two.dateOfBirth),
    onRecord('sex', 'Sex', null, two.sex),
    detailed
      ? asked('offenceCode', 'Offence, by the code the predictors use', offenceQuestion, two.offenceCode)
      : onRecord('offenceCode', 'Offence, by the code the predictors use', offenceQuestion, two.offenceCode),
    onRecord('lastSanctionOn', 'Latest conviction or sanction', '1.29', two.lastSanctionOn),
    started.origin === null && started.value !== null ? { ...started, origin: ofSentence } : started,
    { ...onRecord('supervision', 'In the community or in custody', '1.38', one.supervision), origin: ofSentence },
    ...historyInputs.map(([name, label, question]) => asked(name, label, question, two[name])),
    asked('everCommitted', 'Ever committed a sexual offence', '1.30', two.sexual.everCommitted),
    ...(two.sexual.everCommitted === true
      ? sexualInputs.map(([name, label, question]) => asked(name, label, question, two.sexual[name]))
      : []),
    ...answerInputs.map(([name, label, question]) => asked(name, label, question, two.answers[name])),
    asked('drugs', 'Drugs used now', '8.2', answers.has('8.1') ? drugsUsed(answers).join(', ') || 'none' : null),
    ...oneInputs.map(([name, label, question]) => asked(name, label, question, one.answers[name])),
    ...Object.entries(previousQuestions).map(([kind, question]) => ({
      ...asked(`previous ${kind}`, previousWords[kind as PreviousConviction], question, null),
      value: two.previous[kind as PreviousConviction] ?? null,
      origin: ofAnswer(question) ?? ofAnswer('R1.2'),
    })),
  ]
}

const historyInputs = [
  ['totalSanctions', 'Sanctions in total, this one included', '1.32'],
  ['violentSanctions', 'Sanctions for violence', '1.40'],
  ['ageAtFirstSanction', 'Age at first sanction', '1.8'],
  ['mostRecentOffenceOn', 'Most recent offence', '1.43'],
] as const

const sexualInputs = [
  ['contactAdult', 'Sanctions for contact offences against adults', '1.34'],
  ['contactChild', 'Sanctions for contact offences against children', '1.45'],
  ['images', 'Sanctions for images or indirect contact', '1.46'],
  ['otherNonContact', 'Sanctions for other non-contact offences', '1.37'],
  ['latestOn', 'Most recent sexual sanction', '1.33'],
  ['currentMotivated', 'Current offence sexually motivated', '1.41'],
  ['strangerVictim', 'Contact offence against a stranger', '1.44'],
] as const

const answerInputs: readonly (readonly [keyof ScoredAnswers, string, string])[] = [
  ['q2_2', 'Weapon carried or used', '2.2'],
  ['q3_4', 'Suitability of accommodation', '3.4'],
  ['q4_2', 'Unemployed', '4.2'],
  ['q6_4', 'Relationship with partner', '6.4'],
  ['q6_7', 'Abusive to a partner', '6.7'],
  ['q6_8', 'Lives with a partner', '6.8'],
  ['q7_2', 'Regular activities encourage offending', '7.2'],
  ['q8_1', 'Drugs ever misused', '8.1'],
  ['q8_8', 'Motivation to tackle drug misuse', '8.8'],
  ['q9_1', 'Alcohol use now', '9.1'],
  ['q9_2', 'Binge drinking', '9.2'],
  ['q11_2', 'Impulsivity', '11.2'],
  ['q11_4', 'Temper control', '11.4'],
  ['q12_1', 'Attitudes that support offending', '12.1'],
]

/** What only the first generation and the screens ask. */
const oneInputs = [
  ['recognisesImpact', 'Recognises the impact of the offence', '2.6'],
  ['noFixedAbode', 'No fixed address', '3.3'],
  ['drugMisuse', 'Level of use of the main drug', '8.5'],
  ['psychiatricTreatment', 'Psychiatric treatment now', '10.7'],
  ['problemSolving', 'Problem solving', '11.6'],
  ['awareness', 'Awareness of consequences', '11.7'],
  ['othersViews', "Understanding of others' views", '11.9'],
] as const

const previousWords: { readonly [Kind in PreviousConviction]: string } = {
  homicide: 'Earlier conviction: homicide or threats to kill',
  wounding: 'Earlier conviction: wounding or grievous harm',
  kidnapping: 'Earlier conviction: kidnap or false imprisonment',
  firearms: 'Earlier conviction: firearm with intent',
  robbery: 'Earlier conviction: robbery',
  'aggravated-burglary': 'Earlier conviction: aggravated burglary',
  weapons: 'Earlier conviction: other weapon',
  'criminal-damage-endangering-life': 'Earlier conviction: criminal damage endangering life',
  arson: 'Earlier conviction: arson',
}

/** The section of the form in which a question stands: 1 to 13, or the risk of serious harm screening. */
export function sectionOf(question: string): string {
  return question.startsWith('R') ? 'ROSH' : (question.split('.')[0] ?? question)
}

/** The words for a missing item of a predictor: a question code, a feature's name, or a fault. */
export function questionOfMissing(missing: string): string | null {
  const bare = missing.replace(/^OGRS3: /, '')
  if (/^q\d+_\d+$/.test(bare)) return bare.slice(1).replace('_', '.')
  if (/^\d+\.\d+(\.\d+)*$/.test(bare)) return bare
  const previous = bare.startsWith('R1.2 ') ? previousQuestions[bare.slice(5) as PreviousConviction] : undefined
  return previous ?? questionsByField[bare] ?? null
}

const questionsByField: { readonly [field: string]: string | undefined } = {
  'offence code': offenceQuestion,
  'offence code has no category': offenceQuestion,
  offenceCode: offenceQuestion,
  convictedOn: '1.29',
  followUpFrom: '1.38',
  supervision: '1.38',
  totalSanctions: '1.32',
  violentSanctions: '1.40',
  ageAtFirstSanction: '1.8',
  'age at first sanction is above age at last sanction': '1.8',
  everCommitted: '1.30',
  currentMotivated: '1.41',
  contactAdult: '1.34',
  contactChild: '1.45',
  images: '1.46',
  otherNonContact: '1.37',
  'no sexual sanction counts': '1.34',
  weapon: '2.2',
  recognisesImpact: '2.6',
  noFixedAbode: '3.3',
  accommodation: '3.4',
  unemployed: '4.2',
  partnerRelationship: '6.4',
  domesticAbuse: '6.7',
  abuseAgainstPartner: '6.7.1',
  regularActivities: '7.2',
  drugMisuse: '8.5',
  drugMotivation: '8.8',
  alcoholUse: '9.1',
  bingeDrinking: '9.2',
  psychiatricTreatment: '10.7',
  impulsivity: '11.2',
  temperControl: '11.4',
  problemSolving: '11.6',
  awareness: '11.7',
  othersViews: '11.9',
  proCriminalAttitudes: '12.1',
  previous: 'R1.2',
}
