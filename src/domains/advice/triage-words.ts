import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Reason } from '../../platform/rules/index.ts'
import { longDate, plural } from '../../platform/words/index.ts'
import type { CohortCode, ReportDepth } from './request-model.ts'
import { cohortWords, depthWords } from './request-words.ts'

const families: Readonly<Record<string, string>> = {
  'community-order': 'community order',
  'suspended-sentence': 'suspended sentence order',
}
const levels: Readonly<Record<string, string>> = {
  high: 'high',
  'very-high': 'very high',
  medium: 'medium',
  low: 'low',
}

/** A reason of triage, of a cohort or of a before-plea condition in a sentence. A code without words is shown as it is. */
export function triageReasonText({ code, data }: Reason): string {
  const day = (value: unknown) => longDate(value as LocalDate)
  switch (code) {
    case 'not-imprisonable':
      return 'None of the offences allows custody'
    case 'plea-not-guilty':
      return 'The plea is not guilty'
    case 'scope-not-known':
      return 'It is not known whether an offence allows custody'
    case 'plea-not-known':
      return 'The plea is not known'
    case 'known-to-probation':
      return 'Has been sentenced to probation before'
    case 'not-known-to-probation':
      return 'No order is on record'
    case 'cohort':
      return `Priority cohort: ${cohortWords[data.cohort as CohortCode].toLowerCase()}`
    case 'recent-report':
      return `${depthWords[data.depth as ReportDepth]} was delivered on ${day(data.deliveredOn)}`
    case 'nothing-complex-found':
      return 'Nothing was found that needs a written report'
    case 'dangerousness':
      return 'The court needs an assessment of dangerousness'
    case 'sexual-offence':
      return 'A sexual offence'
    case 'domestic-abuse':
      return 'Domestic abuse'
    case 'serious-harm':
      return `Risk of serious harm is ${levels[String(data.level)] ?? data.level}`
    case 'long-custody':
      return `Custody of ${plural(Number(data.months), 'month')} is likely, more than ${data.over}`
    case 'treatment-requirement':
      return 'A treatment requirement is considered'
    case 'mappa':
      return 'Managed under MAPPA'
    case 'care-history':
      return 'A young adult who has been in care'
    case 'recorded-female':
      return 'Recorded as female'
    case 'age-on-hearing-day':
      return `${data.age} years old on ${day(data.day)}`
    case 'court-indicates-custody':
      return 'The court has indicated custody'
    case 'order-runs':
      return `A ${families[String(data.family)] ?? 'court order'} is running`
    case 'order-ended-recently':
      return `A ${families[String(data.family)] ?? 'court order'} ended on ${day(data.endedOn)}`
    case 'suspended-sentence-breached':
      return 'Breach of a suspended sentence at the same hearing'
    case 'custodial-sentences':
      return `${plural(Number(data.count), 'custodial sentence')} on record`
    case 'high-band':
      return `${data.predictor} is ${levels[String(data.band)] ?? data.band} (generation ${data.generation})`
    case 'remanded-in-custody':
      return 'Remanded in custody'
    case 'self-defined-ethnicity':
      return 'By the ethnicity the person has given'
    case 'adult':
      return '18 or over'
    case 'anticipated-plea':
      return 'First hearing listed with an anticipated plea'
    case 'bail-or-postal':
      return 'On bail or by postal requisition'
    case 'magistrates-sentence':
      return 'Likely to be sentenced in the magistrates’ court'
    case 'guilty-to-all':
      return 'Will plead guilty to all offences on the full prosecution basis'
    case 'after-initial-details':
      return 'Asked after the initial details were served'
    case 'community-threshold':
      return 'Likely to pass the community threshold'
    case 'consents':
      return 'Will co-operate and understands that this is no indication of sentence'
    case 'hearing-day':
      return 'The day of the hearing'
    case 'working-days-left':
      return `${plural(Number(data.left), 'working day')} left; ${data.needed} are needed`
    case 'all-conditions-met':
      return 'All conditions are met'
    default:
      return code
  }
}

export const missingFactWords: Readonly<Record<string, string>> = {
  sex: 'sex is not recorded as male or female',
  age: 'date of birth is not known',
  imprisonable: 'not known whether an offence allows custody',
  ethnicity: 'self-defined ethnicity is not known',
}

/** Something in the court's data to look at, in a sentence. */
export function requestAlertText(detail: Readonly<Record<string, unknown>>): string {
  const day = typeof detail.day === 'string' ? longDate(detail.day as LocalDate) : 'The day'
  if (detail.code === 'required-by-in-the-past')
    return `${day}, by which the court needs the report, was past when it came`
  return `${day}, by which the court needs the report, is a day on which the court does not sit. Check with the court`
}
