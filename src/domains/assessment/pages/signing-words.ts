import type { Reason } from '../../../platform/rules/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { Band } from '../model.ts'
import type { Countersigner } from '../parameters/countersign-rules.ts'
import type { HarmLevel } from '../questions/question.ts'
import type { AssessmentState } from '../rules/assessment-state.ts'

/** Staff English for where an assessment stands and what was done to it. */
export const stateTags: Readonly<Record<AssessmentState, { readonly text: string; readonly colour: string }>> = {
  OPEN: { text: 'Open', colour: 'blue' },
  SELF_SIGNED: { text: 'Signed', colour: 'green' },
  AWAITING_COUNTERSIGN: { text: 'Awaiting countersignature', colour: 'yellow' },
  AWAITING_DOUBLE_COUNTERSIGN: { text: 'Awaiting two countersignatures', colour: 'yellow' },
  COUNTERSIGNED: { text: 'Countersigned', colour: 'green' },
  DOUBLE_COUNTERSIGNED: { text: 'Countersigned twice', colour: 'green' },
  REJECTED: { text: 'Given back', colour: 'red' },
  LOCKED_INCOMPLETE: { text: 'Locked incomplete', colour: 'grey' },
  ROLLED_BACK: { text: 'Reopened', colour: 'purple' },
  DELETED: { text: 'Deleted', colour: 'grey' },
}

const acts: Readonly<Record<string, string>> = {
  signed: 'Signed',
  countersigned: 'Countersigned',
  rejected: 'Given back to the assessor',
  'locked-incomplete': 'Locked incomplete',
  'rolled-back': 'Reopened',
  deleted: 'Deleted',
  restored: 'Restored',
  merged: 'Merged',
}

export function actWords(kind: string): string {
  return acts[kind] ?? kind
}

export const levelWords: Readonly<Record<HarmLevel, string>> = {
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
  VERY_HIGH: 'Very high',
}

export const countersignerWords: Readonly<Record<Countersigner, string>> = {
  senior: 'a senior probation officer',
  head: 'the head of the probation delivery unit',
}

export const bandNames: Readonly<Record<Band, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
  'not-applicable': 'No band',
}

const because: Readonly<Record<string, string>> = {
  'assessor-unapproved': 'The assessor is not approved to sign alone',
  'first-of-period': 'It is the first assessment of this period of supervision',
  'harm-high': 'Risk of serious harm is high',
  'harm-very-high': 'Risk of serious harm is very high',
  'mappa-2-or-3': 'The person is managed under MAPPA at level 2 or 3',
  'mappa-3': 'The person is managed under MAPPA at level 3',
  'child-at-risk': 'A child is at risk',
  terrorism: 'There is a terrorism flag',
  'level-lowered': 'The level of risk of serious harm is lowered',
  'score-overridden': 'The result of a screen is overridden',
  'exempt-role': 'The assessor’s role needs no countersignature',
}

/** A reason of the countersign rule; whether the same one was countersigned before. */
export function reasonWords({ code, data }: Reason): string {
  const words = because[code] ?? code
  const more =
    code === 'assessor-unapproved' && data.role === null ? ' (nobody has recorded what they are approved for)' : ''
  const before =
    typeof data.before === 'string'
      ? `, as was countersigned on ${longDate(data.before as `${number}-${number}-${number}`)}`
      : ''
  return `${words}${more}${before}`
}
