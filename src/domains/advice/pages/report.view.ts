import { type LocalDate, workingDaysBefore } from '../../../platform/calendar/index.ts'
import { longDate, plural, savedAt } from '../../../platform/words/index.ts'
import { depthWords, reportSections } from '../parameters/report-fields.ts'
import { completeSignature, type Delivery, type ReportVersion, type Returned } from '../queries/report-standing.ts'
import type { SigningStanding } from '../queries/signing-facts-of.ts'
import type { ReportDepth } from '../report-model.ts'
import { reportReason } from '../report-words.ts'
import type { ReportRequest } from '../request-model.ts'
import { sectionStates } from '../rules/report-completion.ts'
import { countersignReasons } from '../rules/report-signing.ts'
import type { ReportState } from '../rules/report-state.ts'

export type ReportView = {
  readonly kind: string
  readonly depth: ReportDepth
  readonly court: string
  readonly requiredBy: string
  readonly versionNo: number
  readonly state: ReportState
  readonly open: boolean
  readonly mayWrite: boolean
  readonly returned: Returned | null
  readonly sections: readonly {
    readonly title: string
    readonly href: string
    readonly hint: string | null
    readonly tag: { readonly text: string; readonly classes: string } | null
  }[]
  readonly checks: readonly {
    readonly title: string
    readonly hint: string
    readonly href: string
    readonly done: boolean
  }[]
  readonly primary: { readonly text: string; readonly href: string } | null
  readonly pdfHref: string
  readonly easyHref: string
  readonly deliveries: readonly Delivery[]
  readonly earlier: readonly { readonly text: string; readonly pdfHref: string | null }[]
}

/** The report as its task list shows it: what is done, what is left, by when. */
export function reportView(given: {
  readonly request: ReportRequest
  readonly versions: readonly ReportVersion[]
  readonly standing: SigningStanding
  readonly path: string
  readonly crn: string
  readonly court: string
  readonly may: { readonly write: boolean; readonly deliver: boolean; readonly countersign: boolean }
  readonly today: LocalDate
}): ReportView {
  const { request, versions, standing, path, may } = given
  const version = versions[0]!
  const states = sectionStates(version.depth, standing.facts.values)
  const person = reportSections[0]!
  return {
    ...{ kind: depthWords[version.depth], depth: version.depth, court: given.court },
    requiredBy: request.requiredBy ? `required by ${longDate(request.requiredBy)}` : 'no day given by the court yet',
    ...{ versionNo: version.versionNo, state: version.state, open: version.open, mayWrite: may.write },
    returned: version.state === 'returned' ? (version.returned.at(-1) ?? null) : null,
    sections: [
      { title: person.title, href: `${path}/${person.section}`, hint: 'From the record', tag: null },
      ...states.map(({ section, title, state, left }) => ({
        title,
        href: `${path}/${section}`,
        hint: left.length === 0 ? null : left.map(one => reportReason(leftReason(one))).join('. '),
        tag:
          state === 'complete'
            ? null
            : state === 'not-started'
              ? { text: 'Not started', classes: 'govuk-tag--grey' }
              : { text: plural(left.length, 'field') + ' left', classes: 'govuk-tag--blue' },
      })),
    ],
    checks: checksOf(given),
    primary: primaryOf(version, path, may),
    ...{ pdfHref: `${path}/pdf`, easyHref: `${path}/easy`, deliveries: version.deliveries },
    earlier: versions.slice(1).map(earlier => {
      const signed = completeSignature(earlier)
      const why = versions.find(one => one.versionNo === earlier.versionNo + 1)?.reason
      const when = signed ? `, signed ${savedAt(signed.at)}` : ''
      return {
        text: `Version ${earlier.versionNo}${when}${why ? `. Changed because: ${why}` : ''}`,
        pdfHref: signed ? `${path}/pdf?version=${earlier.versionNo}` : null,
      }
    }),
  }
}

const leftReason = (left: ReturnType<typeof sectionStates>[number]['left'][number]) => ({
  code: `field-${left.why}`,
  data: { field: left.field.id, over: left.over },
})

function checksOf(given: Parameters<typeof reportView>[0]): ReportView['checks'] {
  const { request, standing, crn, path, today } = given
  const { facts, enquiryNames } = standing
  const by = request.requiredBy
    ? `by ${longDate(workingDaysBefore(request.requiredBy, 1)[0] ?? request.requiredBy)}`
    : 'before signing'
  const countersign = countersignReasons({ values: facts.values, authorQualified: true }, today)
  const enquiries = facts.enquiriesOpen.map(({ kind, standing: stands }) =>
    reportReason({ code: 'enquiry-open', data: { kind, standing: stands } }, enquiryNames),
  )
  return [
    {
      title: 'Enquiries',
      hint: enquiries.length === 0 ? 'Answered, or closed as not returned' : `${enquiries.join('. ')}. Settle ${by}`,
      href: `/case/${crn}/enquiries`,
      done: enquiries.length === 0,
    },
    {
      title: 'Assessment',
      hint: facts.assessed ? 'A signed assessment stands' : `At least a basic one, signed ${by}`,
      href: `/case/${crn}/assessments`,
      done: facts.assessed,
    },
    {
      title: 'Predictors',
      hint: predictorHint(facts.values.get('riskPredictors')),
      href: `/case/${crn}/scores`,
      done: typeof facts.values.get('riskPredictors') === 'string' && !noScores(facts.values.get('riskPredictors')),
    },
    {
      title: 'Proposal',
      hint: facts.proposalRun ? 'Worked out and chosen' : `Work it out and choose ${by}`,
      href: `${path.replace(/\/report$/, '')}/proposal`,
      done: facts.proposalRun,
    },
    {
      title: 'Countersignature',
      hint:
        countersign.outcome === 'none'
          ? 'Not needed for what stands in the report now'
          : `Needed ${by}: ${countersign.reasons.map(one => reportReason(one)).join('. ')}`,
      href: `${path}/check`,
      done: countersign.outcome === 'none' || given.versions[0]!.signatures.some(one => one.as === 'countersigner'),
    },
  ]
}

const noScores = (text: unknown) => typeof text === 'string' && text.includes('no score')

function predictorHint(text: unknown): string {
  if (typeof text !== 'string') return 'Not named yet'
  return noScores(text) ? 'A predictor has no score: see what is missing' : 'Named with their scores'
}

function primaryOf(
  version: ReportVersion,
  path: string,
  may: { write: boolean; deliver: boolean; countersign: boolean },
) {
  if (version.open) return may.write ? { text: 'Check and sign', href: `${path}/check` } : null
  if (version.state === 'awaiting-countersign') {
    return may.countersign ? { text: 'Read and countersign', href: `${path}/check` } : null
  }
  return version.state === 'signed' && may.deliver
    ? { text: 'Record how it reached the court', href: `${path}/deliver` }
    : null
}
