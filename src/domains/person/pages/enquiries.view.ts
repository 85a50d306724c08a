import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { EnquiryOnRecord } from '../queries/enquiries-of.ts'
import {
  type EnquiryStanding,
  enquiryDue,
  enquiryStanding,
  kindOf,
  safeguardingKinds,
  standingOf,
} from '../rules/enquiries.ts'

export type EnquiryView = {
  readonly id: string
  readonly href: string
  readonly kind: string
  readonly askedOf: string
  readonly asked: string
  readonly question: string | null
  readonly standing: Exclude<EnquiryStanding, 'not-asked'>
  readonly tag: { readonly text: string; readonly colour: string }
  readonly due: string | null
  readonly steps: readonly {
    readonly what: string
    readonly who: string
    readonly words: string | null
    readonly thirdParty: boolean
  }[]
}

export type EnquiriesView = {
  readonly base: string
  readonly mayEnquire: boolean
  readonly enquiries: readonly EnquiryView[]
  /** The enquiries that must stand before anybody says "none known", as they stand. */
  readonly needed: readonly { readonly kind: string; readonly tag: EnquiryView['tag'] }[]
}

const tags: Readonly<Record<EnquiryStanding, EnquiryView['tag']>> = {
  'not-asked': { text: 'Not asked', colour: 'grey' },
  outstanding: { text: 'Outstanding', colour: 'blue' },
  overdue: { text: 'Overdue', colour: 'red' },
  answered: { text: 'Answered', colour: 'green' },
  'not-returned': { text: 'Sent, not returned', colour: 'yellow' },
}

const stepWords = {
  chased: 'Chased',
  answered: 'Answered',
  'closed-unreturned': 'Closed as sent, not returned',
} as const
const foundWords = { 'nothing-known': 'nothing known', 'something-known': 'information held' } as const

export function enquiriesView(
  enquiries: readonly EnquiryOnRecord[],
  crn: string,
  today: LocalDate,
  mayEnquire: boolean,
): EnquiriesView {
  return {
    base: `/case/${crn}/enquiries`,
    mayEnquire,
    enquiries: enquiries.map(enquiry => enquiryView(enquiry, crn, today)),
    needed: safeguardingKinds(today).map(code => ({
      kind: kindName(code, today),
      tag: tags[enquiryStanding(enquiries, code, today)],
    })),
  }
}

export function enquiryView(enquiry: EnquiryOnRecord, crn: string, today: LocalDate): EnquiryView {
  const standing = standingOf(enquiry, today)
  const due = enquiryDue(enquiry)
  const waiting = standing === 'outstanding' || standing === 'overdue'
  return {
    id: enquiry.id,
    href: `/case/${crn}/enquiries/${enquiry.id}`,
    kind: kindName(enquiry.kind, enquiry.askedOn),
    askedOf: enquiry.askedOf,
    asked: `Asked ${longDate(enquiry.askedOn)}, recorded ${savedAt(enquiry.recordedAt)} by ${enquiry.recordedByName}`,
    question: enquiry.question,
    standing,
    tag: tags[standing],
    due: due && waiting ? `${standing === 'overdue' ? 'Was due' : 'Answer due'} by ${longDate(due)}` : null,
    steps: enquiry.steps.map(step => ({
      what: `${stepWords[step.kind]} ${longDate(step.on)}${step.found ? `: ${foundWords[step.found]}` : ''}`,
      who: `Recorded ${savedAt(step.at)} by ${step.byName}`,
      words: step.words,
      thirdParty: step.thirdParty,
    })),
  }
}

function kindName(code: string, day: LocalDate): string {
  return kindOf(code, day)?.name ?? code
}
