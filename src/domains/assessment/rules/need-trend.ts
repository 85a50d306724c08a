import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { NeedArea, NeedLevel } from '../questions/question.ts'

export type NeedThen = { readonly area: NeedArea; readonly level: NeedLevel | null; readonly signedOn: LocalDate }
export type Movement = 'better' | 'worse' | 'same' | 'not-known'

const rank: Readonly<Record<NeedLevel, number>> = { none: 0, standard: 1, severe: 2 }

/** How a need moved between two findings. Not known on either side is not known, never better. */
export function needMovement(before: NeedLevel | null, after: NeedLevel | null): Movement {
  if (before === null || after === null) return 'not-known'
  if (rank[after] === rank[before]) return 'same'
  return rank[after] < rank[before] ? 'better' : 'worse'
}

export type NeedCount = {
  readonly area: NeedArea
  readonly severe: number
  readonly standard: number
  readonly none: number
  readonly notKnown: number
}

/** How many people have each level of a need, by area; one finding for each person and area. */
export function countNeeds(areas: readonly NeedArea[], found: readonly NeedThen[]): readonly NeedCount[] {
  return areas.map(area => {
    const of = found.filter(one => one.area === area)
    const at = (level: NeedLevel | null) => of.filter(one => one.level === level).length
    return { area, severe: at('severe'), standard: at('standard'), none: at('none'), notKnown: at(null) }
  })
}
