import type { NeedArea } from '../../assessment/index.ts'
import { requirementType } from '../../sentence/index.ts'
import type { Need, OptionVerdict, PackageRequirement, ScoreLine } from '../model.ts'
import type { RankingWeights } from '../parameters/package-ranking.ts'
import type { SentenceFrame } from '../parameters/sentence-frame.ts'
import { middle } from './requirement-as-proposed.ts'

/** A requirement with the verdict on its option. */
export type Piece = { readonly verdict: OptionVerdict; readonly requirement: PackageRequirement }

/** True for a need, and for an area linked to harm though it is not one. */
export function counts({ severity, harmLinked }: Need): boolean {
  return harmLinked || (severity !== null && severity !== 'none')
}

/** The areas a package meets, of the needs that count. */
export function coveredNeeds(pieces: readonly Piece[], needs: readonly Need[]): readonly Need[] {
  const met = new Set<NeedArea>(pieces.flatMap(({ verdict }) => verdict.option.meets))
  return needs.filter(need => counts(need) && met.has(need.area)).sort((a, b) => (a.area < b.area ? -1 : 1))
}

/** The arithmetic of a package, line by line: needs covered, less burden over the middle of the band, less weeks
 *  waited. A need counts once however many requirements meet it. */
export function scoreLines(
  pieces: readonly Piece[],
  needs: readonly Need[],
  frame: SentenceFrame,
  burdenAtMidpoint: number,
  weights: RankingWeights,
): readonly ScoreLine[] {
  const lines: ScoreLine[] = coveredNeeds(pieces, needs).flatMap(need => {
    const severity = need.severity === 'severe' || need.severity === 'standard' ? weights.need[need.severity] : 0
    return [
      { code: 'need-covered', subject: need.area, value: severity },
      { code: 'harm-linked', subject: need.area, value: need.harmLinked ? weights.harmLinked : 0 },
      { code: 'reoffending-linked', subject: need.area, value: need.reoffendingLinked ? weights.reoffendingLinked : 0 },
    ]
  })
  const burden = pieces.reduce((sum, { requirement }) => sum + burdenOf(requirement, frame, weights), 0)
  lines.push({
    code: 'burden-over-midpoint',
    subject: `${rounded(burden)} of ${burdenAtMidpoint}`,
    value: -rounded(Math.max(0, burden - burdenAtMidpoint)),
  })
  const weeks = Math.max(0, ...pieces.map(({ verdict }) => verdict.delivery?.waitWeeks ?? 0))
  lines.push({ code: 'waiting-weeks', subject: String(weeks), value: -rounded(weeks * weights.waitingWeek) })
  return lines.filter(line => line.value !== 0)
}

/** The sum of the lines, to two decimals. */
export function totalOf(lines: readonly ScoreLine[]): number {
  return rounded(lines.reduce((sum, line) => sum + line.value, 0))
}

function burdenOf({ kind, length }: PackageRequirement, frame: SentenceFrame, { burden }: RankingWeights): number {
  const full = requirementType(kind).punitive ? burden.punitive : burden.other
  const range = frame.amounts[kind]
  return range && length ? (full * length.amount) / middle(range) : full
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
