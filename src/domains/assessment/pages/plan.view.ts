import type { LocalDate } from '../../../platform/calendar/index.ts'
import { londonDay } from '../../../platform/calendar/index.ts'
import { listOf, longDate, savedAt } from '../../../platform/words/index.ts'
import {
  actorWords,
  agreementWords,
  answerWords,
  areaWords,
  becauseWords,
  foundWords,
  statusColours,
  statusWords,
} from '../plan-words.ts'
import type { GoalState } from '../rules/goal-state.ts'
import type { PlanCoverage } from '../rules/plan-coverage.ts'
import type { Goal, SentencePlan, Step } from '../sentence-plan.ts'

export type StepView = {
  readonly id: string
  readonly who: string
  readonly body: string
  readonly withheld: boolean
} & {
  readonly status: { readonly text: string; readonly colour: string }
}

export type GoalView = {
  readonly id: string
  readonly title: string
  readonly state: GoalState
  readonly areas: string
  readonly when: string
  readonly late: boolean
  readonly offersAchieved: boolean
  readonly withheld: boolean
  readonly steps: readonly StepView[]
  readonly notes: readonly { readonly kind: string; readonly body: string; readonly when: string }[]
}

export type GapView = { readonly what: string; readonly why: string; readonly href: string; readonly action: string }

export type PlanView = {
  readonly base: string
  readonly mayPlan: boolean
  readonly draft: boolean
  readonly agreement: { readonly text: string; readonly colour: string }
  readonly said: string
  readonly notices: readonly string[]
  readonly goals: Readonly<Record<GoalState, readonly GoalView[]>>
}

/** A plan in the words of its pages. `held`: it waits with its assessment for a countersignature. */
export function planView(
  plan: SentencePlan,
  at: { readonly crn: string; readonly today: LocalDate; readonly mayPlan: boolean; readonly held: boolean },
): PlanView {
  const goals = plan.goals.map(goal => goalView(goal, at.today))
  const of = (state: GoalState) => goals.filter(goal => goal.state === state)
  const notices = [
    at.held ? 'This plan waits with its assessment for a countersignature. Nobody can change it until then.' : null,
    plan.agreement === 'could-not-answer' ? 'Last time they could not answer. Ask again whether they agree.' : null,
    plan.changedSinceAgreed ? 'The plan has changed since they were last asked whether they agree.' : null,
    plan.mergedFrom > 0 ? 'Records of this person were merged: the goals of all of them are shown.' : null,
  ]
  return {
    base: `/case/${at.crn}/plan`,
    mayPlan: at.mayPlan && !at.held,
    draft: plan.agreement === 'draft',
    agreement: agreementWords[plan.agreement],
    said: saidText(plan),
    notices: notices.filter(notice => notice !== null),
    goals: { active: of('active'), future: of('future'), achieved: of('achieved'), removed: of('removed') },
  }
}

function saidText(plan: SentencePlan): string {
  const last = plan.agreements.at(-1)
  if (!last) return 'The person has not been asked yet whether they agree.'
  const because = last.reason ? `: ${last.reason}` : ''
  return `${answerWords[last.answer]}${because} (${longDate(londonDay(last.at))}, ${last.byName})`
}

const noteKinds = { progress: 'Progress', achieved: 'Achieved', removed: 'Removed', 're-added': 'Added again' } as const

export function goalView(goal: Goal, today: LocalDate): GoalView {
  const { id, title, state, offersAchieved, withheld, targetOn } = goal
  const late = state === 'active' && targetOn !== null && targetOn < today
  return {
    ...{ id, title, state, offersAchieved, withheld, late },
    areas: listOf([goal.area, ...goal.relatedAreas].map(area => areaWords[area])),
    when: whenText(goal, late),
    steps: goal.steps.map(stepView),
    notes: goal.notes
      .map(note => ({ kind: noteKinds[note.kind], body: note.body, when: `${savedAt(note.at)}, ${note.byName}` }))
      .reverse(),
  }
}

function whenText(goal: Goal, late: boolean): string {
  const ended = goal.notes.findLast(note => note.kind !== 'progress')
  if ((goal.state === 'achieved' || goal.state === 'removed') && ended) {
    const how = goal.state === 'achieved' ? 'Achieved' : 'Removed'
    return `${how} on ${longDate(londonDay(ended.at))}`
  }
  if (goal.targetOn) return `${late ? 'Was to be reached' : 'To be reached'} by ${longDate(goal.targetOn)}`
  return goal.remindOn ? `For later, to be looked at on ${longDate(goal.remindOn)}` : 'For later'
}

export function stepView({ id, body, actor, actorName, withheld, status }: Step): StepView {
  const who = actor === 'other' ? (actorName ?? actorWords.other) : actorWords[actor]
  return { id, who, body, withheld, status: { text: statusWords[status], colour: statusColours[status] } }
}

export type CoverageView = {
  readonly complete: boolean
  readonly notKnown: readonly string[]
  readonly needs: readonly GapView[]
  readonly requirements: readonly (GapView & { readonly id: string })[]
  readonly factors: readonly GapView[]
}

/** What the plan leaves out, each with the one thing to do about it. */
export function coverageView(coverage: PlanCoverage, crn: string): CoverageView {
  const base = `/case/${crn}/plan`
  const gaps = coverage.needs.length + coverage.requirements.length + coverage.factors.length
  const notKnown = [
    coverage.needsKnown ? null : 'Needs are not known: no assessment has answers yet.',
    coverage.factorsKnown ? null : 'Factors of risk are not known: there is no risk management checklist yet.',
    coverage.unknownAreas.length === 0
      ? null
      : `No score and no link: ${listOf(coverage.unknownAreas.map(area => areaWords[area]))}.`,
  ].filter(text => text !== null)
  return {
    complete: gaps === 0 && notKnown.length === 0,
    notKnown,
    needs: coverage.needs.map(({ area, because, found }) => ({
      what: areaWords[area],
      why: `${listOf(because.map(one => becauseWords[one]))}; ${foundWords[found]}`,
      href: `${base}/goals/new?area=${area}`,
      action: 'Add a goal',
    })),
    requirements: coverage.requirements.map(({ id, text, found }) => ({
      id,
      what: text,
      why: foundWords[found],
      href: `${base}/goals/new?requirement=${id}`,
      action: 'Add a goal',
    })),
    factors: coverage.factors.map(({ code, text }) => ({
      what: text,
      why: 'no action addresses it',
      href: `${base}/risk-actions?factor=${encodeURIComponent(code)}`,
      action: 'Add an action',
    })),
  }
}
