import { savedAt } from '../../../platform/words/index.ts'
import type { OutcomeChange, OutcomeFacts, Remark } from '../queries/defendant-at-court.ts'
import { outcomeState, outcomeTypes } from '../rules/outcome-state.ts'
import { outcomeChangeWords, outcomeStateWords, wordsFor } from '../words.ts'

type Moment = `${string}T${string}Z`

export type OutcomeView = {
  readonly id: string
  readonly version: number
  readonly types: readonly string[]
  readonly words: string
  readonly state: 'NEW' | 'IN_PROGRESS' | 'ON_HOLD' | 'RESULTED'
  readonly stateWords: string
  readonly who: string
  readonly mine: boolean
  readonly heldReason: string | null
  readonly changes: readonly {
    readonly text: string
    readonly by: string
    readonly at: string
    readonly when: string
  }[]
}

/** An outcome as staff read it: what it is, who has it, why it waits, and who changed what. */
export function outcomeView(outcome: OutcomeFacts, changes: readonly OutcomeChange[], username: string): OutcomeView {
  const state = outcomeState(outcome)
  return {
    id: outcome.id,
    version: outcome.version,
    types: outcome.types,
    words: outcomeWords(outcome.types),
    state,
    stateWords: wordsFor(outcomeStateWords, state),
    who: outcome.assignedName ?? outcome.assignedTo ?? 'Nobody yet',
    mine: outcome.assignedTo === username,
    heldReason: outcome.heldAt ? outcome.heldReason : null,
    changes: changes.map(change => ({
      text: changeWords(change),
      by: change.byName,
      at: change.at,
      when: savedAt(change.at as Moment),
    })),
  }
}

/** 'Probation sentence and report requested': the main type first. */
export function outcomeWords(types: readonly string[]): string {
  const words = types.map(type => wordsFor(outcomeTypes, type))
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1))).join(' and ')
}

function changeWords({ what, detail }: OutcomeChange): string {
  const words = wordsFor(outcomeChangeWords, what)
  const list = (value: unknown) => (Array.isArray(value) ? outcomeWords(value.map(String)) : '')
  if (what === 'type-changed') return `${words} from ${list(detail.from)} to ${list(detail.to)}`
  if (what === 'created') return list(detail.types) ? `${words}: ${list(detail.types)}` : words
  if (what === 'held' && typeof detail.reason === 'string') return `${words}: ${detail.reason}`
  if ((what === 'assigned' || what === 'taken-over') && typeof detail.to === 'string') {
    return typeof detail.from === 'string' ? `${words} from ${detail.from} by ${detail.to}` : `${words} by ${detail.to}`
  }
  return words
}

export type RemarkView = {
  readonly id: string
  readonly body: string
  readonly by: string
  readonly when: string
  readonly mine: boolean
  readonly version: number
}

export function remarkView(remark: Remark, username: string): RemarkView {
  const edited = remark.editedAt ? `, changed ${savedAt(remark.editedAt as Moment)}` : ''
  return {
    id: remark.id,
    body: remark.body,
    by: remark.authorName,
    when: `${savedAt(remark.writtenAt as Moment)}${edited}`,
    mine: remark.author === username,
    version: remark.version,
  }
}
