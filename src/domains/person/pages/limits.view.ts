import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { longDate, plural, savedAt } from '../../../platform/words/index.ts'
import { limitReasons, limitWarning } from '../parameters/access-rules.ts'
import type { BreakGlassUse, Look, RegisteredLimit } from '../queries/limited-access-register.ts'

export type LimitRowView = {
  readonly id: string
  readonly crn: string
  readonly what: string
  readonly who: string
  readonly why: string
  readonly authoriser: string
  readonly until: string
  readonly review: string
  /** What the administrator should do about it soon. */
  readonly attention: { readonly text: string; readonly late: boolean } | null
}

export type RegisterView = {
  readonly heading: string
  readonly only: boolean
  readonly counts: { readonly all: number; readonly attention: number; readonly people: number }
  readonly empty: string
  readonly rows: readonly LimitRowView[]
}

/** The register of limits, those that end or are due for review first. `only`: no others. */
export function registerView(limits: readonly RegisteredLimit[], today: LocalDate, only: boolean): RegisterView {
  const soon = plusDays(today, limitWarning.on(today).value.days)
  const rows = [...limits]
    .sort((a, b) => (nextDay(a) < nextDay(b) ? -1 : nextDay(a) > nextDay(b) ? 1 : 0))
    .map(limit => limitRowView(limit, today, soon))
  const due = rows.filter(row => row.attention)
  return {
    heading: only ? 'Limits ending or due for review' : 'Limited-access register',
    only,
    counts: { all: rows.length, attention: due.length, people: new Set(rows.map(row => row.crn)).size },
    empty: only
      ? `No limit ends or is due for review by ${longDate(soon)}.`
      : `Nobody’s record is limited on ${longDate(today)}.`,
    rows: only ? due : rows,
  }
}

function nextDay(limit: RegisteredLimit): LocalDate {
  return limit.endsOn && limit.endsOn < limit.reviewOn ? limit.endsOn : limit.reviewOn
}

export function limitRowView(limit: RegisteredLimit, today: LocalDate, soon: LocalDate): LimitRowView {
  const name = limitReasons.on(today).value.find(one => one.code === limit.reasonCode)?.name ?? limit.reasonCode
  const from = limit.startsOn > today ? `from ${longDate(limit.startsOn)}` : ''
  return {
    id: limit.id,
    crn: limit.crn ?? 'No CRN yet',
    what: [limit.kind === 'exclusion' ? 'Excluded' : 'Restricted to', from].filter(Boolean).join(', '),
    who: limit.subjectKind === 'provider' ? `Everyone of provider ${limit.subject}` : limit.subject,
    why: [name, limit.reason].filter(Boolean).join(': '),
    authoriser: limit.authoriser,
    until: limit.endsOn ? longDate(limit.endsOn) : 'Open',
    review: longDate(limit.reviewOn),
    attention: attentionOf(limit, today, soon),
  }
}

function attentionOf(limit: RegisteredLimit, today: LocalDate, soon: LocalDate): LimitRowView['attention'] {
  if (limit.endsOn && limit.endsOn <= today) return { text: `Ended ${longDate(limit.endsOn)}`, late: false }
  if (limit.reviewOn <= today) return { text: `Review was due ${longDate(limit.reviewOn)}`, late: true }
  if (limit.endsOn && limit.endsOn <= soon) return { text: `Ends ${longDate(limit.endsOn)}`, late: false }
  return limit.reviewOn <= soon ? { text: `Review due ${longDate(limit.reviewOn)}`, late: false } : null
}

/** How many limits are late or nearly so, for the home page. */
export function limitsToLookAt(limits: readonly RegisteredLimit[], today: LocalDate): number {
  return registerView(limits, today, true).rows.length
}

export type UseView = {
  readonly id: string
  readonly crn: string
  readonly who: string
  readonly when: string
  readonly ends: string
  readonly reason: string
}

export function useView(use: BreakGlassUse): UseView {
  return {
    id: use.id,
    crn: use.crn ?? 'No CRN yet',
    who: use.username,
    when: savedAt(use.startedAt),
    ends: savedAt(use.endsAt),
    reason: use.reason,
  }
}

export type LookView = {
  readonly when: string
  readonly who: string
  readonly what: string
  readonly why: string
  readonly refused: boolean
}

const operations: Readonly<Record<string, string>> = {
  consult: 'Looked',
  alter: 'Changed',
  collect: 'Collected',
  disclose: 'Disclosed',
  combine: 'Combined',
  erase: 'Erased',
}

/** One line of the audit chain in words. */
export function lookView(look: Look): LookView {
  const refused = look.outcome === 'denied'
  const verb = refused ? 'Was refused' : (operations[look.operation] ?? look.operation)
  return {
    when: savedAt(look.at),
    who: look.actor,
    what: `${verb}: ${look.what.replace(/^[a-z]+\./, '').replace(/-/g, ' ')}`,
    why: look.justification ?? 'None asked for',
    refused,
  }
}

export function looksHeading(count: number): string {
  return `${plural(count, 'entry', 'entries')}, newest first`
}
