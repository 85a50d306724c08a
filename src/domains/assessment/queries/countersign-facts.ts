import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { flagsOnRecord } from '../../person/index.ts'
import { codesOf } from '../questions/asked.ts'
import type { AnswerValues, HarmLevel } from '../questions/question.ts'
import { assessmentState, isComplete } from '../rules/assessment-state.ts'
import type { CountersignFacts } from '../rules/countersign-rule.ts'
import { signingRound } from '../rules/signing-round.ts'
import { type AssessmentOnRecord, assessmentsOf } from './assessments-of.ts'

const levelOfRank: readonly HarmLevel[] = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']

/** What the countersign rule asks of an assessment, from its answers, the flags on the record and the assessments signed
 *  before it. The level before is that of the flag on the record: whoever set it, every page has shown it. */
export async function countersignFacts(
  ctx: Context,
  group: readonly string[],
  {
    assessment,
    answers,
    harm,
    assessorRole,
  }: {
    readonly assessment: AssessmentOnRecord
    readonly answers: AnswerValues
    readonly harm: HarmLevel | null
    readonly assessorRole: string | null
  },
): Promise<CountersignFacts> {
  const flags = (await flagsOnRecord(ctx.tx, group)).filter(flag => flag.endedOn === null)
  const has = (...codes: string[]) => flags.some(flag => codes.includes(flag.typeCode))
  const said = (question: string, code: string) => codesOf(answers.get(question) ?? '').includes(code)
  const rank = flags.find(flag => flag.roshLevel !== null)?.roshLevel
  const earlier = (await assessmentsOf(ctx.tx, group)).filter(one => one.id !== assessment.id)
  const complete = earlier.filter(one => isComplete(assessmentState(one.acts)))
  const levels = [
    ...(said('RM1', 'YES') ? codesOf(answers.get('RM21') ?? '') : []),
    ...flags.filter(flag => flag.typeCode === 'MAPP').map(flag => flag.level ?? ''),
  ].map(level => Number(level.replace(/^M/, '')))
  const mappa = Math.max(0, ...levels.filter(level => level >= 1 && level <= 3))
  return {
    assessorRole,
    firstOfPeriod: !complete.some(one => one.periodId === assessment.periodId),
    harm,
    harmBefore: rank ? (levelOfRank[rank - 1] ?? null) : null,
    childAtRisk: said('R2.2', 'YES') || has('RCHD', 'RCPR'),
    mappaLevel: mappa === 0 ? null : (mappa as 1 | 2 | 3),
    terrorism: has('RTAO'),
    scoreOverridden: said('OPD.override', 'YES'),
    countersignedBefore: countersignedBefore(complete),
  }
}

/** The conditions of the newest assessment that was countersigned, and the day of its last countersignature. */
function countersignedBefore(complete: readonly AssessmentOnRecord[]): CountersignFacts['countersignedBefore'] {
  for (const { acts } of complete) {
    const last = acts.findLast(act => act.kind === 'countersigned')
    const round = signingRound(acts)
    if (!last || !round || round.countersignedBy.length === 0) continue
    return { on: londonDay(last.at), conditions: round.detail.reasons.map(reason => reason.code) }
  }
  return null
}
