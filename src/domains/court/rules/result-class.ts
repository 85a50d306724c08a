import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, reason } from '../../../platform/rules/index.ts'
import type { CourtOffence, CourtResult } from '../model.ts'
import { adjournmentCodes, finalWithoutVerdictCodes, inRanges, warrantCodes } from '../parameters/result-codes.ts'

export type ResultClass =
  | 'SENTENCE'
  | 'ADJOURNMENT_POST_JUDGEMENT'
  | 'JUDGEMENT_WITH_FINAL_RESULT'
  | 'ADJOURNMENT_WITH_JUDGEMENT'
  | 'ADJOURNMENT_PRE_JUDGEMENT'
  | 'UNRESULTED'

/** What stage of the case a result is (court specification, section 10, after
 *  ministryofjustice/bichard7-next-core populateResultClass.ts). The first condition that holds decides. */
export function resultClass(
  result: CourtResult,
  offence: Pick<CourtOffence, 'plea' | 'verdict' | 'convictionDate'>,
  hearingDate: LocalDate,
): Decision<ResultClass> {
  const adjournments = adjournmentCodes.on(hearingDate)
  const warrants = warrantCodes.on(hearingDate)
  const finals = finalWithoutVerdictCodes.on(hearingDate)
  const rules: readonly InForce<unknown>[] = [adjournments, warrants, finals]
  const adjourned = isAdjournment(result, hearingDate)
  const verdict = offence.verdict?.value
  const { convictionDate } = offence

  if (convictionDate !== undefined && convictionDate < hearingDate) {
    const outcome = adjourned ? 'ADJOURNMENT_POST_JUDGEMENT' : 'SENTENCE'
    return decided(outcome, rules, reason('convicted-before-hearing', { convictionDate, adjourned }))
  }
  if (convictionDate === hearingDate) {
    const outcome = adjourned ? 'ADJOURNMENT_WITH_JUDGEMENT' : 'JUDGEMENT_WITH_FINAL_RESULT'
    return decided(outcome, rules, reason('convicted-at-hearing', { convictionDate, adjourned }))
  }
  if (offence.plea?.value === 'ADM' && !adjourned) {
    return decided('JUDGEMENT_WITH_FINAL_RESULT', rules, reason('admitted'))
  }
  const finalCode = result.code !== undefined && inRanges(result.code, finals.value)
  if (finalCode || verdict === 'NG' || verdict === 'NC' || verdict === 'NA') {
    const outcome = adjourned ? 'UNRESULTED' : 'JUDGEMENT_WITH_FINAL_RESULT'
    return decided(outcome, rules, reason('final-without-conviction', { code: result.code ?? null, adjourned }))
  }
  if (verdict === undefined && adjourned)
    return decided('ADJOURNMENT_PRE_JUDGEMENT', rules, reason('adjourned-before-verdict'))
  return decided('UNRESULTED', rules, reason('no-condition-holds'))
}

/** Put off to another hearing: a next court is given, the code says so, or it is a warrant. */
export function isAdjournment(result: CourtResult, hearingDate: LocalDate): boolean {
  if (result.nextHearing?.courtCode !== undefined) return true
  if (result.code === undefined) return false
  return isAdjournmentCode(result.code, hearingDate) || inRanges(result.code, warrantCodes.on(hearingDate).value)
}

export function isAdjournmentCode(code: number, hearingDate: LocalDate): boolean {
  return inRanges(code, adjournmentCodes.on(hearingDate).value)
}
