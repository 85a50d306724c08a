import { ageOn, type Instant, type LocalDate, type WeeklyTime } from '../../../platform/calendar/index.ts'
import type { LearningScreen, MaturityScreen, PersonalityScreen, ProgrammeNeeds } from '../../assessment/index.ts'
import type {
  BandedScore,
  DeliveryCatalogue,
  Need,
  PersonFacts,
  ProposalFacts,
  RiskFacts,
  SeriousnessBand,
  Treatment,
} from '../model.ts'
import type { AssessedTreatment } from './assessed-treatment.ts'

export type FactGiven = {
  readonly code: string
  readonly value: unknown
  readonly at: Instant
  readonly byName: string
}

/** What each part of the record knows; null where it holds nothing. No part has ethnicity, religion or nationality. */
export type ProposalSources = {
  readonly sentencedOn: LocalDate
  readonly person: { readonly dateOfBirth: LocalDate | null; readonly sex: 'male' | 'female' | null }
  readonly offences: readonly { readonly committedOn: LocalDate | null; readonly convictedOn: LocalDate | null }[]
  /** What the offence table and the request say; what is answered here comes before it. */
  readonly imprisonable: boolean | null
  readonly sexual: boolean | null
  readonly domesticAbuse: boolean | null
  readonly custodyMonths: number | null
  /** Hours of unpaid work of orders that run, null where an order runs whose hours left nobody counted. */
  readonly outstandingHours: number | null
  readonly assessed: {
    readonly on: LocalDate | null
    readonly signed: boolean
    readonly needs: readonly Need[]
    readonly harmFactors: RiskFacts['harmFactors']
    readonly treatment: AssessedTreatment
  } | null
  readonly scores: {
    readonly on: LocalDate | null
    readonly directContact: BandedScore | null
    readonly images: BandedScore | null
    readonly programmeNeeds: ProgrammeNeeds | null
    readonly learning: LearningScreen | null
    readonly maturity: MaturityScreen | null
    readonly personality: PersonalityScreen | null
  } | null
  readonly catalogue: DeliveryCatalogue
  readonly given: ReadonlyMap<string, FactGiven>
}

/** The facts of a proposal from what the record holds and what was asked. What neither holds stays null, never "no". */
export function proposalFacts(from: ProposalSources): ProposalFacts {
  const { given, assessed, scores } = from
  return {
    sentencedOn: from.sentencedOn,
    area: from.catalogue.area,
    person: personFacts(from),
    case: {
      offences: from.offences.map(one => ({
        ...one,
        imprisonable: yesNo(given, 'case.imprisonable') ?? from.imprisonable,
      })),
      seriousness: text(given, 'case.seriousness') as SeriousnessBand | null,
      custodialTerm: months(number(given, 'case.custodial-months') ?? from.custodyMonths),
      domesticAbuse: yesNo(given, 'case.domestic-abuse') ?? from.domesticAbuse,
      sexual: yesNo(given, 'case.sexual') ?? from.sexual,
      images: yesNo(given, 'case.images'),
      alcoholFactor: yesNo(given, 'case.alcohol-factor'),
      drugFactor: yesNo(given, 'case.drug-factor'),
      fineOrExceptional: yesNo(given, 'case.fine-or-exceptional'),
      outstandingUnpaidWorkHours: number(given, 'case.outstanding-hours') ?? from.outstandingHours,
      problemSolvingCourt: yesNo(given, 'case.problem-solving-court'),
    },
    risk: {
      directContact: scores?.directContact ?? null,
      images: scores?.images ?? null,
      saraPartner: rating(given, 'risk.sara-partner'),
      saraOther: rating(given, 'risk.sara-other'),
      programmeNeeds: scores?.programmeNeeds ?? null,
      learning: scores?.learning ?? null,
      maturity: scores?.maturity ?? null,
      personality: scores?.personality ?? null,
      harmFactors: assessed?.harmFactors ?? [],
    },
    needs: assessed?.needs ?? [],
    treatment: {
      alcohol: treatment(given, 'alcohol', 'alcohol.dependent', assessed?.treatment.alcohol),
      drugs: treatment(given, 'drugs', 'drugs.criterion', assessed?.treatment.drugs),
      mentalHealth: treatment(given, 'mental-health', 'mental-health.criterion'),
    },
    catalogue: from.catalogue,
  }
}

function personFacts({ person, offences, given }: ProposalSources): PersonFacts {
  const convicted = offences
    .map(one => one.convictedOn)
    .filter(day => day !== null)
    .sort()[0]
  const born = person.dateOfBirth
  return {
    ageAtConviction: born !== null && convicted !== undefined && born <= convicted ? ageOn(born, convicted) : null,
    sex: person.sex,
    cannotAttendHours: held<readonly WeeklyTime[]>(given, 'person.cannot-attend-hours'),
    cannotAttendPlaces: held<readonly string[]>(given, 'person.cannot-attend-places'),
    freeHoursAWeek: number(given, 'person.free-hours'),
    curfewAddressSuitable: yesNo(given, 'person.curfew-address-suitable'),
    householdConsents: yesNo(given, 'person.household-consents'),
    unpaidWork: text(given, 'person.unpaid-work') as PersonFacts['unpaidWork'],
  }
}

type Given = ProposalSources['given']

function held<Value>(given: Given, code: string): Value | null {
  return (given.get(code)?.value ?? null) as Value | null
}

function yesNo(given: Given, code: string): boolean | null {
  const value = given.get(code)?.value
  return typeof value === 'boolean' ? value : null
}

function number(given: Given, code: string): number | null {
  const value = given.get(code)?.value
  return typeof value === 'number' ? value : null
}

function text(given: Given, code: string): string | null {
  const value = given.get(code)?.value
  return typeof value === 'string' ? value : null
}

function rating(given: Given, code: string): 1 | 2 | 3 | null {
  const value = Number(text(given, code))
  return value === 1 || value === 2 || value === 3 ? value : null
}

function months(amount: number | null): { readonly months: number } | null {
  return amount === null ? null : { months: amount }
}

/** What was said for the proposal comes before what the assessment's answers settle. */
function treatment(
  given: Given,
  area: string,
  criterion: string,
  assessed?: Pick<Treatment, 'criterionMet' | 'willing'>,
): Treatment {
  return {
    criterionMet: yesNo(given, criterion) ?? assessed?.criterionMet ?? null,
    susceptible: yesNo(given, `${area}.susceptible`),
    arranged: yesNo(given, `${area}.arranged`),
    willing: yesNo(given, `${area}.willing`) ?? assessed?.willing ?? null,
  }
}
