import { askedQuestions, isAnswered } from '../questions/asked.ts'
import type { AnswerValues, Layer, NeedArea, NeedLevel, QuestionSet, Section } from '../questions/question.ts'
import { answerTo, linksOf, type NeedScore, needScores, pointsOf, yesOrNo } from './need-scores.ts'

/** Part of an area with a score and limit of its own. */
export type StrengthPart = {
  readonly area: NeedArea | null
  readonly section: string
  readonly title: string
  readonly score: number | null
  readonly most: number | null
  /** The area is high above this many points; null has no score. */
  readonly limit: number | null
  readonly high: boolean | null
}

/** An area of an assessment with strengths. `score` is the larger of its parts; `above` is how far the part furthest
 *  above its limit is (negative below it). Null is not known, or not scored where `most` is null. */
export type StrengthScore = StrengthPart & {
  readonly parts: readonly StrengthPart[]
  readonly above: number | null
  /** Marked complete, and every mandatory question that is asked has an answer. */
  readonly complete: boolean
  readonly wantsChange: string | null
  readonly strengths: boolean | null
  readonly harmLinked: boolean | null
  readonly reoffendingLinked: boolean | null
}

/** Sections that are part of another area: lifestyle and associates count into thinking, behaviours and attitudes. */
const partOf: ReadonlyMap<string, string> = new Map([['S-lifestyle', 'S-thinking']])

/** The nine areas of the strengths form, in order. Source: assessment-and-plan.md section 3a; which questions make up an
 *  area's score is ours (data/README.md). */
export function strengthScores(set: QuestionSet, answers: AnswerValues): readonly StrengthScore[] {
  const sections = set.sections.filter(section => section.kind === 'strengths')
  return sections
    .filter(section => !partOf.has(section.code))
    .map(section => {
      const inside = sections.filter(one => partOf.get(one.code) === section.code)
      const all = [section, ...inside]
      const parts = all.map(one => partScore(one, answers))
      return {
        ...partScore(section, answers),
        score: largest(parts.map(part => part.score)),
        high: anyHigh(parts),
        above: largest(parts.map(part => (part.score === null ? null : part.score - (part.limit ?? 0)))),
        parts: inside.length > 0 ? parts : [],
        complete:
          answerTo(section, 'complete', answers) === 'YES' && all.every(one => !lacksMandatoryAnswers(one, answers)),
        wantsChange: textOrNull(answerTo(section, 'wants-change', answers)),
        strengths: yesOrNo(answerTo(section, 'strengths', answers)),
        ...linksOf(section, answers),
      }
    })
}

/** The order of the summary: incomplete, high, low, no score; inside a group harm and reoffending, harm, reoffending,
 *  neither; then the distance above the limit, then the name. Source: assessment-and-plan.md section 3a. */
export function inSummaryOrder(scores: readonly StrengthScore[]): readonly StrengthScore[] {
  return scores.toSorted(
    (a, b) =>
      groupOf(a) - groupOf(b) ||
      linkRank(a) - linkRank(b) ||
      (b.above ?? 0) - (a.above ?? 0) ||
      a.title.localeCompare(b.title, 'en'),
  )
}

/** An area of either form, as the plan and the report read it. */
export type AssessedNeed = Pick<
  NeedScore,
  'area' | 'section' | 'title' | 'score' | 'most' | 'level' | 'harmLinked' | 'reoffendingLinked'
>

/** The needs that assessments on those layers say, the newest layer first: by the sections of a full assessment or by
 *  the areas of the strengths form, whichever was filled in last. The short forms ask a few questions of an area and
 *  assess none: on those layers alone there are no needs, not low ones. The strengths form knows high and low only: high
 *  is a need, and none is called severe. */
export function assessedNeeds(
  set: QuestionSet,
  answers: AnswerValues,
  layers: readonly Layer[],
): readonly AssessedNeed[] {
  const form = needsForm(layers)
  if (form === null) return []
  if (form === 'sections') return needScores(set, answers)
  return strengthScores(set, answers).flatMap(area => {
    const parts = area.parts.length > 0 ? area.parts : [area]
    return parts.flatMap(({ area: of, section, title, score, most, high }) => {
      if (of === null) return []
      const level: NeedLevel | null = high === null ? null : high ? 'standard' : 'none'
      // The links were judged for the area as a whole, so they stand with the part that bears its name.
      const { harmLinked, reoffendingLinked } =
        section === area.section ? area : { harmLinked: null, reoffendingLinked: null }
      return [{ area: of, section, title, score, most, level, harmLinked, reoffendingLinked }]
    })
  })
}

/** Which form the needs of a person were last assessed on; null where only short forms were filled in. */
export function needsForm(layers: readonly Layer[]): 'sections' | 'strengths' | null {
  const layer = layers.find(one => one === 'L3' || one === 'FAST' || one === 'L3.2')
  return layer === undefined ? null : layer === 'L3.2' ? 'strengths' : 'sections'
}

function partScore(section: Section, answers: AnswerValues): StrengthPart {
  const { area, code, title, mostPoints: most, needFrom } = section
  const { score } = pointsOf(section, answers)
  const limit = needFrom === null ? null : needFrom - 1
  const high = score === null || limit === null ? null : score > limit
  return { area, section: code, title, score, most, limit, high }
}

/** High as soon as one part is; low only when every part is known to be. */
function anyHigh(parts: readonly StrengthPart[]): boolean | null {
  if (parts.some(part => part.high === true)) return true
  return parts.every(part => part.high === false) ? false : null
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  return known.length > 0 ? Math.max(...known) : null
}

function lacksMandatoryAnswers(section: Section, answers: AnswerValues): boolean {
  return askedQuestions(section, answers).some(one => one.mandatory && !isAnswered(answers.get(one.code)))
}

function groupOf({ complete, most, high }: StrengthScore): number {
  if (!complete || (most !== null && high === null)) return 0
  return high === null ? 3 : high ? 1 : 2
}

function linkRank({ harmLinked, reoffendingLinked }: StrengthScore): number {
  return (harmLinked ? 0 : 2) + (reoffendingLinked ? 0 : 1)
}

function textOrNull(answer: string | readonly string[] | undefined): string | null {
  return typeof answer === 'string' && answer !== '' ? answer : null
}
