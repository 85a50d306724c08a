import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import type { Area, CatalogueEntry } from '../delivery.ts'
import { deliverableOptions } from '../parameters/deliverable-options.ts'
import { type Coverage, type CoverageState, coverageOf, entriesOfArea } from '../rules/coverage.ts'
import type { Tagged } from './catalogue.view.ts'

export type CoverageCell = { readonly tag: Tagged; readonly more: string | null; readonly href: string }

export type CoverageModel = {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly CoverageCell[]
    /** '3 of 5 areas' */
    readonly covered: string
    readonly running: number
  }[]
  readonly gaps: number
  readonly longWaits: number
  readonly notKnown: number
  /** The longest wait known for any option of an area, in weeks; areas without a wait known are not among them. */
  readonly waits: readonly { readonly label: string; readonly value: number }[]
}

/** Treatment requirements and programmes by delivery unit: what runs, how long the wait, where the gaps are (R52). */
export function coverageView(
  areas: readonly Area[],
  entries: readonly CatalogueEntry[],
  asAt: LocalDate,
): CoverageModel {
  const units = areas.filter(one => one.kind === 'delivery-unit')
  const shown = deliverableOptions.filter(
    one => one.group === 'treatment' || one.group === 'programme' || one.code === 'alcohol-abstinence',
  )
  const states: CoverageState[] = []
  const longest = new Map<string, number>()
  const rows = shown.map(option => {
    const found = units.map(unit => {
      const here = entriesOfArea(
        entries.filter(one => one.areaCode === unit.code || one.areaCode === unit.regionCode),
        unit.code,
      )
      return coverageOf(
        here.filter(one => one.option === option.code),
        asAt,
      )
    })
    found.forEach(({ waitWeeks }, index) => {
      const { name } = units[index]!
      if (waitWeeks !== null) longest.set(name, Math.max(waitWeeks, longest.get(name) ?? 0))
    })
    states.push(...found.map(one => one.state))
    const running = found.filter(one => isDelivered(one.state)).length
    return {
      name: option.name,
      cells: found.map((one, index) => coverageCell(one, units[index]!.code)),
      running,
      covered: `${running} of ${plural(units.length, 'area')}`,
    }
  })
  const count = (state: CoverageState) => states.filter(one => one === state).length
  return {
    units: units.map(({ code, name }) => ({ code, name })),
    rows,
    gaps: count('gap'),
    longWaits: count('long-wait'),
    notKnown: count('not-known'),
    waits: [...longest].map(([label, value]) => ({ label, value })),
  }
}

const words: Readonly<Record<CoverageState, Tagged>> = {
  runs: { text: 'Runs', colour: 'green' },
  'long-wait': { text: 'Long wait', colour: 'yellow' },
  'wait-not-known': { text: 'Runs, wait not known', colour: 'blue' },
  gap: { text: 'Gap', colour: 'red' },
  'not-known': { text: 'Not known', colour: 'grey' },
}

function coverageCell({ state, waitWeeks, nextStartOn, check }: Coverage, areaCode: string): CoverageCell {
  const parts = [
    waitWeeks === null ? null : waitWeeks === 0 ? 'no wait' : plural(waitWeeks, 'week'),
    nextStartOn ? `starts ${longDate(nextStartOn)}` : null,
    check === null || check === 'confirmed' ? null : 'not confirmed lately',
  ].filter(part => part !== null)
  return {
    tag: words[state],
    more: parts.length > 0 ? parts.join(', ') : null,
    href: `/catalogue?area=${encodeURIComponent(areaCode)}`,
  }
}

function isDelivered(state: CoverageState): boolean {
  return state === 'runs' || state === 'long-wait' || state === 'wait-not-known'
}
