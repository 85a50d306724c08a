import type { LocalDate } from '../../platform/calendar/index.ts'

export type Generation = 1 | 2
export type Sex = 'male' | 'female' | 'other'

export type PredictorName =
  | 'OGRS3'
  | 'OVP1'
  | 'OGP1'
  | 'SNSV1'
  | 'OSP/DC'
  | 'OSP/IIC'
  | 'RSR1'
  | 'ARP'
  | 'VRP'
  | 'SVRP'
  | 'DC-SRP'
  | 'IIC-SRP'
  | 'CSRP'

export type Band = 'low' | 'medium' | 'high' | 'very-high' | 'not-applicable'

/** One addend of a linear score, or points of a scale. Contributions of zero are left out. */
export type Contribution = { readonly feature: string; readonly value: number }

/** What every answer of a predictor carries, so that it can be shown, compared and replayed. */
export type Provenance<Inputs> = {
  readonly predictor: PredictorName
  readonly generation: Generation
  readonly algorithmVersion: string
  readonly dataVersion: string
  readonly assessedOn: LocalDate | null
  readonly inputs: Inputs
}

/** A score. `percent` as shown (rounded by the rule of its generation), `linear` unrounded, equal to the sum of the
 *  contributions. A band means nothing without the generation beside it. */
export type Score<Inputs = unknown> = Provenance<Inputs> & {
  readonly outcome: 'scored'
  readonly basis: 'static' | 'dynamic'
  readonly percent: number
  readonly band: Band
  readonly linear: number
  readonly contributions: readonly Contribution[]
}

/** No score, which is never "low". `missing` names what is lacking or wrong, by question code or field.
 *  'not-attempted': another basis was scored, or the assessment is static only. */
export type NoScore<Inputs = unknown> = Provenance<Inputs> & {
  readonly outcome: 'no-score'
  readonly why: 'missing' | 'not-calculable' | 'not-applicable' | 'not-attempted'
  readonly missing: readonly string[]
}

export type Scored<Inputs = unknown> = Score<Inputs> | NoScore<Inputs>

export type PreviousConviction =
  | 'homicide'
  | 'wounding'
  | 'kidnapping'
  | 'firearms'
  | 'robbery'
  | 'aggravated-burglary'
  | 'weapons'
  | 'criminal-damage-endangering-life'
  | 'arson'

export type Drug =
  | 'heroin'
  | 'methadone'
  | 'other-opiate'
  | 'crack'
  | 'powder-cocaine'
  | 'misused-prescribed'
  | 'benzodiazepines'
  | 'cannabis'
  | 'steroids'
  | 'amphetamines'
  | 'ecstasy'
  | 'hallucinogens'
  | 'ketamine'
  | 'solvents'
  | 'spice'
  | 'other'

/** Answers that score 0, 1 or 2 by question number (2.2 and 6.7 score 0 or 1; 4.2 scores 0 or 2; 6.8 is 1 living
 *  together, 2 not, 3 none). Null is not answered. */
export type ScoredAnswers = {
  readonly q2_2: number | null
  readonly q3_4: number | null
  readonly q4_2: number | null
  readonly q6_4: number | null
  readonly q6_7: number | null
  readonly q6_8: number | null
  readonly q7_2: number | null
  /** 8.1 Drugs ever misused: null is not answered. */
  readonly q8_1: 'yes' | 'no' | null
  readonly q8_8: number | null
  readonly q9_1: number | null
  readonly q9_2: number | null
  readonly q11_2: number | null
  readonly q11_4: number | null
  readonly q12_1: number | null
}

/** Sanctions are counts of occasions. `currentMotivated` is 'not-asked' where 1.41 need not be asked. */
export type SexualHistory = {
  readonly everCommitted: boolean | null
  readonly contactAdult: number | null
  readonly contactChild: number | null
  readonly images: number | null
  readonly otherNonContact: number | null
  readonly latestOn: LocalDate | null
  readonly currentMotivated: 'yes' | 'no' | 'not-asked' | null
  readonly strangerVictim: boolean | null
}

/** Everything the second generation asks. Null is not known. `staticOnly` marks a screening without interview. */
export type GenerationTwoFacts = {
  readonly assessedOn: LocalDate
  readonly staticOnly: boolean
  readonly dateOfBirth: LocalDate | null
  readonly sex: Sex | null
  readonly offenceCode: string | null
  readonly totalSanctions: number | null
  readonly violentSanctions: number | null
  readonly ageAtFirstSanction: number | null
  readonly lastSanctionOn: LocalDate | null
  readonly communityOn: LocalDate | null
  readonly inCustody: boolean | null
  readonly mostRecentOffenceOn: LocalDate | null
  readonly answers: ScoredAnswers
  readonly drugs: readonly Drug[]
  /** False for each conviction asked about and not found; null or absent is not answered. */
  readonly previous: { readonly [Kind in PreviousConviction]?: boolean | null }
  readonly sexual: SexualHistory
}
