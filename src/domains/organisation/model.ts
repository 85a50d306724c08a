import type { LocalDate } from '../../platform/calendar/index.ts'

export type Region = { readonly code: string; readonly name: string }

/** `private`: a contracted provider, whose staff see only the people allocated to it. */
export type Provider = { readonly code: string; readonly name: string; readonly private: boolean }

export type DeliveryUnit = { readonly code: string; readonly name: string; readonly regionCode: string }

export type Team = {
  readonly code: string
  readonly name: string
  readonly deliveryUnitCode: string
  readonly regionCode: string | null
  readonly providerCode: string
}

export type CourtKind = 'magistrates' | 'crown'

/** `code`: the first five characters of the organisation unit code. `active`: its lists are taken in. */
export type Court = {
  readonly code: string
  readonly kind: CourtKind
  readonly name: string
  readonly area: string
  readonly psaCode: string | null
  readonly active: boolean
}

/** The first day of the reference rows we load: before any date this product is asked about. */
export const fromTheStart: LocalDate = '1900-01-01'
