import type { LocalDate } from '../../platform/calendar/index.ts'
import { jsonFamily, type VectorFamily } from '../../platform/vectors/index.ts'
import type { GenerationOneAnswer } from './generation-one-model.ts'
import {
  generationOneFactsOf,
  problemOf,
  publishedOn,
  publishedScores,
  type Row,
  type RowCase,
} from './generation-one-vectors.ts'
import type { Sex } from './model.ts'
import { ogrs3 } from './rules/ogrs3.ts'
import { ovp1 } from './rules/ovp1.ts'
import { missingNeed, type ProgrammeNeedFacts, programmeNeeds, type RiskLevel } from './rules/programme-needs.ts'
import {
  type HarmLevel,
  learningScreen,
  maturityScreen,
  type PersonalityFacts,
  type PersonalityProblem,
  type PersonalityYesNo,
  personalityScreen,
  type ScreenFault,
} from './rules/screens.ts'

/** Golden cases of the screens and of the programme needs identifier. */
export const screenVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<RowCase>({ family: 'risk/mst', actual: ({ input }) => maturity(input) }),
  jsonFamily<RowCase>({ family: 'risk/lds', actual: ({ input }) => learning(input) }),
  jsonFamily<RowCase>({ family: 'risk/opd', actual: ({ input }) => personality(input) }),
  jsonFamily<RowCase>({
    family: 'risk/pni',
    actual: ({ input }) => {
      const { pathway, need, risk, domains } = programmeNeeds(programmeFacts(input))
      return { pathway, need, risk, domains }
    },
  }),
  jsonFamily<RowCase>({
    family: 'risk/gen1-published-fixtures',
    // Derived marks of the public response (such as femaleVersion) have no counterpart here and are left aside.
    expected: ({ expected, predictor = '' }) => {
      const ours = publishedScores[predictor] ?? publishedScreens[predictor]
      const compared = Object.keys(ours?.({}) ?? {})
      return Object.fromEntries(Object.entries(expected).filter(([key]) => compared.includes(key)))
    },
    actual: ({ input, expected, predictor = '' }) => {
      const run = publishedScores[predictor] ?? publishedScreens[predictor]
      if (!run) throw new Error(`no rule for ${predictor}`)
      return Object.fromEntries(Object.entries(run(input)).filter(([key]) => key in expected))
    },
  }),
]

const publishedScreens: { readonly [predictor: string]: (input: Row) => Row } = {
  pni: publishedPathway,
  lds: input => {
    const { score, errors } = learning(input)
    return { ldsScore: score, errors }
  },
  mst: input => {
    const { score, flag, applicable, errors } = maturity(input)
    return { maturityScore: score, maturityFlag: flag, isMstApplicable: applicable, errors }
  },
  opd: input => {
    const { check, result, override, errors } = personality(input)
    return { opdCheck: check, opdResult: result, opdOverride: override, errors }
  },
}

const pathwayNames = { H: 'HIGH', M: 'MODERATE', A: 'ALTERNATIVE', O: 'OMISSION' } as const

/** The published response worked out the programme needs before the sexual and combined predictors were known. */
function publishedPathway(input: Row): Row {
  const scored = generationOneFactsOf(input)
  const facts: ProgrammeNeedFacts = {
    setting: input.supervisionStatus === 'COMMUNITY' ? 'community' : 'custody',
    everSexualOffence: truth(input.hasEverCommittedSexualOffence),
    q6_11: truth(input.isARiskOfSexualHarm),
    q6_1: problemOf(input.currentRelationshipWithFamilyMembers),
    q6_6: problemOf(input.previousCloseRelationships),
    q6_12: problemOf(input.emotionalCongruenceWithChildren),
    q7_3: problemOf(input.easilyInfluencedByCriminalAssociates),
    q10_1: problemOf(input.difficultiesCoping),
    q11_2: problemOf(input.impulsivityProblems),
    q11_3: problemOf(input.controllingOrAggressiveBehaviour),
    q11_4: problemOf(input.temperControl),
    q11_6: problemOf(input.problemSolvingSkills),
    q11_11: problemOf(input.sexualPreoccupation),
    q11_12: problemOf(input.offenceRelatedSexualInterests),
    q12_1: problemOf(input.proCriminalAttitudes),
    q12_9: problemOf(input.hostileOrientation),
    generalRisk: levelOf(ogrs3(scored)),
    violenceRisk: levelOf(ovp1(scored)),
    directContact: null,
    images: null,
    combinedPercent: null,
    saraPartner: saraOf(input.saraRiskToPartner),
    saraOther: saraOf(input.saraRiskToOthers),
  }
  const lacking = missingNeed(facts).some(name => name.startsWith('q'))
  return { pniPathway: pathwayNames[programmeNeeds(facts).pathway], errors: lacking ? ['MISSING_MANDATORY_INPUT'] : [] }
}

function levelOf(answer: GenerationOneAnswer): RiskLevel | null {
  if (answer.outcome !== 'scored') return null
  return ({ low: 'L', medium: 'M', high: 'H', 'very-high': 'V', 'not-applicable': null } as const)[answer.band]
}

function saraOf(value: unknown): number | null {
  const place = ['LOW', 'MEDIUM', 'HIGH'].indexOf(String(value))
  return place < 0 ? null : place + 1
}

const faultCodes: { readonly [code: string]: string } = {
  'missing-input': 'MISSING_MANDATORY_INPUT',
  'too-few-answers': 'LDS_NOT_ENOUGH_FIELDS_PRESENT',
  'abuse-answers-contradict': 'DOMESTIC_ABUSE_INCONSISTENT_INPUT',
  'offence-code-format': 'OFFENCE_CODE_INCORRECT_FORMAT',
  'offence-not-mapped': 'OFFENCE_CODE_MAPPING_NOT_FOUND',
}

function errorsOf(faults: readonly ScreenFault[]): readonly string[] {
  return faults.map(({ code }) => faultCodes[code] ?? code)
}

function truth(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function sexOf(value: unknown): Sex | null {
  if (value == null) return null
  return value === 'MALE' ? 'male' : value === 'FEMALE' ? 'female' : 'other'
}

function maturity(input: Row) {
  const { score, flag, applicable, faults } = maturityScreen({
    assessedOn: (input.assessmentDate ?? publishedOn) as LocalDate,
    sex: sexOf(input.gender),
    dateOfBirth: (input.dateOfBirth ?? null) as LocalDate | null,
    peerGroupInfluences: truth(input.hasPeerGroupInfluences),
    criminalAssociates: problemOf(input.influenceFromCriminalAssociates),
    recklessness: problemOf(input.recklessnessAndRiskTakingBehaviour),
    difficultiesCoping: problemOf(input.difficultiesCoping),
    attitudesToSelf: problemOf(input.attitudesTowardsSelf),
    impulsivity: problemOf(input.impulsivityProblems),
    temperControl: problemOf(input.temperControl),
    problemSolving: problemOf(input.problemSolvingSkills),
    awareness: problemOf(input.awarenessOfConsequences),
    othersViews: problemOf(input.understandsOtherPeoplesViews),
  })
  return { score, flag, applicable, errors: errorsOf(faults) }
}

function learning(input: Row) {
  const qualifications = input.professionalOrVocationalQualifications
  const { score, faults } = learningScreen({
    noFixedAbode: truth(input.isCurrentlyOfNoFixedAbodeOrTransientAccommodation),
    workSkills: problemOf(input.workRelatedSkills),
    literacyAndNumeracy: problemOf(input.problemsWithReadingWritingNumeracy),
    problemsReading: truth(input.hasProblemsWithReading),
    problemsNumeracy: truth(input.hasProblemsWithNumeracy),
    learningDifficulties: problemOf(input.learningDifficulties),
    noQualifications: qualifications == null ? null : qualifications === 'NO_QUALIFICATIONS',
  })
  return { score, errors: errorsOf(faults) }
}

const yesNoFields: { readonly [Answer in PersonalityYesNo]: string } = {
  weapon: 'didOffenceInvolveCarryingOrUsingWeapon',
  violence: 'didOffenceInvolveViolenceOrThreatOfViolence',
  excessiveViolence: 'didOffenceInvolveExcessiveUseOfViolence',
  arson: 'didOffenceInvolveArson',
  emotionalMotivation: 'offenceMotivationEmotionalState',
  offenceLinkedToHarm: 'isAnalysisOfOffenceIssuesLinkedToRisk',
  accommodationLinkedToHarm: 'hasAccommodationIssuesLinkedToRisk',
  relationshipsLinkedToHarm: 'relationshipIssuesLinkedToRisk',
  emotionsLinkedToHarm: 'areEmotionalIssuesLinkedToRisk',
  thinkingLinkedToHarm: 'areThinkingAndBehaviourIssuesLinkedToRisk',
  selfHarm: 'hasSelfHarmOrAttemptedSuicide',
  recognisesImpact: 'doesRecogniseImpactOfOffendingOnOthers',
  childhoodBehaviour: 'isEvidenceOfChildhoodBehaviouralProblems',
  pastPsychiatricTreatment: 'hasHistoryOfPsychiatricTreatment',
  medication: 'hasBeenOnMedicationForMentalHealthProblems',
  secureHospital: 'hasEverBeenInSpecialHospitalOrRegionalSecureUnit',
  psychiatricTreatment: 'hasCurrentPsychiatricTreatment',
  obsessiveBehaviour: 'hasDisplayedObsessiveBehaviourLinkedToOffending',
  assaultedStaff: 'hasAssaultedOrThreatenedStaff',
  absconded: 'hasEscapedOrAbsconded',
  controlIssues: 'hasControlIssues',
}

const problemFields: { readonly [Answer in PersonalityProblem]: string } = {
  childhood: 'experienceOfChildhood',
  coping: 'difficultiesCoping',
  psychological: 'currentPsychologicalProblems',
  psychiatric: 'currentPsychiatricProblems',
  financialReliance: 'overRelianceOnOthersForFinancialSupport',
  manipulative: 'manipulativeOrPredatoryBehaviour',
  reckless: 'recklessnessAndRiskTakingBehaviour',
  impulsive: 'impulsivityProblems',
  controlling: 'controllingOrAggressiveBehaviour',
  attitudeToSupervision: 'attitudeTowardsSupervisionOrLicence',
}

function personality(input: Row) {
  const { faults, result, override } = personalityScreen(personalityFacts(input))
  return {
    check: faults.length === 0,
    result: result === null ? null : result === 'screen-in' ? 'SCREEN_IN' : 'SCREEN_OUT',
    override,
    errors: errorsOf(faults),
  }
}

function personalityFacts(input: Row): PersonalityFacts {
  const harm = (value: unknown) => (value == null ? null : (String(value).toLowerCase().replace('_', '-') as HarmLevel))
  const read = <Value>(fields: { readonly [name: string]: string }, reader: (value: unknown) => Value) =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, reader(input[field])]))
  return {
    assessedOn: (input.assessmentDate ?? publishedOn) as LocalDate,
    sex: sexOf(input.gender),
    harm: harm(input.overallRiskForAssessment),
    highestHarmEver: harm(input.highestRiskLevelOverAllAssessments),
    offenceCode: (input.currentOffenceCode ?? null) as string | null,
    custodialSentence: truth(input.hasCustodialSentence),
    mappaEligible: truth(input.isEligibleForMappa),
    override: truth(input.applyOPDOverride),
    domesticAbuse: truth(input.evidenceOfDomesticAbuse),
    abuseAgainstPartner: truth(input.domesticAbuseAgainstPartner),
    abuseAgainstFamily: truth(input.domesticAbuseAgainstFamily),
    ageAtFirstSanction: (input.ageAtFirstSanction ?? null) as number | null,
    yes: read(yesNoFields, truth),
    problems: read(problemFields, problemOf),
  }
}

function programmeFacts(input: Row): ProgrammeNeedFacts {
  const value = <Value>(key: string) => (input[key] ?? null) as Value | null
  const yes = (key: string) => (input[key] == null ? null : input[key] === 'Yes')
  return {
    setting: input.community ? 'community' : 'custody',
    everSexualOffence: yes('s1_30'),
    q6_11: yes('s6_11'),
    q6_1: value('s6_1'),
    q6_6: value('s6_6'),
    q6_12: value('s6_12'),
    q7_3: value('s7_3'),
    q10_1: value('s10_1'),
    q11_2: value('s11_2'),
    q11_3: value('s11_3'),
    q11_4: value('s11_4'),
    q11_6: value('s11_6'),
    q11_11: value('s11_11'),
    q11_12: value('s11_12'),
    q12_1: value('s12_1'),
    q12_9: value('s12_9'),
    generalRisk: value('ogrs3RiskRecon'),
    violenceRisk: value('ovpRisk'),
    directContact: value('ospDc'),
    images: value('ospIic'),
    combinedPercent: value('rsrPercentageScore'),
    saraPartner: value('saraRiskPartner'),
    saraOther: value('saraRiskOther'),
  }
}
