import { type LocalDate, plusDays, weekday } from '../../../platform/calendar/index.ts'
import { clockTime, longDate, plural } from '../../../platform/words/index.ts'
import type { DayCount, ListEntry, ListPlace } from '../queries/case-list.ts'
import { type CaseBadge, caseBadges } from '../rules/case-badges.ts'
import { outcomeTypes } from '../rules/outcome-state.ts'
import {
  badgeWords,
  outcomeStateWords,
  preparationWords,
  probationStatusText,
  removedWords,
  sessionWords,
  wordsFor,
} from '../words.ts'
import { defendantPath } from './addresses.ts'
import { chosenTags, filterFields } from './case-list-choices.ts'
import { filterQuery, type ListFilterName, type ListFilters, listFilterNames } from './list-filters.ts'
import { bornWords, rooms, roomWords } from './listing-words.ts'
import { nextAction } from './next-action.ts'

export const listTabs = ['to-add', 'added', 'not-required', 'recent', 'all', 'removed'] as const
export type ListTab = (typeof listTabs)[number]

const tabWords: Readonly<Record<ListTab, string>> = {
  'to-add': 'Outcome still to be added',
  added: 'Outcome added',
  'not-required': 'Outcome not required',
  recent: 'Recently added',
  all: 'All cases',
  removed: 'Removed cases',
}

export type CaseListFacts = {
  readonly court: { readonly code: string; readonly name: string }
  readonly day: LocalDate
  readonly today: LocalDate
  readonly window: { readonly from: LocalDate; readonly to: LocalDate }
  readonly days: readonly DayCount[]
  readonly places: readonly ListPlace[]
  readonly filters: ListFilters
  readonly tab: ListTab
  readonly search: string
  readonly page: number
  readonly pageSize: number
}

export type CaseRow = {
  readonly key: string
  readonly personId: string
  readonly appearanceId: string
  readonly name: string
  readonly href: string | null
  readonly limited: boolean
  readonly organisation: boolean
  readonly crn: string
  readonly born: string | null
  readonly offences: readonly string[]
  readonly moreOffences: number
  readonly applications: string | null
  readonly listing: string
  readonly status: { readonly text: string; readonly more: string | null } | null
  readonly badges: readonly { readonly short: string; readonly long: string; readonly look: CaseBadge }[]
  readonly preparation: string | null
  readonly outcome: string | null
  readonly nextHearing: boolean
  readonly removedBecause: string | null
  readonly action: { readonly text: string; readonly href: string } | null
}

export type CaseListModel = {
  readonly court: { readonly code: string; readonly name: string }
  readonly day: LocalDate
  readonly heading: string
  readonly path: string
  readonly days: readonly {
    readonly href: string
    readonly text: string
    readonly cases: number
    readonly current: boolean
  }[]
  readonly earlier: CaseListModel['days']
  readonly tabs: readonly {
    readonly text: string
    readonly count: number
    readonly href: string
    readonly active: boolean
  }[]
  readonly tab: ListTab
  readonly filterFields: readonly {
    readonly name: ListFilterName
    readonly legend: string
    readonly items: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  }[]
  readonly chosen: readonly {
    readonly heading: string
    readonly items: readonly { readonly text: string; readonly href: string }[]
  }[]
  readonly clearHref: string
  readonly search: string
  readonly summary: string
  readonly hidden: string | null
  readonly groups: readonly { readonly heading: string; readonly rows: readonly CaseRow[] }[]
  readonly empty: string | null
  readonly shownPeople: readonly string[]
  readonly pages: { readonly current: number; readonly count: number; readonly from: number; readonly to: number }
  readonly total: number
  pageHref(page: number): string
}

/** The list of one court and day as the screen shows it. Pure: places and choices in, words and links out. */
export function caseListView(facts: CaseListFacts): CaseListModel {
  const { court, day, today, filters, tab, search, places } = facts
  const path = `/courts/${court.code}/${day}`
  const passing = places.filter(place => passes(place, facts))
  const inTab = passing.filter(place => belongs(place, tab, today)).sort(byRoomTimeSurname)
  const count = Math.max(1, Math.ceil(inTab.length / facts.pageSize))
  const current = Math.min(Math.max(1, facts.page), count)
  const start = (current - 1) * facts.pageSize
  const shown = inTab.slice(start, start + facts.pageSize)
  const hidden = inTab.filter(place => !place.entry).length
  const chosen = chosenTags(facts, path)
  const keep = { q: search || undefined, tab }
  return {
    court,
    day,
    heading: `${court.name}: ${weekday(day)} ${longDate(day)}`,
    path,
    ...dayLinks(facts),
    tabs: listTabs.map(one => ({
      text: tabWords[one],
      count: passing.filter(place => belongs(place, one, today)).length,
      href: `${path}${filterQuery(filters, { tab: one, q: search || undefined })}`,
      active: one === tab,
    })),
    tab,
    filterFields: filterFields(facts),
    chosen,
    clearHref: `${path}?f=1&remember=1&tab=${tab}`,
    search,
    summary: search
      ? `${plural(inTab.length, 'result')} for '${search}'`
      : `${plural(inTab.length, 'case')}${chosen.length > 0 ? ' with these filters' : ''}`,
    hidden: hiddenWords(hidden),
    groups: groupsOf(shown, facts),
    empty: inTab.length === 0 ? emptyWords(facts, chosen.length > 0) : null,
    shownPeople: shown.filter(place => place.entry).map(place => place.personId),
    pages: { current, count, from: inTab.length === 0 ? 0 : start + 1, to: start + shown.length },
    total: inTab.length,
    pageHref: page => `${path}${filterQuery(filters, { ...keep, page })}`,
  }
}

function hiddenWords(hidden: number): string | null {
  if (hidden === 0) return null
  return `${hidden} of them ${hidden === 1 ? 'is' : 'are'} limited access: you see a CRN only, and search and filters other than courtroom and session leave them out.`
}

function emptyWords({ places, day, search }: CaseListFacts, filtered: boolean): string {
  if (search) return `0 results for '${search}' in this part of the list. Check the spelling, or look in another tab.`
  if (filtered) return 'No case in this part of the list has all of these choices.'
  if (places.length === 0) {
    return `The court has sent no list for ${longDate(day)}. Lists come up to three days ahead; hearings listed by Common Platform come earlier.`
  }
  return 'No case is in this part of the list.'
}

function belongs(place: ListPlace, tab: ListTab, today: LocalDate): boolean {
  if (tab === 'removed') return place.removed
  if (place.removed) return false
  if (tab === 'all') return true
  const { entry } = place
  // Whether the court added an outcome for somebody the viewer may not see is not theirs to know.
  if (!entry) return tab === 'to-add'
  if (tab === 'recent') return entry.firstSeenOn === today
  if (tab === 'added') return entry.outcomeState !== null
  if (tab === 'not-required') return entry.outcomeState === null && entry.outcomeNotRequired
  return entry.outcomeState === null && !entry.outcomeNotRequired
}

function passes(place: ListPlace, { filters, search, today }: CaseListFacts): boolean {
  if (!oneOf(filters.room, place.room) || !oneOf(filters.session, place.session ?? '')) return false
  const { entry } = place
  if (!entry) {
    return (
      search === '' && listFilterNames.every(name => ['room', 'session'].includes(name) || filters[name].length === 0)
    )
  }
  return (
    hasStatus(entry, filters.status) &&
    oneOf(filters.source, entry.source) &&
    oneOf(filters.preparation, entry.preparation) &&
    oneOf(filters.outcome, entry.outcomeState ?? '') &&
    filters.flag.every(flag => (flag === 'breach' ? isBreach(entry) : entry.firstSeenOn === today)) &&
    found(place, entry, search)
  )
}

function oneOf(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value)
}

function hasStatus(entry: ListEntry, chosen: readonly string[]): boolean {
  if (chosen.length === 0) return true
  const own = entry.probationStatus.endsWith('NO_RECORD') ? 'NO_RECORD' : entry.probationStatus
  return chosen.includes(own) || (chosen.includes('POSSIBLE') && entry.possible)
}

/** The record is in breach, or the court lists the case as one. */
function isBreach(entry: ListEntry): boolean {
  return entry.breach || entry.applicationKinds.includes('breach')
}

/** Every word typed stands somewhere in the name, CRN, URN, case number or an offence. */
function found(place: ListPlace, entry: ListEntry, search: string): boolean {
  if (search === '') return true
  const texts = [entry.name, place.crn, entry.urn, entry.caseNo, ...entry.offences.map(one => one.title)]
  const text = plain(texts.filter(Boolean).join(' '))
  return plain(search)
    .split(' ')
    .every(word => text.includes(word))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’',]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

function byRoomTimeSurname(left: ListPlace, right: ListPlace): number {
  return (
    rooms.compare(left.room, right.room) ||
    compare(left.startsAt, right.startsAt) ||
    compare(left.entry?.surnameKey ?? '\uffff', right.entry?.surnameKey ?? '\uffff') ||
    compare(left.entry?.name ?? left.crn ?? '', right.entry?.name ?? right.crn ?? '') ||
    compare(left.id, right.id)
  )
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1
}

/** Rows stay in the order room, time, surname; a heading stands where courtroom or session changes. */
function groupsOf(shown: readonly ListPlace[], facts: CaseListFacts): CaseListModel['groups'] {
  const groups: { heading: string; rows: CaseRow[] }[] = []
  for (const place of shown) {
    const heading = [roomWords(place.room), place.session ? wordsFor(sessionWords, place.session).toLowerCase() : null]
      .filter(Boolean)
      .join(', ')
    const last = groups.at(-1)
    const row = caseRow(place, facts)
    if (last?.heading === heading) last.rows.push(row)
    else groups.push({ heading, rows: [row] })
  }
  return groups
}

function caseRow(place: ListPlace, facts: CaseListFacts): CaseRow {
  const { entry, id, personId, appearanceId } = place
  const listing = [timeWords(place.startsAt), place.listNo ? `list no ${place.listNo}` : null]
    .filter(Boolean)
    .join(', ')
  if (!entry) {
    return {
      key: id,
      personId,
      appearanceId,
      listing,
      href: null,
      limited: true,
      organisation: false,
      name: place.crn ?? 'No CRN',
      crn: 'Limited access',
      born: null,
      offences: [],
      moreOffences: 0,
      applications: null,
      status: null,
      badges: [],
      preparation: null,
      outcome: null,
      nextHearing: false,
      removedBecause: null,
      action: null,
    }
  }
  const href = defendantPath(personId, appearanceId)
  const badges = caseBadges({
    possible: entry.possible,
    awaitingReport: entry.awaitingReport,
    breach: isBreach(entry),
    suspendedSentence: entry.suspendedSentence,
    seriousFurther: entry.seriousFurther,
  })
  const organisation = entry.defendantType === 'ORGANISATION'
  const titles = entry.offences.map(one => one.title ?? one.code ?? 'Offence without a title')
  return {
    key: id,
    personId,
    appearanceId,
    listing,
    href,
    limited: false,
    organisation,
    name: entry.name || 'Name not known',
    crn: organisation ? 'Organisation' : (place.crn ?? 'No record'),
    born: organisation ? null : bornWords(entry.dateOfBirth, facts.today),
    offences: titles.slice(0, 2),
    moreOffences: Math.max(0, titles.length - 2),
    applications: applicationWords(entry.applicationKinds),
    status: organisation ? null : probationStatusText(entry.probationStatus, entry.endedOn),
    badges: badges.map(badge => ({ ...badgeWords[badge], look: badge })),
    preparation: wordsFor(preparationWords, entry.preparation),
    outcome: outcomeWords(entry),
    nextHearing: entry.nextHearing,
    removedBecause: place.removed ? wordsFor(removedWords, entry.removedBecause ?? 'removed') : null,
    action: nextAction(place, entry, facts, href),
  }
}

function outcomeWords(entry: ListEntry): string | null {
  if (entry.outcomeState === null) return entry.outcomeNotRequired ? 'Outcome not required' : null
  const types = entry.outcomeTypes.map(type => wordsFor(outcomeTypes, type)).join(' and ')
  return `${types || 'Outcome'}: ${wordsFor(outcomeStateWords, entry.outcomeState).toLowerCase()}`
}

function applicationWords(kinds: readonly string[]): string | null {
  const words: Readonly<Record<string, string>> = {
    breach: 'Breach of order',
    review: 'Review of order',
    other: 'Application',
  }
  return kinds.length === 0 ? null : kinds.map(kind => wordsFor(words, kind)).join(', ')
}

function timeWords(startsAt: string): string {
  return startsAt === '00:00' ? 'Time not given' : clockTime(startsAt as `${number}:${number}`)
}

function dayLinks({ court, day, today, window, days }: CaseListFacts): Pick<CaseListModel, 'days' | 'earlier'> {
  const casesOn = new Map(days.map(one => [one.day, one.cases]))
  const link = (one: LocalDate) => ({
    href: `/courts/${court.code}/${one}`,
    text: one === today ? 'Today' : `${weekday(one).slice(0, 3)} ${longDate(one).replace(/ \d{4}$/, '')}`,
    cases: casesOn.get(one) ?? 0,
    current: one === day,
  })
  // Every day of the window that has a list, today, and the day shown: others hold nothing to open.
  const wanted = (one: LocalDate) => casesOn.has(one) || one === today || one === day
  const ahead: LocalDate[] = []
  const past: LocalDate[] = []
  for (let one = window.from; one <= window.to; one = plusDays(one, 1)) {
    if (wanted(one)) (one < today ? past : ahead).push(one)
  }
  return { days: ahead.map(link), earlier: past.map(link) }
}
