import type { Context } from '../../../platform/context/index.ts'
import { enquiriesOf, enquiryKinds, maySayNoneKnown } from '../../person/index.ts'
import type { ReportRequest } from '../request-model.ts'
import type { RequirementPurpose } from '../rules/report-self-check.ts'
import type { SigningFacts } from '../rules/report-signing.ts'
import { factsOf, textChangesBeside, textsOf } from '../store/report-store.ts'
import { assessedForReport } from './assessed-for-report.ts'
import type { ReportVersion } from './report-standing.ts'

export type SigningStanding = {
  readonly facts: SigningFacts
  readonly requirements: readonly RequirementPurpose[]
  readonly factsUnanswered: number
  /** The names of the enquiries, by kind. */
  readonly enquiryNames: ReadonlyMap<string, string>
}

const openStandings = ['enquiry-not-asked', 'enquiry-outstanding', 'enquiry-overdue']

/** Everything that says whether a version may be signed. */
export async function signingFactsOf(
  ctx: Context,
  group: readonly string[],
  version: ReportVersion,
  request: ReportRequest,
): Promise<SigningStanding> {
  const texts = await textsOf(ctx.tx, version.personId, version.id)
  const beside = await textChangesBeside(ctx.tx, version.personId, version.id)
  const noneKnown = maySayNoneKnown(await enquiriesOf(ctx.tx, group), ctx.today)
  const known = await factsOf(ctx.tx, version.personId, version.id)
  const { assessed, proposal, requirements } = await assessedForReport(ctx, group, request)
  return {
    facts: {
      depth: version.depth,
      values: new Map([...texts].map(([field, text]) => [field, text.value])),
      unsettled: [...new Set(beside.map(change => change.field))],
      ...{ assessed, proposalRun: proposal !== null },
      enquiriesOpen: noneKnown.reasons
        .filter(({ code }) => openStandings.includes(code))
        .map(({ code, data }) => ({ kind: String(data.kind), standing: code.replace('enquiry-', '') })),
    },
    requirements,
    factsUnanswered: known.filter(fact => fact.stillTrue === null).length,
    enquiryNames: new Map(enquiryKinds.on(ctx.today).value.map(kind => [kind.code, kind.name])),
  }
}
