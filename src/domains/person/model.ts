import type { LocalDate } from '../../platform/calendar/index.ts'

export type Sex = 'male' | 'female' | 'not-known' | 'not-specified'

/** Where a fact came from: the three court feeds, or a member of staff. */
export type FactSource = 'COMMON_PLATFORM' | 'LIBRA' | 'SPI' | 'STAFF'

export type Address = { readonly lines: readonly string[]; readonly postcode?: string | null }

export type Phone = { readonly kind: 'home' | 'mobile' | 'work'; readonly number: string }

/** A person as a court or a member of staff names them. `pnc` and `cro` are as given: they are read and kept with the
 *  reason when refused. `sourceId` is the person's id at the source; `masterDefendantId` the court's own person id.
 *  `sentenceDates`: days on which the person is known to have been sentenced. */
export type PersonFacts = {
  readonly title?: string | null
  readonly firstName: string | null
  readonly middleNames?: string | null
  readonly lastName: string
  readonly dateOfBirth: LocalDate | null
  readonly sex: Sex
  readonly address?: Address | null
  readonly phones?: readonly Phone[]
  readonly nationality?: string | null
  readonly ethnicity?: string | null
  readonly pnc?: string | null
  readonly cro?: string | null
  readonly source: FactSource
  readonly sourceId: string
  readonly masterDefendantId?: string | null
  readonly sentenceDates?: readonly LocalDate[]
}

export type DecidedBy = 'machine' | 'staff'

/** The two access flags, copied onto every row about the person. */
export type AccessFlags = { readonly excluded: boolean; readonly restricted: boolean }

export const open: AccessFlags = { excluded: false, restricted: false }

export type ClaimKind = 'CRN' | 'PNC' | 'CRO' | 'NOMS'
