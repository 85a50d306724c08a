import { type Decision, decided, reason } from '../../../platform/rules/index.ts'

/** Where a request for a report stands (pre-sentence report specification, section 2). The first two are of a
 *  before-plea request that has no answer yet or was refused; SEALED of a before-plea report after a plea of not guilty. */
export type RequestState =
  | 'AWAITING_REPLY'
  | 'REFUSED'
  | 'REQUESTED'
  | 'ALLOCATED'
  | 'IN_PROGRESS'
  | 'READY_FOR_COUNTERSIGN'
  | 'SIGNED'
  | 'DELIVERED'
  | 'USED'
  | 'NOT_USED'
  | 'WITHDRAWN'
  | 'NOT_COMPLETED'
  | 'SEALED'

export const requestStates: readonly RequestState[] = [
  'AWAITING_REPLY',
  'REFUSED',
  'REQUESTED',
  'ALLOCATED',
  'IN_PROGRESS',
  'READY_FOR_COUNTERSIGN',
  'SIGNED',
  'DELIVERED',
  'USED',
  'NOT_USED',
  'WITHDRAWN',
  'NOT_COMPLETED',
  'SEALED',
]

/** What can be done with a request. Those in `from` of the table below move it; the notes below never do. */
export type MovingAct =
  | 'asked-before-plea'
  | 'granted'
  | 'refused'
  | 'refused-incomplete'
  | 'refused-insufficient-time'
  | 'allocated'
  | 'unallocated'
  | 'started'
  | 'ready-for-countersign'
  | 'returned'
  | 'signed'
  | 'delivered'
  | 'used'
  | 'not-used'
  | 'withdrawn'
  | 'not-completed'
  | 'reopened'
  | 'sealed'

export type NotingAct =
  | 'triaged'
  | 'details-changed'
  | 'required-by-changed'
  | 'data-alert'
  | 'interview-booked'
  | 'interview-attended'
  | 'interview-missed'
  | 'on-the-day-started'

export type RequestActKind = MovingAct | NotingAct

const beforeSigning: readonly RequestState[] = ['REQUESTED', 'ALLOCATED', 'IN_PROGRESS', 'READY_FOR_COUNTERSIGN']

/** From which states an act is possible. A report that reached the court is changed by a new version: 'reopened'. */
const from: Readonly<Record<MovingAct, readonly RequestState[]>> = {
  'asked-before-plea': ['REQUESTED'],
  granted: ['AWAITING_REPLY'],
  refused: ['AWAITING_REPLY'],
  'refused-incomplete': ['AWAITING_REPLY'],
  'refused-insufficient-time': ['AWAITING_REPLY'],
  allocated: beforeSigning,
  unallocated: ['ALLOCATED', 'IN_PROGRESS'],
  started: ['ALLOCATED', 'REQUESTED'],
  'ready-for-countersign': ['IN_PROGRESS'],
  returned: ['READY_FOR_COUNTERSIGN'],
  signed: ['IN_PROGRESS', 'READY_FOR_COUNTERSIGN'],
  delivered: ['SIGNED'],
  used: ['DELIVERED', 'NOT_USED'],
  'not-used': ['DELIVERED', 'USED', 'SIGNED'],
  withdrawn: ['AWAITING_REPLY', ...beforeSigning, 'SIGNED'],
  'not-completed': beforeSigning,
  reopened: ['SIGNED', 'DELIVERED', 'WITHDRAWN', 'NOT_COMPLETED', 'USED', 'NOT_USED'],
  sealed: ['AWAITING_REPLY', ...beforeSigning, 'SIGNED', 'DELIVERED'],
}

const notes: readonly NotingAct[] = [
  'triaged',
  'details-changed',
  'required-by-changed',
  'data-alert',
  'interview-booked',
  'interview-attended',
  'interview-missed',
  'on-the-day-started',
]

/** States in which somebody still has work to do on the report. */
export const openStates: readonly RequestState[] = ['AWAITING_REPLY', ...beforeSigning, 'SIGNED']

/** Acts that say nothing without the reason: they cost somebody work, or take the report from the court. */
export const actsWithReason: readonly RequestActKind[] = [
  'refused',
  'refused-incomplete',
  'refused-insufficient-time',
  'returned',
  'not-used',
  'withdrawn',
  'not-completed',
  'reopened',
  'sealed',
  'unallocated',
]

type Done = { readonly kind: string }

/** The state that follows from everything done, in the order it was done. Nothing done yet: REQUESTED. */
export function requestState(acts: readonly Done[]): RequestState {
  return acts.reduce<Standing>(after, { state: 'REQUESTED', allocated: false, written: false }).state
}

type Standing = { readonly state: RequestState; readonly allocated: boolean; readonly written: boolean }

function after(standing: Standing, { kind }: Done): Standing {
  const { state, allocated, written } = standing
  switch (kind) {
    case 'asked-before-plea':
      return { ...standing, state: 'AWAITING_REPLY' }
    case 'granted':
      return { ...standing, state: 'REQUESTED' }
    case 'refused':
    case 'refused-incomplete':
    case 'refused-insufficient-time':
      return { ...standing, state: 'REFUSED' }
    case 'allocated':
      return { ...standing, allocated: true, state: state === 'REQUESTED' ? 'ALLOCATED' : state }
    case 'unallocated':
      return { ...standing, allocated: false, state: 'REQUESTED' }
    case 'started':
    case 'returned':
      return { allocated: true, written: true, state: 'IN_PROGRESS' }
    case 'reopened':
      return { ...standing, state: written ? 'IN_PROGRESS' : allocated ? 'ALLOCATED' : 'REQUESTED' }
    case 'ready-for-countersign':
      return { ...standing, state: 'READY_FOR_COUNTERSIGN' }
    case 'signed':
      return { ...standing, state: 'SIGNED' }
    case 'delivered':
      return { ...standing, state: 'DELIVERED' }
    case 'used':
      return { ...standing, state: 'USED' }
    case 'not-used':
      return { ...standing, state: 'NOT_USED' }
    case 'withdrawn':
      return { ...standing, state: 'WITHDRAWN' }
    case 'not-completed':
      return { ...standing, state: 'NOT_COMPLETED' }
    case 'sealed':
      return { ...standing, state: 'SEALED' }
    default:
      return standing
  }
}

/** May this be done now? 'reason-missing' and 'not-now' say why not; the reason names the state it stands in. */
export function requestStep(
  acts: readonly Done[],
  kind: RequestActKind,
  given: { readonly reason: string | null },
): Decision<'yes' | 'not-now' | 'reason-missing'> {
  const state = requestState(acts)
  const possible = isNote(kind) ? state !== 'SEALED' && state !== 'REFUSED' : from[kind].includes(state)
  if (!possible) return decided('not-now', [], reason('request-stands-at', { state, act: kind }))
  const again = kind === 'allocated' && state !== 'REQUESTED'
  if ((actsWithReason.includes(kind) || again) && !given.reason?.trim()) {
    return decided('reason-missing', [], reason('reason-needed', { act: kind }))
  }
  return decided('yes', [])
}

export function isNote(kind: RequestActKind): kind is NotingAct {
  return notes.some(note => note === kind)
}

/** The username of whoever writes the report now; null when nobody does. */
export function writerOf(
  acts: readonly { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> }[],
): { readonly username: string; readonly name: string } | null {
  const last = acts.findLast(act => act.kind === 'allocated' || act.kind === 'unallocated')
  if (last?.kind !== 'allocated') return null
  const { to, toName } = last.detail
  return typeof to === 'string' ? { username: to, name: typeof toName === 'string' ? toName : to } : null
}
