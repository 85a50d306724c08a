import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { cohortWords, depthWords, kindWords, remandWords, stateWords } from '../request-words.ts'
import { askedOn, onTheDayClock, type Reminder, reportDeadlines } from '../rules/report-deadlines.ts'

export const queueTabs = ['all', 'unallocated', 'allocated', 'late', 'on-the-day', 'replies'] as const
export type QueueTab = (typeof queueTabs)[number]

export const queueTabWords: Readonly<Record<QueueTab, string>> = {
  all: 'All',
  unallocated: 'Not allocated',
  allocated: 'Allocated',
  late: 'Late',
  'on-the-day': 'On the day',
  replies: 'Before plea to answer',
}

export const reminderWords: Readonly<Record<Reminder, string>> = {
  'interview-not-booked': 'Book the interview',
  'not-signed': 'Not signed yet',
  overdue: 'Overdue',
}

export type QueueRow = {
  readonly requestId: string
  readonly personId: string
  readonly requiredBy: LocalDate | null
  readonly due: string
  readonly internalDue: string | null
  readonly report: string
  readonly depth: string
  readonly courtCode: string
  readonly cohorts: readonly string[]
  readonly custody: boolean
  readonly remand: string
  readonly state: string
  readonly writer: string | null
  readonly writerUsername: string | null
  readonly reminders: readonly Reminder[]
  readonly clock: { readonly text: string; readonly standing: string } | null
  readonly appearanceId: string | null
  readonly waitsForReply: boolean
}

/** One request as the queue shows it, at a moment of a day. */
export function queueRow(request: ReportRequest, now: Instant, today: LocalDate): QueueRow {
  const deadlines = reportDeadlines(
    {
      askedOn: askedOn(request),
      requiredBy: request.requiredBy,
      state: request.state,
      interviewBooked: request.acts.some(act => act.kind === 'interview-booked'),
    },
    today,
  )
  const depth = request.depth ?? request.triage?.suggestedDepth ?? null
  return {
    requestId: request.id,
    personId: request.personId,
    requiredBy: request.requiredBy,
    due: request.requiredBy ? longDate(request.requiredBy) : 'Day not known',
    internalDue: deadlines.internalDue ? longDate(deadlines.internalDue) : null,
    report: kindWords[request.kind],
    depth: depth === null ? 'Not known' : request.depth ? depthWords[depth] : `${depthWords[depth]} (suggested)`,
    courtCode: request.courtCode,
    cohorts: request.cohorts.map(one => cohortWords[one.cohort]),
    custody: request.facts.remand === 'custody',
    remand: remandWords[request.facts.remand],
    state: stateWords[request.state],
    writer: request.writer?.name ?? null,
    writerUsername: request.writer?.username ?? null,
    reminders: deadlines.reminders,
    clock: clockOf(request, now),
    appearanceId: request.appearanceId,
    waitsForReply: request.state === 'AWAITING_REPLY',
  }
}

/** The clock of a report for the same day; null for any other, and once it is signed. */
export function clockOf(
  request: ReportRequest,
  now: Instant,
): { readonly text: string; readonly standing: string } | null {
  const asked = request.acts.findLast(act => act.kind === 'on-the-day-started')
  const onTheDay = request.delivery === 'ORAL_ON_DAY' || request.delivery === 'WRITTEN_ON_DAY'
  if ((!asked && !onTheDay) || request.state === 'SIGNED') return null
  const needed = asked?.detail.neededBy
  const neededBy = typeof needed === 'string' && !Number.isNaN(Date.parse(needed)) ? (needed as Instant) : null
  if (neededBy === null && request.requiredBy !== askedOn(request)) return null
  const clock = onTheDayClock({ askedAt: asked?.at ?? request.askedAt, neededBy }, now)
  const gone = `asked ${duration(clock.minutesGone)} ago`
  if (clock.minutesLeft === null) return { text: `Today, ${gone}`, standing: clock.standing }
  const left = clock.minutesLeft < 0 ? `${duration(0 - clock.minutesLeft)} late` : `${duration(clock.minutesLeft)} left`
  return { text: `${left}, ${gone}`, standing: clock.standing }
}

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return plural(Math.floor(hours / 24), 'day')
  const rest = plural(minutes % 60, 'minute')
  return hours === 0 ? rest : minutes % 60 === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${rest}`
}

export type QueueFilter = {
  readonly tab: QueueTab
  readonly writer: string
  readonly cohort: string
  readonly custody: boolean
}

/** The rows of a tab and filter: by the day the court needs the report, then remand in custody, then cohorts. */
export function rowsShown(rows: readonly QueueRow[], filter: QueueFilter): readonly QueueRow[] {
  return rows
    .filter(row => inTab(row, filter.tab))
    .filter(row => filter.writer === '' || row.writerUsername === filter.writer)
    .filter(row => filter.cohort === '' || row.cohorts.includes(filter.cohort))
    .filter(row => !filter.custody || row.custody)
    .toSorted(
      (a, b) =>
        order(a.requiredBy ?? '9999-12-31', b.requiredBy ?? '9999-12-31') ||
        Number(b.custody) - Number(a.custody) ||
        b.cohorts.length - a.cohorts.length ||
        order(a.requestId, b.requestId),
    )
}

export function inTab(row: QueueRow, tab: QueueTab): boolean {
  if (tab === 'unallocated') return row.writer === null && !row.waitsForReply
  if (tab === 'allocated') return row.writer !== null
  if (tab === 'late') return row.reminders.length > 0
  if (tab === 'on-the-day') return row.clock !== null
  return tab === 'replies' ? row.waitsForReply : true
}

export function tabOf(text: string): QueueTab {
  return queueTabs.find(tab => tab === text) ?? 'all'
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
