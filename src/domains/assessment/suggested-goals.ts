import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/reference/index.ts'
import type { NeedArea } from './questions/question.ts'
import type { StepActor } from './sentence-plan.ts'

type BothLanguages = { readonly en: string; readonly cy: string }

export type SuggestedStep = { readonly code: string; readonly actor: StepActor; readonly text: BothLanguages }
/** A goal in the first person, in our own words, with steps that often lead to it. */
export type SuggestedGoal = {
  readonly code: string
  readonly title: BothLanguages
  readonly steps: readonly SuggestedStep[]
}

type File = {
  /** `needs-translation` until a translator has read the Welsh. */
  readonly welsh: 'needs-translation' | 'checked'
  readonly areas: readonly { readonly area: NeedArea; readonly goals: readonly SuggestedGoal[] }[]
}

const name = 'src/domains/assessment/data/suggested-goals.json'
let held: File | undefined

/** The suggestions as in the data file, which a deployer may replace. Read once. */
export function suggestions(): File {
  held ??= JSON.parse(readFileSync(join(projectRoot(), name), 'utf8')) as File
  return held
}

export function suggestedGoalsFor(area: NeedArea): readonly SuggestedGoal[] {
  return suggestions().areas.find(one => one.area === area)?.goals ?? []
}

export function suggestedGoal(code: string): SuggestedGoal | undefined {
  return suggestions()
    .areas.flatMap(({ goals }) => goals)
    .find(goal => goal.code === code)
}

export function suggestedStep(code: string): SuggestedStep | undefined {
  return suggestions()
    .areas.flatMap(({ goals }) => goals.flatMap(({ steps }) => steps))
    .find(step => step.code === code)
}
