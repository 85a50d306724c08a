import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { InForce } from '../../../platform/rules/index.ts'
import type { RequirementKind } from '../model.ts'
import { requirementType } from '../parameters/requirement-types.ts'
import {
  type AmountLimit,
  attendanceCentre,
  curfewLimit,
  defaultOrderUnpaidWorkHours,
  drugTestingAvailable,
  requirementTermLimits,
  unpaidWorkHours,
} from '../parameters/statutory-limits.ts'
import { type CheckedRequirement, type Finding, look, type ProposedOrder, unlawful } from './proposed-order.ts'
import { isCredibleTerm, lastDayOfTerm, termOf } from './term.ts'

/** What is wrong with the requirements of an order, one by one and together. */
export function checkRequirements(order: ProposedOrder): readonly Finding[] {
  const each = order.requirements.flatMap((requirement, place) =>
    checkOne(requirement, order).map(finding => ({ ...finding, requirement: place })),
  )
  return [...each, ...checkUnpaidWork(order), ...checkTogether(order)]
}

function checkOne(requirement: CheckedRequirement, order: ProposedOrder): readonly Finding[] {
  const type = requirementType(requirement.kind)
  if (type.prospective) return [unlawful('not-in-force', { kind: requirement.kind, source: type.source.cite })]
  const found: Finding[] = []
  if (!type.orders.includes(order.family)) {
    found.push(unlawful('not-for-this-order', { kind: requirement.kind, family: order.family }))
  }
  found.push(
    ...checkLengthAsGiven(requirement),
    ...checkDates(requirement, order),
    ...checkTermLimit(requirement, order),
  )
  if (requirement.kind === 'curfew') found.push(...checkCurfew(requirement, order))
  if (requirement.kind === 'attendance-centre') found.push(...checkAttendanceCentre(requirement, order))
  if (requirement.kind === 'drug-testing') found.push(...checkDrugTesting(order))
  return found
}

function checkLengthAsGiven({ kind, length, endsOn }: CheckedRequirement): readonly Finding[] {
  const { units } = requirementType(kind)
  if (!length) return units.length > 0 && !endsOn ? [look('length-not-known', { kind })] : []
  if (!Number.isInteger(length.amount) || length.amount <= 0) return [look('length-not-whole', { kind, ...length })]
  const term = termOf(length)
  if (term && !isCredibleTerm(term)) return [look('length-not-credible', { kind, ...length })]
  return units.includes(length.unit) ? [] : [look('unit-does-not-fit', { kind, ...length, units })]
}

function checkDates({ kind, startsOn, endsOn }: CheckedRequirement, order: ProposedOrder): readonly Finding[] {
  const found: Finding[] = []
  if (startsOn && endsOn && endsOn < startsOn) found.push(unlawful('ends-before-start', { kind, startsOn, endsOn }))
  if (startsOn && startsOn < order.sentencedOn) found.push(look('starts-before-sentence', { kind, startsOn }))
  if (endsOn && order.endsOn && endsOn > order.endsOn) {
    found.push(look('outlasts-the-order', { kind, endsOn, orderEndsOn: order.endsOn }))
  }
  return found
}

function checkTermLimit(requirement: CheckedRequirement, order: ProposedOrder): readonly Finding[] {
  const limited = requirementTermLimits[requirement.kind]
  const last = lastDay(requirement, order)
  if (!limited || !last) return []
  const day = limited.chosenBy === 'sentence' ? order.sentencedOn : convictedOrSentenced(order)
  const rule = limited.limit.find(day)
  if (!rule) return [unlawful('not-available-then', { kind: requirement.kind, on: day })]
  const start = requirement.startsOn ?? order.sentencedOn
  const { max } = rule.value
  if (!max || last <= lastDayOfTerm(start, max)) return []
  return [unlawful('requirement-too-long', { kind: requirement.kind, lastDay: last, most: { ...max } }, rule)]
}

function checkCurfew(requirement: CheckedRequirement, order: ProposedOrder): readonly Finding[] {
  const rule = curfewLimit.find(convictedOrSentenced(order))
  if (!rule) return [look('limit-not-known', { what: 'curfew', on: convictedOrSentenced(order) })]
  const { hoursADay, hoursInSevenDays, within } = rule.value
  const { fewestHoursADay = null, mostHoursADay = null, mostHoursInSevenDays = null } = requirement.curfew ?? {}
  const found: Finding[] = order.convictedOn ? [] : [look('conviction-date-not-known', { kind: requirement.kind })]
  if (mostHoursADay !== null && mostHoursADay > hoursADay.max) {
    found.push(unlawful('curfew-too-many-hours-a-day', { hours: mostHoursADay, most: hoursADay.max }, rule))
  }
  if (fewestHoursADay !== null && fewestHoursADay < hoursADay.min) {
    found.push(unlawful('curfew-too-few-hours-a-day', { hours: fewestHoursADay, least: hoursADay.min }, rule))
  }
  if (hoursInSevenDays !== null && mostHoursInSevenDays !== null && mostHoursInSevenDays > hoursInSevenDays) {
    found.push(
      unlawful('curfew-too-many-hours-in-seven-days', { hours: mostHoursInSevenDays, most: hoursInSevenDays }, rule),
    )
  }
  const latest = lastDayOfTerm(order.sentencedOn, within)
  const last = lastDay(requirement, order)
  if (last && last > latest) found.push(unlawful('curfew-too-long', { lastDay: last, latest }, rule))
  return found
}

function checkAttendanceCentre(requirement: CheckedRequirement, order: ProposedOrder): readonly Finding[] {
  const rule = attendanceCentre.find(convictedOrSentenced(order))
  if (!rule) {
    const adult = order.family !== 'youth-rehabilitation-order'
    return adult ? [unlawful('not-available-then', { kind: requirement.kind, on: convictedOrSentenced(order) })] : []
  }
  const found: Finding[] = []
  const { ageAtConviction } = order
  if (ageAtConviction !== null && ageAtConviction >= rule.value.underAge) {
    found.push(unlawful('too-old', { kind: requirement.kind, age: ageAtConviction, under: rule.value.underAge }, rule))
  }
  const { length } = requirement
  if (length?.unit === 'hours')
    found.push(...checkAmount(requirement.kind, length.amount, { ...rule, value: rule.value.hours }))
  return found
}

function checkDrugTesting(order: ProposedOrder): readonly Finding[] {
  const day = convictedOrSentenced(order)
  const rule = drugTestingAvailable.find(day)
  if (!rule) return [unlawful('not-available-then', { kind: 'drug-testing', on: day })]
  return rule.value.pilotAreasOnly ? [{ ...look('pilot-areas-only', { kind: 'drug-testing' }), rule }] : []
}

/** The hours of all unpaid work requirements of the order count together. */
function checkUnpaidWork(order: ProposedOrder): readonly Finding[] {
  const hours = order.requirements.flatMap(({ kind, length }) =>
    kind === 'unpaid-work' && length?.unit === 'hours' ? [length.amount] : [],
  )
  if (hours.length === 0) return []
  const limit = order.family === 'supervision-default-order' ? defaultOrderUnpaidWorkHours : unpaidWorkHours
  const rule = limit.find(convictedOrSentenced(order))
  // Hours of a youth order have limits of their own, which we do not hold.
  if (!rule || order.family === 'youth-rehabilitation-order') return [look('limit-not-known', { what: 'unpaid-work' })]
  return checkAmount(
    'unpaid-work',
    hours.reduce((sum, some) => sum + some, 0),
    rule,
  )
}

function checkTogether(order: ProposedOrder): readonly Finding[] {
  const kinds = order.requirements.map(one => one.kind)
  const has = (kind: RequirementKind) => kinds.includes(kind)
  const found: Finding[] = []
  if (has('alcohol-abstinence') && has('alcohol-treatment')) {
    found.push(unlawful('abstinence-with-alcohol-treatment', { source: 'Sentencing Act 2020 Schedule 9 Part 12' }))
  }
  if (has('drug-rehabilitation') && has('drug-testing')) found.push(look('drug-testing-twice', {}))
  if (has('electronic-compliance-monitoring') && kinds.every(kind => kind === 'electronic-compliance-monitoring')) {
    found.push(look('nothing-to-monitor', {}))
  }
  for (const kind of new Set(kinds.filter((one, place) => kinds.indexOf(one) !== place))) {
    found.push(look('requirement-repeated', { kind }))
  }
  if (order.family === 'community-order') found.push(...checkCommunityOrderKinds(kinds))
  return found
}

function checkCommunityOrderKinds(kinds: readonly RequirementKind[]): readonly Finding[] {
  if (kinds.length === 0) return [look('no-requirement', { source: 'Sentencing Act 2020 s.200' })]
  const punitive = kinds.some(kind => requirementType(kind).punitive)
  // A fine beside the order, or exceptional circumstances, would meet the duty too.
  return punitive ? [] : [look('nothing-punitive', { source: 'Sentencing Act 2020 s.208(10)' })]
}

function checkAmount(kind: RequirementKind, amount: number, rule: InForce<AmountLimit>): readonly Finding[] {
  const { min, max, unit } = rule.value
  if (max !== null && amount > max) return [unlawful('too-many', { kind, amount, most: max, unit }, rule)]
  if (min !== null && amount < min) return [unlawful('too-few', { kind, amount, least: min, unit }, rule)]
  return []
}

function lastDay({ startsOn, endsOn, length }: CheckedRequirement, order: ProposedOrder): LocalDate | null {
  if (endsOn) return endsOn
  const term = length && length.amount > 0 ? termOf(length) : undefined
  return term && isCredibleTerm(term) ? lastDayOfTerm(startsOn ?? order.sentencedOn, term) : null
}

function convictedOrSentenced(order: ProposedOrder): LocalDate {
  return order.convictedOn ?? order.sentencedOn
}
