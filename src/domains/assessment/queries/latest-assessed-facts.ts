import { type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { AnswerValue, AnswerValues, Layer, QuestionSet } from '../questions/question.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { type AssessmentState, assessmentState, isComplete, isOpenOrAwaiting } from '../rules/assessment-state.ts'
import { carrySources, type Earlier } from '../rules/carry-forward.ts'
import { type HarmLevels, harmLevels } from '../rules/harm-levels.ts'
import { type ChecklistFactor, managementChecklist } from '../rules/management-plan.ts'
import {
  type AssessedNeed,
  assessedNeeds,
  needsForm,
  type StrengthScore,
  strengthScores,
} from '../rules/strength-scores.ts'
import { answersOfAll, answerValues, type StoredAnswer, type StoredAnswers } from './answers-of.ts'
import { type AssessmentOnRecord, assessmentsOf } from './assessments-of.ts'
import { riskActionsOf } from './risk-actions-of.ts'

/** An answer and the assessment it stands in. `on`: the day somebody last stood by it. */
export type AssessedAnswer = StoredAnswer & { readonly assessmentId: string; readonly on: LocalDate }

/** What a person's newest assessment says, for everything that is built on it. An open assessment counts only where
 *  nothing was ever signed, and says so: `signedOn` is null. */
export type AssessedFacts = {
  readonly assessmentId: string
  readonly layer: Layer
  readonly state: AssessmentState
  readonly questionSet: QuestionSet
  readonly signedOn: LocalDate | null
  readonly assessedOn: LocalDate
  readonly answers: AnswerValues
  /** The same answers with who gave them, when, and whether they hold third-party information. */
  readonly sources: ReadonlyMap<string, AssessedAnswer>
  /** By the form that was filled in last; empty where only short forms were. */
  readonly needs: readonly AssessedNeed[]
  /** Empty unless the form with strengths was the last to assess needs. */
  readonly strengths: readonly StrengthScore[]
  readonly harm: {
    /** Null where there was no full analysis: no level, which is never low. */
    readonly levels: HarmLevels | null
    /** Who is at risk, of what, when, what makes it greater and what smaller; a text not written is left out. */
    readonly texts: readonly { readonly question: string; readonly text: string; readonly answer: string }[]
  }
  readonly harmFactors: readonly ChecklistFactor[]
}

/** What the newest signed assessment says, or, where there is none, the open one; null where there is neither. For each
 *  question the newest full answer of the same period of supervision stands, so that a shallower assessment made later
 *  does not hide what a deeper one said. `asAt` chooses the rules in force. */
export async function latestAssessedFacts(
  tx: Tx,
  group: readonly string[],
  asAt: LocalDate,
): Promise<AssessedFacts | null> {
  const all = (await assessmentsOf(tx, group)).map(one => ({ one, state: assessmentState(one.acts) }))
  const complete = all.filter(({ state }) => isComplete(state))
  const newest = complete[0] ?? all.find(({ state }) => isOpenOrAwaiting(state))
  if (!newest) return null
  const from =
    complete.length > 0
      ? carrySources(
          complete.toReversed().map(({ one }) => asEarlier(one)),
          newest.one.periodId,
        )
      : []
  const chosen = from.length > 0 ? from : [asEarlier(newest.one)]
  const stored = await answersOfAll(
    tx,
    group,
    chosen.map(({ id }) => id),
  )
  const sources = newestAnswers(chosen, stored)
  const set = questionSetVersion(newest.one.questionSet)
  const answers = answerValues(sources)
  const layers = chosen.map(({ layer }) => layer)
  return {
    assessmentId: newest.one.id,
    layer: newest.one.layer,
    state: newest.state,
    questionSet: set,
    signedOn: complete.length > 0 ? asEarlier(newest.one).on : null,
    assessedOn: newest.one.assessedOn,
    answers,
    sources,
    needs: assessedNeeds(set, answers, layers),
    strengths: needsForm(layers) === 'strengths' ? strengthScores(set, answers) : [],
    harm: { levels: harmLevels(answers, asAt), texts: harmTexts(set, answers) },
    harmFactors: managementChecklist(set, answers, await actionsOf(tx, group), asAt),
  }
}

function asEarlier(one: AssessmentOnRecord): Earlier {
  const { id, layer, periodId, carriedFromId, acts, assessedOn } = one
  const last = acts.at(-1)
  return { id, layer, periodId, carriedFromId, finished: 'complete', on: last ? londonDay(last.at) : assessedOn }
}

/** For each question the newest answer that is not 'M'; one taken away hides the older ones. */
function newestAnswers(
  from: readonly Earlier[],
  stored: ReadonlyMap<string, StoredAnswers>,
): ReadonlyMap<string, AssessedAnswer> {
  const found = new Map<string, AssessedAnswer>()
  for (const { id, on } of from) {
    for (const [code, answer] of stored.get(id) ?? []) {
      const before = found.get(code)
      if (before && before.value !== 'M') continue
      const stands = answer.carriedFrom !== null && answer.confirmedAt === null ? answer.carriedFrom : on
      if (!before || answer.value !== 'M') found.set(code, { ...answer, assessmentId: id, on: stands })
    }
  }
  return found
}

async function actionsOf(tx: Tx, group: readonly string[]) {
  return (await riskActionsOf(tx, group)).map(({ factors, endedAs }) => ({
    factors,
    withdrawn: endedAs === 'withdrawn',
  }))
}

function harmTexts(set: QuestionSet, answers: AnswerValues) {
  const said = (value: AnswerValue | undefined) => (typeof value === 'string' && value.trim() !== '' ? value : null)
  return set.sections
    .filter(section => section.kind === 'harm-summary')
    .flatMap(section => section.questions)
    .flatMap(({ code, kind, text }) => {
      const answer = kind === 'text' ? said(answers.get(code)) : null
      return answer === null ? [] : [{ question: code, text, answer }]
    })
}
