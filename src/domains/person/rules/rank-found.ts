import { type LocalDate, parts } from '../../../platform/calendar/index.ts'
import { soundOf } from './name-search.ts'
import { areNameVariants } from './name-variants.ts'
import type { SearchQuery } from './search-query.ts'
import { jaroWinkler } from './similarity.ts'

/** Why a person was found: the words stand in words.en.json of the screen that shows them. */
export type FoundReason =
  | 'crn-equal'
  | 'pnc-equal'
  | 'cro-equal'
  | 'surname-equal'
  | 'surname-sounds-like'
  | 'surname-similar'
  | 'forename-equal'
  | 'forename-short-form'
  | 'forename-sounds-like'
  | 'forename-similar'
  | 'date-equal'
  | 'date-day-and-month-swapped'
  | 'other-name'
  | 'merged-record'

export type FoundName = {
  readonly surname: string
  readonly forename: string
  readonly dob: LocalDate | null
  readonly own: boolean
}

export type Rank = { readonly points: number; readonly reasons: readonly FoundReason[] }

type Judged = { readonly points: number; readonly reason: FoundReason | null }

/** How well a stored name answers what was typed. Points are for the order only; the reasons are shown. An equal word
 *  counts most, then one that sounds alike, then one spelt alike; a birth date that differs counts against.
 *  The points are our yardstick (README, assumptions). */
export function rankFound(query: SearchQuery, found: FoundName): Rank {
  const best = query.readings
    .map(reading => {
      const surname = reading.surname === null ? nothing : judgeWord(reading.surname, found.surname, 'surname')
      const forenames = reading.forenames.map(word => judgeWord(word, found.forename, 'forename'))
      const forename = forenames.reduce((high, one) => (one.points > high.points ? one : high), nothing)
      const missed =
        (reading.surname !== null && surname.points === 0 ? 1 : 0) +
        (reading.forenames.length > 0 && forename.points === 0 ? 1 : 0)
      return { points: surname.points + forename.points - missed * 30, reasons: [surname.reason, forename.reason] }
    })
    .reduce((high, one) => (one.points > high.points ? one : high), {
      points: 0,
      reasons: [] as (FoundReason | null)[],
    })
  const date = judgeDate(query.dateOfBirth, found.dob)
  const reasons = [...best.reasons, date.reason, found.own ? null : ('other-name' as const)]
  return {
    points: best.points + date.points - (found.own ? 0 : 5),
    reasons: reasons.filter(reason => reason !== null),
  }
}

const nothing: Judged = { points: 0, reason: null }

function judgeWord(typed: string, held: string, part: 'surname' | 'forename'): Judged {
  const worth = part === 'surname' ? 60 : 40
  if (held === '') return nothing
  if (typed === held) return { points: worth, reason: `${part}-equal` }
  if (part === 'forename' && areNameVariants(typed.toUpperCase(), held.toUpperCase())) {
    return { points: worth * 0.8, reason: 'forename-short-form' }
  }
  const alike = jaroWinkler(typed, held)
  if (soundOf(typed) !== '' && soundOf(typed) === soundOf(held)) {
    return { points: worth * (0.55 + 0.25 * alike), reason: `${part}-sounds-like` }
  }
  return alike >= 0.8 ? { points: worth * alike * 0.7, reason: `${part}-similar` } : nothing
}

function judgeDate(typed: LocalDate | null, held: LocalDate | null): Judged {
  if (typed === null || held === null) return nothing
  if (typed === held) return { points: 60, reason: 'date-equal' }
  const [a, b] = [parts(typed), parts(held)]
  if (a.year === b.year && a.month === b.day && a.day === b.month) {
    return { points: 40, reason: 'date-day-and-month-swapped' }
  }
  return { points: -40, reason: null }
}
