import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, plural, savedAt, withTime } from '../../../platform/words/index.ts'
import { type IdentityBar, readAsn, readCro, readPnc } from '../../person/index.ts'
import type { OrderOnRecord } from '../../sentence/index.ts'
import type {
  AppearanceFacts,
  ApplicationHeard,
  ChargedOffence,
  HearingOfCase,
  LinkDecisionMade,
  OpenAlert,
  SittingDay,
} from '../queries/defendant-at-court.ts'
import { breachReadiness, breachSignals, findBreachedOrder } from '../rules/breach-at-court.ts'
import { courtBesideRecord, type IdentityValues } from '../rules/court-beside-record.ts'
import { outcomeTypes } from '../rules/outcome-state.ts'
import {
  agreementWords,
  alertWords,
  applicationWords,
  besideWords,
  breachSignalWords,
  linkDecisionWords,
  numberFaultWords,
  pleaWords,
  sexWords,
  sourceWords,
  standingWords,
  wordsFor,
} from '../words.ts'
import { defendantPath } from './addresses.ts'
import { bornWords, roomWords } from './listing-words.ts'

/** The record's values of the person the defendant is linked to, or null. */
export type RecordValues = IdentityValues | null

export type BesideView = {
  readonly field: string
  readonly court: readonly string[]
  readonly record: readonly string[]
  readonly standing: string
  readonly differs: boolean
  readonly faults: readonly string[]
}

/** The defendant's name as lists write it. */
export function defendantName({ defendant }: AppearanceFacts): string {
  if (defendant.type === 'ORGANISATION') return defendant.organisationName ?? 'Organisation without a name'
  return [defendant.surname, defendant.forenames.join(' ')].filter(Boolean).join(', ') || 'Name not known'
}

/** Each fact of identity, the court's value first, with why a police number is not used. */
export function besideView(facts: AppearanceFacts, record: RecordValues, today: LocalDate): readonly BesideView[] {
  const { defendant } = facts
  const court: IdentityValues = {
    name: [defendantName(facts)],
    dateOfBirth: defendant.dateOfBirth ? [defendant.dateOfBirth] : [],
    sex: defendant.sex ? [wordsFor(sexWords, defendant.sex)] : [],
    address: defendant.address
      ? [[...defendant.address.lines, defendant.address.postcode].filter(Boolean).join(', ')]
      : [],
    pnc: defendant.pnc ? [defendant.pnc] : [],
    cro: defendant.cro ? [defendant.cro] : [],
  }
  const none: IdentityValues = { name: [], dateOfBirth: [], sex: [], address: [], pnc: [], cro: [] }
  return courtBesideRecord(court, record ?? none, today).map(line => {
    const shown = (values: readonly string[]) =>
      line.field === 'dateOfBirth' ? values.map(value => bornWords(value as LocalDate, today)) : values
    return {
      field: wordsFor(besideWords, line.field),
      court: shown(line.court),
      record: shown(line.record),
      standing: record ? wordsFor(standingWords, line.standing) : '',
      differs: record !== null && line.standing === 'different',
      faults: numberFaults(line.field, line.court, today),
    }
  })
}

function numberFaults(field: string, given: readonly string[], today: LocalDate): readonly string[] {
  const read = field === 'pnc' ? readPnc : field === 'cro' ? readCro : undefined
  if (!read) return []
  return given.flatMap(number => {
    const reading = read(number, today)
    if (!reading.valid) return `Not valid (${wordsFor(numberFaultWords, reading.reason ?? 'format')}): not used to link`
    return reading.usableForMatching ? [] : 'A placeholder: not used to link'
  })
}

/** The arrest number with its fault, for the line of case facts. */
export function asnWords(asn: string | null, today: LocalDate): string | null {
  if (!asn) return null
  const reading = readAsn(asn, today)
  return reading.valid ? asn : `${asn} (not valid: ${wordsFor(numberFaultWords, reading.reason ?? 'format')})`
}

export function caseFacts(
  facts: AppearanceFacts,
  days: readonly SittingDay[],
  courtName: string | null,
  today: LocalDate,
): readonly { readonly key: string; readonly value: string }[] {
  const when = days.map(day => {
    const time = day.startsAt === '00:00' ? longDate(day.day) : withTime(day.day, day.startsAt as `${number}:${number}`)
    return day.room ? `${time}, ${roomWords(day.room)}` : time
  })
  const rows: readonly (readonly [string, string | null])[] = [
    ['Court', courtName ?? facts.courtName ?? 'Not known'],
    ['Hearing', when.join('; ') || 'No day given'],
    ['Hearing type', facts.hearingType],
    ['List number', facts.listNo],
    ['URN', facts.urn],
    ['Case number', facts.source === 'LIBRA' ? facts.caseNo : null],
    ['Arrest number', asnWords(facts.defendant.asn, today)],
    ['Case markers', facts.markers.join(', ') || null],
    ['Came from', wordsFor(sourceWords, facts.source)],
    ['Report requested', reportWords(facts)],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

function reportWords({ reportRequestedAt, reportRequestedFor }: AppearanceFacts): string | null {
  if (!reportRequestedAt) return null
  return reportRequestedFor ? `Yes, for ${longDate(reportRequestedFor)}` : 'Yes, no date given'
}

export type OffenceView = {
  readonly heading: string
  readonly code: string | null
  readonly act: string | null
  readonly wording: string | null
  readonly serious: boolean
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly results: readonly { readonly text: string; readonly code: string | null }[]
}

export function offenceView(offence: ChargedOffence): OffenceView {
  const dates = [offence.startDate, offence.endDate].flatMap(day => (day ? [longDate(day)] : []))
  const facts: readonly (readonly [string, string | null])[] = [
    ['Plea', pleaOrVerdictWords(offence.plea)],
    ['Verdict', pleaOrVerdictWords(offence.verdict)],
    ['Convicted', offence.convictionDate ? longDate(offence.convictionDate) : null],
    ['Committed', [...new Set(dates)].join(' to ') || null],
    ['Maximum penalty', offence.maximumPenalty],
  ]
  return {
    heading: `${offence.sequence}. ${offence.title ?? offence.code ?? 'Offence without a title'}`,
    code: offence.code,
    act: offence.act,
    wording: offence.wording,
    serious: offence.seriousFurther,
    facts: facts.flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    results: offence.results.map(result => ({
      text: [result.label, result.text].filter(Boolean).join(': ') || 'Result without a text',
      code: result.code === undefined ? null : String(result.code),
    })),
  }
}

function pleaOrVerdictWords(said: ChargedOffence['plea']): string | null {
  if (!said) return null
  const words = Object.hasOwn(pleaWords, said.value) ? pleaWords[said.value]! : wordsFor({}, said.given)
  return said.date ? `${words}, ${longDate(said.date)}` : words
}

export type ApplicationView = {
  readonly id: string
  readonly heading: string
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly found: string | null
  readonly candidates: readonly { readonly text: string; readonly agrees: string }[]
  readonly results: readonly string[]
}

/** An application with the order it is about: found when date, court and offence agree with one order only. */
export function applicationView(application: ApplicationHeard, orders: readonly OrderOnRecord[]): ApplicationView {
  const { facts } = application
  const about = facts.courtOrder
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Type', facts.type],
    ['Received', facts.receivedDate && longDate(facts.receivedDate)],
    ['Applicant', facts.applicantName],
    ['Particulars', facts.particulars],
    ['Order', about?.label],
    ['Order made', about?.orderDate && longDate(about.orderDate)],
    ['Order ends', about?.endDate && longDate(about.endDate)],
    ['Ordering court', about?.orderingCourtName ?? about?.orderingCourtCode],
  ]
  const known = orders.find(order => order.id === application.foundDisposalId)
  const compared = findBreachedOrder(
    about,
    orders.map(order => ({
      orderId: order.id,
      sentencedOn: order.sentencedOn,
      courtCode: order.courtCode ?? undefined,
      offenceCodes: order.offences.flatMap(({ code }) => code ?? []),
    })),
  ).outcome
  const found = known ?? (compared.kind === 'found' ? orders.find(order => order.id === compared.orderId) : undefined)
  return {
    id: application.id,
    heading: wordsFor(applicationWords, application.kind),
    facts: rows.flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    found: found ? orderWords(found) : null,
    candidates:
      found || compared.kind === 'found'
        ? []
        : compared.orders.map(({ orderId, agrees }) => ({
            text: orderWords(orders.find(order => order.id === orderId)!),
            agrees: agrees.map(one => wordsFor(agreementWords, one)).join(', ') || 'nothing',
          })),
    results: facts.results.map(result => result.label ?? result.text ?? 'Result without a text'),
  }
}

export function orderWords(order: OrderOnRecord): string {
  const name = wordsFor({}, order.family)
  const ended = order.terminatedOn ? `, ended ${longDate(order.terminatedOn)}` : ''
  return `${name} of ${longDate(order.sentencedOn)}${order.endsOn && !ended ? `, to ${longDate(order.endsOn)}` : ended}`
}

export type BreachCard = {
  readonly signals: readonly string[]
  readonly readiness: 'ready' | 'not-ready' | 'not-known'
  readonly facts: readonly { readonly key: string; readonly value: string }[]
}

/** Is the breach ready to be dealt with? What breach work would tell is not known until it is part of the service. */
export function breachCard(
  facts: AppearanceFacts,
  offences: readonly ChargedOffence[],
  applications: readonly ApplicationHeard[],
): BreachCard | null {
  const signals = breachSignals({
    hearingType: facts.hearingType ?? undefined,
    offences: offences.map(({ code, plea }) => ({ code: code ?? undefined, plea: plea ?? undefined })),
    applications: applications.map(one => one.facts),
  })
  if (signals.every(signal => signal === 'admitted' || signal === 'denied')) return null
  const { outcome } = breachReadiness({})
  const notKnown = 'Not known'
  return {
    signals: signals.map(signal => wordsFor(breachSignalWords, signal)),
    readiness: outcome,
    facts: [
      { key: 'Breach pack', value: notKnown },
      { key: 'Last appointment', value: notKnown },
      { key: 'Failures to comply', value: notKnown },
      { key: 'Responsible officer', value: notKnown },
    ],
  }
}

export function decisionWords(decision: LinkDecisionMade): string {
  const what = wordsFor(linkDecisionWords, decision.what)
  const by = decision.byMachine ? 'by the service' : `by ${decision.by}`
  const why = decision.reason ? `: ${decision.reason}` : ''
  return `${what}${decision.crn ? ` ${decision.crn}` : ''} ${by} on ${savedAt(decision.at as `${string}T${string}Z`)}${why}`
}

export function alertView(alert: OpenAlert): string {
  const given = [alert.detail.given, alert.detail.detail].find(value => typeof value === 'string')
  return `${wordsFor(alertWords, alert.code)}${given ? ` (${given})` : ''}`
}

export type HearingView = {
  readonly href: string | null
  readonly when: string
  readonly court: string
  readonly type: string
  readonly outcome: string
  readonly results: readonly string[]
  readonly notes: string
}

export function hearingView(personId: string, currentId: string, hearing: HearingOfCase): HearingView {
  const types = (hearing.outcomeTypes ?? []).map(type => wordsFor(outcomeTypes, type))
  return {
    href: hearing.appearanceId === currentId ? null : defendantPath(personId, hearing.appearanceId),
    when: hearing.days.map(day => longDate(day)).join(', ') || 'No day given',
    court: hearing.courtName ?? hearing.courtCode ?? 'Not known',
    type: hearing.hearingType ?? '',
    outcome: hearing.removed ? 'Removed from the list' : types.join(' and ') || 'None yet',
    results: hearing.results,
    notes: plural(hearing.notes, 'note'),
  }
}

export function barOf(bar: IdentityBar | undefined): IdentityBar | null {
  return bar?.crn && !bar.limited ? bar : null
}
