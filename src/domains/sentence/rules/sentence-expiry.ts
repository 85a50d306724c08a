import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import type { Term } from '../model.ts'
import { lastDayOfTerm } from './term.ts'

/** Days are whole numbers. Additional days awarded move the release, never the expiry, so they are not asked. */
export type CustodialFacts = {
  readonly sentencedOn: LocalDate
  readonly term: Term
  readonly remandAndTaggedBailDays: number
  readonly unlawfullyAtLargeDays: number
}

/** The last day of one determinate custodial sentence: its term, less remand and tagged bail, plus days at large.
 *  Not the legal calculation, which is the prison's; a date it sends wins. Rule: calculate-release-dates-api. */
export function sentenceExpiry(facts: CustodialFacts): LocalDate {
  return plusDays(
    lastDayOfTerm(facts.sentencedOn, facts.term),
    facts.unlawfullyAtLargeDays - facts.remandAndTaggedBailDays,
  )
}
