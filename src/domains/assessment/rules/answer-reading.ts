import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Problem } from '../generation-one-model.ts'
import type { AnswerValue, AnswerValues } from '../questions/question.ts'

/** Reads answers by question code. An answer that is absent, missing ('M') or of another kind is not known: null. */
export function problemIn(answers: AnswerValues, code: string): Problem | null {
  const text = textIn(answers, code)
  if (text === null) return null
  const named = problemNames[text.toLowerCase().replace(/[^a-z]/g, '')]
  if (named !== undefined) return named
  return /^[012](\D|$)/.test(text) ? (Number(text[0]) as Problem) : null
}

const problemNames: { readonly [name: string]: Problem | undefined } = {
  noproblems: 0,
  someproblems: 1,
  significantproblems: 2,
  no: 0,
  na: 0,
  yes: 2,
}

/** YES is true, NO and "not applicable" are false; a list is true when anything on it was chosen. */
export function yesIn(answers: AnswerValues, code: string): boolean | null {
  const value = answers.get(code)
  if (Array.isArray(value)) return value.includes('YES') ? true : value.includes('NO') ? false : null
  const text = textIn(answers, code)?.toUpperCase()
  if (text === 'YES' || text === 'Y') return true
  return text === 'NO' || text === 'N' || text === 'NA' || text === 'N/A' ? false : null
}

/** Was this choice made? Null when the list was not answered; an empty list is an answer. */
export function chosenIn(answers: AnswerValues, code: string, choice: string): boolean | null {
  const value = answers.get(code)
  if (value === undefined) return null
  if (value === 'NONE') return false
  if (!Array.isArray(value)) return value === choice
  return value.includes(choice)
}

/** A whole number from 0. */
export function countIn(answers: AnswerValues, code: string): number | null {
  const text = textIn(answers, code)
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}

export function dayIn(answers: AnswerValues, code: string): LocalDate | null {
  const text = textIn(answers, code)
  return isLocalDate(text) ? text : null
}

export function textIn(answers: AnswerValues, code: string): string | null {
  const value: AnswerValue | undefined = answers.get(code)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' || text === 'M' ? null : text
}
