import type { LocalDate } from '../../../platform/calendar/index.ts'
import {
  type DisposalFamily,
  disposalFamilyOfCourtEffect,
  type Length,
  type RequirementKind,
  requirementTypeOfCourtEffect,
  type Term,
} from '../../sentence/index.ts'
import type { Duration } from '../model.ts'
import type { ProposedOrder, ProposedRequirement, ProposedTerm } from './proposed-orders.ts'

export type OrderFormRequirement = {
  readonly kind: RequirementKind
  readonly length: Length | null
  readonly startsOn: LocalDate | null
  readonly expectedEnd: LocalDate | null
  readonly notes: string
}

/** A sentence as a person accepts, changes or types it in: one form for both ways. The main offence comes first. */
export type OrderForm = {
  readonly family: DisposalFamily
  readonly sentencedOn: LocalDate
  readonly convictedOn: LocalDate | null
  readonly courtCode: string | null
  readonly offences: readonly {
    readonly code: string | null
    readonly title: string | null
    readonly on: LocalDate | null
  }[]
  readonly length: Term | null
  readonly operationalPeriod: Term | null
  readonly endsOn: LocalDate | null
  readonly requirements: readonly OrderFormRequirement[]
  readonly notes: string
}

/** The offences of the defendant as kept with a proposal. */
export type ProposalOffence = {
  readonly sequence: number
  readonly code: string | null
  readonly title: string | null
  readonly convictedOn: LocalDate | null
  readonly committedOn: LocalDate | null
}

/** The form filled in from a proposed order. A length in hours or sessions is no length of an order and stays empty. */
export function orderFormOf(
  order: ProposedOrder,
  about: {
    readonly sentencedOn: LocalDate
    readonly courtCode: string | null
    readonly offences: readonly ProposalOffence[]
  },
): OrderForm {
  const own = about.offences.filter(({ sequence }) => order.offenceSequences.includes(sequence))
  const convicted = own.flatMap(({ convictedOn }) => convictedOn ?? []).sort()
  return {
    family: disposalFamilyOfCourtEffect(order.type) ?? 'other',
    sentencedOn: about.sentencedOn,
    convictedOn: convicted[0] ?? null,
    courtCode: about.courtCode,
    offences: own.map(({ code, title, committedOn }) => ({ code, title, on: committedOn })),
    length: totalTerm(order.terms),
    operationalPeriod: order.operationalPeriod ? termOfDuration(order.operationalPeriod) : null,
    endsOn: order.endDate ?? null,
    requirements: order.requirements.flatMap(requirementForm),
    notes: '',
  }
}

/** A requirement of the court as the form has it; none for a kind the catalogue does not know. */
export function requirementForm(requirement: ProposedRequirement): readonly OrderFormRequirement[] {
  const type = requirementTypeOfCourtEffect(requirement.type)
  if (!type) return []
  return [
    {
      kind: type.kind,
      length: requirement.length ? lengthOfDuration(requirement.length) : null,
      startsOn: requirement.startDate ?? null,
      expectedEnd: requirement.endDate ?? null,
      notes: requirement.electronicMonitoring ? 'Electronically monitored' : '',
    },
  ]
}

/** Terms made to run one after another are added to the longest of the others, which run together. */
function totalTerm(terms: readonly ProposedTerm[]): Term | null {
  const lengths = terms.flatMap(({ length, order }) => {
    const term = termOfDuration(length)
    return term ? [{ term, consecutive: order === 'consecutive' }] : []
  })
  const together = lengths.filter(({ consecutive }) => !consecutive).map(({ term }) => term)
  const inTurn = lengths.filter(({ consecutive }) => consecutive).map(({ term }) => term)
  const longest = together.reduce<Term | null>(
    (best, term) => (best && roughDays(best) >= roughDays(term) ? best : term),
    null,
  )
  const parts = longest ? [longest, ...inTurn] : inTurn
  return parts.length === 0 ? null : parts.reduce(added)
}

function added(left: Term, right: Term): Term {
  const sum: { years?: number; months?: number; weeks?: number; days?: number } = {}
  for (const unit of ['years', 'months', 'weeks', 'days'] as const) {
    const amount = (left[unit] ?? 0) + (right[unit] ?? 0)
    if (amount > 0) sum[unit] = amount
  }
  return sum
}

/** Only to tell the longer of two terms; dates are worked out by the sentence's own rules. */
function roughDays({ years = 0, months = 0, weeks = 0, days = 0 }: Term): number {
  return years * 365 + months * 30 + weeks * 7 + days
}

const termUnits: Readonly<Record<string, keyof Term>> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' }

/** A duration in calendar units; null for hours, sessions, life and units nobody knows. */
export function termOfDuration({ value, unit }: Duration): Term | null {
  const known = termUnits[unit]
  return known ? { [known]: value } : null
}

function lengthOfDuration(duration: Duration): Length | null {
  const { value: amount, unit } = duration
  if (unit === 'H') return { amount, unit: 'hours' }
  if (unit === 'S') return { amount, unit: 'sessions' }
  const known = termUnits[unit]
  return known ? { amount, unit: known } : null
}
