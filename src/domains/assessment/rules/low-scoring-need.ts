import { isAnswered } from '../questions/asked.ts'
import type { AnswerValues, NeedArea, QuestionSet } from '../questions/question.ts'
import { answerTo, needScores } from './need-scores.ts'

export type LowScoringNeed = {
  readonly area: NeedArea
  readonly section: string
  readonly title: string
  /** Null when the practitioner gave none yet: signing asks for it. */
  readonly reason: string | null
}

/** Areas that score below their threshold and that the practitioner judges to need attention all the same. An area at
 *  or above its threshold is a need already, and one without a score has nothing to be low. Source:
 *  assessment-and-plan.md section 3. */
export function lowScoringNeeds(set: QuestionSet, answers: AnswerValues): readonly LowScoringNeed[] {
  return needScores(set, answers).flatMap(({ area, section: code, title, level }) => {
    const section = set.sections.find(one => one.code === code)
    if (!section || level !== 'none' || answerTo(section, 'attention', answers) !== 'YES') return []
    const reason = answerTo(section, 'attention-reason', answers)
    return [{ area, section: code, title, reason: isAnswered(reason) ? String(reason).trim() : null }]
  })
}
