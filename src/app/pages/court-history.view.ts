import { defendantPath, type PastHearing } from '../../domains/court/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { appointmentDate, listOf, savedAt, withTime } from '../../platform/words/index.ts'

export type HearingView = {
  readonly id: string
  readonly href: string
  readonly heading: string
  readonly where: string
  readonly kind: string
  readonly toCome: boolean
  readonly removed: string | null
  readonly offences: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly outcome: string
  readonly notes: readonly { readonly body: string; readonly by: string }[]
}

export type CourtHistoryView = { readonly toCome: readonly HearingView[]; readonly past: readonly HearingView[] }

const sources: Readonly<Record<string, string>> = {
  LIBRA: 'Libra list',
  COMMON_PLATFORM: 'Common Platform',
  SPI: 'Court results message',
}

/** The hearings of a person: those to come first, the nearest on top, then those past, the latest on top. */
export function courtHistoryView(
  hearings: readonly PastHearing[],
  courtNames: ReadonlyMap<string, string>,
  today: LocalDate,
): CourtHistoryView {
  const views = hearings.map(hearing => hearingView(hearing, courtNames, today))
  return { toCome: views.filter(view => view.toCome).reverse(), past: views.filter(view => !view.toCome) }
}

/** The next hearing that stands, or undefined when none is known. */
export function nextOf(history: CourtHistoryView): HearingView | undefined {
  return history.toCome.find(hearing => !hearing.removed)
}

function hearingView(hearing: PastHearing, names: ReadonlyMap<string, string>, today: LocalDate): HearingView {
  const { day, startsAt, courtCode } = hearing
  const midnight = startsAt === null || startsAt.slice(0, 5) === '00:00'
  const court = (courtCode && names.get(courtCode)) || hearing.courtName || courtCode || 'Court not known'
  const reference = hearing.urn ?? hearing.caseNo
  return {
    id: hearing.appearanceId,
    href: defendantPath(hearing.personId, hearing.appearanceId),
    heading: day === null ? 'Day not known' : midnight ? appointmentDate(day) : withTime(day, startsAt),
    where: [court, hearing.room ? roomText(hearing.room) : null].filter(Boolean).join(', '),
    kind: [
      hearing.hearingType ?? 'Kind of hearing not known',
      reference ? `reference ${reference}` : 'no reference',
      sources[hearing.source] ?? hearing.source,
    ].join(', '),
    toCome: day !== null && day >= today,
    removed: removedText(hearing),
    offences: hearing.offences.map(offence => ({
      title: offence.title ?? offence.code ?? 'Offence not known',
      lines: offenceLines(offence),
    })),
    outcome: outcomeText(hearing),
    notes: hearing.notes.map(note => ({ body: note.body, by: `${note.by}, ${savedAt(note.at)}` })),
  }
}

/** The court's own words, or 'courtroom 2' where it gave a number only. */
function roomText(room: string): string {
  return /^\d+[A-Z]?$/i.test(room.trim()) ? `courtroom ${room.trim()}` : room
}

function removedText(hearing: PastHearing): string | null {
  if (hearing.deleted) return 'The court deleted this hearing'
  if (hearing.removedBecause === 'hearing-deleted') return 'The court deleted this hearing'
  if (hearing.removedBecause === 'listed-twice') return 'Listed twice: the newer listing is kept'
  return hearing.removedBecause ? 'No longer in the court’s latest list' : null
}

function offenceLines({ plea, verdict, results }: PastHearing['offences'][number]): readonly string[] {
  const plain = [plea ? `Plea: ${plea.given}` : null, verdict ? `Verdict: ${verdict.given}` : null]
  const heard = results.map(
    result => `Result: ${result.text ?? result.label ?? (result.code ? `code ${result.code}` : 'not known')}`,
  )
  return [...plain.filter(line => line !== null), ...heard]
}

function outcomeText({ outcome, attendance }: PastHearing): string {
  const came = attendance ? ` Attendance: ${words(attendance)}.` : ''
  if (!outcome) return `No outcome has been recorded.${came}`
  const types = outcome.types.length > 0 ? listOf(outcome.types.map(words)) : 'kind not known'
  const state = outcome.resultedAt
    ? `resulted ${savedAt(outcome.resultedAt)}`
    : outcome.heldReason
      ? `on hold: ${outcome.heldReason}`
      : 'not yet resulted'
  return `Outcome: ${types}; ${state}.${came}`
}

function words(code: string): string {
  const text = code.toLowerCase().replace(/[_-]/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
