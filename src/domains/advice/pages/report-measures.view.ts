import { longDate, plural } from '../../../platform/words/index.ts'
import type { ReportDepth } from '../request-model.ts'
import { type MeasureFact, type ReportMeasure, reportMeasures } from '../rules/report-measures.ts'
import {
  type ReportShare,
  reportShare,
  reportShares,
  type ShareBreakdown,
  shareBreakdowns,
  shareGroup,
} from '../rules/report-share.ts'
import { median } from '../rules/report-timeliness.ts'
import type { SentencedCase } from '../rules/sentenced-cases.ts'
import { spans } from './concordance.view.ts'

type Words = {
  readonly title: string
  readonly about: string
  readonly parts: Readonly<Record<string, string>>
  /** The part whose share is the headline; without one the headline is another. */
  readonly share?: string
}

export const measureWords: Readonly<Record<ReportMeasure, Words>> = {
  share: {
    title: 'Sentenced with a report',
    about: 'Sentenced cases with a report delivered for that sentence, of all sentenced cases',
    parts: { with: 'with a report', without: 'without a report' },
    share: 'with',
  },
  'no-report': {
    title: 'Why there was no report',
    about: 'Sentenced cases without a report, by what became of the request',
    parts: {
      'none-asked': 'no report was asked for',
      withdrawn: 'the request was withdrawn',
      'not-completed': 'the report was not completed',
      refused: 'the request was refused',
      sealed: 'sealed after a plea of not guilty',
      'delivered-later': 'delivered after the sentence',
      'not-delivered': 'asked for and not delivered',
    },
  },
  'court-day': {
    title: 'Delivered by the court’s date',
    about:
      'Reports delivered by the day the court needed them, of those it needed in these days; withdrawn requests are left out. Where the court moved the day, the new one counts',
    parts: { 'in-time': 'in time', late: 'late', 'not-delivered': 'not delivered' },
    share: 'in-time',
  },
  policy: {
    title: 'Delivered within the time of policy',
    about: 'Reports delivered within the time policy has for their kind, of those it has a time for',
    parts: { within: 'within the time', over: 'took longer' },
    share: 'within',
  },
  waiting: {
    title: 'Time from request to delivery',
    about:
      'Working days, the middle of all reports delivered. An adjournment moves the court’s date, so a report can be in time for the court and still take weeks',
    parts: { delivered: 'delivered' },
  },
  mix: {
    title: 'Kinds of report',
    about: 'Reports delivered, by kind',
    parts: {
      ORAL: 'oral',
      SHORT: 'short',
      STANDARD: 'standard',
      VERIFICATION: 'an earlier report confirmed',
      NONE: 'without a report needed',
      'not-known': 'kind not recorded',
    },
  },
  enquiries: {
    title: 'Enquiries answered before sentence',
    about: 'Police domestic abuse and children’s services enquiries, two for each sentenced case with a report',
    parts: {
      answered: 'answered by then',
      'not-returned': 'sent and not returned',
      outstanding: 'still waiting',
      'not-asked': 'not asked',
    },
    share: 'answered',
  },
  reuse: {
    title: 'Fields filled in from the record and kept',
    about: 'Fields the writer left as the record filled them, of all fields it filled, in reports delivered',
    parts: { 'pre-filled': 'with fields filled in' },
  },
}

export const breakdownWords: Readonly<Record<ShareBreakdown, string>> = {
  court: 'Court',
  sex: 'Sex',
  age: 'Age group',
  ethnicity: 'Ethnicity',
  'custody-risk': 'Risk of custody',
  sentence: 'Sentence',
}

export type NumberLink = { readonly number: number; readonly text: string; readonly href: string }
export type MeasureCard = {
  readonly name: ReportMeasure
  readonly title: string
  readonly about: string
  readonly headline: string
  readonly numbers: readonly NumberLink[]
}
export type ShareLine = {
  readonly group: string
  readonly sentenced: NumberLink
  readonly withReport: NumberLink
  readonly without: NumberLink
  readonly share: string
  readonly percent: number | null
  readonly small: boolean
}

/** What was asked for in the address; anything unknown falls back to the first choice. */
export type Asked = { readonly days: (typeof spans)[number]; readonly by: ShareBreakdown; readonly court: string }

export function askedOf(query: { one(name: string): string }): Asked {
  return {
    days: spans.find(span => String(span) === query.one('days')) ?? spans[0],
    by: shareBreakdowns.find(by => by === query.one('by')) ?? 'court',
    court: query.one('court'),
  }
}

/** The address of the list behind a number. */
export function listHref(
  name: ReportMeasure,
  asked: Asked,
  filter: { readonly part?: string | undefined; readonly group?: string | undefined },
): string {
  const query = new URLSearchParams({ days: String(asked.days) })
  if (asked.court) query.set('court', asked.court)
  if (filter.part !== undefined) query.set('part', filter.part)
  if (filter.group !== undefined) {
    query.set('by', asked.by)
    query.set('group', filter.group)
  }
  return `/reports/measures/${name}?${query}`
}

/** The facts a list shows: exactly those its number counted. */
export function factsListed(
  facts: readonly MeasureFact[],
  asked: Asked,
  filter: { readonly part: string; readonly group: string | null },
): readonly MeasureFact[] {
  return facts
    .filter(one => atCourt(one.courtCode, asked.court))
    .filter(one => filter.part === '' || one.part === filter.part)
    .filter(one => filter.group === null || (one.sentenced && shareGroup(one.sentenced, asked.by) === filter.group))
}

export function atCourt(courtCode: string | null, court: string): boolean {
  return court === '' || (courtCode?.slice(0, 5) ?? 'Not known') === court
}

export function measureCard(name: ReportMeasure, all: readonly MeasureFact[], asked: Asked): MeasureCard {
  const words = measureWords[name]
  const facts = factsListed(all, asked, { part: '', group: null })
  const numbers = Object.entries(words.parts).flatMap(([part, text]) => {
    const number = facts.filter(one => one.part === part).length
    return number === 0 && words.share !== part ? [] : [{ number, text, href: listHref(name, asked, { part }) }]
  })
  const { title, about } = words
  return {
    ...{ name, title, about },
    numbers: facts.length === 0 ? [] : numbers,
    headline: headline(words, name, facts),
  }
}

function headline(words: Words, name: ReportMeasure, facts: readonly MeasureFact[]): string {
  if (facts.length === 0) return 'Nothing to measure'
  if (words.share) return percent(facts.filter(one => one.part === words.share).length / facts.length)
  const amounts = facts.flatMap(one => one.amount ?? [])
  if (name === 'waiting') return plural(median(amounts.map(one => one.number))!, 'working day')
  if (name === 'reuse') {
    const kept = amounts.reduce((sum, one) => sum + one.number, 0)
    const filled = amounts.reduce((sum, one) => sum + (one.of ?? 0), 0)
    return `${percent(kept / filled)} (${kept} of ${filled} fields)`
  }
  return plural(facts.length, name === 'mix' ? 'report' : 'case')
}

/** A share from 0 to 1 in words; nothing to measure has none. */
export function percent(share: number | null): string {
  return share === null ? 'Nothing to measure' : `${Math.round(share * 1000) / 10}%`
}

/** The share by group, the whole last. */
export function shareLines(
  all: readonly SentencedCase[],
  asked: Asked,
  smallUnder: number,
): { readonly rows: readonly ShareLine[]; readonly whole: ShareLine } {
  const cases = all.filter(one => atCourt(one.courtCode, asked.court))
  const line = (row: ReportShare, group: string | undefined): ShareLine => {
    const link = (number: number, text: string, part?: string) => ({
      ...{ number, text: `${text}, ${row.group}` },
      href: listHref('share', asked, { part, group }),
    })
    return {
      ...{ group: row.group, small: row.small, share: percent(row.share) },
      percent: row.share === null ? null : Math.round(row.share * 1000) / 10,
      sentenced: link(row.sentenced, 'sentenced'),
      withReport: link(row.withReport, 'with a report', 'with'),
      without: link(row.sentenced - row.withReport, 'without a report', 'without'),
    }
  }
  return {
    rows: reportShares(cases, asked.by, smallUnder).map(row => line(row, row.group)),
    whole: line(reportShare('All', cases, smallUnder), undefined),
  }
}

export function isMeasure(text: string | undefined): text is ReportMeasure {
  return reportMeasures.some(name => name === text)
}

/** What a row of a list says beyond who, where and when. */
export function factWords(name: ReportMeasure, fact: MeasureFact): string {
  const part = measureWords[name].parts[fact.part] ?? fact.part
  const { amount, about } = fact
  if (about) return `${about}: ${part}`
  if (!amount) return part
  if (amount.of !== null) return `${amount.number} of ${plural(amount.of, 'field')} kept`
  return `${part}, ${plural(amount.number, 'working day')}`
}

export function periodWords(from: Parameters<typeof longDate>[0], to: Parameters<typeof longDate>[0]): string {
  return `${longDate(from)} to ${longDate(to)}`
}

/** The times of policy in words: 'Policy: oral on the same day, short within 5 working days.' */
export function policyWords(allowed: Readonly<Partial<Record<ReportDepth, number>>>): string {
  const times = Object.entries(allowed).map(([depth, days]) => {
    const kind = measureWords.mix.parts[depth] ?? depth
    return days === 0 ? `${kind} on the same day` : `${kind} within ${plural(days, 'working day')}`
  })
  return `Policy: ${times.join(', ')}.`
}
