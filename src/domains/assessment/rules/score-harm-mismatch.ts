import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { Band } from '../model.ts'
import { harmMismatch } from '../parameters/harm-rules.ts'
import type { HarmLevel } from '../questions/question.ts'

/** 'score-above' the level or 'level-above' the score: a written reason (SUM8) is asked for. 'not-known': one of them is
 *  not there, so nothing can be compared. */
export type MismatchOutcome = 'none' | 'score-above' | 'level-above' | 'not-known'

/** Whether the combined predictor (CSRP, second generation) and the overall level are so far apart that a reason must be
 *  written. Neither is ever derived from the other. Source: assessment-and-plan.md section 4.2. */
export function scoreHarmMismatch(
  band: Band | null,
  overall: HarmLevel | null,
  asAt: LocalDate,
): Decision<MismatchOutcome> {
  const rule = harmMismatch.on(asAt)
  if (band === null || overall === null || band === 'not-applicable') return decided('not-known', [rule])
  const { scoreAbove, levelAbove } = rule.value
  const why = reason('predictor-and-level', { band, generation: 2, level: overall })
  if (scoreAbove.bands.includes(band) && scoreAbove.levels.includes(overall)) return decided('score-above', [rule], why)
  if (levelAbove.bands.includes(band) && levelAbove.levels.includes(overall)) return decided('level-above', [rule], why)
  return decided('none', [rule], why)
}
