import type { Band, Scored } from '../model.ts'
import type { AnswerValues } from '../questions/question.ts'
import { chosenIn, problemIn, textIn, yesIn } from './answer-reading.ts'
import type { GenerationTwoScores } from './generation-two.ts'
import { abuseOfPartner, type PredictorFacts, perpetratorAgainst, type RecordFacts } from './predictor-facts.ts'
import type { ProgrammeNeedFacts, RiskLevel } from './programme-needs.ts'
import type { HarmLevel, LearningFacts, MaturityFacts, PersonalityFacts } from './screens.ts'

/** What the programme needs rest on: answers, and the bands of the second generation, which come first. A structured
 *  judgement (SARA) is recorded elsewhere and passed in: 1 low, 2 medium, 3 high. Rule: actuarial-risk.md section 4. */
export function programmeNeedFacts(
  facts: PredictorFacts,
  answers: AnswerValues,
  scores: GenerationTwoScores,
): ProgrammeNeedFacts {
  const problem = (code: string) => problemIn(answers, code)
  return {
    setting: facts.one.supervision === 'custody' ? 'custody' : 'community',
    everSexualOffence: facts.two.sexual.everCommitted,
    q6_11: yesIn(answers, '6.11'),
    q6_1: problem('6.1'),
    q6_6: problem('6.6'),
    q6_12: problem('6.12'),
    q7_3: problem('7.3'),
    q10_1: problem('10.1'),
    q11_2: problem('11.2'),
    q11_3: problem('11.3'),
    q11_4: problem('11.4'),
    q11_6: problem('11.6'),
    q11_11: problem('11.11'),
    q11_12: problem('11.12'),
    q12_1: problem('12.1'),
    q12_9: problem('12.9'),
    generalRisk: levelOf(scores.arpDynamic) ?? levelOf(scores.arpStatic),
    violenceRisk: levelOf(scores.vrpDynamic) ?? levelOf(scores.vrpStatic),
    directContact: sexualLevel(scores.dcSrp),
    images: sexualLevel(scores.iicSrp),
    combinedPercent: scores.csrp.outcome === 'scored' ? scores.csrp.percent : null,
    saraPartner: judged(answers, 'SARA.partner'),
    saraOther: judged(answers, 'SARA.other'),
  }
}

const levels: { readonly [Name in Band]: RiskLevel | null } = {
  low: 'L',
  medium: 'M',
  high: 'H',
  'very-high': 'V',
  'not-applicable': null,
}

function levelOf(score: Scored): RiskLevel | null {
  return score.outcome === 'scored' ? levels[score.band] : null
}

function sexualLevel(score: Scored): RiskLevel | 'NA' | null {
  if (score.outcome === 'scored') return levels[score.band]
  return score.why === 'not-applicable' ? 'NA' : null
}

function judged(answers: AnswerValues, code: string): number | null {
  const place = ['LOW', 'MEDIUM', 'HIGH'].indexOf(textIn(answers, code) ?? '')
  return place < 0 ? null : place + 1
}

/** Which answers stand for the items of the maturity screen is our reading of the question numbers. */
export function maturityFacts({ two }: PredictorFacts, answers: AnswerValues): MaturityFacts {
  const problem = (code: string) => problemIn(answers, code)
  return {
    assessedOn: two.assessedOn,
    sex: two.sex,
    dateOfBirth: two.dateOfBirth,
    peerGroupInfluences: yesIn(answers, '2.7.2'),
    criminalAssociates: problem('7.3'),
    recklessness: problem('7.5'),
    difficultiesCoping: problem('10.1'),
    attitudesToSelf: problem('10.4'),
    impulsivity: problem('11.2'),
    temperControl: problem('11.4'),
    problemSolving: problem('11.6'),
    awareness: problem('11.7'),
    othersViews: problem('11.9'),
  }
}

export function learningFacts(answers: AnswerValues): LearningFacts {
  const noFixedAbode = problemIn(answers, '3.3')
  const qualifications = problemIn(answers, '4.9')
  return {
    noFixedAbode: noFixedAbode === null ? null : noFixedAbode > 0,
    workSkills: problemIn(answers, '4.4'),
    literacyAndNumeracy: problemIn(answers, '4.7'),
    problemsReading: chosenIn(answers, '4.7.1', 'READING'),
    problemsNumeracy: chosenIn(answers, '4.7.1', 'NUMERACY'),
    learningDifficulties: problemIn(answers, '4.8'),
    noQualifications: qualifications === null ? null : qualifications > 0,
  }
}

export function personalityFacts(
  { two, one }: PredictorFacts,
  record: RecordFacts,
  answers: AnswerValues,
  harm: HarmLevel | null,
): PersonalityFacts {
  const yes = (code: string) => yesIn(answers, code)
  const problem = (code: string) => problemIn(answers, code)
  const abuse = yes('6.7')
  return {
    assessedOn: two.assessedOn,
    sex: two.sex,
    harm,
    highestHarmEver: harm,
    offenceCode: two.offenceCode,
    custodialSentence: record.sentence === null ? null : record.sentence.kind === 'custody',
    mappaEligible: record.mappaEligible,
    override: yes('OPD.override'),
    domesticAbuse: abuse,
    abuseAgainstPartner: abuse ? abuseOfPartner(answers) : null,
    abuseAgainstFamily: abuse ? perpetratorAgainst(answers, 'FAMILY') : null,
    ageAtFirstSanction: one.ageAtFirstSanction,
    yes: {
      weapon: chosenIn(answers, '2.2', 'WEAPON'),
      violence: chosenIn(answers, '2.2', 'ANYVIOL'),
      excessiveViolence: chosenIn(answers, '2.2', 'EXCESSIVE'),
      arson: chosenIn(answers, '2.2', 'ARSON'),
      emotionalMotivation: chosenIn(answers, '2.9', 'EMOTIONAL'),
      offenceLinkedToHarm: yes('2.98'),
      accommodationLinkedToHarm: yes('3.98'),
      relationshipsLinkedToHarm: yes('6.98'),
      emotionsLinkedToHarm: yes('10.98'),
      thinkingLinkedToHarm: yes('11.98'),
      selfHarm: problem('10.5') === null ? yes('R3.2') : (problem('10.5') ?? 0) > 0,
      recognisesImpact: yes('2.6'),
      childhoodBehaviour: chosenIn(answers, '10.7', 'CHILDHOOD'),
      pastPsychiatricTreatment: chosenIn(answers, '10.7', 'HISTPSYCH'),
      medication: chosenIn(answers, '10.7', 'MEDICATION'),
      secureHospital: chosenIn(answers, '10.7', 'PATIENT'),
      psychiatricTreatment: chosenIn(answers, '10.7', 'PSYCHTREAT'),
      obsessiveBehaviour: yes('R1.3.13.1') ?? yes('R1.3.13.2'),
      assaultedStaff: yes('R1.3.1.1') ?? yes('R1.3.1.2'),
      absconded: yes('R4.1'),
      controlIssues: yes('R4.2'),
    },
    problems: {
      childhood: problem('6.3'),
      coping: problem('10.1'),
      psychological: problem('10.2'),
      psychiatric: problem('10.6'),
      financialReliance: problem('5.5'),
      manipulative: problem('7.4'),
      reckless: problem('7.5'),
      impulsive: problem('11.2'),
      controlling: problem('11.3'),
      attitudeToSupervision: problem('12.4'),
    },
  }
}

/** The highest level answered in the community and custody grids; null where no full analysis gave one. */
export function highestHarm(answers: AnswerValues): HarmLevel | null {
  const order = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']
  const named: readonly HarmLevel[] = ['low', 'medium', 'high', 'very-high']
  const found = [...answers].flatMap(([code, value]) =>
    /^SUM6\.\d\.\d$/.test(code) && typeof value === 'string' ? [order.indexOf(value)] : [],
  )
  return named[Math.max(-1, ...found)] ?? null
}
