import type { LocalDate, WeeklyTime } from '../../platform/calendar/index.ts'
import type { Reason, Source } from '../../platform/rules/index.ts'
import type {
  Band,
  LearningScreen,
  MaturityScreen,
  NeedArea,
  NoScore,
  PersonalityScreen,
  ProgrammeNeeds,
  Sex,
} from '../assessment/index.ts'
import type { DeliveredOption, DeliveryCatalogue } from '../organisation/index.ts'
import type { Length, RequirementKind, Term } from '../sentence/index.ts'

export type { WeeklyTime } from '../../platform/calendar/index.ts'
export type { DeliveredOption, DeliveryCatalogue } from '../organisation/index.ts'

/** The orders a proposal can be made of. */
export type OrderFamily = 'community-order' | 'suspended-sentence'

export type SeriousnessBand = 'below-community' | 'low' | 'medium' | 'high' | 'custody-threshold' | 'above-suspension'

/** Everything the proposal is made from, taken from the record; null is not known and never excludes an option.
 *  Ethnicity, religion and nationality are not here and must not be added: what follows from them for attendance is
 *  only hours and places the person cannot attend, without the reason. */
export type ProposalFacts = {
  /** The day sentence is expected. */
  readonly sentencedOn: LocalDate
  readonly area: string
  readonly person: PersonFacts
  readonly case: CaseFacts
  readonly risk: RiskFacts
  readonly needs: readonly Need[]
  readonly treatment: TreatmentFacts
  readonly catalogue: DeliveryCatalogue
}

/** Sex and age are used only by rules that name them; the answer says which did. */
export type PersonFacts = {
  readonly ageAtConviction: number | null
  readonly sex: Sex | null
  /** Hours the person works, learns, cares or otherwise cannot attend; null when nobody asked. */
  readonly cannotAttendHours: readonly WeeklyTime[] | null
  readonly cannotAttendPlaces: readonly string[] | null
  /** Hours a week that are left for requirements. */
  readonly freeHoursAWeek: number | null
  readonly curfewAddressSuitable: boolean | null
  readonly householdConsents: boolean | null
  readonly unpaidWork: 'able' | 'able-if-adapted' | 'not-able' | null
}

export type CaseFacts = {
  readonly offences: readonly {
    readonly committedOn: LocalDate | null
    readonly convictedOn: LocalDate | null
    readonly imprisonable: boolean | null
  }[]
  readonly seriousness: SeriousnessBand | null
  readonly custodialTerm: Term | null
  readonly domesticAbuse: boolean | null
  readonly sexual: boolean | null
  readonly images: boolean | null
  /** Alcohol was an element of the offence or a factor in it. */
  readonly alcoholFactor: boolean | null
  readonly drugFactor: boolean | null
  /** A fine is proposed too, or circumstances are exceptional: either meets the duty of s.208(10). */
  readonly fineOrExceptional: boolean | null
  readonly outstandingUnpaidWorkHours: number | null
  readonly problemSolvingCourt: boolean | null
}

/** What a rule reads of a score: its band, or why there is none. No score is never low. */
export type BandedScore =
  | { readonly outcome: 'scored'; readonly band: Band }
  | { readonly outcome: 'no-score'; readonly why: NoScore['why'] }

export type RiskFacts = {
  /** The scores as made, with their generation; null when none was made. */
  readonly directContact: BandedScore | null
  readonly images: BandedScore | null
  readonly saraPartner: 1 | 2 | 3 | null
  readonly saraOther: 1 | 2 | 3 | null
  readonly programmeNeeds: ProgrammeNeeds | null
  readonly learning: LearningScreen | null
  readonly maturity: MaturityScreen | null
  readonly personality: PersonalityScreen | null
  /** Risk of serious harm factors, each with the options that manage it. */
  readonly harmFactors: readonly {
    readonly id: string
    /** In words; proposals stored before it was kept have none. */
    readonly name?: string
    readonly managedBy: readonly string[]
  }[]
}

export type Need = {
  readonly area: NeedArea
  readonly severity: 'none' | 'standard' | 'severe' | null
  readonly harmLinked: boolean
  readonly reoffendingLinked: boolean
}

export type Treatment = {
  readonly criterionMet: boolean | null
  readonly susceptible: boolean | null
  readonly arranged: boolean | null
  readonly willing: boolean | null
}

/** `criterionMet`: dependent on alcohol; dependent on drugs or a propensity to misuse them; a practitioner's evidence
 *  of a mental condition that needs and may respond to treatment. */
export type TreatmentFacts = {
  readonly alcohol: Treatment
  readonly drugs: Treatment
  readonly mentalHealth: Treatment
}

/** 'requirement': a requirement of an order. 'within': delivered under one. 'offer': offered beside the order and never
 *  required. */
export type ProposalOption = {
  readonly id: string
  readonly name: string
  readonly kind: 'requirement' | 'within' | 'offer'
  /** The requirement that carries it, null for an offer. */
  readonly requirement: RequirementKind | null
  /** What protects is proposed only to manage a named risk of serious harm factor. */
  readonly role: 'punishes' | 'protects' | 'helps'
  readonly meets: readonly NeedArea[]
  /** Needs an entry in the delivery catalogue: something to attend, or equipment; null needs none. */
  readonly delivery: 'attended' | 'equipment' | null
}

export type OptionStatus = 'available' | 'needs-information' | 'not-eligible' | 'unlawful'

/** A rule, parameter or row that took part in a decision; `from` null has not commenced. */
export type RuleTaken = { readonly rule: string; readonly from: LocalDate | null; readonly source: Source }

export type Question = { readonly fact: string; readonly question: string }

/** Why an option stands where it does: `rule` names the row or parameter, `from` the day its version holds from. */
export type OptionFinding = RuleTaken & {
  readonly status: Exclude<OptionStatus, 'available'>
  /** True where the law itself asks: it cannot be overridden before it is answered. */
  readonly law: boolean
  readonly reason: Reason
  readonly text: string
  /** The question that would settle it, by fact. */
  readonly questions: readonly Question[]
}

/** `mustHave` names the rows and harm factors that make the option a must. `lookAt` are doubts that exclude nothing. */
export type OptionVerdict = {
  readonly option: ProposalOption
  readonly status: OptionStatus
  readonly findings: readonly OptionFinding[]
  readonly lookAt: readonly Reason[]
  readonly mustHave: readonly string[]
  readonly delivery: DeliveredOption | null
  readonly rulesUsed: readonly RuleTaken[]
}

/** A requirement as proposed; no length means that its author gives one. */
export type PackageRequirement = {
  readonly option: string
  readonly kind: RequirementKind
  readonly length: Length | null
  readonly curfew: { readonly hoursADay: number; readonly times: readonly WeeklyTime[] } | null
}

/** One line of the arithmetic; the lines sum to the total. */
export type ScoreLine = { readonly code: string; readonly subject: string; readonly value: number }

export type Package = {
  readonly family: OrderFamily
  readonly requirements: readonly PackageRequirement[]
  readonly mustHaves: readonly string[]
  readonly arithmetic: readonly ScoreLine[]
  readonly total: number
  readonly uncovered: readonly NeedArea[]
  readonly starts: readonly {
    readonly option: string
    readonly nextStartOn: LocalDate | null
    readonly waitWeeks: number | null
    readonly provider: string | null
  }[]
  /** What a reader must know before relying on it: nothing punitive, hours not known, wait not known. */
  readonly flags: readonly Reason[]
  /** Points for the report, why this and why not that: codes, never prose. */
  readonly points: readonly Reason[]
}
