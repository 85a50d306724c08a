import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { PackageRequirement, ProposalOption } from '../model.ts'
import { curfewAsProposed } from '../parameters/package-ranking.ts'
import type { SentenceFrame } from '../parameters/sentence-frame.ts'
import { everyNight } from './weekly-time.ts'

/** A requirement in the frame's amount: the least when others stand beside it, the middle when it stands alone.
 *  Undefined for an offer, which is never required. */
export function requirementAsProposed(
  option: ProposalOption,
  frame: SentenceFrame | null,
  alone: boolean,
  sentencedOn: LocalDate,
): PackageRequirement | undefined {
  if (!option.requirement) return undefined
  const range = frame?.amounts[option.requirement]
  const length = range ? { amount: alone ? middle(range) : range.least, unit: range.unit } : null
  const curfew = option.requirement === 'curfew' ? nights(sentencedOn) : null
  return { option: option.id, kind: option.requirement, length, curfew }
}

/** The middle of a range, in whole units. */
export function middle({ least, most }: { readonly least: number; readonly most: number }): number {
  return Math.round((least + most) / 2)
}

function nights(sentencedOn: LocalDate): PackageRequirement['curfew'] {
  const { from, to } = curfewAsProposed.on(sentencedOn).value
  return { hoursADay: (24 * 60 - from + to) / 60, times: everyNight(from, to) }
}
