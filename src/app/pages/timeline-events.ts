import { courtHistoryOf } from '../../domains/court/index.ts'
import {
  flagTypes,
  type OpenCase,
  type TimelineEntry as RecordEntry,
  timelineEntries,
} from '../../domains/person/index.ts'
import { orderChangesOf, ordersOf } from '../../domains/sentence/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { courtHistoryView, type HearingView } from './court-history.view.ts'
import { courtNamesOn } from './orders.page.tsx'
import { changeText, orderHeading } from './orders.view.ts'
import type { TimelineEvent } from './timeline.view.ts'

const mostEntries = 200

/** Everything that happened to the person, from every domain, in no order. */
export async function timelineEvents(ctx: Context, opened: OpenCase): Promise<readonly TimelineEvent[]> {
  const { group, crn } = opened
  const hearings = await courtHistoryOf(ctx.tx, group)
  const { toCome, past } = courtHistoryView(hearings, await courtNamesOn(ctx), ctx.today)
  const days = new Map(hearings.map(hearing => [hearing.appearanceId, hearing.day]))
  const orders = await ordersOf(ctx.tx, group, ctx.today)
  const changes = await orderChangesOf(ctx.tx, group)
  const entries = await timelineEntries(ctx.tx, group, { limit: mostEntries })
  const names = new Map((await flagTypes(ctx.tx, ctx.today)).map(type => [type.code, type.name]))
  const base = `/case/${crn}`
  return [
    ...[...toCome, ...past].flatMap(hearing => hearingEvents(hearing, days.get(hearing.id) ?? null)),
    ...orders.map(order => ({
      ...event('order', order.sentencedOn, `Sentenced: ${orderHeading(order)}`, `${base}/orders#order-${order.id}`),
      text: order.offences.find(offence => offence.main)?.title ?? null,
      by: order.recordedBy,
    })),
    ...changes.map(change => ({
      ...event('order', change.at, changeText(change.what), `${base}/orders#order-${change.disposalId}`),
      text: change.reason,
      by: change.by,
    })),
    ...entries.map(entry => recordEvent(entry, names, base)),
  ]
}

function event(
  kind: TimelineEvent['kind'],
  at: TimelineEvent['at'],
  title: string,
  href: string | null,
): TimelineEvent {
  return { kind, at, title, href, text: null, by: null, system: false }
}

function hearingEvents(hearing: HearingView, day: TimelineEvent['at'] | null): readonly TimelineEvent[] {
  if (day === null) return []
  const title = hearing.removed ? `Hearing taken off: ${hearing.where}` : `Hearing: ${hearing.where}`
  const text = [hearing.offences.map(offence => offence.title).join('; '), hearing.outcome].filter(Boolean).join('. ')
  return [{ ...event('court', day, title, hearing.href), text, system: hearing.removed !== null }]
}

type Said = {
  readonly kind: TimelineEvent['kind']
  readonly place: string
  readonly title: (code: string | null) => string
}

const said: Readonly<Record<RecordEntry['kind'], Said>> = {
  'record-opened': { kind: 'identity', place: 'identity', title: () => 'The record was opened' },
  linked: { kind: 'identity', place: 'identity', title: () => 'A defendant was linked to this record' },
  unlinked: { kind: 'identity', place: 'identity', title: () => 'A link to a defendant was undone' },
  merged: { kind: 'identity', place: 'identity', title: () => 'Two records were merged' },
  unmerged: { kind: 'identity', place: 'identity', title: () => 'A merge was undone' },
  'flag-registered': { kind: 'flag', place: 'flags', title: code => `Flag registered: ${code}` },
  'flag-reviewed': { kind: 'flag', place: 'flags', title: code => `Flag reviewed: ${code}` },
  'flag-ended': { kind: 'flag', place: 'flags', title: code => `Flag ended: ${code}` },
  'manager-allocated': { kind: 'details', place: '', title: code => `Allocated to team ${code ?? 'not known'}` },
  'details-changed': { kind: 'details', place: 'details', title: () => 'Personal details changed' },
  'address-added': { kind: 'details', place: 'details', title: () => 'Address recorded' },
}

/** `names`: of the flags by their code. */
function recordEvent(entry: RecordEntry, names: ReadonlyMap<string, string>, base: string): TimelineEvent {
  const { kind, place, title } = said[entry.kind]
  const named = entry.code === null ? null : (names.get(entry.code) ?? entry.code)
  return {
    ...event(kind, entry.at, title(named), place ? `${base}/${place}` : base),
    text: entry.text,
    by: entry.system ? 'the service itself' : entry.by,
    system: entry.system,
  }
}
