import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { AnswerSource, StoredAnswers } from '../queries/answers-of.ts'
import { codesOf } from '../questions/asked.ts'
import type { AnswerValue, Layer, Question, Section } from '../questions/question.ts'
import { missingAnswer } from './answer-check.ts'

/** An earlier assessment as far as carrying forward goes. `finished`: signed through, or locked unfinished. */
export type Earlier = {
  readonly id: string
  readonly layer: Layer
  readonly periodId: string | null
  readonly finished: 'complete' | 'locked-incomplete'
  /** The day it was finished. */
  readonly on: LocalDate
  /** The assessment its own answers came from, if any. */
  readonly carriedFromId: string | null
}

export type CarryChoice = 'carry' | 'ask' | 'begin-empty'

/** Whether a new assessment begins with earlier answers. Those of the same period of supervision are taken without a
 *  question, a new period asks, and an assessment with strengths after a completed one with strengths never asks
 *  (assessment-and-plan.md section 5.1). `earlier` the oldest first. */
export function carryChoice(input: {
  readonly layer: Layer
  readonly periodId: string | null
  readonly earlier: readonly Earlier[]
}): CarryChoice {
  const { layer, periodId, earlier } = input
  if (earlier.length === 0) return 'begin-empty'
  if (inPeriod(earlier, periodId).length > 0) return 'carry'
  if (layer === 'L3.2' && earlier.some(one => one.layer === 'L3.2' && one.finished === 'complete')) return 'carry'
  return 'ask'
}

/** The assessments answers are taken from, the newest first: those of the period, or all when there are none. Where the
 *  period has only assessments locked unfinished that had themselves been given earlier answers, those are behind them. */
export function carrySources(earlier: readonly Earlier[], periodId: string | null): readonly Earlier[] {
  const same = inPeriod(earlier, periodId)
  const onlyLocked = same.every(one => one.finished === 'locked-incomplete')
  const reachesBack = onlyLocked && (same.length === 0 || same.some(one => one.carriedFromId !== null))
  return (reachesBack ? earlier : same).toReversed()
}

/** An assessment made before sentence belongs to the period its sentence opened: the next one in time (our reading). */
function inPeriod(earlier: readonly Earlier[], periodId: string | null): Earlier[] {
  let following = periodId
  const found: Earlier[] = []
  for (const one of earlier.toReversed()) {
    following = one.periodId ?? following
    if (following === periodId) found.push(one)
  }
  return found.reverse()
}

export type CarriedAnswer = {
  readonly question: string
  readonly value: AnswerValue
  readonly questionSet: string
  readonly source: AnswerSource
  readonly thirdParty: boolean
  readonly answeredAt: Instant
  readonly answeredBy: string
  /** The day somebody last stood by it: an answer carried twice keeps its first day. */
  readonly carriedFrom: LocalDate
}

export type Carried = {
  readonly answers: readonly CarriedAnswer[]
  /** Sections an assessment locked unfinished had begun: nothing of them is taken from it. */
  readonly unfinished: readonly string[]
}

/** The answers a new assessment begins with, one by one: for each question of its sections the newest full answer, even
 *  where later, shallower assessments did not ask it. 'M' (missing) is no answer and an older one is taken; an answer
 *  somebody took away stays away. From an assessment locked unfinished only validated parts are taken, those where
 *  `isValidated` says that nothing was left to answer. The quality form and what a
 *  fast review said had changed are never carried. */
export function carriedAnswers(input: {
  readonly sections: readonly Section[]
  /** The newest first. */
  readonly sources: readonly { readonly from: Earlier; readonly answers: StoredAnswers }[]
  readonly isValidated: (section: Section, answers: StoredAnswers) => boolean
}): Carried {
  const answers: CarriedAnswer[] = []
  const unfinished: string[] = []
  for (const section of input.sections) {
    if (section.kind === 'quality' || section.code === 'FASTR') continue
    const usable = input.sources.filter(({ from, answers: given }) => {
      if (from.finished === 'complete') return true
      const begun = section.questions.some(question => given.has(question.code))
      const validated = begun && input.isValidated(section, given)
      if (begun && !validated && !unfinished.includes(section.code)) unfinished.push(section.code)
      return validated
    })
    for (const question of section.questions) {
      const source = usable.find(({ answers: given }) => {
        const stored = given.get(question.code)
        return stored !== undefined && stored.value !== missingAnswer && !gone(question, stored.value)
      })
      const stored = source?.answers.get(question.code)
      if (!source || !stored || stored.value.length === 0) continue
      const { value, questionSet, source: given, thirdParty, answeredAt, answeredBy } = stored
      const unconfirmed = stored.carriedFrom !== null && stored.confirmedAt === null
      answers.push({
        ...{ question: question.code, value, questionSet, source: given, thirdParty, answeredAt, answeredBy },
        carriedFrom: unconfirmed ? stored.carriedFrom : source.from.on,
      })
    }
  }
  return { answers, unfinished }
}

/** A choice that the questions no longer offer is not carried. */
function gone(question: Question, value: AnswerValue): boolean {
  if (question.kind !== 'choice' && question.kind !== 'choices') return false
  return codesOf(value).some(code => code !== '' && !question.options.some(option => option.code === code))
}
