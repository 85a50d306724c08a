import { type LocalDate, plusMonths } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import { custodyRisk, ethnicMajority, youngAdultAges } from '../parameters/report-triage.ts'
import type { CohortCode, FoundCohort } from '../request-model.ts'
import type { TriageFacts } from './triage-facts.ts'

export type Cohorts = {
  readonly found: readonly FoundCohort[]
  /** Cohorts that could not be settled, each with the fact that is missing. */
  readonly notKnown: readonly { readonly cohort: CohortCode; readonly fact: string }[]
}

/** The priority cohorts of the pre-sentence report pilot a person belongs to, each with why (specification, section 3).
 *  What is not known leaves a cohort unsettled; it never rules it out. */
export function priorityCohorts(facts: TriageFacts): Decision<Cohorts> {
  const found: FoundCohort[] = []
  const notKnown: Cohorts['notKnown'][number][] = []
  const used: InForce<unknown>[] = []
  const day = facts.hearingOn

  if (facts.sex === null) notKnown.push({ cohort: 'WOMEN', fact: 'sex' })
  else if (facts.sex === 'female') found.push({ cohort: 'WOMEN', reasons: [reason('recorded-female')] })

  const ages = youngAdultAges.find(day)
  if (ages) {
    used.push(ages)
    if (facts.age === null) notKnown.push({ cohort: 'YOUNG_ADULT', fact: 'age' })
    else if (facts.age >= ages.value.from && facts.age <= ages.value.to) {
      found.push({ cohort: 'YOUNG_ADULT', reasons: [reason('age-on-hearing-day', { age: facts.age, day })] })
    }
  }

  const risk = custodyRisk.on(day)
  used.push(risk)
  const reasons = custodyReasons(facts, day, risk.value)
  if (facts.imprisonable === null) notKnown.push({ cohort: 'AT_RISK_OF_CUSTODY', fact: 'imprisonable' })
  else if (facts.imprisonable && reasons.length > 0) found.push({ cohort: 'AT_RISK_OF_CUSTODY', reasons })

  const ethnicity = ethnicMajority.find(day)
  if (ethnicity) {
    used.push(ethnicity)
    const said = (facts.ethnicity ?? '').trim().toLowerCase()
    if (ethnicity.value.notStated.includes(said)) notKnown.push({ cohort: 'ETHNIC_MINORITY', fact: 'ethnicity' })
    else if (!ethnicity.value.majority.includes(said)) {
      found.push({ cohort: 'ETHNIC_MINORITY', reasons: [reason('self-defined-ethnicity')] })
    }
  }
  return decided({ found, notKnown }, used)
}

function custodyReasons(
  facts: TriageFacts,
  day: LocalDate,
  { recentOrderMonths, custodialSentences, bands }: ReturnType<typeof custodyRisk.on>['value'],
): readonly Reason[] {
  const reasons: Reason[] = []
  if (facts.courtIndicatesCustody) reasons.push(reason('court-indicates-custody'))
  const since = plusMonths(day, -recentOrderMonths)
  for (const { family, endedOn } of facts.orders) {
    if (endedOn === null || endedOn > day) reasons.push(reason('order-runs', { family }))
    else if (endedOn >= since) reasons.push(reason('order-ended-recently', { family, endedOn }))
  }
  if (facts.breachOfSuspendedSentence) reasons.push(reason('suspended-sentence-breached'))
  if (facts.custodialSentences !== null && facts.custodialSentences >= custodialSentences) {
    reasons.push(reason('custodial-sentences', { count: facts.custodialSentences, from: custodialSentences }))
  }
  for (const { predictor, generation, band } of facts.bands ?? []) {
    if (bands.includes(band)) reasons.push(reason('high-band', { predictor, generation, band }))
  }
  if (facts.remand === 'custody') reasons.push(reason('remanded-in-custody'))
  return reasons
}
