import type { Context } from '../../../platform/context/index.ts'
import { flagsOnRecord, registerFlag, reviewFlag } from '../../person/index.ts'
import type { HarmLevel } from '../questions/question.ts'
import { flagOfLevel } from '../rules/harm-flags.ts'
import type { SignedDetail } from '../rules/signing-round.ts'
import type { InHand } from './act-on-assessment.ts'

/** What follows when all have signed: the overall level of risk of serious harm becomes the person's flag, so that every
 *  page shows it; a flag of the same level is noted as reviewed. Without a full analysis there is no level and nothing
 *  follows: the flag that stands is left alone. Announces `assessment-completed`. */
export async function completeAssessment(
  ctx: Context,
  { assessment, group, flags }: InHand,
  { harm }: SignedDetail,
): Promise<void> {
  const { personId, id: assessmentId, layer, purpose } = assessment
  if (harm !== null) await registerLevel(ctx, personId, group, harm)
  const body = { personId, assessmentId, layer, purpose, harm }
  await ctx.announce({ type: 'assessment-completed', personId, body }, flags)
}

const notes = 'From the signed assessment'

async function registerLevel(ctx: Context, personId: string, group: readonly string[], harm: HarmLevel): Promise<void> {
  const typeCode = flagOfLevel[harm]
  const open = (await flagsOnRecord(ctx.tx, group)).find(flag => flag.endedOn === null && flag.typeCode === typeCode)
  const done = open
    ? await reviewFlag(ctx, { personId: open.personId, id: open.id, nextReviewOn: null, notes, version: open.version })
    : await registerFlag(ctx, {
        ...{ personId, typeCode, category: null, level: null, startsOn: ctx.today, nextReviewOn: null, notes },
      })
  // The codes come from the table of flag types: a missing one is a fault of the installation, not of the signer.
  if (!done.ok) throw new Error(`The flag ${typeCode} could not be registered: ${done.problems[0]?.code}`)
}
