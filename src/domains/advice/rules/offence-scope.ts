import type { OffenceDetails } from '../../court/index.ts'
import type { RequestedOffence } from '../request-model.ts'

/** Whether the law allows custody for any of the offences: a maximum in the offence table, or imprisonment in the
 *  court's own words. The table has maxima on indictment only, so one that is missing is not known, never no. */
export function imprisonable(
  offences: readonly RequestedOffence[],
  details: (code: string) => OffenceDetails | undefined,
): boolean | null {
  const allows = offences.some(
    one =>
      (one.code !== null && details(one.code)?.maximumOnIndictment !== undefined) ||
      /imprison|custod|prison|life|\b\d+ (years?|months?)\b/i.test(one.maximumPenalty ?? ''),
  )
  if (allows) return true
  const fineOnly =
    offences.length > 0 && offences.every(one => /^\W*(level \d )?fine\W*$/i.test(one.maximumPenalty ?? ''))
  return fineOnly ? false : null
}

/** Whether any offence is sexual by its actuarial category; null when no offence is in the table. */
export function isSexual(
  offences: readonly RequestedOffence[],
  details: (code: string) => OffenceDetails | undefined,
): boolean | null {
  const categories = offences.flatMap(one => (one.code && details(one.code)?.actuarialCategory) || [])
  if (categories.some(category => category.startsWith('SEXUAL_'))) return true
  return categories.length === offences.length && offences.length > 0 ? false : null
}
