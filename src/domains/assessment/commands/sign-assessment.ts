import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { signedContent } from '../queries/signed-content.ts'
import { type SigningCheck, signingCheck } from '../queries/signing-check.ts'
import type { AssessmentState } from '../rules/assessment-state.ts'
import { documentHash, documentText } from '../rules/signed-document.ts'
import type { SignedDetail } from '../rules/signing-round.ts'
import { softwareVersion } from '../software-version.ts'
import {
  type ActOn,
  anotherOpen,
  anotherOpenProblem,
  type InHand,
  mustBe,
  recordAct,
  release,
  takeInHand,
} from './act-on-assessment.ts'
import { completeAssessment } from './complete-assessment.ts'
import { enterQueue } from './countersign-queue.ts'
import { lockBundle } from './lock-bundle.ts'
import { scoreAssessment } from './score-assessment.ts'

/** `despiteWarnings`: the signer has read the warnings and signs all the same. */
export type SignAssessment = ActOn & { readonly despiteWarnings: boolean }

export type Signed = { readonly state: AssessmentState; readonly hash: string }

/** Signs an assessment: predictors are worked out once more, the document is written down with its hash, answers and
 *  plan are locked, and either the assessment is complete or it waits for its countersigner. Problems: whatever stands
 *  in the way (one problem each, by question), warnings not accepted, another assessment of the person open. Nothing is
 *  written then. Throws NotFound, NotAllowed, Conflict. Source: specification sections 5 and 5.2. */
export async function signAssessment(ctx: Context, input: SignAssessment): Promise<Result<Signed>> {
  ctx.may('assessment.sign', { people: [input.personId] })
  const inHand = await takeInHand(ctx, input)
  const { assessment, group } = inHand
  mustBe(inHand.state, ['OPEN', 'REJECTED', 'ROLLED_BACK'], 'signed')
  if (await anotherOpen(ctx, inHand)) return problems(anotherOpenProblem)
  const check = await signingCheck(ctx, group, assessment)
  if (check.blocking.length > 0) {
    return problems(...check.blocking.map(({ question, code, text }) => ({ field: question ?? 'sign', code, text })))
  }
  if (check.warnings.length > 0 && !input.despiteWarnings) {
    const text = 'Read the warnings and tick that you sign all the same'
    return problems({ field: 'despiteWarnings', code: 'warnings', text })
  }
  await scoreAssessment(ctx, { personId: assessment.personId, assessmentId: assessment.id })
  const text = documentText(await signedContent(ctx, inHand, check))
  const hash = documentHash(text)
  await lockBundle(ctx, inHand)
  await keepDocument(ctx, inHand, check, { text, hash })
  const detail = signedDetail(check, hash)
  await recordAct(ctx, inHand, { kind: 'signed', role: check.assessorRole, detail })
  const wanted = detail.by[0]
  if (wanted) {
    await enterQueue(ctx, inHand, { by: ctx.viewer.username, byName: ctx.viewer.name, wanted })
    return ok({ state: detail.needed === 2 ? 'AWAITING_DOUBLE_COUNTERSIGN' : 'AWAITING_COUNTERSIGN', hash })
  }
  await release(ctx, inHand)
  await completeAssessment(ctx, inHand, detail)
  return ok({ state: 'SELF_SIGNED', hash })
}

function signedDetail({ countersign, levels, answers }: SigningCheck, hash: string): SignedDetail {
  const by = countersign.outcome
  return {
    needed: by.length as 0 | 1 | 2,
    by,
    reasons: countersign.reasons,
    harm: levels?.overall ?? null,
    hash,
    writtenBy: [...new Set([...answers.values()].map(answer => answer.answeredBy))].sort(),
  }
}

async function keepDocument(
  ctx: Context,
  { assessment, flags }: InHand,
  { assessorRole, scoreData }: SigningCheck,
  { text, hash }: { readonly text: string; readonly hash: string },
): Promise<void> {
  const number = 1 + assessment.acts.filter(act => act.kind === 'signed').length
  await ctx.tx.run(
    `INSERT INTO assessment.signed_version (person_id, id, assessment_id, number, document, hash, signed_at, signed_by,
       signed_by_name, signed_as, software, question_set, score_data, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      assessment.personId,
      newId(),
      assessment.id,
      number,
      text,
      hash,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      assessorRole,
      softwareVersion(),
      assessment.questionSet,
      scoreData,
      flags.excluded,
      flags.restricted,
    ],
  )
}
