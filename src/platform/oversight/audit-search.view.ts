import type { Operation } from '../audit/index.ts'
import { atLondon, instant, type LocalDate, plusDays, readDate } from '../calendar/index.ts'
import type { Problem } from '../errors/index.ts'
import type { Query } from '../web/index.ts'
import { savedAt } from '../words/index.ts'
import type { AuditLine, AuditQuestion } from './search-audit.ts'

export const operationWords: Readonly<Record<Operation, string>> = {
  collect: 'Recorded',
  alter: 'Changed',
  consult: 'Looked at',
  disclose: 'Told someone outside',
  combine: 'Linked or merged',
  erase: 'Erased',
  system: 'The service itself',
}

export type AuditSearchModel = {
  readonly problems: readonly Problem[]
  readonly rows: readonly AuditRowView[]
  /** The address of the next page, when there may be one. */
  readonly older: string | null
}

export type AuditRowView = {
  readonly at: string
  readonly actor: string
  readonly did: string
  readonly what: string
  readonly people: string
  readonly channel: string
  readonly why: string
  readonly denied: boolean
}

/** Reads the question out of the address; a date that cannot be read is a problem and narrows nothing. */
export function readQuestion(
  query: Query,
  today: LocalDate,
  limit: number,
): { readonly question: AuditQuestion; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const day = (field: 'from' | 'to'): LocalDate | undefined => {
    const typed = query.one(field).trim()
    if (typed === '') return undefined
    const read = readDate(typed, 'appointment', today)
    if (read.ok) return read.date
    problems.push({ field, code: read.problem.code, text: read.problem.message })
    return undefined
  }
  const [from, to] = [day('from'), day('to')]
  const operation = (Object.keys(operationWords) as Operation[]).find(one => one === query.one('operation'))
  return {
    problems,
    question: {
      actor: query.one('actor').trim() || undefined,
      what: query.one('what').trim() || undefined,
      operation,
      deniedOnly: query.has('denied'),
      from: from && atLondon(from, '00:00'),
      to: to && atLondon(plusDays(to, 1), '00:00'),
      before: readBefore(query.one('before')),
      limit,
    },
  }
}

/** Where the page before ended: '2026-11-21T09:00:00.000Z_12_34'. Anything else starts at the newest. */
function readBefore(text: string): AuditQuestion['before'] {
  const [, at, stream, n] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,2})_(\d{1,15})$/.exec(text) ?? []
  if (at === undefined || Number.isNaN(Date.parse(at))) return undefined
  return { at, stream: Number(stream), n: Number(n) }
}

export function auditSearchView(
  lines: readonly AuditLine[],
  problems: readonly Problem[],
  query: Query,
  limit: number,
): AuditSearchModel {
  const last = lines.length === limit ? lines.at(-1) : undefined
  return {
    problems,
    rows: lines.map(line => ({
      at: savedAt(instant(line.at)),
      actor: line.actor,
      did: operationWords[line.operation as Operation] ?? line.operation,
      what: line.what,
      people: line.people === 0 ? '' : String(line.people),
      channel: line.channel,
      why: line.justification ?? '',
      denied: line.denied,
    })),
    older: last ? query.with({ before: `${last.at}_${last.stream}_${last.n}` }) : null,
  }
}
