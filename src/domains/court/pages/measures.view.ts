import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { MeasuredFact } from '../queries/measured-facts.ts'
import { countsTowards, type MeasureName, measureNames, type Share, shareOf, weekOf } from '../rules/court-measures.ts'
import { caseListPath, defendantPath } from './addresses.ts'

export const measureWords: Readonly<
  Record<MeasureName, { readonly title: string; readonly about: string; readonly met: string; readonly not: string }>
> = {
  'match-rate': {
    title: 'Match rate',
    about: 'Defendants linked before the hearing, of defendants known to have a probation record',
    met: 'linked before the hearing',
    not: 'not linked before it',
  },
  'late-match': {
    title: 'Late match',
    about: 'Defendants linked after the hearing, of defendants known to have a probation record',
    met: 'linked after the hearing',
    not: 'not late',
  },
  'wrong-link': {
    title: 'Wrong link',
    about: 'Links undone by staff, of links made by the service',
    met: 'undone by staff',
    not: 'that stand',
  },
  'list-coverage': {
    title: 'List coverage',
    about: 'Hearings seen at least 1 working day before, of all hearings',
    met: 'seen in time',
    not: 'seen later',
  },
  'outcome-timeliness': {
    title: 'Outcome timeliness',
    about: 'Outcomes resulted in time, of those resulted or due',
    met: 'in time',
    not: 'late',
  },
  'sentence-timeliness': {
    title: 'Sentence timeliness',
    about: 'Proposed sentences on the record in time, of those accepted or due',
    met: 'in time',
    not: 'late',
  },
  corrections: {
    title: 'Corrections',
    about: 'Sentences corrected while they were accepted, of proposed sentences accepted',
    met: 'corrected',
    not: 'taken as proposed',
  },
}

export type CountedFact = MeasuredFact & { readonly met: boolean }

/** The facts that are part of the measure, each with whether it counts. */
export function countedFacts(
  measure: MeasureName,
  facts: readonly MeasuredFact[],
  today: LocalDate,
  workingDays: number,
): readonly CountedFact[] {
  return facts.flatMap(fact => {
    const met = countsTowards(measure, fact, today, workingDays)
    return met === undefined ? [] : [{ ...fact, met }]
  })
}

export type MeasureCard = {
  readonly name: MeasureName
  readonly title: string
  readonly about: string
  readonly share: Share
  readonly percent: string
  readonly metText: string
  readonly notText: string
  readonly metHref: string
  readonly notHref: string
  readonly weeks: readonly { readonly label: string; readonly share: Share; readonly percent: number | null }[]
}

export type MeasuresModel = {
  readonly days: number
  readonly period: string
  readonly cards: readonly MeasureCard[]
}

export function percentOf({ met, of }: Share): number | null {
  return of === 0 ? null : Math.round((met / of) * 1000) / 10
}

export function measureCard(
  name: MeasureName,
  counted: readonly CountedFact[],
  period: { readonly from: LocalDate; readonly to: LocalDate; readonly days: number },
): MeasureCard {
  const words = measureWords[name]
  const share = shareOf(counted.map(one => one.met))
  const percent = percentOf(share)
  const weeks: MeasureCard['weeks'][number][] = []
  for (let week = weekOf(period.from); week <= period.to; week = plusDays(week, 7)) {
    const own = shareOf(counted.filter(one => weekOf(one.day) === week).map(one => one.met))
    weeks.push({ label: longDate(week), share: own, percent: percentOf(own) })
  }
  const link = (part: 'met' | 'not') => `/court/measures/${name}?days=${period.days}&part=${part}`
  return {
    name,
    title: words.title,
    about: words.about,
    share,
    percent: percent === null ? 'Nothing to measure' : `${percent}%`,
    metText: `${share.met} ${words.met}`,
    notText: `${share.of - share.met} ${words.not}`,
    metHref: link('met'),
    notHref: link('not'),
    weeks,
  }
}

export type MeasuredRow = {
  readonly href: string | null
  readonly name: string
  readonly day: string
  readonly court: string
}

export function measuredRow(fact: CountedFact, courtNames: ReadonlyMap<string, string>): MeasuredRow {
  const { personId, appearanceId, courtCode } = fact
  const list = courtCode ? caseListPath(courtCode, fact.day) : null
  return {
    href: personId && appearanceId ? defendantPath(personId, appearanceId) : list,
    name: fact.name || 'Name not known',
    day: longDate(fact.day),
    court: courtCode ? (courtNames.get(courtCode) ?? courtCode) : '',
  }
}

export function isMeasure(text: string | undefined): text is MeasureName {
  return measureNames.some(name => name === text)
}
