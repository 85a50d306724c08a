import type { Instant, LocalDate, WeeklyTime } from '../../platform/calendar/index.ts'

/** What is delivered in an area, by its name; an option that is not listed is not known, which is not "no". */
export type DeliveryCatalogue = { readonly area: string; readonly entries: readonly DeliveredOption[] }

/** One delivery of one option. Null is not known, everywhere. */
export type DeliveredOption = {
  /** A code of `deliverableOptions`. */
  readonly option: string
  readonly runs: boolean | null
  readonly provider: string | null
  readonly place: string | null
  readonly nextStartOn: LocalDate | null
  readonly waitWeeks: number | null
  readonly hoursAWeek: number | null
  /** Times it is offered, of which the person attends one; empty when the time is free. */
  readonly times: readonly WeeklyTime[] | null
  /** For rehabilitation activity: what is on offer, each with the standard it is held to. */
  readonly activities: readonly DeliveredActivity[]
  /** The last day somebody confirmed it. */
  readonly checkedOn: LocalDate | null
}

export type DeliveredActivity = { readonly name: string; readonly provider: string; readonly qualityStandard: string }

/** Where something is delivered: a probation delivery unit, or a region for all of its units. */
export type Area = {
  readonly code: string
  readonly name: string
  readonly kind: 'delivery-unit' | 'region'
  readonly regionCode: string
}

/** An entry of the catalogue with who keeps it. `version` counts its changes; each is kept. */
export type CatalogueEntry = DeliveredOption & {
  readonly deliveryId: string
  readonly version: number
  readonly areaCode: string
  readonly note: string | null
  readonly ended: boolean
  readonly keptAt: Instant
  readonly keptByName: string
  readonly checkedByName: string | null
}

/** How people reach help with one need in an area, agreed with the bodies that provide it. */
export type Pathway = {
  readonly pathwayId: string
  readonly version: number
  readonly areaCode: string
  readonly need: string
  readonly name: string
  readonly owner: string | null
  readonly partner: string | null
  readonly howToRefer: string | null
  readonly reviewOn: LocalDate | null
  /** What is still missing, in words; null when nobody named a gap. */
  readonly gap: string | null
  readonly ended: boolean
  readonly keptAt: Instant
  readonly keptByName: string
}
