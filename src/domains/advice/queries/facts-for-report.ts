import { ageOn, londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import {
  detailsOnRecord,
  type EnquiryOnRecord,
  enquiriesOf,
  enquiryKinds,
  enquiryStandingOf,
} from '../../person/index.ts'
import { disposalType, type OrderOnRecord, ordersOf } from '../../sentence/index.ts'
import type { ReportRequest } from '../request-model.ts'
import type { Known, PrefillFacts } from '../rules/prefill.ts'
import { assessedForReport } from './assessed-for-report.ts'

/** Everything the record holds that a report would otherwise ask for, with its source and day. */
export async function factsForReport(
  ctx: Context,
  group: readonly string[],
  request: ReportRequest,
): Promise<PrefillFacts> {
  const { person, addresses, identifiers } = await detailsOnRecord(ctx.tx, group)
  const orders = await ordersOf(ctx.tx, group, ctx.today)
  const enquiries = await enquiriesOf(ctx.tx, group)
  const crn = await ctx.tx.maybe<{ crn: string | null }>('SELECT crn FROM person.stub WHERE person_id = $1', [
    group[0]!,
  ])
  const given = londonDay(person.addedAt)
  const address = addresses.find(one => one.endedAt === null && (one.endsOn === null || one.endsOn >= ctx.today))
  const pnc = identifiers.find(one => one.kind === 'pnc' && one.usable && one.endedAt === null)
  const record = (label: string, text: string, asAt = given): Known => ({ label, text, source: 'Record', asAt })
  const asked = { source: 'Request for the report', asAt: londonDay(request.askedAt) }
  const main = request.facts.offences.find(offence => offence.main) ?? request.facts.offences[0]
  const name = [person.firstName, person.middleNames, person.lastName].filter(Boolean).join(' ')
  const { plea } = request.facts
  return {
    name: record('Name', name),
    dateOfBirth: person.dateOfBirth ? record('Date of birth', longDate(person.dateOfBirth)) : null,
    address: address
      ? record('Address', [...address.lines, address.postcode].filter(Boolean).join(', '), londonDay(address.addedAt))
      : null,
    pnc: pnc ? record('PNC', pnc.canonical ?? pnc.given, londonDay(pnc.addedAt)) : null,
    crn: record('CRN', crn?.crn ?? 'not known'),
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
    adult: person.dateOfBirth ? ageOn(person.dateOfBirth, ctx.today) >= 18 : null,
    mainOffence: main ? { label: 'Main offence', text: offenceWords(main), ...asked } : null,
    otherOffences: request.facts.offences
      .filter(offence => offence !== main)
      .map(offence => ({ label: 'Other offence', text: offenceWords(offence), ...asked })),
    plea: plea === 'not-known' ? null : { label: 'Plea', text: plea.replace('-', ' '), ...asked },
    orders: orders.map(order => orderFact(order)),
    enquiries: enquiries.map(one => enquiryFact(ctx, one)),
    interviewedOn: interviewOf(request),
    ...(await assessedForReport(ctx, group, request)),
  }
}

function offenceWords(offence: ReportRequest['facts']['offences'][number]): string {
  return offence.committedOn ? `${offence.title}, ${longDate(offence.committedOn)}` : offence.title
}

function orderFact(order: OrderOnRecord): Known {
  const kind = (order.typeCode && disposalType(order.typeCode)?.name) || order.family.replaceAll('-', ' ')
  const end = order.terminatedOn
    ? `ended ${longDate(order.terminatedOn)}${endReason(order.terminationReason)}`
    : order.endsOn
      ? `${order.active ? 'ends' : 'ended'} ${longDate(order.endsOn)}`
      : 'end not known'
  const text = `${kind}, sentenced ${longDate(order.sentencedOn)}, ${end}`
  return { label: order.active ? 'Order now' : 'Earlier order', text, source: 'Record', asAt: order.sentencedOn }
}

function endReason(code: string | null): string {
  return code ? ` (${code.replaceAll('-', ' ')})` : ''
}

function enquiryFact(ctx: Context, enquiry: EnquiryOnRecord): PrefillFacts['enquiries'][number] {
  const standing = enquiryStandingOf(enquiry, ctx.today)
  const name = enquiryKinds.on(ctx.today).value.find(kind => kind.code === enquiry.kind)?.name ?? enquiry.kind
  const answer = enquiry.steps.findLast(step => step.kind === 'answered')
  const text = {
    answered: answer?.found === 'something-known' ? 'Answered: something is known' : 'Answered: nothing known',
    'not-returned': 'Sent, not returned',
    outstanding: `Asked ${longDate(enquiry.askedOn)}, not answered yet`,
    overdue: `Asked ${longDate(enquiry.askedOn)}, overdue`,
  }[standing]
  return {
    ...{ label: name, text, source: 'Enquiry log', asAt: answer?.on ?? enquiry.askedOn },
    ...{ kind: enquiry.kind, answered: standing === 'answered' },
  }
}

function interviewOf(request: ReportRequest): PrefillFacts['interviewedOn'] {
  const attended = request.acts.findLast(act => act.kind === 'interview-attended')
  return attended ? londonDay(attended.at) : null
}
