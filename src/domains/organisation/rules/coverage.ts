import { daysBetween, type LocalDate } from '../../../platform/calendar/index.ts'
import type { CatalogueEntry, DeliveredOption, Pathway } from '../delivery.ts'
import { catalogueStaleWeeks, longWaitWeeks } from '../parameters/catalogue-checks.ts'

export type CheckState = 'confirmed' | 'not-confirmed-lately' | 'never-confirmed'

/** Has somebody confirmed the entry lately? A day is stale once the weeks of the parameter have passed. */
export function checkState(checkedOn: LocalDate | null, asAt: LocalDate): CheckState {
  if (checkedOn === null) return 'never-confirmed'
  const days = daysBetween(checkedOn, asAt)
  return days >= catalogueStaleWeeks.on(asAt).value * 7 ? 'not-confirmed-lately' : 'confirmed'
}

/** The entries that hold in a delivery unit: its own, and its region's for the options it says nothing of itself. */
export function entriesOfArea<Entry extends { readonly option: string; readonly areaCode: string }>(
  entries: readonly Entry[],
  areaCode: string,
): readonly Entry[] {
  const own = new Set(entries.filter(one => one.areaCode === areaCode).map(one => one.option))
  return entries.filter(one => one.areaCode === areaCode || !own.has(one.option))
}

/** 'runs', 'long-wait' and 'wait-not-known' are delivered; 'gap' is known not to be; 'not-known' is neither. */
export type CoverageState = 'runs' | 'long-wait' | 'wait-not-known' | 'gap' | 'not-known'

export type Coverage = {
  readonly state: CoverageState
  readonly waitWeeks: number | null
  readonly nextStartOn: LocalDate | null
  readonly check: CheckState | null
}

/** How well an option is covered by its deliveries in one area: by the one that runs with the shortest wait. */
export function coverageOf(entries: readonly DeliveredOption[], asAt: LocalDate): Coverage {
  const running = [...entries.filter(one => one.runs === true)].sort(
    (one, other) => (one.waitWeeks ?? Number.MAX_SAFE_INTEGER) - (other.waitWeeks ?? Number.MAX_SAFE_INTEGER),
  )
  const [best] = running
  if (best) {
    const { waitWeeks, nextStartOn } = best
    const long = waitWeeks !== null && waitWeeks >= longWaitWeeks.on(asAt).value
    const state = waitWeeks === null ? 'wait-not-known' : long ? 'long-wait' : 'runs'
    return { state, waitWeeks, nextStartOn, check: checkState(best.checkedOn, asAt) }
  }
  const [said] = entries
  const state = said && entries.every(one => one.runs === false) ? 'gap' : 'not-known'
  return { state, waitWeeks: null, nextStartOn: null, check: said ? checkState(said.checkedOn, asAt) : null }
}

/** Two rows of one delivery at different versions: the fields that changed, for its history. */
export function changedFields(before: CatalogueEntry, after: CatalogueEntry): readonly string[] {
  const fields = [
    'runs',
    'provider',
    'place',
    'nextStartOn',
    'waitWeeks',
    'hoursAWeek',
    'times',
    'activities',
    'note',
    'ended',
  ] as const
  return fields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

export type PathwayGap = 'no-pathway' | 'no-owner' | 'review-passed' | 'gap-named'

/** What is wanting in the pathways of one need in one area; nothing when it has one with an owner and no named gap. */
export function pathwayGaps(pathways: readonly Pathway[], asAt: LocalDate): readonly PathwayGap[] {
  if (pathways.length === 0) return ['no-pathway']
  const found: PathwayGap[] = []
  if (pathways.some(one => one.owner === null)) found.push('no-owner')
  if (pathways.some(one => one.reviewOn !== null && one.reviewOn < asAt)) found.push('review-passed')
  if (pathways.some(one => one.gap !== null)) found.push('gap-named')
  return found
}
