import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided } from '../../../platform/rules/index.ts'
import { hoursPerReport } from '../parameters/report-time.ts'
import type { ReportDepth } from '../request-model.ts'
import type { RequestState } from './request-state.ts'

export type WorkToDo = {
  readonly depth: ReportDepth | null
  readonly suggestedDepth: ReportDepth | null
  readonly state: RequestState
  readonly writer: { readonly username: string; readonly name: string } | null
}

export type WriterLoad = {
  readonly username: string
  readonly name: string
  /** Null where nobody has set the hours: not known, not none. */
  readonly hoursAWeek: number | null
  readonly reports: number
  readonly hoursNeeded: number
}

export type TeamCapacity = {
  readonly writers: readonly WriterLoad[]
  readonly unallocated: { readonly reports: number; readonly hoursNeeded: number }
  /** Null while nobody’s hours are set. */
  readonly hoursAWeek: number | null
  readonly hoursNeeded: number
  /** Reports whose depth is neither decided nor suggested: their hours are not in the sums. */
  readonly notEstimated: number
}

/** Hours the open reports still take against the hours a week there are for them. A signed report takes no more. */
export function teamCapacity(
  work: readonly WorkToDo[],
  hours: readonly { readonly username: string; readonly name: string; readonly hoursAWeek: number }[],
  today: LocalDate,
): Decision<TeamCapacity> {
  const perReport = hoursPerReport.on(today)
  const depthOf = (one: WorkToDo) => one.depth ?? one.suggestedDepth
  const needed = (one: WorkToDo) => {
    const depth = depthOf(one)
    return one.state === 'SIGNED' || depth === null ? 0 : perReport.value[depth]
  }
  const sum = (some: readonly WorkToDo[]) => some.reduce((total, one) => total + needed(one), 0)
  const names = new Map(hours.map(one => [one.username, one.name]))
  for (const { writer } of work) if (writer) names.set(writer.username, writer.name)
  const writers = [...names].map(([username, name]): WriterLoad => {
    const own = work.filter(one => one.writer?.username === username)
    const known = hours.find(one => one.username === username)
    return { username, name, hoursAWeek: known?.hoursAWeek ?? null, reports: own.length, hoursNeeded: sum(own) }
  })
  const free = work.filter(one => one.writer === null)
  const capacity: TeamCapacity = {
    writers: writers.sort((a, b) => (a.name < b.name ? -1 : 1)),
    unallocated: { reports: free.length, hoursNeeded: sum(free) },
    hoursAWeek: hours.length === 0 ? null : hours.reduce((total, one) => total + one.hoursAWeek, 0),
    hoursNeeded: sum(work),
    notEstimated: work.filter(one => depthOf(one) === null).length,
  }
  return decided(capacity, [perReport])
}
