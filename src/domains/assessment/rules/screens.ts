import { ageOn, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Fault, FaultCode, Problem } from '../generation-one-model.ts'
import type { Contribution, Sex } from '../model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { Tally } from './scoring.ts'

/** A screen never gives a probability. `faults` say what is missing or wrong; then there is no result. */
export type ScreenFault =
  | Fault
  | { readonly code: 'too-few-answers' | 'abuse-answers-contradict'; readonly fields: readonly string[] }

function fault(
  code: FaultCode | 'too-few-answers' | 'abuse-answers-contradict',
  fields: readonly string[],
): ScreenFault {
  return { code, fields } as ScreenFault
}

function unanswered(facts: object, fields: readonly string[]): readonly string[] {
  const answers = facts as { readonly [field: string]: unknown }
  return fields.filter(field => answers[field] === null)
}

export type MaturityFacts = {
  readonly assessedOn: LocalDate
  readonly sex: Sex | null
  readonly dateOfBirth: LocalDate | null
  readonly peerGroupInfluences: boolean | null
  readonly criminalAssociates: Problem | null
  readonly recklessness: Problem | null
  readonly difficultiesCoping: Problem | null
  readonly attitudesToSelf: Problem | null
  readonly impulsivity: Problem | null
  readonly temperControl: Problem | null
  readonly problemSolving: Problem | null
  readonly awareness: Problem | null
  readonly othersViews: Problem | null
}

export type MaturityScreen = {
  readonly faults: readonly ScreenFault[]
  /** Null where a fact is missing. */
  readonly applicable: boolean | null
  readonly score: number | null
  readonly flag: boolean | null
  readonly contributions: readonly Contribution[]
}

const maturityItems = [
  'criminalAssociates',
  'recklessness',
  'difficultiesCoping',
  'attitudesToSelf',
  'impulsivity',
  'temperControl',
  'problemSolving',
  'awareness',
  'othersViews',
] as const

/** Maturity of men from 18 to 25: needs nine of ten answers, flags at ten points. Rule: actuarial-risk.md section 5. */
export function maturityScreen(facts: MaturityFacts): MaturityScreen {
  const none = { score: null, contributions: [] }
  const notApplicable = { ...none, faults: [], applicable: false, flag: false }
  const age = facts.dateOfBirth === null ? null : ageOn(facts.dateOfBirth, facts.assessedOn)
  if (age !== null && (age < 18 || age > 25)) return notApplicable
  const items = unanswered(facts, ['peerGroupInfluences', ...maturityItems])
  const missing = [...unanswered(facts, ['sex', 'dateOfBirth']), ...(items.length > 1 ? items : [])]
  if (missing.length > 0) {
    return { ...none, faults: [fault('missing-input', missing)], applicable: null, flag: null }
  }
  if (facts.sex !== 'male') return notApplicable

  const tally = new Tally()
  tally.add('peerGroupInfluences', facts.peerGroupInfluences ? 1 : 0)
  for (const item of maturityItems) tally.add(item, facts[item] ?? 0)
  const { linear: score, contributions } = tally
  return { faults: [], applicable: true, score, flag: score >= 10, contributions }
}

export type LearningFacts = {
  readonly noFixedAbode: boolean | null
  readonly workSkills: Problem | null
  readonly literacyAndNumeracy: Problem | null
  readonly problemsReading: boolean | null
  readonly problemsNumeracy: boolean | null
  readonly learningDifficulties: Problem | null
  readonly noQualifications: boolean | null
}

/** `score` is 0, 1 or 2 and follows from `points`. */
export type LearningScreen = {
  readonly faults: readonly ScreenFault[]
  readonly score: 0 | 1 | 2 | null
  readonly contributions: readonly Contribution[]
}

/** Screening for learning difficulties: needs three of four main answers. Rule: actuarial-risk.md section 5. */
export function learningScreen(facts: LearningFacts): LearningScreen {
  const faults: ScreenFault[] = []
  const parts = (['problemsReading', 'problemsNumeracy'] as const).filter(part => facts[part] !== null)
  if (facts.literacyAndNumeracy === null && parts.length > 0) {
    faults.push(fault('missing-input', ['literacyAndNumeracy']))
  }
  const main = unanswered(facts, ['workSkills', 'literacyAndNumeracy', 'learningDifficulties', 'noQualifications'])
  if (main.length > 1) faults.push(fault('too-few-answers', main))
  if (faults.length > 0) return { faults, score: null, contributions: [] }

  const tally = new Tally()
  tally.add('noFixedAbode', facts.noFixedAbode ? 1 : 0)
  tally.add('workSkills', facts.workSkills ?? 0)
  tally.add('literacyAndNumeracy', facts.literacyAndNumeracy ?? 0)
  tally.add('problemsReading', facts.problemsReading ? 1 : 0)
  tally.add('problemsNumeracy', facts.problemsNumeracy ? 1 : 0)
  tally.add('learningDifficulties', facts.learningDifficulties ?? 0)
  tally.add('noQualifications', facts.noQualifications ? 2 : 0)
  const { linear: points, contributions } = tally
  return { faults, score: points >= 5 ? 2 : points >= 3 ? 1 : 0, contributions }
}

export type HarmLevel = 'low' | 'medium' | 'high' | 'very-high'

export type PersonalityFacts = {
  readonly assessedOn: LocalDate
  readonly sex: Sex | null
  readonly harm: HarmLevel | null
  readonly highestHarmEver: HarmLevel | null
  readonly offenceCode: string | null
  readonly custodialSentence: boolean | null
  readonly mappaEligible: boolean | null
  readonly override: boolean | null
  readonly domesticAbuse: boolean | null
  readonly abuseAgainstPartner: boolean | null
  readonly abuseAgainstFamily: boolean | null
  readonly ageAtFirstSanction: number | null
  /** Answers of yes; a missing answer counts as no, except that impact not known counts as not recognised. */
  readonly yes: { readonly [Answer in PersonalityYesNo]?: boolean | null }
  readonly problems: { readonly [Answer in PersonalityProblem]?: Problem | null }
}

export type PersonalityYesNo =
  | 'weapon'
  | 'violence'
  | 'excessiveViolence'
  | 'arson'
  | 'emotionalMotivation'
  | 'offenceLinkedToHarm'
  | 'accommodationLinkedToHarm'
  | 'relationshipsLinkedToHarm'
  | 'emotionsLinkedToHarm'
  | 'thinkingLinkedToHarm'
  | 'selfHarm'
  | 'recognisesImpact'
  | 'childhoodBehaviour'
  | 'pastPsychiatricTreatment'
  | 'medication'
  | 'secureHospital'
  | 'psychiatricTreatment'
  | 'obsessiveBehaviour'
  | 'assaultedStaff'
  | 'absconded'
  | 'controlIssues'

export type PersonalityProblem =
  | 'childhood'
  | 'coping'
  | 'psychological'
  | 'psychiatric'
  | 'financialReliance'
  | 'manipulative'
  | 'reckless'
  | 'impulsive'
  | 'controlling'
  | 'attitudeToSupervision'

/** `result` null: faults. `applicable` false always screens out. `override` is set only for someone screened out. */
export type PersonalityScreen = {
  readonly faults: readonly ScreenFault[]
  readonly applicable: boolean | null
  readonly result: 'screen-in' | 'screen-out' | null
  readonly override: boolean | null
  readonly contributions: readonly Contribution[]
}

/** The screen for the personality disorder pathway (OPD). Rule: actuarial-risk.md section 5. */
export function personalityScreen(facts: PersonalityFacts): PersonalityScreen {
  const group = actuarialData(facts.assessedOn).offences.get(facts.offenceCode ?? '')
  const faults = personalityFaults(facts, group !== undefined && group.category !== '')
  if (faults.length > 0) return { faults, applicable: null, result: null, override: null, contributions: [] }
  const serious = facts.harm === 'high' || facts.harm === 'very-high'
  const man = facts.sex === 'male'
  const applicable = man
    ? serious && group!.violentOrSexual && facts.custodialSentence === true
    : serious || facts.mappaEligible === true
  if (!applicable) return { faults, applicable, result: 'screen-out', override: null, contributions: [] }

  const { screenedIn, contributions } = man ? screenOfMan(facts) : screenOfWoman(facts)
  if (screenedIn) return { faults, applicable, result: 'screen-in', override: null, contributions }
  return { faults, applicable, result: 'screen-out', override: facts.override === true, contributions }
}

function personalityFaults(facts: PersonalityFacts, mapped: boolean): readonly ScreenFault[] {
  const { offenceCode, domesticAbuse, abuseAgainstPartner, abuseAgainstFamily } = facts
  const missing = [
    ...unanswered(facts, ['sex', 'harm', 'highestHarmEver', 'offenceCode', 'custodialSentence']),
    ...(facts.sex === 'other' ? ['sex'] : []),
    ...(facts.sex === 'female' ? unanswered(facts, ['mappaEligible']) : []),
    ...(domesticAbuse ? unanswered(facts, ['abuseAgainstPartner', 'abuseAgainstFamily']) : []),
  ]
  const faults: ScreenFault[] = missing.length > 0 ? [fault('missing-input', missing)] : []
  if (!domesticAbuse && (abuseAgainstPartner !== null || abuseAgainstFamily !== null)) {
    faults.push(fault('abuse-answers-contradict', ['domesticAbuse']))
  }
  if (offenceCode !== null && offenceCode.length !== 5) faults.push(fault('offence-code-format', ['offenceCode']))
  if (faults.length > 0) return faults
  return mapped ? [] : [fault('offence-not-mapped', ['offenceCode'])]
}

/** Seven points of personality, or two of four indicators. */
function screenOfMan(facts: PersonalityFacts) {
  const personality = new Tally()
  const { ageAtFirstSanction } = facts
  personality.add('first sanction under eighteen', ageAtFirstSanction !== null && ageAtFirstSanction < 18 ? 1 : 0)
  addViolence(personality, facts)
  personality.add('impact not recognised', facts.yes.recognisesImpact ? 0 : 1)
  addProblems(personality, facts, ['financialReliance', 'manipulative', 'reckless', 'impulsive', 'controlling'])
  addYes(personality, facts, ['childhoodBehaviour'])

  const indicators = new Tally()
  addProblems(indicators, facts, ['childhood'])
  indicators.add('mental health', anyOf(facts, mentalHealth, ['psychological', 'psychiatric']) ? 1 : 0)
  addYes(indicators, facts, ['selfHarm'])
  indicators.add('challenging behaviour', anyOf(facts, challenging, ['attitudeToSupervision']) ? 1 : 0)
  return {
    screenedIn: personality.linear >= 7 || indicators.linear >= 2,
    contributions: [...personality.contributions, ...indicators.contributions],
  }
}

/** Ten of fifteen points. */
function screenOfWoman(facts: PersonalityFacts) {
  const tally = new Tally()
  addViolence(tally, facts)
  addYes(tally, facts, [
    'weapon',
    'arson',
    'emotionalMotivation',
    'offenceLinkedToHarm',
    'accommodationLinkedToHarm',
    'relationshipsLinkedToHarm',
    'selfHarm',
    'emotionsLinkedToHarm',
    'thinkingLinkedToHarm',
  ])
  addProblems(tally, facts, ['childhood', 'coping', 'psychological'])
  tally.add('domestic abuse', facts.domesticAbuse && (facts.abuseAgainstPartner || facts.abuseAgainstFamily) ? 1 : 0)
  return { screenedIn: tally.linear >= 10, contributions: tally.contributions }
}

const mentalHealth: readonly PersonalityYesNo[] = [
  'pastPsychiatricTreatment',
  'medication',
  'secureHospital',
  'psychiatricTreatment',
  'obsessiveBehaviour',
]
const challenging: readonly PersonalityYesNo[] = ['assaultedStaff', 'absconded', 'controlIssues']

/** Excessive violence weighs two where violence itself was not recorded, so that the pair never counts less. */
function addViolence(tally: Tally, { yes }: PersonalityFacts): void {
  tally.add('violence', yes.violence ? 1 : 0)
  tally.add('excessive violence', yes.excessiveViolence ? (yes.violence ? 1 : 2) : 0)
}

function addYes(tally: Tally, { yes }: PersonalityFacts, answers: readonly PersonalityYesNo[]): void {
  for (const answer of answers) tally.add(answer, yes[answer] ? 1 : 0)
}

function addProblems(tally: Tally, { problems }: PersonalityFacts, answers: readonly PersonalityProblem[]): void {
  for (const answer of answers) tally.add(answer, (problems[answer] ?? 0) > 0 ? 1 : 0)
}

function anyOf(
  { yes, problems }: PersonalityFacts,
  answers: readonly PersonalityYesNo[],
  levels: readonly PersonalityProblem[],
): boolean {
  return answers.some(answer => yes[answer] === true) || levels.some(level => (problems[level] ?? 0) > 0)
}
