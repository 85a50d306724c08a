import { plusMonths } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type Reason, reason } from '../../../platform/rules/index.ts'
import { recentReportMonths, standardDepth } from '../parameters/report-triage.ts'
import type { DeliveryMode, ReportDepth } from '../request-model.ts'
import { type Cohorts, priorityCohorts } from './priority-cohorts.ts'
import type { TriageFacts } from './triage-facts.ts'

export type SuggestedReport = {
  readonly depth: ReportDepth
  readonly delivery: DeliveryMode | null
  readonly cohorts: Cohorts
  /** A delivered report that can be checked and built on, whatever the depth. */
  readonly reuse: string | null
}

/** Which advice to give the court, asked in the order of the specification (section 3): in scope, plea, known, cohort,
 *  recent report. Everything that speaks for the answer is in the reasons; a person decides. The later questions never
 *  lessen what an earlier one asks for: what needs a standard report needs it for a woman too. */
export function triageReport(facts: TriageFacts): Decision<SuggestedReport> {
  const cohorts = priorityCohorts(facts)
  const standard = standardDepth.on(facts.hearingOn)
  const recent = recentReportMonths.on(facts.hearingOn)
  const reuse =
    facts.recentReport && facts.recentReport.deliveredOn >= plusMonths(facts.hearingOn, -recent.value)
      ? facts.recentReport
      : null
  const answer = (depth: ReportDepth, ...reasons: readonly Reason[]): Decision<SuggestedReport> => {
    const delivery = deliveryOf(depth, facts)
    const outcome = { depth, delivery, cohorts: cohorts.outcome, reuse: reuse?.requestId ?? null }
    const decision = decided(outcome, [standard, recent], ...reasons)
    return { ...decision, rules: [...cohorts.rules, ...decision.rules] }
  }
  if (facts.imprisonable === false) return answer('NONE', reason('not-imprisonable'))
  if (facts.plea === 'not-guilty') return answer('NONE', reason('plea-not-guilty'))

  const asks: Reason[] = []
  if (facts.imprisonable === null) asks.push(reason('scope-not-known'))
  if (facts.plea === 'not-known') asks.push(reason('plea-not-known'))
  asks.push(reason(facts.knownToProbation ? 'known-to-probation' : 'not-known-to-probation'))
  for (const { cohort } of cohorts.outcome.found) asks.push(reason('cohort', { cohort }))
  if (reuse) asks.push(reason('recent-report', { deliveredOn: reuse.deliveredOn, depth: reuse.depth }))

  const needs = standardReasons(facts, standard.value)
  if (needs.length > 0) return answer('STANDARD', ...asks, ...needs)
  if (reuse && reuse.depth !== 'ORAL') return answer('VERIFICATION', ...asks)
  if (cohorts.outcome.found.length > 0) return answer('SHORT', ...asks)
  return answer('ORAL', ...asks, reason('nothing-complex-found'))
}

/** Why the report takes the depth of a standard one; each fact that holds is named. */
export function standardReasons(
  facts: TriageFacts,
  { roshLevels, custodyLongerThanMonths }: ReturnType<typeof standardDepth.on>['value'],
): readonly Reason[] {
  const { cohorts, ...reasons } = {
    cohorts: priorityCohorts(facts).outcome.found,
    dangerousness: facts.dangerousness && reason('dangerousness'),
    sexual: facts.sexual && reason('sexual-offence'),
    abuse: facts.domesticAbuse && reason('domestic-abuse'),
    rosh: facts.rosh !== null && roshLevels.includes(facts.rosh) && reason('serious-harm', { level: facts.rosh }),
    custody:
      facts.custodyMonthsLikely !== null &&
      facts.custodyMonthsLikely > custodyLongerThanMonths &&
      reason('long-custody', { months: facts.custodyMonthsLikely, over: custodyLongerThanMonths }),
    treatment: facts.treatment && reason('treatment-requirement'),
    mappa: facts.mappa && reason('mappa'),
  }
  const care = facts.careHistory && cohorts.some(({ cohort }) => cohort === 'YOUNG_ADULT') && reason('care-history')
  return [...Object.values(reasons), care].filter(one => typeof one === 'object' && one !== null)
}

function deliveryOf(depth: ReportDepth, { requiredBy, askedOn }: TriageFacts): DeliveryMode | null {
  if (depth === 'NONE') return null
  if (depth === 'ORAL' || depth === 'VERIFICATION') return 'ORAL_ON_DAY'
  return depth === 'SHORT' && requiredBy === askedOn ? 'WRITTEN_ON_DAY' : 'WRITTEN_ADJOURNED'
}
