import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { Area, Pathway } from '../delivery.ts'
import { pathwayNeeds } from '../parameters/deliverable-options.ts'
import { type PathwayGap, pathwayGaps } from '../rules/coverage.ts'

export type PathwayRow = {
  readonly area: string
  readonly need: string
  readonly pathways: readonly {
    readonly href: string
    readonly name: string
    readonly owner: string
    readonly partner: string | null
    readonly howToRefer: string | null
    readonly review: string
    readonly gap: string | null
  }[]
  readonly gaps: readonly string[]
  readonly addHref: string
}

export type PathwaysModel = {
  readonly rows: readonly PathwayRow[]
  readonly withGaps: number
  readonly onlyGaps: boolean
}

export const gapWords: Readonly<Record<PathwayGap, string>> = {
  'no-pathway': 'No pathway',
  'no-owner': 'No owner',
  'review-passed': 'Review passed',
  'gap-named': 'Gap named',
}

/** The directory: each area and need with its pathways, or the gap there is. A region's pathway serves its units. */
export function pathwaysView(
  areas: readonly Area[],
  pathways: readonly Pathway[],
  asAt: LocalDate,
  onlyGaps: boolean,
): PathwaysModel {
  const units = areas.filter(one => one.kind === 'delivery-unit')
  const all = units.flatMap(unit =>
    pathwayNeeds.map(need => {
      const here = pathways.filter(
        one => one.need === need.code && (one.areaCode === unit.code || one.areaCode === unit.regionCode),
      )
      return pathwayRow(unit, need, here, asAt)
    }),
  )
  const withGaps = all.filter(one => one.gaps.length > 0)
  return { rows: onlyGaps ? withGaps : all, withGaps: withGaps.length, onlyGaps }
}

function pathwayRow(
  unit: Area,
  need: { readonly code: string; readonly name: string },
  here: readonly Pathway[],
  asAt: LocalDate,
): PathwayRow {
  return {
    area: unit.name,
    need: need.name,
    pathways: here.map(one => ({
      href: `/catalogue/pathway?pathway=${one.pathwayId}`,
      name: one.name,
      owner: one.owner ?? 'No owner',
      partner: one.partner,
      howToRefer: one.howToRefer,
      review: one.reviewOn ? `Review ${longDate(one.reviewOn)}` : 'No review day',
      gap: one.gap,
    })),
    gaps: pathwayGaps(here, asAt).map(gap => gapWords[gap]),
    addHref: `/catalogue/pathway?area=${encodeURIComponent(unit.code)}&need=${need.code}`,
  }
}
