import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { type AccessFlags, enquiriesOf } from '../../person/index.ts'
import { isAnswered } from '../questions/asked.ts'
import { questionSetVersion, sectionsFor } from '../questions/question-set.ts'
import { softwareVersion } from '../software-version.ts'
import type { AssessmentOnRecord } from './assessments-of.ts'
import { planOf } from './plan-of.ts'
import { riskActionsOf } from './risk-actions-of.ts'
import type { SigningCheck } from './signing-check.ts'

/** An answer as it was signed, with the question as it was asked. */
export type SignedAnswer = {
  readonly question: string
  readonly asked: string
  readonly wording: 'ours' | 'licensed'
  readonly value: string | readonly string[]
  /** The words of the choices. */
  readonly said: readonly string[]
  readonly source: string
  readonly carriedFrom: string | null
  readonly thirdParty: boolean
}

/** What is signed: the whole bundle, so that it can be read without the program that wrote it. */
export type SignedContent = {
  readonly assessment: Pick<
    AssessmentOnRecord,
    'id' | 'personId' | 'layer' | 'purpose' | 'periodId' | 'questionSet' | 'assessedOn' | 'openedAt' | 'openedByName'
  >
  readonly signed: {
    readonly at: string
    readonly on: string
    readonly by: string
    readonly byName: string
    readonly as: string | null
    readonly software: string
    readonly scoreData: string | null
  }
  readonly sections: readonly {
    readonly code: string
    readonly title: string
    readonly answers: readonly SignedAnswer[]
  }[]
  readonly levels: SigningCheck['levels']
  readonly scores: SigningCheck['scores']
  readonly plan: Awaited<ReturnType<typeof planOf>>
  readonly riskActions: Awaited<ReturnType<typeof riskActionsOf>>
  readonly enquiries: Awaited<ReturnType<typeof enquiriesOf>>
  readonly warnings: SigningCheck['warnings']
  readonly countersign: SigningCheck['countersign']
}

export async function signedContent(
  ctx: Context,
  {
    assessment,
    group,
  }: { readonly assessment: AssessmentOnRecord; readonly group: readonly string[]; readonly flags: AccessFlags },
  check: SigningCheck,
): Promise<SignedContent> {
  const set = questionSetVersion(assessment.questionSet)
  const sections = sectionsFor(set, assessment.layer).map(({ code, title, questions }) => ({
    ...{ code, title },
    answers: questions.flatMap((question): readonly SignedAnswer[] => {
      const answer = check.answers.get(question.code)
      if (!answer || !(isAnswered(answer.value) || answer.value === 'M')) return []
      const codes = typeof answer.value === 'string' ? [answer.value] : answer.value
      const said = codes.map(one => question.options.find(option => option.code === one)?.text ?? one)
      const { value, source, carriedFrom, thirdParty } = answer
      const { code: name, text: asked, wording } = question
      return [{ question: name, asked, wording, value, said, source, carriedFrom, thirdParty }]
    }),
  }))
  const { id, personId, layer, purpose, periodId, questionSet, assessedOn, openedAt, openedByName } = assessment
  return {
    assessment: { id, personId, layer, purpose, periodId, questionSet, assessedOn, openedAt, openedByName },
    signed: {
      ...{ at: ctx.now, on: londonDay(ctx.now), by: ctx.viewer.username, byName: ctx.viewer.name },
      ...{ as: check.assessorRole, software: softwareVersion(), scoreData: check.scoreData },
    },
    sections: sections.filter(section => section.answers.length > 0),
    levels: check.levels,
    scores: check.scores,
    plan: await planOf(ctx.tx, group),
    riskActions: await riskActionsOf(ctx.tx, group),
    enquiries: await enquiriesOf(ctx.tx, group),
    warnings: check.warnings,
    countersign: check.countersign,
  }
}
