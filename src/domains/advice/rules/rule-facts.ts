import type { NeedArea, PersonalityScreen } from '../../assessment/index.ts'
import type { BandedScore, ProposalFacts, RiskFacts } from '../model.ts'

export type FactValue = string | number | boolean | null

/** The facts that rules can ask for, each with the question that settles it when the record does not. */
const questions = {
  'person.age-at-conviction': 'How old was the person at conviction?',
  'person.sex': 'What is the person’s sex, where a programme’s criteria ask for it?',
  'person.curfew-address-suitable': 'Is there an address suitable for a curfew or a tag?',
  'person.household-consents': 'Do the others at the address consent to the monitoring?',
  'person.unpaid-work': 'Can the person do unpaid work, as it is or adapted?',
  'case.domestic-abuse': 'Was there domestic abuse?',
  'case.sexual': 'Was the offence sexual, or was there a sexual element?',
  'case.images': 'Were there indecent images?',
  'case.alcohol-factor': 'Was alcohol an element of the offence, or a factor in it?',
  'case.drug-factor': 'Did drug misuse cause or contribute to the offending, or is it likely to?',
  'case.problem-solving-court': 'Is the case in a court that takes part in intensive supervision?',
  'risk.sexual-contact-medium': 'What is the direct contact sexual reoffending band?',
  'risk.images-medium': 'What is the indecent images band?',
  'risk.sara-highest': 'What does the spousal assault risk assessment say?',
  'risk.programme-pathway': 'Which programme pathway do need and risk give?',
  'risk.learning-screen': 'What does the learning screen say?',
  'risk.maturity-flag': 'What does the maturity screen say?',
  'risk.personality-screen': 'What does the personality pathway screen say?',
  'alcohol.dependent': 'Is the person dependent on alcohol?',
  'alcohol.susceptible': 'Would alcohol treatment be likely to help?',
  'alcohol.arranged': 'Has alcohol treatment been arranged?',
  'alcohol.willing': 'Is the person willing to have alcohol treatment?',
  'drugs.criterion': 'Is the person dependent on drugs, or do they have a propensity to misuse them?',
  'drugs.susceptible': 'Would drug treatment be likely to help?',
  'drugs.arranged': 'Has drug treatment been arranged?',
  'drugs.willing': 'Is the person willing to have drug treatment and testing?',
  'mental-health.criterion': 'Is there a practitioner’s evidence of a mental condition that needs treatment?',
  'mental-health.susceptible': 'Would mental health treatment be likely to help?',
  'mental-health.arranged': 'Has mental health treatment been arranged?',
  'mental-health.willing': 'Is the person willing to have mental health treatment?',
  'need.accommodation': 'Is accommodation a need?',
  'need.education-employment': 'Is education or employment a need?',
  'need.finance': 'Is money a need?',
  'need.relationships': 'Are relationships a need?',
  'need.lifestyle': 'Are lifestyle and associates a need?',
  'need.drugs': 'Is drug use a need?',
  'need.alcohol': 'Is alcohol use a need?',
  'need.emotional-wellbeing': 'Is emotional wellbeing a need?',
  'need.thinking-behaviour': 'Is thinking and behaviour a need?',
  'need.attitudes': 'Are attitudes a need?',
} as const satisfies { readonly [fact: string]: string }

export type FactName = keyof typeof questions

export const factNames = Object.keys(questions) as readonly FactName[]

/** The question that would settle a fact. */
export function questionOf(fact: FactName): { readonly fact: FactName; readonly question: string } {
  return { fact, question: questions[fact] }
}

/** The facts as rules see them. Ethnicity, religion and nationality have no name here, so no rule can ask for them. */
export function ruleFacts(facts: ProposalFacts): { readonly [Name in FactName]: FactValue } {
  const { person, case: matter, risk, treatment } = facts
  return {
    'person.age-at-conviction': person.ageAtConviction,
    'person.sex': person.sex,
    'person.curfew-address-suitable': person.curfewAddressSuitable,
    'person.household-consents': person.householdConsents,
    'person.unpaid-work': person.unpaidWork,
    'case.domestic-abuse': matter.domesticAbuse,
    'case.sexual': matter.sexual,
    'case.images': matter.images,
    'case.alcohol-factor': matter.alcoholFactor,
    'case.drug-factor': matter.drugFactor,
    'case.problem-solving-court': matter.problemSolvingCourt,
    'risk.sexual-contact-medium': mediumOrMore(risk.directContact),
    'risk.images-medium': mediumOrMore(risk.images),
    'risk.sara-highest': saraHighest(risk),
    'risk.programme-pathway': knownPathway(risk),
    'risk.learning-screen': risk.learning?.score ?? null,
    'risk.maturity-flag': risk.maturity?.flag ?? null,
    'risk.personality-screen': screenedIn(risk.personality),
    'alcohol.dependent': treatment.alcohol.criterionMet,
    'alcohol.susceptible': treatment.alcohol.susceptible,
    'alcohol.arranged': treatment.alcohol.arranged,
    'alcohol.willing': treatment.alcohol.willing,
    'drugs.criterion': treatment.drugs.criterionMet,
    'drugs.susceptible': treatment.drugs.susceptible,
    'drugs.arranged': treatment.drugs.arranged,
    'drugs.willing': treatment.drugs.willing,
    'mental-health.criterion': treatment.mentalHealth.criterionMet,
    'mental-health.susceptible': treatment.mentalHealth.susceptible,
    'mental-health.arranged': treatment.mentalHealth.arranged,
    'mental-health.willing': treatment.mentalHealth.willing,
    'need.accommodation': isNeed(facts, 'accommodation'),
    'need.education-employment': isNeed(facts, 'education-employment'),
    'need.finance': isNeed(facts, 'finance'),
    'need.relationships': isNeed(facts, 'relationships'),
    'need.lifestyle': isNeed(facts, 'lifestyle'),
    'need.drugs': isNeed(facts, 'drugs'),
    'need.alcohol': isNeed(facts, 'alcohol'),
    'need.emotional-wellbeing': isNeed(facts, 'emotional-wellbeing'),
    'need.thinking-behaviour': isNeed(facts, 'thinking-behaviour'),
    'need.attitudes': isNeed(facts, 'attitudes'),
  }
}

function knownPathway({ programmeNeeds }: RiskFacts): string | null {
  return programmeNeeds && programmeNeeds.pathway !== 'O' ? programmeNeeds.pathway : null
}

/** No score is not known, never low; a predictor that does not apply to the case is not met. */
function mediumOrMore(score: BandedScore | null): boolean | null {
  if (!score) return null
  if (score.outcome === 'scored') return ['medium', 'high', 'very-high'].includes(score.band)
  return score.why === 'not-applicable' ? false : null
}

/** The higher of the two ratings; with one missing, known only where the other already decides. */
function saraHighest({ saraPartner, saraOther }: RiskFacts): number | null {
  const known = [saraPartner, saraOther].filter(one => one !== null)
  const highest = Math.max(0, ...known)
  return known.length === 2 || highest >= 2 ? highest : null
}

function screenedIn(screen: PersonalityScreen | null): boolean | null {
  if (!screen || screen.result === null) return null
  return screen.result === 'screen-in' || screen.override === true
}

/** A need, or an area linked to harm; not known when the area was not assessed. */
function isNeed({ needs }: ProposalFacts, area: NeedArea): boolean | null {
  const need = needs.find(one => one.area === area)
  if (!need) return null
  if (need.harmLinked) return true
  return need.severity === null ? null : need.severity !== 'none'
}
