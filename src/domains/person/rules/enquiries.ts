import { type LocalDate, plusWorkingDays } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, reason } from '../../../platform/rules/index.ts'
import { type EnquiryKind, enquiryKinds } from '../parameters/enquiry-kinds.ts'

/** What an agency told us: it holds nothing, or something (in the words of the answer). */
export type EnquiryFinding = 'nothing-known' | 'something-known'

export type EnquiryStep = {
  readonly kind: 'chased' | 'answered' | 'closed-unreturned'
  readonly on: LocalDate
  readonly found: EnquiryFinding | null
}

export type EnquiryFacts = {
  readonly kind: string
  readonly askedOn: LocalDate
  readonly steps: readonly EnquiryStep[]
}

export type EnquiryStanding = 'not-asked' | 'outstanding' | 'overdue' | 'answered' | 'not-returned'

/** How one enquiry stands on a day. An answer that came after it was closed as not returned counts as the answer. A
 *  kind no longer in the table is never overdue. */
export function standingOf(enquiry: EnquiryFacts, asAt: LocalDate): Exclude<EnquiryStanding, 'not-asked'> {
  if (enquiry.steps.some(step => step.kind === 'answered')) return 'answered'
  if (enquiry.steps.some(step => step.kind === 'closed-unreturned')) return 'not-returned'
  const due = enquiryDue(enquiry)
  return due !== null && asAt > due ? 'overdue' : 'outstanding'
}

/** The last day on which an answer is in time, by the table of the day it was asked; null for a kind not in it. */
export function enquiryDue({ kind, askedOn }: Pick<EnquiryFacts, 'kind' | 'askedOn'>): LocalDate | null {
  const days = kindOf(kind, askedOn)?.overdueAfter
  return days === undefined ? null : plusWorkingDays(askedOn, days)
}

/** How the enquiries of one kind stand: as the one asked last does. */
export function enquiryStanding(enquiries: readonly EnquiryFacts[], kind: string, asAt: LocalDate): EnquiryStanding {
  const latest = latestOf(enquiries, kind)
  return latest ? standingOf(latest, asAt) : 'not-asked'
}

export type NoneKnown = 'may-say' | 'may-say-not-returned' | 'may-not-say'

/** Whether a report or a harm sign-off may say that nothing is known: every enquiry asked for (those of the table
 *  marked as safeguarding, unless `kinds` names others) was answered, or sent and not returned, and none of the answers
 *  holds something. Reasons: one for each kind, `enquiry-` with its standing, or `enquiry-something-known`.
 *  Source: assessment specification section 9, pre-sentence report specification section 6 (inspection reports). */
export function maySayNoneKnown(
  enquiries: readonly EnquiryFacts[],
  asAt: LocalDate,
  kinds: readonly string[] = safeguardingKinds(asAt),
): Decision<NoneKnown> {
  const found = kinds.map(kind => {
    const latest = latestOf(enquiries, kind)
    const something = latest?.steps.some(step => step.found === 'something-known') ?? false
    return { kind, standing: something ? ('something-known' as const) : enquiryStanding(enquiries, kind, asAt) }
  })
  const settled = found.every(({ standing }) => standing === 'answered' || standing === 'not-returned')
  const unreturned = found.some(({ standing }) => standing === 'not-returned')
  return decided(
    settled ? (unreturned ? 'may-say-not-returned' : 'may-say') : 'may-not-say',
    [enquiryKinds.on(asAt) as InForce<unknown>],
    ...found.map(({ kind, standing }) => reason(`enquiry-${standing}`, { kind })),
  )
}

/** The kinds that must stand before "none known" may be said on the day. */
export function safeguardingKinds(asAt: LocalDate): readonly string[] {
  return enquiryKinds
    .on(asAt)
    .value.filter(kind => kind.safeguarding)
    .map(kind => kind.code)
}

/** Undefined for a code the table of the day does not hold. */
export function kindOf(code: string, asAt: LocalDate): EnquiryKind | undefined {
  return enquiryKinds.on(asAt).value.find(kind => kind.code === code)
}

function latestOf<Facts extends EnquiryFacts>(enquiries: readonly Facts[], kind: string): Facts | undefined {
  return enquiries
    .filter(enquiry => enquiry.kind === kind)
    .reduce<Facts | undefined>((last, one) => (last && last.askedOn > one.askedOn ? last : one), undefined)
}
