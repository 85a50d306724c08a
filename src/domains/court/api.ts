import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { isLocalDate, type LocalDate } from '../../platform/calendar/index.ts'
import { NotFound, ok } from '../../platform/errors/index.ts'
import { courtCaseApi } from './api-cases.ts'
import {
  copiedEntry,
  copiedProposal,
  day,
  done,
  doneOf,
  listPlace,
  matchToReview,
  messageToLookAt,
  proposalShape,
  queuedOutcome,
} from './api-shapes.ts'
import { acceptProposal, refuseProposal } from './commands/accept-proposal.ts'
import { confirmNoRecord, createRecord, linkToCrn, unlinkDefendant } from './commands/link-defendant.ts'
import { preparations, setPreparation } from './commands/prepare-appearance.ts'
import { recordOutcome } from './commands/record-outcome.ts'
import { askReplay } from './commands/replay-message.ts'
import { assignOutcomes, holdOutcome, releaseOutcome, resultOutcome } from './commands/work-outcome.ts'
import { addRemark } from './commands/write-remark.ts'
import { caseList } from './queries/case-list.ts'
import { courtMeasures } from './queries/court-measures.ts'
import { messagesToLookAt } from './queries/court-messages.ts'
import { matchesToReview } from './queries/match-review.ts'
import { outcomesQueue } from './queries/outcomes-queue.ts'
import { proposalsWaiting } from './queries/proposals-waiting.ts'

const tag = 'Court'
const id = z.uuid()
const court = z.string().regex(/^[A-Z]\d{2}[A-Z]{2}$/, 'Give the five characters of the court, such as B10JQ')
const words = z.string().max(2000)
const crnOnly = z.object({ crn: z.string() })
const courts = z.object({ court })
const appearance = z.object({ appearance: id })
const proposal = z.object({ proposal: id })
const outcome = z.object({ outcome: id })
const seen = (rows: readonly { readonly personId: string }[]) => [...new Set(rows.map(row => row.personId))]

/** Court work under /api: the queries and commands of the screens. A limited person is a place with a CRN and no entry. */
export const courtApi: readonly ApiRoute[] = [
  api({
    method: 'GET',
    path: '/court/:court/days/:day',
    action: 'court.see-list',
    tag,
    summary: 'The case list of a court and day, removed cases too',
    params: z.object({ court, day }),
    reply: z.object({ places: z.array(listPlace) }),
    async run(ctx, { params }) {
      const places = await caseList(ctx.tx, params.court, realDay(params.day))
      const people = seen(places.filter(place => place.entry))
      ctx.look('court.case-list', people, { detail: { court: params.court, day: params.day } })
      return ok({ places: places.map(place => ({ ...place, entry: place.entry && copiedEntry(place.entry) })) })
    },
  }),
  api({
    method: 'GET',
    path: '/court/:court/matches',
    action: 'court.match',
    tag,
    summary: 'Defendants who may be on record, the next hearing first',
    params: courts,
    reply: z.object({ matches: z.array(matchToReview) }),
    async run(ctx, { params }) {
      const page = { size: 200, number: 1 }
      const { matches } = await matchesToReview(ctx.tx, [params.court], ctx.today, page)
      ctx.look('court.matches', seen(matches), { detail: { court: params.court } })
      return ok({ matches: [...matches] })
    },
  }),
  api({
    method: 'GET',
    path: '/court/:court/outcomes',
    action: 'court.see-list',
    tag,
    summary: 'Outcomes to be worked, and those resulted lately',
    params: courts,
    reply: z.object({ outcomes: z.array(queuedOutcome) }),
    async run(ctx, { params }) {
      const outcomes = await outcomesQueue(ctx.tx, [params.court], ctx.today)
      ctx.look('court.outcomes', seen(outcomes), { detail: { court: params.court } })
      return ok({ outcomes: outcomes.map(one => ({ ...one, types: [...one.types] })) })
    },
  }),
  api({
    method: 'GET',
    path: '/court/:court/proposals',
    action: 'court.decide-proposal',
    tag,
    summary: 'What results would put on the record, waiting for a decision',
    params: courts,
    reply: z.object({ proposals: z.array(proposalShape) }),
    async run(ctx, { params }) {
      const proposals = await proposalsWaiting(ctx.tx, [params.court])
      ctx.look('court.proposals', seen(proposals), { detail: { court: params.court } })
      return ok({ proposals: proposals.map(copiedProposal) })
    },
  }),
  api({
    method: 'GET',
    path: '/court-messages',
    action: 'court.see-messages',
    tag,
    summary: 'Messages that were refused or could not be taken in',
    reply: z.object({ messages: z.array(messageToLookAt) }),
    run: async ctx => ok({ messages: await messagesToLookAt(ctx.tx) }),
  }),
  api({
    method: 'POST',
    path: '/court-messages/:message/replay',
    action: 'court.replay-message',
    tag,
    summary: 'Take a kept message in again, in a moment',
    params: z.object({ message: id }),
    reply: done,
    status: 202,
    run: async (ctx, { params }) => doneOf(await askReplay(ctx, { messageId: params.message })),
  }),
  api({
    method: 'GET',
    path: '/court-measures',
    action: 'court.see-measures',
    tag,
    summary: 'How court work went, by day of hearing',
    query: z.object({ from: day, to: day }),
    reply: z.record(z.string(), z.object({ part: z.number(), of: z.number() })),
    run: async (ctx, { query }) => ok({ ...(await courtMeasures(ctx.tx, realDay(query.from), realDay(query.to))) }),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/link',
    action: 'court.match',
    tag,
    summary: 'Say which record a defendant is',
    params: appearance,
    body: z.object({ crn: z.string().max(20), reason: words.optional() }),
    reply: crnOnly,
    run: (ctx, { params, body }) =>
      linkToCrn(ctx, {
        appearanceId: params.appearance,
        crn: body.crn,
        ...(body.reason ? { reason: body.reason } : {}),
      }),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/unlink',
    action: 'court.match',
    tag,
    summary: 'Take a link back',
    params: appearance,
    body: z.object({ reason: words }),
    reply: done,
    run: async (ctx, { params, body }) =>
      doneOf(await unlinkDefendant(ctx, { appearanceId: params.appearance, ...body })),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/no-record',
    action: 'court.match',
    tag,
    summary: 'Confirm that a defendant has no record',
    params: appearance,
    reply: done,
    run: async (ctx, { params }) => doneOf(await confirmNoRecord(ctx, { appearanceId: params.appearance })),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/record',
    action: 'court.match',
    tag,
    summary: 'Open a record for a defendant who has none',
    params: appearance,
    reply: crnOnly,
    status: 201,
    run: (ctx, { params }) => createRecord(ctx, { appearanceId: params.appearance }),
  }),
  api({
    method: 'PUT',
    path: '/court/appearances/:appearance/preparation',
    action: 'court.prepare',
    tag,
    summary: 'Say how far a case is prepared',
    params: appearance,
    body: z.object({ preparation: z.enum(preparations), version: z.number().int() }),
    reply: done,
    run: async (ctx, { params, body }) =>
      doneOf(await setPreparation(ctx, { appearanceId: params.appearance, ...body })),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/notes',
    action: 'court.write-note',
    tag,
    summary: 'Write a hearing note',
    params: appearance,
    body: z.object({ body: z.string() }),
    reply: z.object({ id }),
    status: 201,
    run: (ctx, { params, body }) => addRemark(ctx, { kind: 'note', appearanceId: params.appearance, body: body.body }),
  }),
  api({
    method: 'POST',
    path: '/court/appearances/:appearance/outcome',
    action: 'court.record-outcome',
    tag,
    summary: 'Record what happened at a hearing, the main outcome first',
    params: appearance,
    body: z.object({ types: z.array(z.string()).max(12) }),
    reply: z.object({ outcomeId: id }),
    status: 201,
    run: (ctx, { params, body }) => recordOutcome(ctx, { appearanceId: params.appearance, types: body.types }),
  }),
  api({
    method: 'POST',
    path: '/court/outcomes/assign-to-me',
    action: 'court.assign-outcome',
    tag,
    summary: 'Take outcomes on',
    body: z.object({ outcomes: z.array(id).max(200) }),
    reply: z.object({ assigned: z.number() }),
    run: (ctx, { body }) => assignOutcomes(ctx, { outcomeIds: body.outcomes }),
  }),
  api({
    method: 'POST',
    path: '/court/outcomes/:outcome/hold',
    action: 'court.assign-outcome',
    tag,
    summary: 'Put an outcome on hold with the reason',
    params: outcome,
    body: z.object({ reason: words }),
    reply: done,
    run: async (ctx, { params, body }) => doneOf(await holdOutcome(ctx, { outcomeId: params.outcome, ...body })),
  }),
  api({
    method: 'POST',
    path: '/court/outcomes/:outcome/release',
    action: 'court.assign-outcome',
    tag,
    summary: 'Take an outcome off hold',
    params: outcome,
    reply: done,
    run: async (ctx, { params }) => doneOf(await releaseOutcome(ctx, { outcomeId: params.outcome })),
  }),
  api({
    method: 'POST',
    path: '/court/outcomes/:outcome/result',
    action: 'court.result',
    tag,
    summary: 'Say that an outcome is on the record',
    params: outcome,
    reply: done,
    run: async (ctx, { params }) => doneOf(await resultOutcome(ctx, { outcomeId: params.outcome })),
  }),
  api({
    method: 'POST',
    path: '/court/proposals/:proposal/accept',
    action: 'court.decide-proposal',
    tag,
    summary: 'Put what a result proposes on the record, as proposed',
    params: proposal,
    body: z.object({ version: z.number().int(), disposalId: id.optional(), despite: words.optional() }),
    reply: z.object({ eventId: id.nullable(), disposalId: id.nullable() }),
    run: (ctx, { params, body }) =>
      acceptProposal(ctx, {
        proposalId: params.proposal,
        version: body.version,
        ...(body.disposalId ? { disposalId: body.disposalId } : {}),
        ...(body.despite ? { despite: body.despite } : {}),
      }),
  }),
  api({
    method: 'POST',
    path: '/court/proposals/:proposal/refuse',
    action: 'court.decide-proposal',
    tag,
    summary: 'Refuse what a result proposes, with the reason',
    params: proposal,
    body: z.object({ version: z.number().int(), reason: words }),
    reply: done,
    run: async (ctx, { params, body }) => doneOf(await refuseProposal(ctx, { proposalId: params.proposal, ...body })),
  }),
  ...courtCaseApi,
]

function realDay(text: string): LocalDate {
  if (!isLocalDate(text)) throw new NotFound('The address names a day that does not exist.')
  return text
}
