import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { CohortCode } from '../request-model.ts'
import { cohortsOfCase, type Outcome } from '../rules/pilot-comparison.ts'
import { sentenceWords } from '../rules/report-share.ts'
import { byCourtsDay } from '../rules/report-timeliness.ts'
import { comparedCases } from './concordance-facts.ts'
import { requestsBetween } from './counted-requests.ts'
import { casesSentenced } from './sentenced-people.ts'

const cohortWords: Readonly<Record<CohortCode, string>> = {
  WOMEN: 'Women',
  YOUNG_ADULT: 'Young adults',
  AT_RISK_OF_CUSTODY: 'At risk of custody',
  ETHNIC_MINORITY: 'Ethnic minorities',
}

/** What the comparison of pilot courts counts in a period: reports for sentenced cases, delivery by the court's date and
 *  sentences that followed the proposal. People the viewer may not see are left out. */
export async function outcomesToCompare(
  tx: Tx,
  days: { readonly from: LocalDate; readonly to: LocalDate },
  today: LocalDate,
): Promise<readonly Outcome[]> {
  const sentenced = (await casesSentenced(tx, days.from, days.to)).map(one => ({
    courtCode: one.courtCode,
    day: one.sentencedOn,
    met: one.report !== null,
    rows: ['All sentenced cases', sentenceWords[one.sentence], ...cohortsOfCase(one).map(code => cohortWords[code])],
  }))
  const delivered = (await requestsBetween(tx, days.from, days.to)).flatMap(one => {
    const found = byCourtsDay(one, today)
    if (found === undefined || one.requiredBy === null) return []
    const { courtCode, requiredBy } = one
    return [{ courtCode, day: requiredBy, met: found === 'in-time', rows: ['Delivered by the court’s date'] }]
  })
  const compared = (await comparedCases(tx, days.from, days.to)).map(one => ({
    courtCode: one.courtCode,
    day: one.sentencedOn,
    met: one.outcome === 'followed',
    rows: ['Sentenced as proposed'],
  }))
  return [...sentenced, ...delivered, ...compared]
}
