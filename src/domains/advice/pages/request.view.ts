import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { Interview } from '../commands/book-interview.ts'
import type { ReportRequest } from '../request-model.ts'
import {
  actWords,
  cohortWords,
  deliveryWords,
  depthWords,
  kindWords,
  pleaOverallWords,
  remandWords,
} from '../request-words.ts'
import { askedOn, reportDeadlines } from '../rules/report-deadlines.ts'
import { type RequestActKind, type RequestState, requestStep } from '../rules/request-state.ts'
import { missingFactWords, requestAlertText, triageReasonText } from '../triage-words.ts'
import { reminderWords } from './report-queue.view.ts'

export type Fact = { readonly key: string; readonly value: string }

const sourceWords: Readonly<Record<ReportRequest['source'], string>> = {
  'court-outcome': 'the outcome recorded at court',
  'court-result': 'the result the court sent',
  'before-plea': 'a request before plea',
  'crown-court': 'the Crown Court',
  manual: 'a member of staff',
}

/** What was asked, by whom and for when; what nobody said is left out or said not to be known. */
export function askedFacts(request: ReportRequest, court: string): readonly Fact[] {
  const { facts } = request
  const offences = facts.offences.map(one => {
    const days = [
      one.committedOn && `on ${longDate(one.committedOn)}`,
      one.convictedOn && `convicted ${longDate(one.convictedOn)}`,
    ]
    return [one.main && facts.offences.length > 1 ? `${one.title} (main)` : one.title, ...days]
      .filter(Boolean)
      .join(', ')
  })
  const rows: readonly (Fact | null)[] = [
    { key: 'Report', value: kindWords[request.kind] },
    { key: 'Court', value: court },
    {
      key: 'Needed by',
      value: request.requiredBy ? longDate(request.requiredBy) : 'Not known: the court has not said',
    },
    { key: 'Asked', value: `${savedAt(request.askedAt)}, by ${sourceWords[request.source]} (${request.askedBy})` },
    { key: 'Offences', value: offences.length > 0 ? offences.join('; ') : 'Not known' },
    { key: 'Plea', value: pleaOverallWords[facts.plea] },
    { key: 'Remand', value: [remandWords[facts.remand], facts.prison].filter(Boolean).join(', ') },
    optional('Court’s indication (not binding)', facts.indication),
    optional('Requirements the court wants considered', facts.requirementsIndicated),
    optional('Interpreter', facts.interpreter),
    optional('Notes for the writer', facts.notes),
    optional('Colleague to tell', facts.notify),
    optional('Case', request.caseReference),
  ]
  return rows.filter(row => row !== null)
}

function optional(key: string, value: string | null): Fact | null {
  return value?.trim() ? { key, value } : null
}

export type RequestView = {
  readonly asked: readonly Fact[]
  readonly ready: string | null
  readonly reminders: readonly string[]
  readonly alerts: readonly string[]
  readonly cohorts: readonly { readonly name: string; readonly reasons: readonly string[] }[]
  readonly notKnown: readonly string[]
  readonly suggestion: { readonly text: string; readonly reasons: readonly string[]; readonly assumed: boolean } | null
  readonly decision: string | null
  readonly outstanding: readonly string[]
  readonly history: readonly { readonly what: string; readonly when: string; readonly more: string | null }[]
  readonly may: Readonly<Record<string, boolean>>
}

export type OutstandingEnquiry = { readonly name: string; readonly standing: string; readonly askedOn: LocalDate }

/** The page of a request, from what was stored: nothing is decided here that a rule does not decide. */
export function requestView(
  request: ReportRequest,
  given: {
    readonly court: string
    readonly interviews: readonly Interview[]
    readonly enquiries: readonly OutstandingEnquiry[]
  },
  today: LocalDate,
): RequestView {
  const { triage } = request
  const interviewBooked = given.interviews.some(one => one.outcome !== 'missed')
  const times = { askedOn: askedOn(request), requiredBy: request.requiredBy, state: request.state, interviewBooked }
  const deadlines = reportDeadlines(times, today)
  const alerts = request.acts.filter(
    act => act.kind === 'data-alert' && act.detail.day === request.requiredBy && act.detail.day !== undefined,
  )
  return {
    asked: askedFacts(request, given.court),
    ready: deadlines.internalDue && longDate(deadlines.internalDue),
    reminders: deadlines.reminders.map(one => reminderWords[one]),
    alerts: [...new Set(alerts.map(act => requestAlertText(act.detail)))],
    cohorts: request.cohorts.map(({ cohort, reasons }) => ({
      name: cohortWords[cohort],
      reasons: reasons.map(triageReasonText),
    })),
    notKnown: (triage?.notKnown ?? []).map(
      ({ cohort, fact }) => `${cohortWords[cohort]}: ${missingFactWords[fact] ?? fact}`,
    ),
    suggestion: triage && {
      text: [
        depthWords[triage.suggestedDepth],
        triage.suggestedDelivery && deliveryWords[triage.suggestedDelivery].toLowerCase(),
      ]
        .filter(Boolean)
        .join(', '),
      reasons: triage.reasons.map(triageReasonText),
      assumed: triage.rules.some(rule => rule.source.kind === 'assumption'),
    },
    decision: decisionText(request),
    outstanding: outstanding(request, given, today),
    history: [
      ...request.acts.toReversed().map(act => ({
        what: actWords[act.kind] ?? act.kind,
        when: `${savedAt(act.at)} by ${act.byName}`,
        more: historyDetail(act.kind, act.detail, act.reason),
      })),
      { what: 'Asked for', when: `${savedAt(request.askedAt)} by ${request.askedBy}`, more: null },
    ],
    may: Object.fromEntries(
      steps.map(kind => [kind, requestStep(request.acts, kind, { reason: 'given' }).outcome === 'yes']),
    ),
  }
}

const steps: readonly RequestActKind[] = [
  'granted',
  'triaged',
  'allocated',
  'interview-booked',
  'required-by-changed',
  'withdrawn',
  'not-completed',
  'reopened',
  'used',
  'sealed',
]

function decisionText({ triage }: ReportRequest): string | null {
  const decision = triage?.decision
  if (!decision) return null
  const what = [depthWords[decision.depth], decision.delivery && deliveryWords[decision.delivery].toLowerCase()].filter(
    Boolean,
  )
  const why = decision.differsBecause ? ` Differs from the suggestion: ${decision.differsBecause}` : ''
  return `${what.join(', ')}, decided by ${decision.byName} on ${savedAt(decision.at)}.${why}`
}

const beingWorked: readonly RequestState[] = [
  'AWAITING_REPLY',
  'REQUESTED',
  'ALLOCATED',
  'IN_PROGRESS',
  'READY_FOR_COUNTERSIGN',
]

/** What is left before the report can be signed, in the order it is done; nothing once it is. */
function outstanding(
  request: ReportRequest,
  {
    interviews,
    enquiries,
  }: { readonly interviews: readonly Interview[]; readonly enquiries: readonly OutstandingEnquiry[] },
  today: LocalDate,
): readonly string[] {
  if (!beingWorked.includes(request.state)) return []
  const left: string[] = []
  if (request.state === 'AWAITING_REPLY') left.push('Answer the defence')
  if (!request.triage?.decision) left.push('Decide what the court is given')
  if (request.writer === null) left.push('Allocate a writer')
  const signedByAuthor = request.state === 'READY_FOR_COUNTERSIGN'
  if (!signedByAuthor && interviews.every(one => one.outcome === 'missed')) left.push('Book an interview')
  for (const one of interviews) {
    if (one.outcome === null && one.day < today) left.push(`Say how the interview of ${longDate(one.day)} went`)
    if (one.outcome === null && one.day >= today) left.push(`Interview on ${longDate(one.day)}`)
  }
  for (const one of enquiries) {
    if (one.standing === 'outstanding' || one.standing === 'overdue') {
      left.push(
        `${one.name}: ${one.standing === 'overdue' ? 'overdue, ' : ''}asked ${longDate(one.askedOn)}, no answer yet`,
      )
    }
  }
  return left
}

function historyDetail(
  kind: RequestActKind,
  detail: Readonly<Record<string, unknown>>,
  reason: string | null,
): string | null {
  const day = (value: unknown) => (typeof value === 'string' ? longDate(value as LocalDate) : 'not known')
  const parts: string[] = []
  if (kind === 'required-by-changed') parts.push(`From ${day(detail.from)} to ${day(detail.to)}`)
  if (kind === 'allocated' && typeof detail.toName === 'string') parts.push(`To ${detail.toName}`)
  if (kind === 'data-alert') parts.push(requestAlertText(detail))
  if (kind === 'interview-booked') parts.push(`For ${day(detail.day)}`)
  if (reason) parts.push(reason)
  return parts.length > 0 ? parts.join('. ') : null
}
