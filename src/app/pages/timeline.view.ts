import type { Instant, LocalDate } from '../../platform/calendar/index.ts'
import { longDate, plural, savedAt } from '../../platform/words/index.ts'

export const timelineKinds = {
  court: 'Court',
  order: 'Orders',
  flag: 'Flags',
  details: 'Personal details',
  identity: 'Identity',
} as const
export type TimelineKind = keyof typeof timelineKinds

/** Something that happened to a person. `at`: the moment it was recorded, or the day it was on where that is what
 *  matters. `system`: done by the service itself and of no interest to most readers. */
export type TimelineEvent = {
  readonly kind: TimelineKind
  readonly at: Instant | LocalDate
  readonly title: string
  readonly text: string | null
  readonly by: string | null
  readonly system: boolean
  readonly href: string | null
}

export type TimelineEntry = Omit<TimelineEvent, 'kind' | 'system'> & { readonly kind: string; readonly when: string }

export type TimelineView = {
  readonly base: string
  readonly chosen: readonly TimelineKind[]
  readonly system: boolean
  readonly kinds: readonly { readonly value: TimelineKind; readonly text: string }[]
  readonly counted: string
  readonly hidden: string | null
  readonly empty: string
  readonly more: string | null
  readonly entries: readonly TimelineEntry[]
}

export type TimelineFilter = {
  readonly kinds: readonly TimelineKind[]
  readonly system: boolean
  readonly everything: boolean
}

const shownAtOnce = 100

/** One list of everything that happened, the latest on top. Without a kind chosen all kinds are shown; what the service
 *  did by itself is left out unless asked for, and counted. */
export function timelineView(
  crn: string,
  events: readonly TimelineEvent[],
  filter: TimelineFilter,
  today: LocalDate,
): TimelineView {
  const ofKind = events.filter(event => filter.kinds.length === 0 || filter.kinds.includes(event.kind))
  const wanted = ofKind.filter(event => filter.system || !event.system)
  const hidden = ofKind.length - wanted.length
  const ordered = [...wanted].sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0))
  const shown = filter.everything ? ordered : ordered.slice(0, shownAtOnce)
  const count = (kind: TimelineKind) =>
    events.filter(event => event.kind === kind && (filter.system || !event.system)).length
  return {
    base: `/case/${crn}/timeline`,
    chosen: filter.kinds,
    system: filter.system,
    kinds: (Object.keys(timelineKinds) as TimelineKind[]).map(value => ({
      value,
      text: `${timelineKinds[value]} (${count(value)})`,
    })),
    counted: plural(ordered.length, 'entry', 'entries'),
    hidden: hidden > 0 ? `${plural(hidden, 'entry', 'entries')} made by the service itself not shown` : null,
    empty: `Nothing of this kind is on the record up to ${longDate(today)}.`,
    more: shown.length < ordered.length ? `Show all ${ordered.length}` : null,
    entries: shown.map(({ kind, system: _, ...event }) => ({
      ...event,
      kind: timelineKinds[kind],
      when: event.at.includes('T') ? savedAt(event.at as Instant) : longDate(event.at as LocalDate),
    })),
  }
}

/** A day sorts after every moment of that day, so that a hearing stands above what was recorded before it. */
function sortKey({ at }: TimelineEvent): string {
  return at.includes('T') ? at : `${at}T99`
}

/** The filter an address asks for; what is unknown in it is left out. */
export function readTimelineFilter(kinds: readonly string[], system: string, everything: string): TimelineFilter {
  const known = Object.keys(timelineKinds) as TimelineKind[]
  return {
    kinds: known.filter(kind => kinds.includes(kind)),
    system: system === 'yes',
    everything: everything === 'yes',
  }
}
