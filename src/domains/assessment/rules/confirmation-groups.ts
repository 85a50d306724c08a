import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import { dated } from '../../../platform/rules/index.ts'
import { isAnswered } from '../questions/asked.ts'
import type { AnswerValue, Layer, Question, QuestionSet } from '../questions/question.ts'
import { sectionsFor } from '../questions/question-set.ts'

/** At most so many actions may be needed to review a case in which nothing has changed: opening it, confirming each
 *  group, and signing. */
export const mostReviewActions = dated<{ readonly actions: number }>('assessment.most-review-actions', [
  {
    from: '2000-01-01',
    value: { actions: 15 },
    source: { kind: 'policy', cite: 'Throughline: reviewing an unchanged case takes at most fifteen actions' },
  },
])

/** The groups in which risk-critical answers are confirmed, in order, and what each is called. */
export const confirmationTitles: ReadonlyMap<string, string> = new Map([
  ['sexual-history', 'Sexual offending'],
  ['domestic-abuse', 'Domestic abuse'],
  ['drugs-ever', 'Drug misuse'],
  ['self-harm-ever', 'Self-harm'],
  ['serious-offences', 'Serious offences'],
  ['harmful-behaviour', 'Harmful behaviour'],
  ['children', 'Children'],
  ['risks-to-self', 'Risks to the person'],
  ['control-and-trust', 'Control and trust'],
  ['anything-else', 'Anything else, and the full analysis'],
  ['harm-summary', 'Summary and levels of serious harm'],
  ['management-plan', 'Risk management plan'],
])

export type CarriedAnswer = {
  readonly value: AnswerValue
  readonly carriedFrom: LocalDate | null
  readonly confirmedAt: Instant | null
}

/** A group with all its answers, whether carried or new. `toConfirm`: at least one was carried forward and nobody has
 *  stood by it since. */
export type ConfirmationGroup = {
  readonly code: string
  readonly title: string
  readonly toConfirm: boolean
  readonly answers: readonly {
    readonly question: Question
    readonly value: AnswerValue
    readonly carriedFrom: LocalDate | null
    readonly confirmed: boolean
  }[]
}

/** The risk-critical answers of a form in the groups in which they are confirmed at signing, each group with all its
 *  answers in view. Source: assessment-and-plan.md section 5.1; the grouping is ours. */
export function confirmationGroups(
  set: QuestionSet,
  layer: Layer,
  stored: ReadonlyMap<string, CarriedAnswer>,
): readonly ConfirmationGroup[] {
  const critical = sectionsFor(set, layer).flatMap(section =>
    section.questions.filter(question => question.riskCritical !== null),
  )
  return [...confirmationTitles].flatMap(([code, title]) => {
    const answers = critical.flatMap(question => {
      const answer = question.riskCritical === code ? stored.get(question.code) : undefined
      if (!answer || !isAnswered(answer.value)) return []
      const { value, carriedFrom, confirmedAt } = answer
      return [{ question, value, carriedFrom, confirmed: carriedFrom === null || confirmedAt !== null }]
    })
    if (answers.length === 0) return []
    return [{ code, title, toConfirm: answers.some(answer => !answer.confirmed), answers }]
  })
}
