import { daysBetween, type LocalDate } from '../../../platform/calendar/index.ts'
import { appointmentDate, plural, withTime } from '../../../platform/words/index.ts'
import type { MatchQueue, MatchToReview } from '../queries/match-queue.ts'
import { defendantPath } from './addresses.ts'
import { bornWords, roomWords } from './listing-words.ts'
import type { CandidateView } from './match-candidate.view.ts'

export type MatchRow = {
  readonly appearanceId: string
  readonly href: string
  readonly name: string
  readonly born: string
  /** When it has to be decided by: the hearing. */
  readonly deadline: string
  readonly urgent: boolean
  readonly where: string
  readonly candidates: readonly CandidateView[]
}

export type MatchesModel = {
  readonly queue: MatchQueue
  readonly counts: Readonly<Record<MatchQueue, number>>
  readonly rows: readonly MatchRow[]
  readonly pages: { readonly current: number; readonly count: number; readonly from: number; readonly to: number }
}

export function matchRow(
  match: MatchToReview,
  candidates: readonly CandidateView[],
  courtName: string,
  today: LocalDate,
): MatchRow {
  const left = daysBetween(today, match.day)
  return {
    appearanceId: match.appearanceId,
    href: defendantPath(match.personId, match.appearanceId),
    name: match.name,
    born: bornWords(match.dateOfBirth, today),
    deadline: deadlineWords(match, left),
    urgent: left <= 0,
    where: [courtName, match.room ? roomWords(match.room) : null].filter(Boolean).join(', '),
    candidates: candidates.filter(candidate => !candidate.rejected),
  }
}

/** 'Hearing today: Saturday 21 November 2026 at 10am'. */
function deadlineWords({ day, startsAt }: MatchToReview, left: number): string {
  const when = startsAt === '00:00' ? appointmentDate(day) : withTime(day, startsAt as `${number}:${number}`)
  if (left < 0) return `Heard ${plural(-left, 'day')} ago: ${when}`
  if (left === 0) return `Hearing today: ${when}`
  return `Hearing ${left === 1 ? 'tomorrow' : `in ${plural(left, 'day')}`}: ${when}`
}

export function pagesOf(total: number, size: number, asked: number): MatchesModel['pages'] {
  const count = Math.max(1, Math.ceil(total / size))
  const current = Math.min(Math.max(1, asked), count)
  return { current, count, from: total === 0 ? 0 : (current - 1) * size + 1, to: Math.min(total, current * size) }
}
