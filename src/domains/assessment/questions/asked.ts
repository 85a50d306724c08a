import type { AnswerValue, AnswerValues, Question, Section } from './question.ts'

/** Whether a question is asked, given the answers so far: its condition holds, and the question it waits for is asked
 *  itself. A condition on a question of another section looks at the answer alone. */
export function isAsked(section: Section, question: Question, answers: AnswerValues): boolean {
  const { askedWhen } = question
  if (!askedWhen) return true
  const answer = answers.get(askedWhen.question)
  if (answer === undefined || !codesOf(answer).some(code => askedWhen.isOneOf.includes(code))) return false
  const waitsFor = section.questions.find(one => one.code === askedWhen.question)
  return waitsFor === undefined || isAsked(section, waitsFor, answers)
}

/** The questions of a section that are asked, in order. */
export function askedQuestions(section: Section, answers: AnswerValues): readonly Question[] {
  return section.questions.filter(question => isAsked(section, question, answers))
}

/** Whether a question has an answer. 'M' (missing), an empty text and an empty list are none. */
export function isAnswered(answer: AnswerValue | undefined): answer is AnswerValue {
  if (answer === undefined || answer === 'M') return false
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0
}

/** The codes chosen: one for a choice, several for choices, the text itself for a text. */
export function codesOf(answer: AnswerValue): readonly string[] {
  return typeof answer === 'string' ? [answer] : answer
}
