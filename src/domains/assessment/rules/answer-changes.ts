import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Problem } from '../../../platform/errors/index.ts'
import type { StoredAnswer, StoredAnswers } from '../queries/answers-of.ts'
import type { AnswerValue, AnswerValues, Question } from '../questions/question.ts'
import { checkAnswer, sameAnswer } from './answer-check.ts'
import { dateContradictions } from './date-contradictions.ts'

/** What a form that was sent wants of one question. */
export type AnswerChange = {
  readonly question: Question
  readonly before: StoredAnswer | undefined
  /** The answer from now on: the old one while a text is too long. */
  readonly value: AnswerValue
  readonly tooLong: string | null
  readonly thirdParty: boolean
  /** The answer itself is another: it is no longer carried forward, and somebody answers for it. */
  readonly answered: boolean
}

export type SentForm = {
  readonly questions: readonly Question[]
  readonly stored: StoredAnswers
  /** By question; one that was not on the form is left out. */
  readonly typed: Readonly<Record<string, string | readonly string[]>>
  /** The version of each answer the form was drawn with; 0 for none. */
  readonly seen: Readonly<Record<string, number>>
  /** What an answer said at an older version. */
  readonly saidAt: (question: string, version: number) => AnswerValue
  readonly thirdParty: readonly string[] | undefined
  readonly today: LocalDate
  readonly bornOn: LocalDate | null
}

export type AnswerChanges = {
  readonly changes: readonly AnswerChange[]
  readonly problems: readonly Problem[]
  /** Questions somebody else answered meanwhile, and differently: nothing of them is changed. */
  readonly conflicts: readonly string[]
}

/** What is shown of a stored answer: a text over its limit stands in the field until it is shortened. */
export function shownAnswer(stored: StoredAnswer | undefined): AnswerValue {
  return stored?.tooLong ?? stored?.value ?? ''
}

/** Sorts what was sent into changes and problems, question by question. What this form did not change gives way to what
 *  another window saved; what both changed is a conflict, and neither is lost. */
export function answerChanges(form: SentForm): AnswerChanges {
  const changes: AnswerChange[] = []
  const problems: Problem[] = []
  const conflicts: string[] = []
  for (const question of form.questions) {
    const typed = form.typed[question.code]
    if (typed === undefined) continue
    const before = form.stored.get(question.code)
    const check = checkAnswer(question, typed, form.today)
    const says = check.is === 'answer' ? check.value : check.is === 'too-long' ? check.text : typed
    const thirdParty = form.thirdParty ? form.thirdParty.includes(question.code) : (before?.thirdParty ?? false)
    const marked = thirdParty !== (before?.thirdParty ?? false)
    const changed = !sameAnswer(says, shownAnswer(before))
    if (!changed && !(marked && before)) continue
    const seen = form.seen[question.code] ?? 0
    if (seen !== (before?.version ?? 0)) {
      if (!changed || sameAnswer(says, form.saidAt(question.code, seen))) continue
      conflicts.push(question.code)
      problems.push(meanwhile(question.code))
    } else if (check.is === 'wrong') {
      problems.push({ field: question.code, code: check.code, text: check.text })
    } else {
      if (check.is === 'too-long') problems.push(tooLong(question, check.over))
      const value = check.is === 'too-long' ? (before?.value ?? '') : check.value
      changes.push({
        ...{ question, before, value, thirdParty },
        tooLong: check.is === 'too-long' ? check.text : null,
        answered: !sameAnswer(value, before?.value ?? ''),
      })
    }
  }
  return withoutContradictions({ changes, problems, conflicts }, form)
}

function withoutContradictions(found: AnswerChanges, form: SentForm): AnswerChanges {
  const changedDays = found.changes
    .filter(change => change.question.kind === 'date')
    .map(change => change.question.code)
  if (changedDays.length === 0) return found
  const values: AnswerValues = new Map([
    ...[...form.stored].map(([code, { value }]) => [code, value] as const),
    ...found.changes.map(change => [change.question.code, change.value] as const),
  ])
  const wrong = dateContradictions(values, form).filter(one => one.questions.some(code => changedDays.includes(code)))
  const problems = wrong.map(({ code, questions, text }) => ({
    field: questions.find(question => changedDays.includes(question)) ?? '',
    code,
    text,
  }))
  const refused = wrong.flatMap(one => one.questions)
  return {
    changes: found.changes.filter(change => !refused.includes(change.question.code)),
    problems: [...found.problems, ...problems],
    conflicts: found.conflicts,
  }
}

function meanwhile(field: string): Problem {
  const text = 'Somebody saved another answer to this while you were writing. Choose between the two and save again'
  return { field, code: 'changed-meanwhile', text }
}

function tooLong(question: Question, over: number): Problem {
  const text = `Shorten this by ${over} ${over === 1 ? 'character' : 'characters'}. It is kept as you wrote it, but cannot be signed`
  return { field: question.code, code: 'too-long', text }
}
