import type { Problem } from '../../../platform/errors/index.ts'
import type { Answers } from '../../../platform/web/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { StoredAnswer, StoredAnswers } from '../queries/answers-of.ts'
import { isBlank } from '../queries/answers-of.ts'
import { isAnswered } from '../questions/asked.ts'
import type { AnswerValue, Question, Section } from '../questions/question.ts'
import { shownAnswer } from '../rules/answer-changes.ts'

export type FieldView = {
  readonly question: Question
  readonly value: AnswerValue
  /** "Carried forward from …", with who gave the answer. */
  readonly carried: string | null
  readonly thirdParty: boolean
  /** How many characters too long the text is. */
  readonly over: number
  /** What another window saved meanwhile, with who and when. */
  readonly theirs: string | null
  /** The condition under which it is asked, in words and for the script. */
  readonly when: { readonly question: string; readonly isOneOf: string; readonly words: string } | null
}

/** One section to be filled in: what stands in each field, or what was typed when the form comes back. */
export function fieldsOf(
  section: Section,
  stored: StoredAnswers,
  back: { readonly problems: readonly Problem[]; readonly answers: Answers },
): readonly FieldView[] {
  const sent = back.problems.length > 0 ? back.answers : {}
  const marks = back.problems.length > 0 ? [sent.third ?? []].flat() : null
  return section.questions.map(question => {
    const held = stored.get(question.code)
    const typed = sent[question.code]
    const conflict = back.problems.some(one => one.field === question.code && one.code === 'changed-meanwhile')
    return {
      question,
      value: typed === undefined ? shownAnswer(held) : question.kind === 'choices' ? [typed].flat() : typed,
      carried: carriedWords(held),
      thirdParty: marks ? marks.includes(question.code) : (held?.thirdParty ?? false),
      over: held?.tooLong && question.longest !== null ? held.tooLong.length - question.longest : 0,
      theirs:
        conflict && held
          ? `${answerWords(question, held.value)} (${held.answeredBy}, ${savedAt(held.answeredAt)})`
          : null,
      when: conditionOf(section, question),
    }
  })
}

/** `seen` for the form: as it was sent where the fields show what was typed, but the present version of what both sides
 *  changed, so that saving again is a choice between the two. */
export function seenOf(
  section: Section,
  stored: StoredAnswers,
  back: { readonly problems: readonly Problem[]; readonly answers: Answers },
): Readonly<Record<string, number>> {
  const now = Object.fromEntries(section.questions.map(({ code }) => [code, stored.get(code)?.version ?? 0]))
  if (back.problems.length === 0) return now
  const met = back.problems.filter(one => one.code === 'changed-meanwhile').map(one => one.field)
  const sent = readSeen(back.answers.seen)
  return Object.fromEntries(
    Object.entries(now).map(([code, version]) => [code, met.includes(code) ? version : (sent[code] ?? 0)]),
  )
}

/** The versions a form was drawn with; none where the field was tampered with. */
export function readSeen(typed: unknown): Readonly<Record<string, number>> {
  try {
    const read: unknown = JSON.parse(typeof typed === 'string' ? typed : '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([, version]) => Number.isInteger(version)))
  } catch {
    return {}
  }
}

/** What was typed to the questions of a section. */
export function typedAnswers(section: Section, answers: Answers): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    section.questions.flatMap(({ code }) => {
      const typed = answers[code]
      return typed === undefined ? [] : [[code, typed] as const]
    }),
  )
}

/** An answer in the words of its question; "Not answered" for none. */
export function answerWords(question: Question, value: AnswerValue | undefined): string {
  if (value === undefined || isBlank(value)) return 'Not answered'
  if (question.kind === 'date' && typeof value === 'string') return longDate(value as `${number}-${number}-${number}`)
  if (question.kind !== 'choice' && question.kind !== 'choices') return String(value)
  const words = [value].flat().map(code => question.options.find(option => option.code === code)?.text ?? code)
  return words.join(', ')
}

function carriedWords(held: StoredAnswer | undefined): string | null {
  if (!held?.carriedFrom || !isAnswered(held.value)) return null
  const confirmed = held.confirmedAt ? `, confirmed by ${held.confirmedBy}` : ', not yet confirmed'
  return `Carried forward from ${longDate(held.carriedFrom)}, answered by ${held.answeredBy}${confirmed}`
}

function conditionOf(section: Section, question: Question): FieldView['when'] {
  const { askedWhen } = question
  const on = askedWhen && section.questions.find(one => one.code === askedWhen.question)
  if (!askedWhen || !on) return null
  const options = askedWhen.isOneOf.map(code => on.options.find(option => option.code === code)?.text ?? code)
  return {
    question: askedWhen.question,
    isOneOf: askedWhen.isOneOf.join(' '),
    words: `Only if “${on.text}” is: ${options.join(' or ')}`,
  }
}
