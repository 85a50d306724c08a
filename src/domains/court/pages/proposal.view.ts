import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Decision, RuleUsed } from '../../../platform/rules/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import {
  findingWords,
  type OrderOnRecord,
  type OrderVerdict,
  orderEnd,
  suspendedSentenceDates,
  type Term,
} from '../../sentence/index.ts'
import type { ChargedOffence } from '../queries/defendant-at-court.ts'
import type { ListedProposal, OneProposal, ProposalContent } from '../queries/proposals.ts'
import { reviewWords } from '../review-words.ts'
import { checkOrderForm } from '../rules/check-order-form.ts'
import { type OrderForm, orderFormOf, requirementForm } from '../rules/order-form.ts'
import { wordsFor } from '../words.ts'
import { proposalPath } from './addresses.ts'
import { orderWords } from './defendant.view.ts'

export type Line = { readonly key: string; readonly value: string }

/** '18 months', '1 year 6 months'. */
export function termWords(term: Term | null): string | null {
  const parts = (['years', 'months', 'weeks', 'days'] as const).flatMap(unit => {
    const amount = term?.[unit] ?? 0
    return amount > 0 ? `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}` : []
  })
  return parts.length > 0 ? parts.join(' ') : null
}

/** What would be recorded, line by line. */
export function formLines(form: OrderForm): readonly Line[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Sentence', wordsFor({}, form.family)],
    ['Sentenced on', longDate(form.sentencedOn)],
    ['Convicted on', form.convictedOn ? longDate(form.convictedOn) : 'Not known'],
    [form.family === 'suspended-sentence' ? 'Custodial term' : 'Length', termWords(form.length) ?? 'Not given'],
    ['Operational period', termWords(form.operationalPeriod)],
    ['Ends on, as the court said', form.endsOn ? longDate(form.endsOn) : null],
    ['Offences', form.offences.map(one => one.title ?? one.code ?? 'not named').join('; ') || 'None'],
    ...form.requirements.map(one => {
      const length = one.length ? `${one.length.amount} ${one.length.unit}` : 'no length'
      const until = one.expectedEnd ? `, to ${longDate(one.expectedEnd)}` : ''
      const more = one.notes ? ` (${one.notes.toLowerCase()})` : ''
      return ['Requirement', `${wordsFor({}, one.kind)}, ${length}${until}${more}`] as const
    }),
    ['Notes', form.notes || null],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

/** The form of a content that proposes an order, or null. */
export function formOf(
  content: ProposalContent,
  about: { readonly hearingDay: LocalDate; readonly courtCode: string | null },
): OrderForm | null {
  if (!content.order) return null
  const { hearingDay: sentencedOn, courtCode } = about
  return orderFormOf(content.order, { sentencedOn, courtCode, offences: content.offences })
}

function linesOf(proposal: Pick<OneProposal, 'content' | 'hearingDay' | 'courtCode'>): readonly Line[] {
  const { content } = proposal
  const form = formOf(content, proposal)
  if (form) return formLines(form)
  if (content.requirement) {
    return requirementForm(content.requirement).map(one => ({
      key: 'Requirement',
      value: `${wordsFor({}, one.kind)}${one.length ? `, ${one.length.amount} ${one.length.unit}` : ''}`,
    }))
  }
  const outcome = content['breach-outcome']
  if (!outcome) return []
  const rows: readonly (readonly [string, string | null])[] = [
    ['What the court did', wordsFor({}, outcome.kind)],
    ['On', longDate(outcome.on)],
    ['On the record', wordsFor(consequenceWords, outcome.consequence)],
    ['Length', outcome.length ? `${outcome.length.value} ${outcome.length.unit}` : null],
    ['Served', outcome.order ? wordsFor({}, outcome.order) : null],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

const consequenceWords: Readonly<Record<string, string>> = {
  none: 'Nothing changes',
  'end-order': 'The order ends on that day',
  'replace-order': 'The order ends on that day and a new sentence takes its place',
  custody: 'The term of the suspended sentence is to be served',
  'change-order': 'The order is changed',
  'person-decides': 'A person decides what follows',
}

export type Compared = {
  readonly key: string
  readonly before: string
  readonly now: string
  readonly changed: boolean
}

/** An amended result against the last one, line by line; a line only one side has is said to be missing on the other. */
export function comparedLines(before: readonly Line[], now: readonly Line[]): readonly Compared[] {
  const keys = [...new Set([...now, ...before].map(line => line.key))]
  return keys.flatMap(key => {
    const earlier = before.filter(line => line.key === key).map(line => line.value)
    const later = now.filter(line => line.key === key).map(line => line.value)
    const removed = earlier.filter(value => !later.includes(value))
    const added = later.filter(value => !earlier.includes(value))
    const same = later
      .filter(value => earlier.includes(value))
      .map(value => ({ key, before: value, now: value, changed: false }))
    const rows = Math.max(removed.length, added.length)
    const different = Array.from({ length: rows }, (_, row) => ({
      key,
      before: removed[row] ?? 'Not there',
      now: added[row] ?? 'Taken away',
      changed: true,
    }))
    return [...same, ...different]
  })
}

export type ProposalModel = {
  readonly proposal: OneProposal
  readonly path: string
  readonly heading: string
  readonly state: 'waiting' | 'accepted' | 'refused' | 'replaced'
  readonly decided: string | null
  readonly said: readonly { readonly offence: string; readonly code: string; readonly text: string }[]
  readonly lines: readonly Line[]
  readonly compared: readonly Compared[] | null
  readonly reviews: readonly string[]
  readonly form: OrderForm | null
  readonly end: {
    readonly text: string
    readonly reasons: readonly string[]
    readonly rules: readonly RuleUsed[]
  } | null
  readonly limits: {
    readonly verdict: OrderVerdict
    readonly findings: readonly string[]
    readonly rules: readonly RuleUsed[]
  } | null
  readonly needsOrder: boolean
  readonly orders: readonly { readonly value: string; readonly text: string }[]
  readonly onRecord: boolean
}

/** One proposal: what the court said beside what would be recorded, what to look at, and the limits of the law. */
export function proposalView(
  proposal: OneProposal,
  facts: {
    readonly offences: readonly ChargedOffence[]
    readonly orders: readonly OrderOnRecord[]
    readonly dateOfBirth: LocalDate | null
    readonly onRecord: boolean
    readonly path: string
  },
): ProposalModel {
  const accepted = isOrderForm(proposal.acceptedContent) ? proposal.acceptedContent : null
  const form = accepted ?? formOf(proposal.content, proposal)
  const lines = accepted ? formLines(accepted) : linesOf(proposal)
  const before = proposal.before
  const earlier = before
    ? isOrderForm(before.acceptedContent)
      ? formLines(before.acceptedContent)
      : linesOf({ ...proposal, content: before.content })
    : null
  const state = proposal.accepted
    ? 'accepted'
    : proposal.decidedAt
      ? 'refused'
      : proposal.replaced
        ? 'replaced'
        : 'waiting'
  const limits = form && proposal.change !== 'withdrawn' ? checkOrderForm(form, facts.dateOfBirth) : null
  const consequence = proposal.content['breach-outcome']?.consequence
  return {
    proposal,
    path: facts.path,
    heading: headingOf(proposal),
    state,
    decided: decidedWords(proposal, state),
    said: saidAbout(proposal, facts.offences),
    lines,
    compared: earlier && proposal.change === 'changed' ? comparedLines(earlier, lines) : null,
    reviews: proposal.review.map(reviewWords),
    form,
    end: form && proposal.change !== 'withdrawn' ? endOf(form) : null,
    limits: limits && { verdict: limits.outcome, findings: limits.reasons.map(findingWords), rules: limits.rules },
    needsOrder:
      proposal.kind !== 'order' && consequence !== 'none' && consequence !== 'custody' && proposal.disposalId === null,
    orders: facts.orders.map(order => ({ value: order.id, text: orderWords(order) })),
    onRecord: facts.onRecord,
  }
}

export function headingOf({ kind, change, content }: Pick<ListedProposal, 'kind' | 'change' | 'content'>): string {
  const what =
    kind === 'order'
      ? wordsFor({}, content.order?.type ?? 'order').toLowerCase()
      : kind === 'requirement'
        ? `requirement: ${wordsFor({}, content.requirement?.type ?? '').toLowerCase()}`
        : `breach outcome: ${wordsFor({}, content['breach-outcome']?.kind ?? '').toLowerCase()}`
  if (change === 'withdrawn') return `Taken back by the court: ${what}`
  return change === 'changed' ? `Amended ${what}` : what.charAt(0).toUpperCase() + what.slice(1)
}

function decidedWords(proposal: OneProposal, state: ProposalModel['state']): string | null {
  if (state === 'replaced') return 'The court has sent a newer result. Decide on that one.'
  if (!proposal.decidedAt) return null
  const when = savedAt(proposal.decidedAt as `${string}T${string}Z`)
  const why = proposal.refusedReason ? `: ${proposal.refusedReason}` : ''
  return `${state === 'accepted' ? 'Accepted' : 'Refused'} by ${proposal.decidedBy} on ${when}${why}`
}

function endOf(form: OrderForm): ProposalModel['end'] {
  const { sentencedOn, length, operationalPeriod, endsOn: courtEnd } = form
  const decision: Decision<LocalDate | null> =
    form.family === 'suspended-sentence'
      ? suspendedSentenceDates({ sentencedOn, operationalPeriod, supervisionPeriod: null }).operationalEnd
      : orderEnd({ sentencedOn, length, courtEnd, enteredEnd: null })
  if (form.family === 'custody' || form.family === 'youth-custody') return null
  return {
    text: decision.outcome ? longDate(decision.outcome) : 'Not known',
    reasons: decision.reasons.map(one => wordsFor({}, one.code)),
    rules: decision.rules,
  }
}

function saidAbout(proposal: OneProposal, offences: readonly ChargedOffence[]): ProposalModel['said'] {
  const { content } = proposal
  const sequences = new Set([
    ...(content.order?.offenceSequences ?? []),
    ...(content.order?.requirements ?? []).flatMap(one => one.offenceSequences),
    ...(content.requirement?.offenceSequences ?? []),
    ...(content['breach-outcome'] ? [content['breach-outcome'].offenceSequence] : []),
  ])
  return offences
    .filter(offence => sequences.has(offence.sequence))
    .flatMap(offence =>
      offence.results.map(result => ({
        offence: `${offence.sequence}. ${offence.title ?? offence.code ?? 'Offence'}`,
        code: result.code === undefined ? 'None' : String(result.code),
        text: [result.label, result.text].filter(Boolean).join(': ') || 'No text',
      })),
    )
}

function isOrderForm(content: unknown): content is OrderForm {
  return typeof content === 'object' && content !== null && 'family' in content
}

export type ProposalRow = {
  readonly href: string
  readonly name: string
  readonly what: string
  readonly day: string
  readonly court: string
  readonly reviews: readonly string[]
  readonly onRecord: boolean
  readonly decided: string | null
}

export function proposalRow(proposal: ListedProposal, courtNames: ReadonlyMap<string, string>): ProposalRow {
  return {
    href: proposalPath(proposal.personId, proposal.id),
    name: proposal.name || 'Name not known',
    what: headingOf(proposal),
    day: longDate(proposal.hearingDay),
    court: courtNames.get(proposal.courtCode ?? '') ?? proposal.courtCode ?? 'Not known',
    reviews: proposal.review.map(reviewWords),
    onRecord: proposal.onRecord,
    decided: proposal.decidedAt
      ? `${proposal.accepted ? 'Accepted' : 'Refused'} by ${proposal.decidedBy}${proposal.refusedReason ? `: ${proposal.refusedReason}` : ''}`
      : null,
  }
}
