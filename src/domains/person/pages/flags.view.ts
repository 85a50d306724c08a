import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { FlagOnRecord } from '../queries/flags-on-record.ts'
import { type BarTag, roshColour } from './person-bar.view.ts'

export type FlagView = {
  readonly id: string
  readonly name: string
  readonly colour: BarTag['colour']
  readonly about: string | null
  readonly since: string
  readonly review: string
  readonly late: boolean
  readonly notes: string | null
  readonly ended: string | null
  readonly reviews: readonly { readonly text: string; readonly notes: string | null }[]
}

export type FlagsView = {
  readonly base: string
  readonly mayFlag: boolean
  readonly open: readonly FlagView[]
  readonly ended: readonly FlagView[]
}

/** Open flags and those that ended, in the words of the page. */
export function flagsView(flags: readonly FlagOnRecord[], crn: string, today: LocalDate, mayFlag: boolean): FlagsView {
  const views = flags.map(flag => flagView(flag, today))
  return {
    base: `/case/${crn}/flags`,
    mayFlag,
    open: views.filter(view => view.ended === null),
    ended: views.filter(view => view.ended !== null),
  }
}

export function flagView(flag: FlagOnRecord, today: LocalDate): FlagView {
  const late = flag.endedOn === null && flag.nextReviewOn !== null && flag.nextReviewOn < today
  const about = [flag.category ? `category ${flag.category}` : null, flag.level ? `level ${flag.level}` : null].filter(
    Boolean,
  )
  return {
    id: flag.id,
    name: flag.name,
    colour: flag.staffRisk ? 'red' : flag.roshLevel ? roshColour(flag.roshLevel) : 'blue',
    about: about.length > 0 ? about.join(', ') : null,
    since: `Since ${longDate(flag.startsOn)}, registered ${savedAt(flag.registeredAt)} by ${flag.registeredBy}`,
    review: flag.nextReviewOn ? `Review due ${longDate(flag.nextReviewOn)}` : 'No review is set',
    late,
    notes: flag.notes,
    ended: flag.endedOn
      ? `Ended ${longDate(flag.endedOn)} by ${flag.endedBy ?? 'not known'}: ${flag.endedReason ?? 'no reason given'}`
      : null,
    reviews: flag.reviews.map(review => ({
      text: `Reviewed ${longDate(review.on)} by ${review.by}`,
      notes: review.notes,
    })),
  }
}
