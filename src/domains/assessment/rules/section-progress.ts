import { askedQuestions } from '../questions/asked.ts'
import type { AnswerValue, AnswerValues, Section } from '../questions/question.ts'

export type SectionProgress = {
  readonly is: 'not-started' | 'started' | 'complete'
  /** Mandatory questions that are asked and have no answer. */
  readonly left: number
}

/** What is left of a section. 'Not known' is dealt with: what is missing is said, and signing tells which sections may
 *  have it (assessment-and-plan.md section 5.2). */
export function sectionProgress(section: Section, answers: AnswerValues): SectionProgress {
  const asked = askedQuestions(section, answers)
  const left = asked.filter(question => question.mandatory && isOpen(answers.get(question.code))).length
  const begun = section.questions.some(question => !isOpen(answers.get(question.code)))
  return { is: begun ? (left > 0 ? 'started' : 'complete') : 'not-started', left }
}

function isOpen(value: AnswerValue | undefined): boolean {
  return value === undefined || value.length === 0
}
