import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { GenerationTwoFacts } from '../model.ts'
import { blindRescoring } from '../parameters/score-quality.ts'
import { bandMoves } from './band-moves.ts'
import { generationTwoScores } from './generation-two.ts'

/** Is this score drawn for blind re-scoring? The draw follows from the score's id and the round, so that it can be
 *  repeated and nobody can choose whom it falls on. */
export function isDrawnForRescoring(scoreId: string, round: string, asAt: LocalDate): boolean {
  const digest = createHash('sha256').update(`${round} ${scoreId}`).digest()
  return (digest.readUInt32BE(0) / 2 ** 32) * 100 < blindRescoring.on(asAt).value.percentOfScores
}

/** One score entered twice, the second time without sight of the first. */
export type EnteredTwice = { readonly first: GenerationTwoFacts; readonly second: GenerationTwoFacts }

export type Agreement = {
  readonly pairs: number
  readonly sameBands: number
  /** Per cent of pairs whose bands all agree; null without pairs. */
  readonly percent: number | null
  /** How often each input differed, most often first. */
  readonly differing: readonly { readonly input: string; readonly times: number }[]
}

/** How well a team's scores agree with a blind second entry, and whether that meets the target. */
export function rescoreAgreement(
  pairs: readonly EnteredTwice[],
  asAt: LocalDate,
): Decision<{ readonly verdict: 'no-pairs' | 'meets-target' | 'below-target'; readonly agreement: Agreement }> {
  const target = blindRescoring.on(asAt)
  const times = new Map<string, number>()
  let sameBands = 0
  for (const { first, second } of pairs) {
    if (bandMoves(generationTwoScores(first), generationTwoScores(second)).length === 0) sameBands++
    for (const input of differingInputs(first, second)) times.set(input, (times.get(input) ?? 0) + 1)
  }
  const percent = pairs.length === 0 ? null : (sameBands / pairs.length) * 100
  const differing = [...times].map(([input, count]) => ({ input, times: count })).sort((a, b) => b.times - a.times)
  const agreement = { pairs: pairs.length, sameBands, percent, differing }
  if (percent === null) return decided({ verdict: 'no-pairs', agreement }, [target], reason('no-pairs'))
  const verdict = percent >= target.value.targetPercent ? 'meets-target' : 'below-target'
  return decided({ verdict, agreement }, [target], reason(verdict, { percent, target: target.value.targetPercent }))
}

function differingInputs(first: GenerationTwoFacts, second: GenerationTwoFacts): readonly string[] {
  const [a, b] = [flattened(first), flattened(second)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(key => a[key] !== b[key])
}

function flattened({ answers, drugs, previous, sexual, ...rest }: GenerationTwoFacts): {
  readonly [input: string]: unknown
} {
  const prefixed = (name: string, values: object) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]))
  return {
    ...rest,
    ...answers,
    drugs: [...drugs].sort().join(' '),
    ...prefixed('previous', previous),
    ...prefixed('sexual', sexual),
  }
}
