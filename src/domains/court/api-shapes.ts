import { z } from 'zod'
import { ok, type Result } from '../../platform/errors/index.ts'
import type { ListEntry } from './queries/case-list.ts'
import type { ProposalShown } from './queries/proposals-waiting.ts'

export const day = z.iso.date('Enter a day such as 2026-11-21').describe('A day such as 2026-11-21')
export const moment = z.string().describe('A moment such as 2026-11-21T09:30:00.000Z')
const clock = z.string().describe('London time such as 10:00')

export const listedCase = z
  .object({
    caseId: z.string(),
    urn: z.string().nullable(),
    caseNo: z.string().nullable(),
    hearingType: z.string().nullable(),
    defendantType: z.string(),
    name: z.string(),
    dateOfBirth: z.string().nullable(),
    offences: z.array(z.object({ code: z.string().nullable(), title: z.string().nullable() })),
    matchState: z.string().describe('EXACT, POSSIBLE or NO_RECORD'),
    probationStatus: z.string(),
    breach: z.boolean(),
    suspendedSentence: z.boolean(),
    seriousFurther: z.boolean(),
    preparation: z.string(),
    outcomeState: z.string().nullable(),
    outcomeTypes: z.array(z.string()),
  })
  .meta({ id: 'ListedCase' })

export const listPlace = z
  .object({
    personId: z.string(),
    appearanceId: z.string(),
    crn: z.string().nullable(),
    room: z.string(),
    startsAt: clock,
    session: z.string().nullable(),
    listNo: z.string().nullable(),
    removed: z.boolean().describe('No longer on the list'),
    entry: listedCase.nullable().describe('Null for a person you may not see'),
  })
  .meta({ id: 'ListPlace' })

const result = z.looseObject({ code: z.number().optional(), text: z.string().optional() })

export const defendant = z
  .object({
    personId: z.string(),
    appearanceId: z.string(),
    hearingId: z.string(),
    caseId: z.string(),
    urn: z.string().nullable(),
    caseNo: z.string().nullable(),
    courtCode: z.string().nullable(),
    hearingType: z.string().nullable(),
    version: z.number(),
    removedAt: moment.nullable(),
    name: z.string(),
    dateOfBirth: z.string().nullable(),
    sex: z.string().nullable(),
    pnc: z.string().nullable().describe('As the court gave it'),
    cro: z.string().nullable().describe('As the court gave it'),
    address: z.looseObject({ lines: z.array(z.string()) }).nullable(),
    crn: z.string().nullable().describe('The record the defendant is linked to'),
    matchState: z.string(),
    days: z.array(z.object({ day: z.string(), startsAt: clock, room: z.string().nullable() })),
    offences: z.array(
      z.object({
        id: z.string(),
        sequence: z.number(),
        code: z.string().nullable(),
        title: z.string().nullable(),
        wording: z.string().nullable(),
        results: z.array(result),
      }),
    ),
    outcome: z
      .object({ id: z.string(), types: z.array(z.string()), resultedAt: moment.nullable(), version: z.number() })
      .nullable(),
    notes: z.array(
      z.object({ id: z.string(), body: z.string(), authorName: z.string(), writtenAt: moment, version: z.number() }),
    ),
  })
  .meta({ id: 'DefendantAtCourt' })

export const candidate = z
  .object({
    candidatePersonId: z.string(),
    crn: z.string().nullable(),
    weight: z.number(),
    band: z.string(),
    limited: z.boolean(),
    rejectedAt: moment.nullable(),
    reason: z.string().nullable(),
    explanation: z.looseObject({}).describe('Each field that was compared and its weight; empty for a limited record'),
  })
  .meta({ id: 'MatchCandidate' })

export const matchToReview = z.object({
  appearanceId: z.string(),
  personId: z.string(),
  courtCode: z.string(),
  day: z.string(),
  startsAt: clock,
  room: z.string(),
  name: z.string(),
  dateOfBirth: z.string().nullable(),
  urn: z.string().nullable(),
  candidates: z.number().nullable(),
  bestBand: z.string().nullable(),
  bestWeight: z.number().nullable(),
})

export const queuedOutcome = z
  .object({
    outcomeId: z.string(),
    personId: z.string(),
    appearanceId: z.string(),
    courtCode: z.string().nullable(),
    hearingDay: z.string(),
    name: z.string(),
    crn: z.string().nullable(),
    types: z.array(z.string()),
    state: z.enum(['NEW', 'IN_PROGRESS', 'ON_HOLD', 'RESULTED']),
    assignedTo: z.string().nullable(),
    heldReason: z.string().nullable(),
    resultedAt: moment.nullable(),
    version: z.number(),
  })
  .meta({ id: 'Outcome' })

export const proposalShape = z
  .object({
    proposalId: z.string(),
    personId: z.string(),
    appearanceId: z.string(),
    kind: z.enum(['order', 'requirement', 'breach-outcome']),
    change: z.enum(['new', 'changed', 'withdrawn']),
    content: z.looseObject({}).describe('What would be put on the record'),
    review: z.array(z.looseObject({ code: z.string() })).describe('Why a person should look with care'),
    courtCode: z.string().nullable(),
    hearingDay: z.string(),
    name: z.string(),
    crn: z.string().nullable(),
    disposalId: z.string().nullable(),
    acceptedAt: moment.nullable(),
    refusedAt: moment.nullable(),
    replacedAt: moment.nullable(),
    version: z.number(),
  })
  .meta({ id: 'Proposal' })

export const messageToLookAt = z
  .object({
    messageId: z.string(),
    receivedAt: moment,
    receivedBy: z.string(),
    channel: z.string(),
    fate: z.string(),
    reason: z.string().nullable(),
    field: z.string().nullable(),
    problem: z.string().nullable(),
    fix: z.string().nullable(),
    courtCode: z.string().nullable(),
    attempts: z.number(),
  })
  .meta({ id: 'MessageToLookAt' })

export const messageShown = z.object({
  messageId: z.string(),
  receivedAt: moment,
  receivedBy: z.string(),
  channel: z.string(),
  body: z.string().nullable().describe('Null when only the fact of the message may be kept'),
  fates: z.array(
    z.object({
      attempt: z.number(),
      at: moment,
      fate: z.string(),
      reason: z.string().nullable(),
      field: z.string().nullable(),
      problem: z.string().nullable(),
      fix: z.string().nullable(),
    }),
  ),
})

export const pastHearing = z
  .object({
    appearanceId: z.string(),
    day: z.string().nullable(),
    courtCode: z.string().nullable(),
    courtName: z.string().nullable(),
    hearingType: z.string().nullable(),
    urn: z.string().nullable(),
    attendance: z.string().nullable(),
    offences: z.array(
      z.looseObject({ code: z.string().optional(), title: z.string().optional(), results: z.array(result) }),
    ),
    notes: z.array(z.object({ id: z.string(), body: z.string(), by: z.string(), at: z.string() })),
    outcome: z.object({ types: z.array(z.string()), resultedAt: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'PastHearing' })

export const done = z.object({ done: z.literal(true) })

export function doneOf(result: Result<undefined>): Result<z.infer<typeof done>> {
  return result.ok ? ok({ done: true as const }) : result
}

export function copiedEntry(entry: ListEntry): z.infer<typeof listedCase> {
  return { ...entry, offences: [...entry.offences], outcomeTypes: [...entry.outcomeTypes] }
}

export function copiedProposal(found: ProposalShown): z.infer<typeof proposalShape> {
  return { ...found, content: { ...found.content }, review: found.review.map(one => ({ ...one })) }
}
