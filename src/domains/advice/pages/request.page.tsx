import { z } from 'zod'
import type { StaffAccount } from '../../../platform/access/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Result } from '../../../platform/errors/index.ts'
import type { Decision } from '../../../platform/rules/index.ts'
import type { At } from '../../../platform/web/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { casePage, casePost, enquiriesOf, enquiryStandingOf, type OpenCase } from '../../person/index.ts'
import { allocateRequest, reportWriters } from '../commands/allocate-request.ts'
import { recordPlea, replyBeforePlea, suggestedReply } from '../commands/before-plea.ts'
import { bookInterview, type Interview, interviewsOf, recordInterview } from '../commands/book-interview.ts'
import { answerTriage, decideTriage } from '../commands/decide-triage.ts'
import { moveRequiredBy } from '../commands/move-required-by.ts'
import { recordRequestAct } from '../commands/record-request-act.ts'
import type { ReportRequest } from '../request-model.ts'
import type { BeforePleaReply } from '../rules/before-plea.ts'
import { proposalOf, type StoredOutcome } from '../store/proposal-store.ts'
import { requestById } from '../store/request-store.ts'
import { dayTyped, timeTyped } from './form-answers.ts'
import { clockOf } from './report-queue.view.ts'
import { type RequestView, requestView } from './request.view.ts'
import { requestPath } from './request-address.ts'
import { RequestBody } from './request-body.tsx'

export type RequestModel = {
  readonly request: ReportRequest
  readonly view: RequestView
  readonly interviews: readonly Interview[]
  readonly writers: readonly StaffAccount[]
  readonly reply: Decision<BeforePleaReply> | null
  readonly clock: { readonly text: string; readonly standing: string } | null
  readonly today: string
  /** How the sentence compares with what was proposed; null before a sentence, and of a sealed report. */
  readonly outcome: StoredOutcome | null
}

const text = z.string().default('')
const version = z.coerce.number('Open the page again')
const yesNo = text.transform(value => (value === 'yes' ? true : value === 'no' ? false : null))

/** One report asked for: what, by whom, for when, and everything decided and done about it. */
export const requestPage = casePage<RequestModel>({
  path: '/reports/:request',
  name: 'advice.request',
  title: 'Report asked for',
  allow: 'advice.see-reports',
  tab: 'reports',
  back: { path: '/reports', text: 'Court reports' },
  async view(ctx, opened, at) {
    const request = await requestOf(ctx, opened, at)
    const courts = await allCourts(ctx.tx, ctx.today)
    const court = courts.find(one => one.code === request.courtCode)?.name ?? request.courtCode
    const interviews = await interviewsOf(ctx.tx, request.personId, request.id)
    const enquiries = (await enquiriesOf(ctx.tx, opened.group)).map(one => ({
      name: `Enquiry of ${one.askedOf}`,
      standing: enquiryStandingOf(one, ctx.today),
      askedOn: one.askedOn,
    }))
    return {
      request,
      view: requestView(request, { court, interviews, enquiries }, ctx.today),
      interviews,
      writers: ctx.can('advice.allocate') ? await reportWriters(ctx) : [],
      reply: request.state === 'AWAITING_REPLY' ? await suggestedReply(ctx, request) : null,
      clock: clockOf(request, ctx.now),
      today: ctx.today,
      outcome:
        request.state === 'SEALED' ? null : ((await proposalOf(ctx.tx, opened.group, request.id))?.outcome ?? null),
    }
  },
  body: (model, { crn }) => <RequestBody model={model} crn={crn} />,
  posts: {
    reply: casePost({
      allow: 'advice.allocate',
      form: z.object({ reply: text, replyReason: text }),
      run: (ctx, opened, { reply, replyReason }, at) =>
        done(ctx, opened, at, 'The reply is recorded', { reason: 'replyReason' }, on =>
          replyBeforePlea(ctx, { ...on, reply, reason: replyReason }),
        ),
    }),
    answers: casePost({
      allow: 'advice.allocate',
      form: z.object({
        version,
        courtIndicatesCustody: yesNo,
        custodyMonthsLikely: text,
        dangerousness: yesNo,
        domesticAbuse: yesNo,
        treatment: yesNo,
        careHistory: yesNo,
      }),
      run: (ctx, opened, { version: seen, custodyMonthsLikely, ...answers }, at) =>
        done(ctx, opened, at, 'The suggestion is worked out again', {}, on => {
          const months = custodyMonthsLikely.trim() === '' ? null : Number(custodyMonthsLikely)
          return answerTriage(ctx, { ...on, version: seen, answers: { ...answers, custodyMonthsLikely: months } })
        }),
    }),
    triage: casePost({
      allow: 'advice.allocate',
      form: z.object({ version, depth: text, delivery: text, differsBecause: text }),
      run: (ctx, opened, { version: seen, ...form }, at) =>
        done(ctx, opened, at, 'The decision is recorded', {}, on =>
          decideTriage(ctx, { ...on, ...form, version: seen }),
        ),
    }),
    allocate: casePost({
      allow: 'advice.allocate',
      form: z.object({ writer: text, allocateReason: text }),
      run: (ctx, opened, { writer, allocateReason }, at) =>
        done(ctx, opened, at, 'The report is allocated', { reason: 'allocateReason', kind: 'writer' }, on =>
          allocateRequest(ctx, { ...on, writer, reason: allocateReason }),
        ),
    }),
    book: casePost({
      allow: 'advice.write',
      form: z.object({ day: text, startsAt: text, how: text, place: text, language: text, details: text }),
      run: async (ctx, opened, form, at) => {
        const day = dayTyped(form.day, 'day', ctx.today)
        if (!day.ok) return day
        const time = timeTyped(form.startsAt, 'startsAt')
        if (!time.ok) return time
        return done(ctx, opened, at, 'The interview is booked', { kind: 'day' }, on =>
          bookInterview(ctx, { ...on, ...form, day: day.value, startsAt: time.value }),
        )
      },
    }),
    interview: casePost({
      allow: 'advice.write',
      form: z.object({ interview: text, outcome: text, interviewReason: text }),
      run: async (ctx, opened, form, at) => {
        const { personId, id } = await requestOf(ctx, opened, at)
        const { interview: interviewId, outcome, interviewReason: reason } = form
        const input = { personId, requestId: id, interviewId, outcome, reason }
        const held = await recordInterview(ctx, input)
        if (!held.ok) return held
        const say = {
          'go-on': 'The interview is recorded',
          'book-another': 'Recorded as missed. There is time for another interview: book it',
          'not-completed':
            'Recorded as missed. There is no time for another: the report is not completed. Tell the court',
        }[held.value.next]
        return ok({ to: requestPath(opened.crn, id), say })
      },
    }),
    'required-by': casePost({
      allow: 'advice.request',
      form: z.object({ requiredBy: text, requiredByReason: text }),
      run: async (ctx, opened, form, at) => {
        const day = dayTyped(form.requiredBy, 'requiredBy', ctx.today)
        if (!day.ok) return day
        return done(ctx, opened, at, 'The day is changed', { reason: 'requiredByReason', kind: 'requiredBy' }, on =>
          moveRequiredBy(ctx, { ...on, requiredBy: day.value, reason: form.requiredByReason }),
        )
      },
    }),
    end: casePost({
      allow: 'advice.see-reports',
      form: z.object({
        step: z.enum(['withdrawn', 'not-completed', 'reopened'], 'Choose what happened'),
        endReason: text,
      }),
      run: (ctx, opened, { step, endReason }, at) =>
        done(ctx, opened, at, 'That is recorded', { reason: 'endReason', kind: 'step' }, on =>
          recordRequestAct(ctx, { ...on, kind: step, reason: endReason }),
        ),
    }),
    use: casePost({
      allow: 'advice.deliver',
      form: z.object({ use: z.enum(['used', 'not-used'], 'Choose whether the court used it'), useReason: text }),
      run: (ctx, opened, { use, useReason }, at) =>
        done(ctx, opened, at, 'That is recorded', { reason: 'useReason', kind: 'use' }, on =>
          recordRequestAct(ctx, { ...on, kind: use, reason: useReason }),
        ),
    }),
    plea: casePost({
      allow: 'advice.deliver',
      form: z.object({ plea: text }),
      run: (ctx, opened, { plea }, at) =>
        done(ctx, opened, at, 'The plea is recorded', { kind: 'plea' }, on => recordPlea(ctx, { ...on, plea })),
    }),
  },
})

async function requestOf(ctx: Context, opened: OpenCase, at: At): Promise<ReportRequest> {
  const request = await requestById(ctx.tx, opened.group, at.params.request ?? '')
  if (!request) throw new NotFound('There is no such report request on this record.')
  return request
}

/** Runs a command about the request and goes back to its page. Fields of the command's problems are named as this page
 *  names them, because several of its forms ask for a reason. */
async function done(
  ctx: Context,
  opened: OpenCase,
  at: At,
  say: string,
  named: Readonly<Record<string, string>>,
  run: (on: { readonly personId: string; readonly requestId: string }) => Promise<Result<unknown>>,
) {
  const { personId, id } = await requestOf(ctx, opened, at)
  const result = await run({ personId, requestId: id })
  if (result.ok) return ok({ to: requestPath(opened.crn, id), say })
  return {
    ok: false as const,
    problems: result.problems.map(one => ({ ...one, field: named[one.field] ?? one.field })),
  }
}
