import type { LocalDate } from '../../../platform/calendar/index.ts'
import { dated } from '../../../platform/rules/index.ts'
import type { AnswerValues, NeedArea, NeedLevel, QuestionSet } from '../questions/question.ts'
import { questionOf } from '../questions/question-set.ts'
import { yesOrNo } from './need-scores.ts'

/** The area that each question of the self-assessment is about. */
export const selfAssessmentAreas = dated<{ readonly [item: string]: NeedArea }>('assessment.self-assessment-areas', [
  {
    from: '2000-01-01',
    value: {
      SAQC1: 'accommodation',
      SAQC2: 'accommodation',
      SAQC3: 'education-employment',
      SAQC4: 'education-employment',
      SAQC5: 'education-employment',
      SAQC6: 'finance',
      SAQC7: 'finance',
      SAQC8: 'finance',
      SAQC9: 'relationships',
      SAQC10: 'relationships',
      SAQC11: 'relationships',
      SAQC12: 'lifestyle',
      SAQC13: 'lifestyle',
      SAQC14: 'lifestyle',
      SAQC15: 'drugs',
      SAQC16: 'alcohol',
      SAQC18: 'emotional-wellbeing',
      SAQC19: 'emotional-wellbeing',
      SAQC20: 'emotional-wellbeing',
      SAQC21: 'emotional-wellbeing',
      SAQC22: 'thinking-behaviour',
      SAQC23: 'thinking-behaviour',
      SAQC24: 'thinking-behaviour',
      SAQC25: 'thinking-behaviour',
      SAQC26: 'attitudes',
      SAQC27: 'attitudes',
    },
    source: {
      kind: 'assumption',
      cite: 'assessment-and-plan.md section 3b: the self-assessment is shown next to the practitioner’s answer',
      note: 'Words of the questions and the areas they belong to are ours; physical health belongs to none.',
    },
  },
])

/** 'only-the-person': the person sees a problem, or a link to their offending, where the practitioner sees none.
 *  'only-the-practitioner': the reverse. */
export type Disagreement = {
  readonly area: NeedArea
  readonly about: 'problem' | 'link-to-offending'
  readonly seenBy: 'only-the-person' | 'only-the-practitioner'
  /** The questions of the self-assessment that say so. */
  readonly questions: readonly { readonly code: string; readonly text: string }[]
}

type AssessedArea = {
  readonly area: NeedArea
  readonly level: NeedLevel | null
  readonly reoffendingLinked: boolean | null
}

/** Where the person and the practitioner disagree. Only answers that both gave are compared: an area without a level is
 *  neither a problem nor none, and the person sees no problem in an area only when they said no to every question about
 *  it. Source: assessment-and-plan.md section 3b (inferred). */
export function selfAssessmentDisagreements(
  set: QuestionSet,
  answers: AnswerValues,
  needs: readonly AssessedArea[],
  asAt: LocalDate,
): readonly Disagreement[] {
  if (answers.get('SAQA') !== 'YES') return []
  const areas = selfAssessmentAreas.on(asAt).value
  return needs.flatMap(({ area, level, reoffendingLinked }) => {
    const items = Object.keys(areas).filter(item => areas[item] === area)
    const compare = (about: Disagreement['about'], part: 1 | 2, practitioner: boolean | null): Disagreement[] => {
      const given = items.map(item => ({ code: `${item}.${part}`, says: saidOf(answers, item, part) }))
      const person = anyYes(given.map(one => one.says))
      if (person === null || practitioner === null || person === practitioner) return []
      const questions = given
        .filter(one => one.says === person)
        .map(({ code }) => ({ code, text: questionOf(set, code)?.text ?? code }))
      return [{ area, about, seenBy: person ? 'only-the-person' : 'only-the-practitioner', questions }]
    }
    return [
      ...compare('problem', 1, level === null ? null : level !== 'none'),
      ...compare('link-to-offending', 2, reoffendingLinked),
    ]
  })
}

/** No problem is no link: the second question is asked only after a yes to the first. */
function saidOf(answers: AnswerValues, item: string, part: 1 | 2): boolean | null {
  const problem = yesOrNo(answers.get(`${item}.1`))
  return part === 1 || problem !== true ? problem : yesOrNo(answers.get(`${item}.2`))
}

function anyYes(said: readonly (boolean | null)[]): boolean | null {
  if (said.includes(true)) return true
  return said.length > 0 && said.every(one => one === false) ? false : null
}
