import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { jsonFamily, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import { readAsn } from '../person/index.ts'
import type { CourtDefendant, CourtResult, Duration, SpiResultMessage } from './model.ts'
import { readSpiResult } from './reading/court-message.ts'
import { hearingResults } from './rules/hearing-results.ts'
import type { ProposedOrder, ProposedRequirement } from './rules/proposed-orders.ts'
import type { MeantResult } from './rules/read-results.ts'

type ResultCase = { readonly file: string; readonly expected: unknown }

/** Golden cases of the court domain: each names a result message of the samples and what its reading must be. */
export const courtVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<ResultCase, { readonly samples: string }>({
    family: 'court-results/results',
    prepare: (_, __, samples) => ({ samples }),
    id: one => one.file,
    actual: async (one, { samples }) =>
      resultReading(await readFile(join(samples, 'court/spi-results', one.file), 'utf8')),
    agrees: (expected, actual) => sameAnswer(withoutNulls(expected), withoutNulls(actual)),
  }),
]

/** The cases write some values that are not there as null and leave others out, without saying which; both mean
 *  "not there". */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const held = Object.entries(value).filter(([, item]) => item !== null)
  return Object.fromEntries(held.map(([key, item]) => [key, withoutNulls(item)]))
}

/** The reading of a result message in the words of vectors/court-results/README.md. Throws when it is refused. */
export function resultReading(text: string): unknown {
  const outcome = readSpiResult(text)
  if (outcome.kind === 'unreadable') throw new Error(`${outcome.field} ${outcome.problem}`)
  const message = outcome.messages[0] as SpiResultMessage
  const { court, days } = message.hearing
  const day = days[0]!
  const defendant = message.cases[0]!.defendants[0]!
  const meant = hearingResults(defendant.offences, day.date)
  const loose = meant.proposal.requirementsWithoutOrder.map(requirementReading)
  return {
    court: court.code,
    room: court.room,
    hearingDate: day.date,
    hearingTime: day.time && `${day.time}:00`,
    urn: message.cases[0]!.urn,
    asn: { asGiven: defendant.asn ?? null, canonical: canonicalAsn(defendant.asn, day.date) },
    defendant: defendantReading(defendant),
    offences: defendant.offences.map(offence => ({
      sequence: offence.sequence,
      code: offence.code,
      plea: offence.plea?.value ?? null,
      verdict: offence.verdict?.value ?? null,
      convictionDate: offence.convictionDate ?? null,
      results: meant.results.filter(found => found.offence === offence).map(meantReading),
    })),
    proposedOrders: meant.proposal.orders.map(orderReading),
    requirementsForReview: loose.length > 0 ? loose : undefined,
  }
}

function canonicalAsn(asn: string | undefined, asAt: LocalDate): string | null {
  return readAsn(asn, asAt).canonical ?? null
}

function defendantReading(defendant: CourtDefendant): unknown {
  if (defendant.type === 'ORGANISATION') return { type: 'ORGANISATION', name: defendant.organisationName }
  return {
    type: 'PERSON',
    forenames: defendant.name!.forenames,
    surname: defendant.name!.surname,
    dateOfBirth: defendant.dateOfBirth ?? null,
    sex: defendant.sex,
  }
}

function meantReading({ result, class: stage, effect, offencesTakenIntoConsideration }: MeantResult): unknown {
  return {
    code: result.code,
    class: stage,
    effect,
    duration: lengthReading(result.duration),
    secondaryDuration: lengthReading(result.secondaryDuration),
    startDate: result.startDate,
    endDate: result.endDate,
    qualifiers: result.qualifiers.length > 0 ? result.qualifiers : undefined,
    nextHearing: nextHearingReading(result),
    amount: result.amount,
    offencesTakenIntoConsideration,
  }
}

/** Only what the message codes: a next hearing found in free text is not part of these cases. */
function nextHearingReading({ nextHearing }: CourtResult): unknown {
  if (nextHearing?.courtCode === undefined) return undefined
  const { courtCode, date, time } = nextHearing
  return { court: courtCode, date: date ?? null, time: time === undefined ? null : `${time}:00` }
}

function orderReading(order: ProposedOrder): unknown {
  return {
    type: order.type,
    offenceSequences: order.offenceSequences,
    lengths: order.terms.map(({ length }) => lengthReading(length)),
    requirements: order.requirements.map(requirementReading),
    operationalPeriod: lengthReading(order.operationalPeriod),
    endDate: order.endDate,
  }
}

function requirementReading({ type, length, startDate, endDate }: ProposedRequirement): unknown {
  return { type, length: lengthReading(length), startDate, endDate }
}

function lengthReading(length: Duration | undefined): unknown {
  return length && { value: length.value, unit: length.unit }
}
