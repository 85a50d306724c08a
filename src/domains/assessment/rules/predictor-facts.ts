import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { GenerationOneFacts } from '../generation-one-model.ts'
import type { Drug, GenerationTwoFacts, PreviousConviction, Sex, SexualHistory } from '../model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import type { AnswerValues, Layer } from '../questions/question.ts'
import { chosenIn, countIn, dayIn, problemIn, textIn, yesIn } from './answer-reading.ts'
import { offenceClassOf } from './offence-class.ts'

/** What the record holds for the predictors. Null is not on record. */
export type RecordFacts = {
  readonly dateOfBirth: LocalDate | null
  /** 'other' where the record says that sex is not specified; null where it is not known. */
  readonly sex: Sex | null
  readonly mappaEligible: boolean | null
  /** The newest conviction with its sentence. */
  readonly sentence: RecordedSentence | null
}

export type RecordedSentence = {
  readonly convictedOn: LocalDate
  readonly sentencedOn: LocalDate
  readonly kind: 'community' | 'custody' | 'other'
  /** The main offence as the court gave it. */
  readonly offenceCode: string | null
  readonly offenceTitle: string | null
}

/** One reading of everything the predictors and screens rest on, for both generations. */
export type PredictorFacts = {
  readonly two: GenerationTwoFacts
  readonly one: GenerationOneFacts
}

/** Asks for the detailed offence where the record has none, or one the predictors cannot place. */
export const offenceQuestion = '1.47'

/** Facts of both generations from the record and the answers. The record comes first; an answer settles what the record
 *  lacks, and stands before it when 1.29 names a later conviction than the newest on record, as before a sentence is
 *  recorded. Rule: actuarial-risk.md sections 2 and 3.1; what it leaves open is in the README's assumptions. */
export function predictorFacts(
  record: RecordFacts,
  answers: AnswerValues,
  at: { readonly assessedOn: LocalDate; readonly layer: Layer | null },
): PredictorFacts {
  const { assessedOn } = at
  const sentence = sentenceScored(record, answers)
  const offenceCode = offenceCodeOf(sentence, answers)
  const communityOn = dayIn(answers, '1.38') ?? (sentence?.kind === 'community' ? sentence.sentencedOn : null)
  const supervision = supervisionOf(sentence, communityOn, assessedOn)
  const shared = {
    assessedOn,
    dateOfBirth: record.dateOfBirth,
    sex: record.sex,
    offenceCode,
    totalSanctions: countIn(answers, '1.32'),
    violentSanctions: countIn(answers, '1.40'),
    ageAtFirstSanction: countIn(answers, '1.8'),
    mostRecentOffenceOn: dayIn(answers, '1.43'),
  }
  const convictedOn = sentence?.convictedOn ?? dayIn(answers, '1.29')
  const sexual = sexualHistory(answers, offenceCode, assessedOn)
  return {
    two: {
      ...shared,
      staticOnly: staticOnly(answers, at.layer),
      lastSanctionOn: convictedOn,
      communityOn,
      inCustody: supervision === null ? null : supervision === 'custody',
      answers: scoredAnswers(answers),
      drugs: drugsUsed(answers),
      previous: previousOf(answers),
      sexual,
    },
    one: {
      ...shared,
      convictedOn,
      followUpFrom: communityOn,
      supervision,
      snsvBasis: staticOnly(answers, at.layer) ? 'static' : null,
      answers: generationOneAnswers(answers),
      previous: previousList(answers),
      sexual,
    },
  }
}

/** The sentence the predictors rest on: the newest on record, unless 1.29 names a later conviction. */
export function sentenceScored(record: RecordFacts, answers: AnswerValues): RecordedSentence | null {
  const answered = dayIn(answers, '1.29')
  const { sentence } = record
  return sentence && (answered === null || answered <= sentence.convictedOn) ? sentence : null
}

function offenceCodeOf(sentence: RecordedSentence | null, answers: AnswerValues): string | null {
  const detailed = textIn(answers, offenceQuestion)?.replace('/', '') ?? null
  if (sentence?.offenceCode == null) return detailed === null ? null : (offenceClassOf(detailed) ?? detailed)
  return offenceClassOf(sentence.offenceCode) ?? detailed
}

/** A custodial sentence without a release that has come counts as custody: only then is a band never lowered for years
 *  in the community that may not have been. */
function supervisionOf(
  sentence: RecordedSentence | null,
  communityOn: LocalDate | null,
  asAt: LocalDate,
): 'community' | 'custody' | null {
  if (communityOn !== null && communityOn <= asAt) return 'community'
  if (sentence?.kind === 'custody') return 'custody'
  return communityOn === null ? null : 'custody'
}

/** A screening without an interview (1.39) is static. */
function staticOnly(answers: AnswerValues, layer: Layer | null): boolean {
  return (layer === 'L1' || layer === 'CSRP') && yesIn(answers, '1.39') !== true
}

function scoredAnswers(answers: AnswerValues): GenerationTwoFacts['answers'] {
  const used = yesIn(answers, '8.1')
  return {
    q2_2: flag(chosenIn(answers, '2.2', 'WEAPON')),
    q3_4: problemIn(answers, '3.4'),
    q4_2: unemployed(answers),
    q6_4: problemIn(answers, '6.4'),
    q6_7: flag(abuseOfPartner(answers)),
    q6_8: livingWithPartner(answers),
    q7_2: problemIn(answers, '7.2'),
    q8_1: used === null ? null : used ? 'yes' : 'no',
    q8_8: problemIn(answers, '8.8'),
    q9_1: problemIn(answers, '9.1'),
    q9_2: problemIn(answers, '9.2'),
    q11_2: problemIn(answers, '11.2'),
    q11_4: problemIn(answers, '11.4'),
    q12_1: problemIn(answers, '12.1'),
  }
}

/** The assessment database scores 0 or 2 and nothing between. */
function unemployed(answers: AnswerValues): number | null {
  const problem = problemIn(answers, '4.2')
  return problem === null ? null : problem === 0 ? 0 : 2
}

/** No abuse at all, or the answer about a partner. */
export function abuseOfPartner(answers: AnswerValues): boolean | null {
  const any = yesIn(answers, '6.7')
  return any === true ? perpetratorAgainst(answers, 'PARTNER') : any
}

/** 6.7.1 tells victim from perpetrator, and 6.7.2 whom. */
export function perpetratorAgainst(answers: AnswerValues, whom: 'PARTNER' | 'FAMILY'): boolean | null {
  const perpetrator = chosenIn(answers, '6.7.1', 'PERPETRATOR')
  return perpetrator ? chosenIn(answers, '6.7.2', whom) : perpetrator
}

function livingWithPartner(answers: AnswerValues): number | null {
  const text = textIn(answers, '6.8')
  return text !== null && /^[123]$/.test(text) ? Number(text) : null
}

/** 8.2 lists the drugs misused, now or in the past; 8.2.n.1 is how often now. */
export const drugQuestions: readonly (readonly [string, Drug])[] = [
  ['8.2.1', 'heroin'],
  ['8.2.2', 'methadone'],
  ['8.2.3', 'other-opiate'],
  ['8.2.4', 'crack'],
  ['8.2.5', 'powder-cocaine'],
  ['8.2.6', 'misused-prescribed'],
  ['8.2.7', 'benzodiazepines'],
  ['8.2.8', 'amphetamines'],
  ['8.2.9', 'hallucinogens'],
  ['8.2.10', 'ecstasy'],
  ['8.2.11', 'cannabis'],
  ['8.2.12', 'solvents'],
  ['8.2.13', 'steroids'],
  ['8.2.14', 'other'],
  ['8.2.15', 'spice'],
  ['8.2.16', 'ketamine'],
]

/** Drugs used now. One on the list whose use now was not asked counts; that is our reading of the public flags. */
export function drugsUsed(answers: AnswerValues): readonly Drug[] {
  if (yesIn(answers, '8.1') === false) return []
  return drugQuestions.flatMap(([code, drug]) => {
    const often = textIn(answers, `${code}.1`)
    const used = often === null ? chosenIn(answers, '8.2', drug) === true : often !== 'PREVIOUS'
    return used ? [drug] : []
  })
}

/** R1.2.n.2 is a previous conviction of kind n. */
export const previousQuestions: { readonly [Kind in PreviousConviction]: string } = {
  homicide: 'R1.2.1.2',
  wounding: 'R1.2.2.2',
  kidnapping: 'R1.2.9.2',
  firearms: 'R1.2.10.2',
  robbery: 'R1.2.12.2',
  'aggravated-burglary': 'R1.2.6.2',
  weapons: 'R1.2.13.2',
  'criminal-damage-endangering-life': 'R1.2.8.2',
  arson: 'R1.2.7.2',
}

const kinds = Object.keys(previousQuestions) as PreviousConviction[]

/** Not ticked is "no" only once R1.2 itself is answered. */
function previousOf(answers: AnswerValues): GenerationTwoFacts['previous'] {
  const asked = answers.has('R1.2') ? false : null
  return Object.fromEntries(kinds.map(kind => [kind, yesIn(answers, previousQuestions[kind]) ?? asked]))
}

function previousList(answers: AnswerValues): readonly PreviousConviction[] | null {
  const previous = previousOf(answers)
  if (kinds.some(kind => previous[kind] === null)) return null
  return kinds.filter(kind => previous[kind] === true)
}

/** Where there is no history the counts are not asked; one above zero is kept, so that the contradiction is seen. */
function sexualHistory(answers: AnswerValues, offenceCode: string | null, on: LocalDate): SexualHistory {
  const everCommitted = yesIn(answers, '1.30')
  const count = (code: string) => {
    const given = countIn(answers, code)
    return everCommitted === true || (given ?? 0) > 0 ? given : null
  }
  const counts = {
    everCommitted,
    contactAdult: count('1.34'),
    contactChild: count('1.45'),
    images: count('1.46'),
    otherNonContact: count('1.37'),
  }
  if (everCommitted !== true) return { ...counts, latestOn: null, currentMotivated: null, strangerVictim: null }
  const motivated = yesIn(answers, '1.41')
  return {
    ...counts,
    latestOn: dayIn(answers, '1.33'),
    currentMotivated: sexualOffence(offenceCode, on)
      ? 'not-asked'
      : motivated === null
        ? null
        : motivated
          ? 'yes'
          : 'no',
    strangerVictim: yesIn(answers, '1.44'),
  }
}

/** 1.41 need not be asked where the offence is itself a sexual one. */
function sexualOffence(offenceCode: string | null, on: LocalDate): boolean {
  const category = offenceCode === null ? undefined : actuarialData(on).offences.get(offenceCode)?.category
  return category?.startsWith('SEXUAL_') ?? false
}

function generationOneAnswers(answers: AnswerValues): GenerationOneFacts['answers'] {
  const neverDrugs = yesIn(answers, '8.1') === false
  return {
    weapon: chosenIn(answers, '2.2', 'WEAPON'),
    recognisesImpact: yesIn(answers, '2.6'),
    noFixedAbode: truth(problemIn(answers, '3.3')),
    accommodation: problemIn(answers, '3.4'),
    unemployed: truth(unemployed(answers)),
    partnerRelationship: problemIn(answers, '6.4'),
    domesticAbuse: yesIn(answers, '6.7'),
    abuseAgainstPartner: yesIn(answers, '6.7') === true ? perpetratorAgainst(answers, 'PARTNER') : null,
    regularActivities: problemIn(answers, '7.2'),
    drugMisuse: neverDrugs ? 0 : problemIn(answers, '8.5'),
    drugMotivation: neverDrugs ? 0 : problemIn(answers, '8.8'),
    alcoholUse: problemIn(answers, '9.1'),
    bingeDrinking: problemIn(answers, '9.2'),
    psychiatricTreatment: chosenIn(answers, '10.7', 'PSYCHTREAT'),
    impulsivity: problemIn(answers, '11.2'),
    temperControl: problemIn(answers, '11.4'),
    problemSolving: problemIn(answers, '11.6'),
    awareness: problemIn(answers, '11.7'),
    othersViews: problemIn(answers, '11.9'),
    proCriminalAttitudes: problemIn(answers, '12.1'),
  }
}

function truth(value: number | null): boolean | null {
  return value === null ? null : value > 0
}

function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0
}
