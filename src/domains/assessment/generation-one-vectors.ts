import type { LocalDate } from '../../platform/calendar/index.ts'
import { jsonFamily, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import type { Fault, FaultCode, GenerationOneAnswer, GenerationOneFacts, Problem } from './generation-one-model.ts'
import type { Band, PreviousConviction } from './model.ts'
import { ogp1 } from './rules/ogp1.ts'
import { ogrs3 } from './rules/ogrs3.ts'
import { ospDirectContact, ospImages } from './rules/osp1.ts'
import { ovp1 } from './rules/ovp1.ts'
import { rsr1 } from './rules/rsr1.ts'
import { snsv1, snsv1Basis } from './rules/snsv1.ts'

export type Row = { readonly [field: string]: unknown }
export type RowCase = { readonly id: string; readonly input: Row; readonly expected: Row; readonly predictor?: string }

/** Golden cases of the first generation's scores. */
export const generationOneVectorFamilies: readonly VectorFamily[] = [
  family('risk/ogrs3', ogrs3, shown => pick(shown, 'oneYear', 'twoYear', 'band', 'errors')),
  family('risk/ovp1', ovp1, shown => pick(shown, 'points', 'oneYear', 'twoYear', 'band', 'errors')),
  family('risk/ogp1', ogp1, shown => pick(shown, 'points', 'oneYear', 'twoYear', 'band', 'errors')),
  family('risk/snsv1', snsv1, shown => pick(shown, 'percentage', 'type', 'errors')),
  family('risk/osp-dc', ospDirectContact, shown =>
    pick(shown, 'points', 'percentage', 'band', 'bandReduced', 'errors'),
  ),
  family('risk/osp-iic', ospImages, shown => pick(shown, 'percentage', 'band', 'errors')),
  family('risk/rsr1', rsr1, shown => pick(shown, 'percentage', 'band', 'errors')),
]

/** Scores as `gen1-published-fixtures` compares them; fields of the case that we do not hold are left aside. */
export const publishedScores: { readonly [predictor: string]: (input: Row) => Row } = {
  ogrs3: input => published(shownOf(ogrs3(generationOneFactsOf(input)))),
  ovp: input => published(shownOf(ovp1(generationOneFactsOf(input)))),
  ogp: input => published(shownOf(ogp1(generationOneFactsOf(input)))),
  snsv: input => published({ ...shownOf(snsv1(generationOneFactsOf(input))), band: null }),
  ospdc: input => published(shownOf(ospDirectContact(generationOneFactsOf(input)))),
  ospiic: input => published(shownOf(ospImages(generationOneFactsOf(input)))),
  rsr: input => published(shownOf(rsr1(generationOneFactsOf(input)))),
}

function family(name: string, rule: (facts: GenerationOneFacts) => GenerationOneAnswer, compared: (shown: Row) => Row) {
  return jsonFamily<RowCase>({
    family: name,
    actual: ({ input }) => compared(shownOf(rule(generationOneFactsOf(input)))),
    agrees: (expected, actual) => sameAnswer(expected, actual),
  })
}

function pick(shown: Row, ...fields: readonly string[]): Row {
  return Object.fromEntries(fields.map(field => [field, shown[field]]))
}

const bandCodes: { readonly [Key in Band]: string } = {
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  'very-high': 'VERY_HIGH',
  'not-applicable': 'NOT_APPLICABLE',
}

/** The public code has one name for several faults. */
const errorCodes: { readonly [Key in FaultCode]: string } = {
  'missing-input': 'MISSING_MANDATORY_INPUT',
  'missing-dynamic-input': 'MISSING_DYNAMIC_INPUT',
  'total-sanctions-below-one': 'TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE',
  'violent-above-total': 'VIOLENT_SANCTION_GREATER_THAN_TOTAL_SANCTIONS',
  'offence-code-format': 'OFFENCE_CODE_INCORRECT_FORMAT',
  'offence-needs-detail': 'NEED_DETAILS_OF_EXACT_OFFENCE',
  'offence-not-mapped': 'OFFENCE_CODE_MAPPING_NOT_FOUND',
  'date-not-after-birth': 'UNEXPECTED_ERROR',
  'under-ten-at-conviction': 'AGE_AT_CURRENT_CONVICTION_LESS_THAN_TEN',
  'under-ten-at-follow-up': 'UNEXPECTED_ERROR',
  'under-ten-at-sexual-sanction': 'UNEXPECTED_ERROR',
  'under-eighteen': 'UNEXPECTED_ERROR',
  'first-sanction-after-conviction': 'AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION',
  'follow-up-before-conviction': 'FOLLOW_UP_DATE_BEFORE_CONVICTION_DATE',
  'sexual-history-contradicts-counts': 'SEXUAL_OFFENDING_INCONSISTENT_INPUT',
  'sexual-counts-missing': 'SEXUAL_OFFENDING_MISSING_COUNTS',
  'component-fault': 'COMPONENT_VALIDATION_ERROR',
}

/** Faults that some predictors of the public code report only as unexpected. */
const unexpectedFor: { readonly [predictor: string]: readonly FaultCode[] } = {
  OVP1: ['violent-above-total'],
  SNSV1: ['total-sanctions-below-one'],
  'OSP/DC': ['total-sanctions-below-one'],
}

function codeOf({ code }: Fault, predictor: string): string {
  return unexpectedFor[predictor]?.includes(code) ? 'UNEXPECTED_ERROR' : errorCodes[code]
}

function shownOf(answer: GenerationOneAnswer): Row {
  const errors = answer.faults.map(fault => codeOf(fault, answer.predictor))
  if (answer.outcome === 'no-score') {
    const notApplicable = answer.why === 'not-applicable'
    const band = notApplicable ? 'NOT_APPLICABLE' : null
    const percentage = notApplicable ? 0 : null
    // The public code has chosen its form of SNSV before it looks for the offence.
    const formChosen = answer.predictor === 'SNSV1' && answer.faults.some(fault => fault.code === 'offence-not-mapped')
    const type = formChosen ? typeOf(snsv1Basis(answer.inputs)) : null
    return { points: null, percentage, oneYear: null, twoYear: null, band, bandReduced: null, type, errors }
  }
  const { percent, band, basis, points = null, oneYearPercent = null, bandReduced = null } = answer
  return {
    points,
    percentage: percent,
    oneYear: oneYearPercent,
    twoYear: percent,
    band: bandCodes[band],
    bandReduced,
    type: typeOf({ basis, missing: answer.faults }),
    errors: answer.predictor === 'RSR1' ? [] : errors,
  }
}

function typeOf({ basis, missing }: { readonly basis: string; readonly missing: readonly unknown[] }): string {
  if (basis === 'dynamic') return 'DYNAMIC'
  return missing.length > 0 ? 'STATIC_WITH_VALIDATION_ERRORS' : 'STATIC'
}

function published(shown: Row): Row {
  return {
    band: shown.band,
    score: shown.percentage,
    overallScore: shown.percentage,
    oneYearScore: shown.oneYear,
    twoYearScore: shown.twoYear,
    pointScore: shown.points,
    errors: shown.errors,
  }
}

const problems: { readonly [word: string]: Problem } = {
  NO_PROBLEMS: 0,
  SOME_PROBLEMS: 1,
  SIGNIFICANT_PROBLEMS: 2,
  FULL_MOTIVATION: 0,
  PARTIAL_MOTIVATION: 1,
  NO_MOTIVATION: 2,
  YES: 0,
  SOMETIMES: 1,
  NO: 2,
}

const convictions: { readonly [code: string]: PreviousConviction } = {
  HOMICIDE: 'homicide',
  WOUNDING_GBH: 'wounding',
  KIDNAPPING: 'kidnapping',
  FIREARMS: 'firearms',
  ROBBERY: 'robbery',
  AGGRAVATED_BURGLARY: 'aggravated-burglary',
  WEAPON: 'weapons',
  CRIMINAL_DAMAGE: 'criminal-damage-endangering-life',
  ARSON: 'arson',
}

/** Published fixtures without a day of assessment were worked out on this one. */
export const publishedOn: LocalDate = '2025-11-20'

export function problemOf(value: unknown): Problem | null {
  return value == null ? null : (problems[String(value)] ?? null)
}

export function generationOneFactsOf(input: Row): GenerationOneFacts {
  const value = <Value>(key: string) => (input[key] ?? null) as Value | null
  const problem = (key: string) => problemOf(input[key])
  const sexes = { MALE: 'male', FEMALE: 'female' } as const
  const statuses = { COMMUNITY: 'community', CUSTODY: 'custody', REMAND: 'remand' } as const
  const motivated = value<boolean>('isCurrentOffenceSexuallyMotivated')
  return {
    assessedOn: value<LocalDate>('assessmentDate') ?? publishedOn,
    sex: input.gender == null ? null : (sexes[input.gender as 'MALE'] ?? 'other'),
    dateOfBirth: value('dateOfBirth'),
    convictedOn: value('dateOfCurrentConviction'),
    followUpFrom: value<LocalDate>('dateAtStartOfFollowupCalculated') ?? value('dateAtStartOfFollowupUserInput'),
    supervision: input.supervisionStatus == null ? null : (statuses[input.supervisionStatus as 'CUSTODY'] ?? null),
    offenceCode: value('currentOffenceCode'),
    totalSanctions: value('totalNumberOfSanctionsForAllOffences'),
    violentSanctions: value('totalNumberOfViolentSanctions'),
    ageAtFirstSanction: value('ageAtFirstSanction'),
    mostRecentOffenceOn: value('mostRecentOffenceDate'),
    snsvBasis:
      input.snsvStaticOrDynamic === 'STATIC' ? 'static' : input.snsvStaticOrDynamic === 'DYNAMIC' ? 'dynamic' : null,
    answers: {
      weapon: value('didOffenceInvolveCarryingOrUsingWeapon'),
      recognisesImpact: value('doesRecogniseImpactOfOffendingOnOthers'),
      noFixedAbode: value('isCurrentlyOfNoFixedAbodeOrTransientAccommodation'),
      accommodation: problem('suitabilityOfAccommodation'),
      unemployed: value('isUnemployed'),
      partnerRelationship: problem('currentRelationshipWithPartner'),
      domesticAbuse: value('evidenceOfDomesticAbuse'),
      abuseAgainstPartner: value('domesticAbuseAgainstPartner'),
      regularActivities: problem('regularOffendingActivities'),
      drugMisuse: problem('currentDrugMisuse'),
      drugMotivation: problem('motivationToTackleDrugMisuse'),
      alcoholUse: problem('currentAlcoholUseProblems'),
      bingeDrinking: problem('excessiveAlcoholUse'),
      psychiatricTreatment: value('hasCurrentPsychiatricTreatment'),
      impulsivity: problem('impulsivityProblems'),
      temperControl: problem('temperControl'),
      problemSolving: problem('problemSolvingSkills'),
      awareness: problem('awarenessOfConsequences'),
      othersViews: problem('understandsOtherPeoplesViews'),
      proCriminalAttitudes: problem('proCriminalAttitudes'),
    },
    previous:
      (value<readonly string[]>('previousConvictions') ?? null)?.flatMap(code => convictions[code] ?? []) ?? null,
    sexual: {
      everCommitted: value('hasEverCommittedSexualOffence'),
      contactAdult: value('totalContactAdultSexualSanctions'),
      contactChild: value('totalContactChildSexualSanctions'),
      images: value('totalIndecentImageSanctions'),
      otherNonContact: value('totalNonContactSexualOffences'),
      latestOn: value('dateOfMostRecentSexualOffence'),
      currentMotivated: motivated === null ? null : motivated ? 'yes' : 'no',
      strangerVictim: value('isCurrentOffenceAgainstVictimStranger'),
    },
  }
}
