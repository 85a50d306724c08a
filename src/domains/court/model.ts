import type { LocalDate } from '../../platform/calendar/index.ts'

export type CourtSource = 'LIBRA' | 'COMMON_PLATFORM' | 'SPI'
export type Sex = 'M' | 'F' | 'NOT_KNOWN' | 'NOT_SPECIFIED'
export type Session = 'MORNING' | 'AFTERNOON'
export type Jurisdiction = 'MAGISTRATES' | 'CROWN'

/** Something in a message that was read but staff should know of: a data-quality alert in the making. */
export type ReadingNote = { readonly field: string; readonly code: string; readonly detail: string }

/** Why a message cannot be used: the field by its path, what is wrong with it, and what the sender can do. */
export type Unreadable = {
  readonly kind: 'unreadable'
  readonly field: string
  readonly problem: string
  readonly fix: string
}

export type IgnoredReason = 'only-youth-defendants' | 'dummy-room' | 'court-not-active'

/** A message, or part of a list, that is acknowledged and deliberately not stored. */
export type Ignored = {
  readonly reason: IgnoredReason
  readonly id?: string | undefined
  readonly courtCode?: string | undefined
  readonly date?: LocalDate | undefined
  readonly room?: string | undefined
}

/** What came of a body. One list gives a message for each case; `refused` are cases of a list that cannot be used
 *  while the rest can. All three lists empty never happens. */
export type ReadOutcome =
  | Unreadable
  | {
      readonly kind: 'read'
      readonly messages: readonly CourtMessage[]
      readonly ignored: readonly Ignored[]
      readonly refused: readonly Unreadable[]
    }

/** `listNo` is the place of the case in the day's list; times are London clock times 'HH:MM'. */
export type HearingDay = {
  readonly date: LocalDate
  readonly time?: string | undefined
  readonly session?: Session | undefined
  readonly listedDurationMinutes?: number | undefined
  readonly listingSequence?: number | undefined
}

/** `code` is the first five characters of the organisation unit, absent when the court is not known. */
export type CourtPlace = {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly room?: string | undefined
  readonly roomId?: string | undefined
}

export type CourtHearing = {
  readonly hearingId?: string | undefined
  readonly hearingType?: string | undefined
  readonly jurisdiction?: Jurisdiction | undefined
  readonly court: CourtPlace
  readonly days: readonly HearingDay[]
}

export type PersonName = {
  readonly title?: string | undefined
  readonly forenames: readonly string[]
  readonly surname: string
}

export type CourtAddress = { readonly lines: readonly string[]; readonly postcode?: string | undefined }
export type Phones = {
  readonly home?: string | undefined
  readonly mobile?: string | undefined
  readonly work?: string | undefined
}

/** For `pnc` and `cro`, undefined says the key was absent (keep what is stored), null that it came empty. */
export type CourtDefendant = {
  readonly defendantId?: string | undefined
  readonly masterDefendantId?: string | undefined
  readonly personRecordKey?: string | undefined
  readonly personRecordId?: string | undefined
  readonly type: 'PERSON' | 'ORGANISATION'
  readonly name?: PersonName | undefined
  readonly organisationName?: string | undefined
  readonly dateOfBirth?: LocalDate | undefined
  readonly sex?: Sex | undefined
  readonly address?: CourtAddress | undefined
  readonly phones?: Phones | undefined
  readonly nationalities: readonly string[]
  readonly ethnicity?: string | undefined
  readonly pnc?: string | null | undefined
  readonly cro?: string | null | undefined
  readonly asn?: string | undefined
  readonly offences: readonly CourtOffence[]
}

/** `value` is the code of the table when known, else as given. */
export type PleaOrVerdict = { readonly value: string; readonly given: string; readonly date?: LocalDate | undefined }

export type CourtOffence = {
  readonly offenceId?: string | undefined
  readonly sequence: number
  readonly code?: string | undefined
  readonly title?: string | undefined
  readonly wording?: string | undefined
  readonly act?: string | undefined
  readonly listNo?: string | undefined
  readonly maximumPenalty?: string | undefined
  readonly plea?: PleaOrVerdict | undefined
  readonly verdict?: PleaOrVerdict | undefined
  readonly convictionDate?: LocalDate | undefined
  readonly modeOfTrial?: string | undefined
  readonly startDate?: LocalDate | undefined
  readonly endDate?: LocalDate | undefined
  readonly finalDisposal?: boolean | undefined
  readonly results: readonly CourtResult[]
}

export type DurationUnit = 'D' | 'W' | 'M' | 'Y' | 'H' | 'S' | 'L'
/** `unit` holds an unknown unit as given, so that it can be reviewed. */
export type Duration = { readonly value: number; readonly unit: DurationUnit | string }

export type NextHearing = {
  readonly courtCode?: string | undefined
  readonly courtName?: string | undefined
  readonly date?: LocalDate | undefined
  readonly time?: string | undefined
  readonly reason?: string | undefined
  readonly bailStatus?: string | undefined
}

export type ResultPrompt = {
  readonly label: string
  readonly reference?: string | undefined
  readonly type?: string | undefined
  readonly value: string
  readonly isDurationEndDate?: boolean | undefined
}

/** One result as the court gave it. SPI results have a code (1000 when the message has none); results of Common
 *  Platform have a label and prompts, from which `codedResult` finds the code. */
export type CourtResult = {
  readonly code?: number | undefined
  readonly label?: string | undefined
  readonly text?: string | undefined
  readonly qualifiers: readonly string[]
  readonly duration?: Duration | undefined
  readonly secondaryDuration?: Duration | undefined
  readonly startDate?: LocalDate | undefined
  readonly endDate?: LocalDate | undefined
  readonly amount?: number | undefined
  readonly penaltyPoints?: number | undefined
  readonly nextHearing?: NextHearing | undefined
  readonly orderedDate?: LocalDate | undefined
  readonly isConvicted?: boolean | undefined
  readonly resultTypeId?: string | undefined
  readonly prompts?: readonly ResultPrompt[] | undefined
}

export type CourtOrderReference = {
  readonly courtOrderId?: string | undefined
  readonly resultTypeId?: string | undefined
  readonly label?: string | undefined
  readonly orderDate?: LocalDate | undefined
  readonly endDate?: LocalDate | undefined
  readonly orderingCourtCode?: string | undefined
  readonly orderingCourtName?: string | undefined
  readonly canBeBreached?: boolean | undefined
  readonly offences: readonly { readonly code?: string | undefined; readonly title?: string | undefined }[]
}

export type ApplicationKind = 'breach' | 'review' | 'other'

export type CourtApplication = {
  readonly applicationId: string
  readonly kind: ApplicationKind
  readonly type?: string | undefined
  readonly code?: string | undefined
  readonly breachType?: string | undefined
  readonly linkType?: string | undefined
  readonly hearingCode?: string | undefined
  readonly status?: string | undefined
  readonly receivedDate?: LocalDate | undefined
  readonly reference?: string | undefined
  readonly particulars?: string | undefined
  readonly applicantName?: string | undefined
  readonly subjectMasterDefendantId?: string | undefined
  readonly subjectName?: string | undefined
  readonly prosecutionCaseIds: readonly string[]
  readonly courtOrder?: CourtOrderReference | undefined
  readonly results: readonly CourtResult[]
}

/** `unknown` holds the keys of a list case that the product does not read, as given. */
export type CourtCase = {
  readonly caseId?: string | undefined
  readonly caseNo?: string | undefined
  readonly urn?: string | undefined
  readonly listNo?: string | undefined
  readonly initiationCode?: string | undefined
  readonly prosecutingAuthority?: string | undefined
  readonly markers: readonly string[]
  readonly applications: readonly CourtApplication[]
  readonly defendants: readonly CourtDefendant[]
  readonly unknown?: { readonly [key: string]: unknown } | undefined
}

type Listed<Kind extends string> = {
  readonly kind: Kind
  readonly source: CourtSource
  /** When the court shared it, an instant in UTC; absent for sources that do not say. */
  readonly sharedTime?: string | undefined
  readonly hearing: CourtHearing
  readonly cases: readonly CourtCase[]
  readonly notes: readonly ReadingNote[]
}

export type HearingMessage = Listed<'hearing' | 'hearing-result'>
export type LibraCaseMessage = Listed<'libra-case'>
export type SpiResultMessage = Listed<'spi-result'>
export type HearingDeleteMessage = {
  readonly kind: 'hearing-delete'
  readonly source: 'COMMON_PLATFORM'
  readonly hearingId: string
  readonly sharedTime?: string | undefined
  readonly notes: readonly ReadingNote[]
}

/** Every court message in one form, whatever the court system it came from. */
export type CourtMessage = HearingMessage | HearingDeleteMessage | LibraCaseMessage | SpiResultMessage
