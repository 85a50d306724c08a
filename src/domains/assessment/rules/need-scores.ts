import { codesOf, isAnswered, isAsked } from '../questions/asked.ts'
import type {
  AnswerValue,
  AnswerValues,
  NeedArea,
  NeedLevel,
  Question,
  QuestionRole,
  QuestionSet,
  Section,
} from '../questions/question.ts'

/** An area of a full assessment. `score` null: no score. `answered` of `asked` scoring questions have an answer. Links
 *  are null when nobody answered. */
export type NeedScore = {
  readonly area: NeedArea
  readonly section: string
  readonly title: string
  readonly score: number | null
  readonly most: number | null
  readonly level: NeedLevel | null
  readonly answered: number
  readonly asked: number
  readonly harmLinked: boolean | null
  readonly reoffendingLinked: boolean | null
}

/** The need scores of the sections 3 to 12, in order. An area without scoring questions, and one where every scoring
 *  question is missing, has no score and no level. Source: assessment-and-plan.md section 3. */
export function needScores(set: QuestionSet, answers: AnswerValues): readonly NeedScore[] {
  return set.sections.flatMap(section => {
    const { area, code, title, mostPoints } = section
    if (section.kind !== 'need' || area === null) return []
    const points = pointsOf(section, answers)
    const level = points.score === null ? null : levelOf(section, points.score)
    return [{ area, section: code, title, most: mostPoints, level, ...points, ...linksOf(section, answers) }]
  })
}

export type Points = { readonly score: number | null; readonly answered: number; readonly asked: number }

/** The points of a section's scoring questions. 'M' adds nothing and is no answer. A question that another answer closed
 *  adds nothing either, and that answer stands for it: drugs never misused is a score of 0, not a missing one (our
 *  reading of the closing answers). */
export function pointsOf(section: Section, answers: AnswerValues): Points {
  const scored = section.questions.filter(question => question.scored)
  const given = scored.filter(one => isAnswered(scoringAnswer(section, one, answers)))
  const closed = scored.filter(question => isClosedByAnAnswer(section, question, answers))
  if (given.length === 0 && closed.length === 0) return { score: null, answered: 0, asked: scored.length }
  const score = given.reduce((sum, question) => sum + scoreOf(question, answers.get(question.code)), 0)
  return { score, answered: given.length, asked: scored.length - closed.length }
}

function levelOf({ needFrom, severeFrom }: Section, score: number): NeedLevel | null {
  if (needFrom === null) return null
  if (severeFrom !== null && score >= severeFrom) return 'severe'
  return score >= needFrom ? 'standard' : 'none'
}

function scoringAnswer(section: Section, question: Question, answers: AnswerValues): AnswerValue | undefined {
  return isAsked(section, question, answers) ? answers.get(question.code) : undefined
}

function isClosedByAnAnswer(section: Section, question: Question, answers: AnswerValues): boolean {
  if (!question.askedWhen || isAsked(section, question, answers)) return false
  return isAnswered(answers.get(question.askedWhen.question))
}

function scoreOf(question: Question, answer: AnswerValue | undefined): number {
  return codesOf(answer ?? []).reduce(
    (sum, code) => sum + (question.options.find(option => option.code === code)?.score ?? 0),
    0,
  )
}

/** Whether an area is linked to serious harm and to reoffending, as the practitioner judged. Null is not answered. */
export function linksOf(
  section: Section,
  answers: AnswerValues,
): { readonly harmLinked: boolean | null; readonly reoffendingLinked: boolean | null } {
  return {
    harmLinked: yesOrNo(answerTo(section, 'harm-link', answers)),
    reoffendingLinked: yesOrNo(answerTo(section, 'reoffending-link', answers)),
  }
}

/** The answer to the section's question with that role; undefined when it has none or was not answered. */
export function answerTo(section: Section, role: QuestionRole, answers: AnswerValues): AnswerValue | undefined {
  const question = section.questions.find(one => one.role === role)
  return question && answers.get(question.code)
}

/** YES is true, NO is false, anything else is not known. */
export function yesOrNo(answer: AnswerValue | undefined): boolean | null {
  return answer === 'YES' ? true : answer === 'NO' ? false : null
}
