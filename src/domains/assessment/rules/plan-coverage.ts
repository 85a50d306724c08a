import type { NeedArea, NeedLevel } from '../questions/question.ts'
import type { GoalState } from './goal-state.ts'

/** Null is not known. */
export type NeedFact = {
  readonly area: NeedArea
  readonly level: NeedLevel | null
  readonly harmLinked: boolean | null
}

export type CoverageFacts = {
  /** Null when nobody has been assessed: then nothing can be said about needs. */
  readonly needs: readonly NeedFact[] | null
  readonly goals: readonly {
    readonly state: GoalState
    readonly areas: readonly NeedArea[]
    readonly requirements: readonly string[]
    readonly steps: number
  }[]
  /** Requirements and conditions in force. */
  readonly requirements: readonly { readonly id: string; readonly text: string }[]
  readonly complianceOnly: ReadonlySet<string>
  /** Factors of the risk management plan that are ticked; null when there is none. */
  readonly factors: readonly { readonly code: string; readonly text: string }[] | null
  readonly actions: readonly { readonly factors: readonly string[]; readonly withdrawn: boolean }[]
}

/** What the goals that touch a need or a requirement amount to, the nearest to covered. */
export type Found = 'nothing' | 'ended-only' | 'future-only' | 'active-without-step'

export type PlanCoverage = {
  readonly needsKnown: boolean
  readonly factorsKnown: boolean
  readonly needs: readonly {
    readonly area: NeedArea
    readonly because: readonly ('severe' | 'high-scoring' | 'harm-linked')[]
    readonly found: Exclude<Found, 'active-without-step'>
  }[]
  readonly requirements: readonly { readonly id: string; readonly text: string; readonly found: Found }[]
  readonly factors: readonly { readonly code: string; readonly text: string }[]
  /** Areas whose level is not known: neither covered nor uncovered. */
  readonly unknownAreas: readonly NeedArea[]
}

/** What the plan leaves out: a need that scores at or above its threshold, or is linked to serious harm, without an
 *  active goal; a requirement without an active goal that has a step, unless marked compliance only; a ticked factor of
 *  risk that no action addresses (an action that is done still does). Source: assessment-and-plan.md section 6; that a
 *  future or achieved goal does not cover a need that is still there is ours. */
export function planCoverage(facts: CoverageFacts): PlanCoverage {
  const needs = (facts.needs ?? []).flatMap(need => {
    const because = becauseOf(need)
    const found = foundIn(facts.goals.filter(goal => goal.areas.includes(need.area)))
    if (because.length === 0 || found === 'covered' || found === 'active-without-step') return []
    return [{ area: need.area, because, found }]
  })
  const requirements = facts.requirements.flatMap(({ id, text }) => {
    const found = foundIn(facts.goals.filter(goal => goal.requirements.includes(id)))
    return facts.complianceOnly.has(id) || found === 'covered' ? [] : [{ id, text, found }]
  })
  const addressed = new Set(facts.actions.flatMap(action => (action.withdrawn ? [] : action.factors)))
  return {
    needsKnown: facts.needs !== null,
    factorsKnown: facts.factors !== null,
    needs,
    requirements,
    factors: (facts.factors ?? []).filter(factor => !addressed.has(factor.code)),
    unknownAreas: (facts.needs ?? []).flatMap(need =>
      need.level === null && need.harmLinked === null ? [need.area] : [],
    ),
  }
}

function becauseOf({ level, harmLinked }: NeedFact): ('severe' | 'high-scoring' | 'harm-linked')[] {
  const because: ('severe' | 'high-scoring' | 'harm-linked')[] = []
  if (level === 'severe') because.push('severe')
  if (level === 'standard') because.push('high-scoring')
  if (harmLinked === true) because.push('harm-linked')
  return because
}

function foundIn(goals: CoverageFacts['goals']): Found | 'covered' {
  const active = goals.filter(goal => goal.state === 'active')
  if (active.some(goal => goal.steps > 0)) return 'covered'
  if (active.length > 0) return 'active-without-step'
  if (goals.some(goal => goal.state === 'future')) return 'future-only'
  return goals.length > 0 ? 'ended-only' : 'nothing'
}
