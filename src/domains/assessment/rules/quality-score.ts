import type { AnswerValues, QuestionSet } from '../questions/question.ts'

/** `share` is between 0.25 (all unsatisfactory) and 1; null without a single answer that counts. `answered` of `asked`
 *  weighted questions; those that do not apply are neither. */
export type QualityScore = {
  readonly share: number | null
  readonly answered: number
  readonly asked: number
  /** Questions answered with the lowest or second lowest grade, lowest first, then by weight: what to work on. */
  readonly toWorkOn: readonly { readonly code: string; readonly text: string; readonly grade: number }[]
}

const best = 4

/** The score of the quality form: the sum of weight times grade over the sum of weight times the best grade, over the
 *  questions answered. Source: assessment-and-plan.md section 8; the formula is inferred (an assumption). */
export function qualityScore(set: QuestionSet, answers: AnswerValues): QualityScore {
  const form = set.sections.filter(section => section.kind === 'quality').flatMap(section => section.questions)
  const weighted = form.flatMap(question => {
    const { code, text, weight, options } = question
    if (weight === null) return []
    const option = options.find(one => one.code === answers.get(code))
    return [
      { code, text, weight, grade: option?.score ?? null, applies: option === undefined || option.score !== null },
    ]
  })
  const graded = weighted.flatMap(one => (one.grade === null ? [] : [{ ...one, grade: one.grade }]))
  const points = graded.reduce((sum, { weight, grade }) => sum + weight * grade, 0)
  const most = graded.reduce((sum, { weight }) => sum + weight * best, 0)
  return {
    share: most === 0 ? null : points / most,
    answered: graded.length,
    asked: weighted.filter(one => one.applies).length,
    toWorkOn: graded
      .filter(({ grade }) => grade <= 2)
      .toSorted((a, b) => a.grade - b.grade || b.weight - a.weight)
      .map(({ code, text, grade }) => ({ code, text, grade })),
  }
}
