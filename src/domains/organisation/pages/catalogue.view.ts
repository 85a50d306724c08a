import type { LocalDate } from '../../../platform/calendar/index.ts'
import { weeklyTimesText } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import type { Area, CatalogueEntry } from '../delivery.ts'
import { deliverableGroups, deliverableOptions } from '../parameters/deliverable-options.ts'
import { checkState, entriesOfArea } from '../rules/coverage.ts'

export type Tagged = { readonly text: string; readonly colour: 'green' | 'yellow' | 'red' | 'grey' | 'blue' }

export type EntryRow = {
  readonly href: string | null
  readonly name: string
  readonly regional: boolean
  readonly runs: Tagged
  readonly by: readonly string[]
  readonly when: readonly string[]
  readonly activities: readonly string[]
  readonly checked: string
  readonly assumption: boolean
}

export type CatalogueModel = {
  readonly areas: readonly Area[]
  readonly area: Area | null
  readonly groups: readonly { readonly heading: string; readonly rows: readonly EntryRow[] }[]
  readonly notKnown: number
  readonly stale: number
}

/** Everything a catalogue says of an area; an option without an entry has a row that says it is not known. */
export function catalogueView(
  areas: readonly Area[],
  area: Area | null,
  entries: readonly CatalogueEntry[],
  asAt: LocalDate,
): CatalogueModel {
  const held = area ? entriesOfArea(entries, area.code) : []
  const rows = (code: string, name: string): readonly EntryRow[] => {
    const of = held.filter(one => one.option === code)
    if (of.length > 0) return of.map(one => entryRow(one, name, area!, asAt))
    const href = `/catalogue/entry?area=${encodeURIComponent(area!.code)}&option=${encodeURIComponent(code)}`
    return [{ ...notListed(name), href }]
  }
  const groups = Object.entries(deliverableGroups).map(([group, heading]) => ({
    heading,
    rows: area ? deliverableOptions.filter(one => one.group === group).flatMap(one => rows(one.code, one.name)) : [],
  }))
  return {
    areas,
    area,
    groups,
    notKnown: deliverableOptions.filter(one => !held.some(entry => entry.option === one.code)).length,
    stale: held.filter(one => checkState(one.checkedOn, asAt) !== 'confirmed').length,
  }
}

function notListed(name: string): Omit<EntryRow, 'href'> {
  return {
    name,
    regional: false,
    runs: { text: 'Not known', colour: 'grey' },
    by: [],
    when: [],
    activities: [],
    checked: 'Nobody has said',
    assumption: false,
  }
}

/** One entry in the words of the page. */
export function entryRow(entry: CatalogueEntry, name: string, area: Area, asAt: LocalDate): EntryRow {
  const check = checkState(entry.checkedOn, asAt)
  const here = entry.areaCode === area.code
  return {
    href: `/catalogue/entry?delivery=${entry.deliveryId}`,
    name,
    regional: !here,
    runs: runsWords(entry.runs),
    by: [entry.provider, entry.place].filter(one => one !== null),
    when: entry.runs === false ? [] : whenWords(entry),
    activities: entry.activities.map(one => `${one.name} (${one.provider}): ${one.qualityStandard}`),
    checked: entry.checkedOn
      ? `${longDate(entry.checkedOn)}${entry.checkedByName ? `, ${entry.checkedByName}` : ''}`
      : 'Never',
    assumption: check !== 'confirmed',
  }
}

export function runsWords(runs: boolean | null): Tagged {
  if (runs === null) return { text: 'Not known', colour: 'grey' }
  return runs ? { text: 'Runs here', colour: 'green' } : { text: 'Not here', colour: 'red' }
}

function whenWords(entry: CatalogueEntry): readonly string[] {
  return [
    entry.nextStartOn ? `Starts ${longDate(entry.nextStartOn)}` : 'Next start not known',
    entry.waitWeeks === null ? 'Wait not known' : entry.waitWeeks === 0 ? 'No wait' : waited(entry.waitWeeks),
    ...hoursWords(entry.hoursAWeek),
    entry.times === null
      ? 'Times not known'
      : entry.times.length === 0
        ? 'At any time'
        : weeklyTimesText(entry.times).join(', '),
  ]
}

/** What is worn or fitted takes no hours, and says nothing of them. */
function hoursWords(hours: number | null): readonly string[] {
  if (hours === 0) return []
  return [hours === null ? 'Hours a week not known' : `${plural(hours, 'hour')} a week`]
}

/** 'Wait of 3 weeks'. */
export function waited(weeks: number): string {
  return `Wait of ${plural(weeks, 'week')}`
}
