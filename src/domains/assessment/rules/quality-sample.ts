import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import { qualitySampling } from '../parameters/quality-sampling.ts'

export type ToSample = {
  readonly assessmentId: string
  readonly teamCode: string | null
  readonly grade: string
  /** Codes of what the checks on scores found; one is enough. */
  readonly flags: readonly string[]
}

/** Is this assessment checked? One that the checks on its scores flagged always is. Otherwise the draw follows from the
 *  team, the grade and the assessment, so that it can be repeated and nobody can choose whom it falls on. */
export function drawnForQuality(facts: ToSample, asAt: LocalDate): Decision<'flagged' | 'sample' | 'not-drawn'> {
  const rule = qualitySampling.on(asAt)
  if (facts.flags.length > 0) return decided('flagged', [rule], ...facts.flags.map(code => reason(code)))
  const percent = rule.value.percentOf[facts.grade] ?? rule.value.others
  const seed = `quality ${facts.teamCode ?? ''} ${facts.grade} ${facts.assessmentId}`
  const place = (createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32) * 100
  return decided(place < percent ? 'sample' : 'not-drawn', [rule], reason('share', { percent }))
}
