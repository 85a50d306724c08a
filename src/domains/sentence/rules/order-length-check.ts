import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Dated } from '../../../platform/rules/index.ts'
import type { Term } from '../model.ts'
import {
  communityOrderLength,
  deferralLength,
  operationalPeriodLength,
  suspendedTerm,
  type TermLimit,
} from '../parameters/statutory-limits.ts'
import { type Finding, type LimitedTerm, look, type ProposedOrder, unlawful } from './proposed-order.ts'
import { isCredibleTerm, isEmptyTerm, lastDayOfTerm } from './term.ts'

/** What is wrong with the order's own lengths and dates. */
export function checkOrderLength(order: ProposedOrder): readonly Finding[] {
  const found: Finding[] = [...checkEnd(order)]
  if (order.convictedOn && order.convictedOn > order.sentencedOn) {
    found.push(look('convicted-after-sentence', { convictedOn: order.convictedOn, sentencedOn: order.sentencedOn }))
  }
  if (order.family === 'community-order') found.push(...checkCommunityOrder(order))
  if (order.family === 'suspended-sentence') found.push(...checkSuspendedSentence(order))
  if (order.family === 'deferred-sentence') found.push(...checkTerm('deferral', order.length, order, deferralLength))
  return found
}

function checkEnd({ sentencedOn, endsOn, length, family }: ProposedOrder): readonly Finding[] {
  if (!endsOn) return []
  if (endsOn < sentencedOn) return [unlawful('ends-before-sentence', { sentencedOn, endsOn })]
  if (family !== 'community-order' || !length || !isCredibleTerm(length) || isEmptyTerm(length)) return []
  const byLength = lastDayOfTerm(sentencedOn, length)
  return byLength === endsOn ? [] : [look('end-differs-from-length', { endsOn, byLength })]
}

function checkCommunityOrder(order: ProposedOrder): readonly Finding[] {
  const found: Finding[] = []
  const { sentencedOn, endsOn } = order
  if (order.imprisonable === false) {
    found.push(unlawful('offence-not-imprisonable', {}))
  }
  if (!endsOn && !order.length) found.push(look('order-end-not-known', {}))
  const byLength = checkTerm('order', order.length, order, communityOrderLength)
  const rule = communityOrderLength.find(limitDay(order))
  const latest = rule?.value.max && lastDayOfTerm(sentencedOn, rule.value.max)
  const tooLate = rule && latest && endsOn && endsOn > latest
  if (tooLate && byLength.length === 0) {
    found.push(unlawful('order-too-long', { endsOn, latest }, rule))
  }
  return [...found, ...byLength]
}

function checkSuspendedSentence(order: ProposedOrder): readonly Finding[] {
  const { sentencedOn, operationalPeriod, supervisionPeriod } = order
  const found: Finding[] = []
  if (!order.length) found.push(look('custodial-term-not-known', {}))
  if (!operationalPeriod) found.push(look('operational-period-not-known', {}))
  found.push(...checkTerm('custodial-term', order.length, order, suspendedTerm))
  found.push(...checkTerm('operational-period', operationalPeriod, order, operationalPeriodLength))
  found.push(...checkTerm('supervision-period', supervisionPeriod, order, operationalPeriodLength))
  if (operationalPeriod && supervisionPeriod && [operationalPeriod, supervisionPeriod].every(isCredibleTerm)) {
    const operationalEnd = lastDayOfTerm(sentencedOn, operationalPeriod)
    const supervisionEnd = lastDayOfTerm(sentencedOn, supervisionPeriod)
    if (supervisionEnd > operationalEnd) {
      found.push({
        severity: 'unlawful',
        code: 'supervision-outlasts-operational-period',
        data: { supervisionEnd, operationalEnd },
      })
    }
  }
  return found
}

/** The term against its limit, measured on the calendar from the day of sentence. */
function checkTerm(
  what: LimitedTerm,
  term: Term | null,
  order: ProposedOrder,
  limit: Dated<TermLimit>,
): readonly Finding[] {
  if (!term) return []
  if (!isCredibleTerm(term)) return [look(`${what}-not-credible`, { ...term })]
  if (isEmptyTerm(term)) return [look(`${what}-empty`, {})]
  const rule = limit.find(limitDay(order))
  if (!rule) return [look('limit-not-known', { what, on: limitDay(order) })]
  const { min, max } = rule.value
  const lastDay = lastDayOfTerm(order.sentencedOn, term)
  if (max && lastDay > lastDayOfTerm(order.sentencedOn, max)) {
    return [unlawful(`${what}-too-long`, { lastDay, most: { ...max } }, rule)]
  }
  if (min && lastDay < lastDayOfTerm(order.sentencedOn, min)) {
    return [unlawful(`${what}-too-short`, { lastDay, least: { ...min } }, rule)]
  }
  return []
}

/** The Code applies by the day of conviction; when that is not known the day of sentence stands in for it. */
function limitDay(order: ProposedOrder): LocalDate {
  return order.convictedOn ?? order.sentencedOn
}
