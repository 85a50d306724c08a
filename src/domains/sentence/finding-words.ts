import { isLocalDate } from '../../platform/calendar/index.ts'
import type { Reason } from '../../platform/rules/index.ts'
import { longDate } from '../../platform/words/index.ts'
import type { RequirementKind } from './model.ts'
import { requirementType, requirementTypes } from './parameters/requirement-types.ts'
import type { FindingCode, LimitedTerm } from './rules/proposed-order.ts'

type Words = (data: Reason['data']) => string

/** A finding of `checkOrder` in a sentence for the practitioner who accepts, changes or refuses the order. */
export function findingWords({ code, data }: Reason): string {
  const words = sentences[code as FindingCode]
  if (!words) throw new RangeError(`No words for the finding ${code}`)
  return words(data)
}

const termNames: { readonly [Term in LimitedTerm]: string } = {
  order: 'The order',
  'custodial-term': 'The custodial term',
  'operational-period': 'The operational period',
  'supervision-period': 'The supervision period',
  deferral: 'The deferral',
}

const sentences: { readonly [Code in FindingCode]: Words } = {
  ...termSentences('order'),
  ...termSentences('custodial-term'),
  ...termSentences('operational-period'),
  ...termSentences('supervision-period'),
  ...termSentences('deferral'),
  'order-too-long': ({ endsOn, lastDay, latest, most }) =>
    latest === undefined
      ? `The order would last until ${day(lastDay)}, longer than the most the law allows: ${span(most)}.`
      : `The order ends on ${day(endsOn)}; the latest day the law allows is ${day(latest)}.`,
  'convicted-after-sentence': ({ convictedOn, sentencedOn }) =>
    `The conviction on ${day(convictedOn)} comes after the sentence on ${day(sentencedOn)}.`,
  'ends-before-sentence': ({ endsOn, sentencedOn }) =>
    `The order ends on ${day(endsOn)}, before the sentence on ${day(sentencedOn)}.`,
  'end-differs-from-length': ({ endsOn, byLength }) =>
    `The court gives ${day(endsOn)} as the end; its length runs to ${day(byLength)}.`,
  'offence-not-imprisonable': () => 'A community order needs an offence that can be punished with prison.',
  'order-end-not-known': () => 'Neither the length nor the end of the order is known.',
  'custodial-term-not-known': () => 'The custodial term is not known.',
  'operational-period-not-known': () => 'The operational period is not known.',
  'supervision-outlasts-operational-period': ({ supervisionEnd, operationalEnd }) =>
    `Supervision would end on ${day(supervisionEnd)}, after the operational period on ${day(operationalEnd)}.`,
  'limit-not-known': ({ what }) =>
    `We hold no limit on ${text(what).replaceAll('-', ' ')} for this case, so it was not checked.`,
  'not-in-force': ({ kind, source }) => `${name(kind)}: not in force (${text(source)}).`,
  'not-for-this-order': ({ kind, family }) => `${name(kind)} cannot be part of a ${text(family).replaceAll('-', ' ')}.`,
  'not-available-then': ({ kind, on }) => `${name(kind)} is not available for a case of ${day(on)}.`,
  'length-not-known': ({ kind }) => `${name(kind)}: the length is not known.`,
  'length-not-whole': ({ kind, amount, unit }) =>
    `${name(kind)}: ${text(amount)} ${text(unit)} is not a whole number above zero.`,
  'length-not-credible': ({ kind, amount, unit }) => `${name(kind)}: ${text(amount)} ${text(unit)} cannot be right.`,
  'unit-does-not-fit': ({ kind, amount, unit, units }) =>
    `${name(kind)} is given in ${list(units)}, not as ${text(amount)} ${text(unit)}.`,
  'ends-before-start': ({ kind, startsOn, endsOn }) =>
    `${name(kind)} ends on ${day(endsOn)}, before it starts on ${day(startsOn)}.`,
  'starts-before-sentence': ({ kind, startsOn }) => `${name(kind)} starts on ${day(startsOn)}, before the sentence.`,
  'outlasts-the-order': ({ kind, endsOn, orderEndsOn }) =>
    `${name(kind)} ends on ${day(endsOn)}, after the order on ${day(orderEndsOn)}.`,
  'requirement-too-long': ({ kind, lastDay, most }) =>
    `${name(kind)} would last until ${day(lastDay)}, longer than the most the law allows: ${span(most)}.`,
  'conviction-date-not-known': ({ kind }) =>
    `${name(kind)}: the day of conviction decides the limits and is not known; the day of sentence was used.`,
  'curfew-too-many-hours-a-day': ({ hours, most }) =>
    `Curfew of ${text(hours)} hours a day; the most is ${text(most)}.`,
  'curfew-too-few-hours-a-day': ({ hours, least }) =>
    `Curfew of ${text(hours)} hours a day; the least is ${text(least)}.`,
  'curfew-too-many-hours-in-seven-days': ({ hours, most }) =>
    `Curfew of ${text(hours)} hours in seven days; the most is ${text(most)}.`,
  'curfew-too-long': ({ lastDay, latest }) =>
    `The curfew would last until ${day(lastDay)}; the latest day the law allows is ${day(latest)}.`,
  'too-old': ({ kind, age, under }) =>
    `${name(kind)} is for people under ${text(under)} at conviction, not ${text(age)}.`,
  'pilot-areas-only': ({ kind }) => `${name(kind)} is only available in pilot areas.`,
  'abstinence-with-alcohol-treatment': () => 'Alcohol abstinence and alcohol treatment cannot be in one order.',
  'drug-testing-twice': () => 'Drug rehabilitation already includes testing: is drug testing meant as well?',
  'nothing-to-monitor': () => 'Electronic monitoring of compliance has no requirement to monitor.',
  'requirement-repeated': ({ kind }) => `${name(kind)} is there more than once.`,
  'no-requirement': () => 'A community order has at least one requirement; this one has none.',
  'nothing-punitive': () =>
    'A community order has at least one requirement that punishes, unless there is a fine or exceptional circumstances.',
  'too-many': ({ kind, amount, most, unit }) =>
    `${name(kind)}: ${text(amount)} ${text(unit)} together; the most is ${text(most)}.`,
  'too-few': ({ kind, amount, least, unit }) =>
    `${name(kind)}: ${text(amount)} ${text(unit)} together; the least is ${text(least)}.`,
}

function termSentences<Term extends LimitedTerm>(
  term: Term,
): { readonly [Code in `${Term}-${'too-long' | 'too-short' | 'empty' | 'not-credible'}`]: Words } {
  const subject = termNames[term]
  const words: { readonly [ending: string]: Words } = {
    [`${term}-too-long`]: ({ lastDay, most }) =>
      `${subject} would last until ${day(lastDay)}, longer than the most the law allows: ${span(most)}.`,
    [`${term}-too-short`]: ({ lastDay, least }) =>
      `${subject} would last until ${day(lastDay)}, shorter than the least the law allows: ${span(least)}.`,
    [`${term}-empty`]: () => `${subject} has no length.`,
    [`${term}-not-credible`]: data => `${subject}: ${span(data)} cannot be right.`,
  }
  return words as { readonly [Code in `${Term}-${'too-long' | 'too-short' | 'empty' | 'not-credible'}`]: Words }
}

function name(kind: unknown): string {
  const known = requirementTypes.some(one => one.kind === kind)
  return known ? requirementType(kind as RequirementKind).name : text(kind)
}

function day(value: unknown): string {
  return isLocalDate(value) ? longDate(value) : 'a day not known'
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'not known'
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(text).join(' or ') : text(values)
}

/** '2 years', '14 days': the units of a term that are not zero. */
function span(term: unknown): string {
  if (typeof term !== 'object' || term === null) return 'not known'
  const parts = (['years', 'months', 'weeks', 'days'] as const).flatMap(unit => {
    const amount = (term as { readonly [unit: string]: unknown })[unit]
    if (typeof amount !== 'number' || amount === 0) return []
    return [`${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`]
  })
  return parts.length > 0 ? parts.join(' and ') : 'no time'
}
