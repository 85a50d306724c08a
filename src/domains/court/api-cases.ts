import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { NotFound, ok } from '../../platform/errors/index.ts'
import { identityBar, openCase } from '../person/index.ts'
import {
  candidate,
  copiedProposal,
  day,
  defendant,
  done,
  doneOf,
  messageShown,
  pastHearing,
  proposalShape,
} from './api-shapes.ts'
import { confirmMatch } from './commands/link-defendant.ts'
import { changeOutcomeTypes } from './commands/record-outcome.ts'
import { rejectMatch } from './commands/reject-match.ts'
import { editRemark } from './commands/write-remark.ts'
import { courtCounts } from './queries/court-counts.ts'
import { courtHistoryOf } from './queries/court-history.ts'
import { oneMessage } from './queries/court-messages.ts'
import {
  appearanceFacts,
  candidatesOf,
  hearingDays,
  offencesCharged,
  outcomeOf,
  remarks,
} from './queries/defendant-at-court.ts'
import { oneProposal } from './queries/proposals-waiting.ts'
import { outcomeTypes } from './rules/outcome-state.ts'

const courtCodes = z
  .string('Name the courts')
  .regex(/^[A-Z0-9]{5}(,[A-Z0-9]{5}){0,49}$/, 'Enter court codes separated by commas, such as B10JQ,B41ME')
  .describe('Court codes separated by commas, such as B10JQ,B41ME')
const why = z.string('Enter a reason').max(4000)
const version = z.number().int().describe('The version you read; another one since then is a conflict')
const types = z.array(z.string()).describe(`One or more of ${Object.keys(outcomeTypes).join(', ')}`)

const list = { method: 'GET', tag: 'Court', action: 'court.see-list' } as const
const atHearing = z.object({ person: z.uuid(), appearance: z.uuid() })
const match = {
  method: 'POST',
  tag: 'Court',
  action: 'court.match',
  params: z.object({ appearance: z.uuid() }),
} as const

/** One case at court: the defendant, who they may be, what was proposed, and the message it came by. */
export const courtCaseApi: readonly ApiRoute[] = [
  api({
    ...list,
    path: '/court-counts',
    summary: 'How many cases courts list each day, and what is left to do',
    query: z.object({ courts: courtCodes, from: day, to: day }),
    reply: z.object({
      counts: z.array(
        z.object({
          courtCode: z.string(),
          day: z.string(),
          listed: z.number(),
          hidden: z.number().describe('Of people you may not see'),
          toPrepare: z.number(),
          outcomeToAdd: z.number(),
          possible: z.number(),
          breach: z.number(),
        }),
      ),
    }),
    run: async (ctx, { query: { courts, from, to } }) =>
      ok({ counts: await courtCounts(ctx.tx, courts.split(','), from as LocalDate, to as LocalDate) }),
  }),
  api({
    ...list,
    path: '/court/defendants/:person/:appearance',
    summary: 'One defendant at a hearing: what the court gave, outcome and notes',
    params: atHearing,
    reply: defendant,
    run: async (ctx, { params }) => {
      const facts = await appearanceFacts(ctx.tx, params.person, params.appearance)
      if (!facts) throw new NotFound('This case is not on the list.')
      ctx.look('court.defendant', [facts.personId])
      const bars = await identityBar(ctx.tx, [facts.personId])
      const outcome = await outcomeOf(ctx.tx, facts.personId, facts.id)
      const { forenames, surname, organisationName, dateOfBirth, sex, pnc, cro, address, matchState } = facts.defendant
      return ok({
        ...facts,
        appearanceId: facts.id,
        name: organisationName ?? [surname, forenames.join(' ')].filter(Boolean).join(', '),
        ...{ dateOfBirth, sex, pnc, cro, matchState },
        address: address && { ...address, lines: [...address.lines] },
        crn: bars.get(facts.personId)?.crn ?? null,
        days: await hearingDays(ctx.tx, facts.hearingId),
        offences: (await offencesCharged(ctx.tx, facts.personId, facts.id)).map(one => ({
          ...one,
          results: one.results.map(result => ({ ...result })),
        })),
        outcome: outcome ? { ...outcome, types: [...outcome.types] } : null,
        notes: await remarks(ctx.tx, 'note', facts.personId, facts.id),
      })
    },
  }),
  api({
    ...list,
    path: '/court/defendants/:person/:appearance/matches',
    summary: 'The records a defendant may be, with how each was compared',
    params: atHearing,
    reply: z.object({ candidates: z.array(candidate) }),
    run: async (ctx, { params }) => {
      const facts = await appearanceFacts(ctx.tx, params.person, params.appearance)
      if (!facts) throw new NotFound('This case is not on the list.')
      ctx.look('court.matches', [facts.personId])
      const found = await candidatesOf(ctx.tx, [facts.personId], [facts.defendantId])
      const bars = await identityBar(
        ctx.tx,
        found.map(one => one.candidatePersonId),
      )
      return ok({
        candidates: found.map(one => {
          // A record limited since it was compared tells no more than one that was limited then.
          const limited = one.limited || bars.get(one.candidatePersonId)?.limited !== false
          return { ...one, limited, explanation: limited ? {} : { ...one.explanation } }
        }),
      })
    },
  }),
  api({
    method: 'GET',
    tag: 'Court',
    action: 'person.view',
    path: '/people/:crn/court-history',
    summary: 'Every hearing of a person, the newest first, with outcome, notes and results',
    params: z.object({ crn: z.string() }),
    reply: z.object({ hearings: z.array(pastHearing) }),
    run: async (ctx, { params }) => {
      const { group } = await openCase(ctx, params.crn)
      const hearings = await courtHistoryOf(ctx.tx, group)
      return ok({
        hearings: hearings.map(({ offences, notes, outcome, ...hearing }) => ({
          ...hearing,
          offences: offences.map(({ code, title, results }) => ({
            ...(code ? { code } : {}),
            ...(title ? { title } : {}),
            results: results.map(result => ({ ...result })),
          })),
          notes: [...notes],
          outcome: outcome && { types: [...outcome.types], resultedAt: outcome.resultedAt },
        })),
      })
    },
  }),
  api({
    ...list,
    path: '/court/proposals/:proposal',
    summary: 'One proposed sentence',
    params: z.object({ proposal: z.uuid() }),
    reply: proposalShape,
    run: async (ctx, { params }) => {
      const found = await oneProposal(ctx.tx, params.proposal)
      ctx.look('court.proposal', [found.personId])
      return ok(copiedProposal(found))
    },
  }),
  api({
    method: 'GET',
    tag: 'Court',
    action: 'court.see-messages',
    path: '/court-messages/:message',
    summary: 'One message with everything that was done with it',
    params: z.object({ message: z.uuid() }),
    reply: messageShown,
    run: async (ctx, { params }) => {
      const found = await oneMessage(ctx.tx, params.message)
      ctx.look('court.message', found.people)
      return ok({ ...found, fates: [...found.fates] })
    },
  }),
  api({
    ...match,
    path: '/court/appearances/:appearance/confirm-match',
    summary: 'Say that a defendant is one of the records found',
    body: z.object({ candidatePersonId: z.uuid(), reason: why.optional() }),
    reply: z.object({ crn: z.string() }),
    run: (ctx, { params, body }) =>
      confirmMatch(ctx, {
        appearanceId: params.appearance,
        candidatePersonId: body.candidatePersonId,
        ...(body.reason ? { reason: body.reason } : {}),
      }),
  }),
  api({
    ...match,
    path: '/court/appearances/:appearance/reject-match',
    summary: 'Say that a record found is a different person',
    body: z.object({ candidatePersonId: z.uuid(), reason: why }),
    reply: done,
    run: async (ctx, { params, body }) => doneOf(await rejectMatch(ctx, { appearanceId: params.appearance, ...body })),
  }),
  api({
    method: 'PUT',
    tag: 'Court',
    action: 'court.write-note',
    path: '/court/notes/:note',
    summary: 'Change a hearing note of your own',
    params: z.object({ note: z.uuid() }),
    body: z.object({ body: z.string('Enter the note'), version }),
    reply: done,
    run: async (ctx, { params, body }) => doneOf(await editRemark(ctx, { kind: 'note', id: params.note, ...body })),
  }),
  api({
    method: 'PUT',
    tag: 'Court',
    action: 'court.record-outcome',
    path: '/court/outcomes/:outcome/types',
    summary: 'Change what happened at a hearing',
    params: z.object({ outcome: z.uuid() }),
    body: z.object({ types, version }),
    reply: done,
    run: async (ctx, { params, body }) => doneOf(await changeOutcomeTypes(ctx, { outcomeId: params.outcome, ...body })),
  }),
]
