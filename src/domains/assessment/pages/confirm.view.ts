import { longDate } from '../../../platform/words/index.ts'
import type { StoredAnswers } from '../queries/answers-of.ts'
import type { Layer, QuestionSet } from '../questions/question.ts'
import { sectionsFor } from '../questions/question-set.ts'
import { type ConfirmationGroup, confirmationGroups } from '../rules/confirmation-groups.ts'
import { answerWords } from './section.view.ts'

export type GroupView = {
  readonly code: string
  readonly title: string
  readonly toConfirm: boolean
  /** The versions of the answers in view, for the command. */
  readonly seen: string
  /** Where all of them come from; null when they differ and each says so. */
  readonly from: string | null
  /** The area in which they are answered. */
  readonly change: string
  readonly answers: readonly { readonly question: string; readonly says: string; readonly from: string }[]
}

export type ConfirmView = {
  readonly base: string
  readonly groups: readonly GroupView[]
  /** How many of the groups need nothing more. */
  readonly confirmed: number
}

/** The risk-critical answers in their groups, each group with all its answers in view. */
export function confirmView(set: QuestionSet, layer: Layer, stored: StoredAnswers, base: string): ConfirmView {
  const sections = sectionsFor(set, layer)
  const groups = confirmationGroups(set, layer, stored).map((group): GroupView => {
    const answers = group.answers.map(({ question, value, carriedFrom }) => ({
      question: question.text,
      says: answerWords(question, value),
      from: carriedFrom ? `Carried forward from ${longDate(carriedFrom)}` : 'Answered in this assessment',
    }))
    const origins = [...new Set(answers.map(answer => answer.from))]
    const first = group.answers[0]?.question
    const section = sections.find(one => one.questions.some(({ code }) => code === first?.code))
    return {
      ...{ code: group.code, title: group.title, toConfirm: group.toConfirm, answers },
      seen: JSON.stringify(seenOf(group, stored)),
      from: origins.length === 1 ? origins[0]! : null,
      change: section ? `${base}/${section.code}` : base,
    }
  })
  return { base, groups, confirmed: groups.filter(group => !group.toConfirm).length }
}

function seenOf({ answers }: ConfirmationGroup, stored: StoredAnswers): Readonly<Record<string, number>> {
  return Object.fromEntries(answers.map(({ question: { code } }) => [code, stored.get(code)?.version ?? 0]))
}
