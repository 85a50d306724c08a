import { isLocalDate, type LocalDate, readDate } from '../../../platform/calendar/index.ts'
import type { AnswerValue, Question } from '../questions/question.ts'

/** The code of "missing": chosen where nothing is known. It scores nothing and is not an answer. */
export const missingAnswer = 'M'

/** What became of something typed: an answer, a text over its limit (kept, not an answer), or something that cannot be
 *  one, with the words to show beside the question. */
export type AnswerCheck =
  | { readonly is: 'answer'; readonly value: AnswerValue }
  | { readonly is: 'too-long'; readonly text: string; readonly over: number }
  | { readonly is: 'wrong'; readonly code: string; readonly text: string }

const mostDigits = 6

/** Reads what was typed to a question. Line ends count once, as browsers send two characters for each. An empty answer
 *  takes the one before it away. */
export function checkAnswer(question: Question, typed: string | readonly string[], today: LocalDate): AnswerCheck {
  switch (question.kind) {
    case 'choice':
      return choice(question, typeof typed === 'string' ? typed : (typed[0] ?? ''))
    case 'choices':
      return choices(question, typeof typed === 'string' ? [typed] : typed)
    case 'text':
      return text(question, one(typed))
    case 'count':
      return count(one(typed).trim())
    case 'date':
      return day(one(typed).trim(), today)
  }
}

function one(typed: string | readonly string[]): string {
  return typeof typed === 'string' ? typed : typed.join('\n')
}

function choice(question: Question, code: string): AnswerCheck {
  if (code === '') return { is: 'answer', value: '' }
  if (question.options.some(option => option.code === code)) return { is: 'answer', value: code }
  return unknown
}

function choices(question: Question, codes: readonly string[]): AnswerCheck {
  const chosen = codes.filter(code => code !== '')
  if (chosen.some(code => !question.options.some(option => option.code === code))) return unknown
  // In the order of the form, so that the same ticks are the same answer.
  return { is: 'answer', value: question.options.map(option => option.code).filter(code => chosen.includes(code)) }
}

const unknown: AnswerCheck = {
  is: 'wrong',
  code: 'answer-unknown',
  text: 'Choose one of the answers listed. The one that was sent is not among them',
}

function text(question: Question, typed: string): AnswerCheck {
  const kept = typed.replaceAll('\r\n', '\n')
  if (kept.trim() === '') return { is: 'answer', value: '' }
  const over = question.longest === null ? 0 : kept.length - question.longest
  return over > 0 ? { is: 'too-long', text: kept, over } : { is: 'answer', value: kept }
}

function count(typed: string): AnswerCheck {
  if (typed === '') return { is: 'answer', value: '' }
  if (/^\d+$/.test(typed) && typed.length <= mostDigits) return { is: 'answer', value: String(Number(typed)) }
  return { is: 'wrong', code: 'count-not-understood', text: 'Enter a whole number in digits, such as 3 or 0' }
}

function day(typed: string, today: LocalDate): AnswerCheck {
  if (typed === '') return { is: 'answer', value: '' }
  if (isLocalDate(typed)) return { is: 'answer', value: typed }
  const read = readDate(typed, 'appointment', today)
  if (read.ok) return { is: 'answer', value: read.date }
  return { is: 'wrong', code: read.problem.code, text: read.problem.message }
}

/** Whether two answers say the same. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b || (a.length === 0 && b.length === 0)
  return a.length === b.length && a.every((code, index) => code === b[index])
}
