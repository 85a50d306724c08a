import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import { countersignBesides, countersignDangerous } from '../parameters/report-countersign.ts'
import type { ReportDepth, ReportValues } from '../report-model.ts'
import { sectionStates } from './report-completion.ts'

export type SigningFacts = {
  readonly depth: ReportDepth
  readonly values: ReportValues
  /** Texts kept beside others that nobody has settled, by field. */
  readonly unsettled: readonly string[]
  /** A signed or complete assessment of any layer stands. */
  readonly assessed: boolean
  readonly proposalRun: boolean
  /** Safeguarding enquiries that are neither answered nor closed as not returned, with how they stand. */
  readonly enquiriesOpen: readonly { readonly kind: string; readonly standing: string }[]
}

/** Whether the report may be signed, and everything that stands in the way: `field-` with the field and its section,
 *  'text-unsettled', 'assessment-missing', 'proposal-missing', 'enquiry-open'. Source: pre-sentence-report.md section 6. */
export function maySign(facts: SigningFacts): Decision<'may-sign' | 'not-yet'> {
  const fields = sectionStates(facts.depth, facts.values).flatMap(section =>
    section.left.map(({ field, why, over }) =>
      reason(`field-${why}`, { field: field.id, label: field.label, section: section.section, over }),
    ),
  )
  const reasons: Reason[] = [
    ...fields,
    ...facts.unsettled.map(field => reason('text-unsettled', { field })),
    ...(facts.assessed ? [] : [reason('assessment-missing', {})]),
    ...(facts.proposalRun ? [] : [reason('proposal-missing', {})]),
    ...facts.enquiriesOpen.map(({ kind, standing }) => reason('enquiry-open', { kind, standing })),
  ]
  return decided(reasons.length === 0 ? 'may-sign' : 'not-yet', [], ...reasons)
}

/** Why a report is countersigned: dangerousness, an author who is not qualified or on probation, or a high level of harm;
 *  no reason, no countersignature. */
export function countersignReasons(
  facts: { readonly values: ReportValues; readonly authorQualified: boolean },
  asAt: LocalDate,
): Decision<'countersign' | 'none'> {
  const dangerous = countersignDangerous.on(asAt)
  const besides = countersignBesides.on(asAt)
  const { unqualifiedAuthor, levels } = besides.value
  const level = (field: string) => levels.find(one => facts.values.get(field) === one)
  const reasons: Reason[] = []
  if (dangerous.value && facts.values.get('isDangerousReport') === 'yes') reasons.push(reason('dangerousness', {}))
  if (unqualifiedAuthor && !facts.authorQualified) reasons.push(reason('author-not-qualified', {}))
  for (const field of ['riskToChildren', 'riskToPublic', 'riskToKnownAdults', 'riskToStaff']) {
    const found = level(field)
    if (found) reasons.push(reason('harm-level', { field, level: found }))
  }
  const rules = [dangerous as InForce<unknown>, besides as InForce<unknown>]
  return decided(reasons.length === 0 ? 'none' : 'countersign', rules, ...reasons)
}
