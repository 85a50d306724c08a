import type { LocalDate } from '../../../platform/calendar/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { answerValues, type StoredAnswers } from '../queries/answers-of.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import { isAnswered } from '../questions/asked.ts'
import type { AnswerValues, NeedLevel, QuestionSet, SectionKind } from '../questions/question.ts'
import { confirmationGroups } from '../rules/confirmation-groups.ts'
import { neededSections } from '../rules/missing-at-signing.ts'
import { needScores } from '../rules/need-scores.ts'
import { sectionProgress } from '../rules/section-progress.ts'
import { strengthScores } from '../rules/strength-scores.ts'

export type AreaRow = {
  readonly title: string
  readonly href: string
  readonly hint: string
  readonly status: { readonly text: string; readonly colour: string | null }
}

export type AreasView = {
  /** Areas under the headings of the form, in its order. */
  readonly parts: readonly { readonly title: string; readonly areas: readonly AreaRow[] }[]
  /** "3 of 17 areas complete", and in full sentences what else is to be done. */
  readonly progress: string
  readonly remaining: readonly string[]
  /** How many groups of carried answers wait to be confirmed. */
  readonly groupsToConfirm: number
}

const levelWords: Readonly<Record<NeedLevel, string>> = { none: 'No need', standard: 'Need', severe: 'Severe need' }

const partTitles: Readonly<Record<SectionKind, string>> = {
  offending: 'Offending',
  need: 'Needs',
  health: 'Needs',
  strengths: 'Strengths and needs',
  'self-assessment': 'What the person says',
  'harm-screening': 'Risk of serious harm',
  'harm-analysis': 'Risk of serious harm',
  'harm-summary': 'Risk of serious harm',
  'risk-management': 'Risk of serious harm',
  quality: 'Quality',
}

const changedTitle = 'Review what changed'

/** Which areas the assessment has, how far each is, and what is left in all. */
export function areasView(
  assessment: AssessmentOnRecord,
  set: QuestionSet,
  stored: StoredAnswers,
  given: { readonly base: string; readonly today: LocalDate },
): AreasView {
  const answers = answerValues(stored)
  const levels = levelsOf(set, answers)
  // Where a review begins comes first.
  const parts = new Map<string, AreaRow[]>([[changedTitle, []]])
  let left = 0
  let complete = 0
  const needed = neededSections({ set, layer: assessment.layer, answers, asAt: given.today })
  for (const section of needed) {
    const progress = sectionProgress(section, answers)
    left += progress.left
    complete += progress.is === 'complete' ? 1 : 0
    const changed = assessment.opensAt.find(one => one.section === section.code)?.because
    const title = changed === undefined ? partTitles[section.kind] : changedTitle
    parts.set(title, [
      ...(parts.get(title) ?? []),
      {
        title: section.title,
        href: `${given.base}/${section.code}`,
        hint: [changed, levels.get(section.code)].filter(Boolean).join('. '),
        status: statusOf(progress),
      },
    ])
  }
  const groups = confirmationGroups(set, assessment.layer, stored)
  const groupsToConfirm = groups.filter(group => group.toConfirm).length
  const carried = [...stored.values()].filter(one => one.carriedFrom !== null && isAnswered(one.value)).length
  return {
    parts: [...parts].filter(([, areas]) => areas.length > 0).map(([title, areas]) => ({ title, areas })),
    progress: `${complete} of ${plural(needed.length, 'area')} complete`,
    remaining: [
      left === 0 ? 'Every question that must be answered is answered.' : `${plural(left, 'answer')} left to give.`,
      ...(carried > 0 ? [`${plural(carried, 'answer')} carried forward.`] : []),
      ...(groupsToConfirm > 0
        ? [`${groupsToConfirm} of ${plural(groups.length, 'risk-critical group')} still to be confirmed.`]
        : []),
    ],
    groupsToConfirm,
  }
}

function levelsOf(set: QuestionSet, answers: AnswerValues): ReadonlyMap<string, string | null> {
  return new Map([
    ...needScores(set, answers).map(need => [need.section, need.level && levelWords[need.level]] as const),
    ...strengthScores(set, answers).map(
      one => [one.section, one.high === null ? null : one.high ? 'High need' : 'Low need'] as const,
    ),
  ])
}

function statusOf({ is, left }: ReturnType<typeof sectionProgress>): AreaRow['status'] {
  if (is === 'complete') return { text: 'Complete', colour: null }
  if (is === 'started') return { text: `${left} left`, colour: 'light-blue' }
  return { text: 'Not started', colour: 'blue' }
}
