import { z } from 'zod'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import { type At, type Go, type Post, post } from '../../../platform/web/index.ts'
import { confirmMatch, confirmNoRecord, createRecord, linkToCrn, unlinkDefendant } from '../commands/link-defendant.ts'
import {
  attendances,
  preparations,
  setAttendance,
  setOutcomeNotRequired,
  setPreparation,
} from '../commands/prepare-appearance.ts'
import { changeOutcomeTypes, recordOutcome } from '../commands/record-outcome.ts'
import { rejectMatch } from '../commands/reject-match.ts'
import { assignOutcomes, holdOutcome, releaseOutcome, resultOutcome } from '../commands/work-outcome.ts'
import { addRemark } from '../commands/write-remark.ts'
import { idField, manyField, textField, versionField } from './form-fields.ts'

const appearanceOf = (at: At) => at.params.appearance ?? ''

/** Back to the page at the part that was worked on. */
function back<Value>(result: Result<Value>, at: At, part: string, say: string): Result<Go> {
  return result.ok ? ok({ to: `${at.path}#${part}`, say }) : result
}

/** A command names its own field; on this page several forms share one, so each is named for its form. */
function under<Value>(result: Result<Value>, fields: Readonly<Record<string, string>>): Result<Value> {
  if (result.ok) return result
  const problems = result.problems.map((one): Problem => ({ ...one, field: fields[one.field] ?? one.field }))
  return { ok: false, problems }
}

const typesOf = (form: { readonly main: string; readonly also: readonly string[] }) =>
  [form.main, ...form.also].filter(Boolean)

const matchForm = z.object({ decision: textField, crn: textField, reason: textField })

/** One decision about who the defendant is: 'candidate:ID', 'crn', 'no-record' or 'create'. */
export async function decideMatch(
  ctx: Context,
  appearanceId: string,
  form: z.infer<typeof matchForm>,
): Promise<Result<{ readonly say: string }>> {
  const why = form.reason.trim() ? { reason: form.reason } : {}
  if (form.decision.startsWith('candidate:')) {
    const read = idField.safeParse(form.decision.slice('candidate:'.length))
    if (!read.success) return chooseOne
    const done = await confirmMatch(ctx, { appearanceId, candidatePersonId: read.data, ...why })
    return done.ok ? ok({ say: `Linked to ${done.value.crn ?? 'the record'}` }) : done
  }
  switch (form.decision) {
    case 'crn': {
      const done = await linkToCrn(ctx, { appearanceId, crn: form.crn, ...why })
      return done.ok ? ok({ say: `Linked to ${done.value.crn}` }) : done
    }
    case 'no-record': {
      const done = await confirmNoRecord(ctx, { appearanceId, ...why })
      return done.ok ? ok({ say: 'Confirmed that there is no record' }) : done
    }
    case 'create': {
      const done = await createRecord(ctx, { appearanceId })
      return done.ok ? ok({ say: `Record ${done.value.crn} opened` }) : done
    }
    default:
      return chooseOne
  }
}

const chooseOne: Result<never> = {
  ok: false,
  problems: [{ field: 'decision', code: 'missing', text: 'Choose who the defendant is' }],
}

/** What can be done on the page of a defendant. */
export const defendantPosts: Readonly<Record<string, Post<never>>> = {
  match: post({
    allow: 'court.match',
    form: matchForm,
    async run(ctx, form, at) {
      const done = await decideMatch(ctx, appearanceOf(at), form)
      return back(done, at, 'match', done.ok ? done.value.say : '')
    },
  }),
  reject: post({
    allow: 'court.match',
    form: z.object({ candidatePersonId: idField, reason: textField }),
    async run(ctx, form, at) {
      const done = await rejectMatch(ctx, { appearanceId: appearanceOf(at), ...form })
      return back(under(done, { reason: 'reject-reason' }), at, 'match', 'Noted that this is another person')
    },
  }),
  unlink: post({
    allow: 'court.match',
    form: z.object({ reason: textField }),
    async run(ctx, form, at) {
      const done = await unlinkDefendant(ctx, { appearanceId: appearanceOf(at), reason: form.reason })
      return back(under(done, { reason: 'unlink-reason' }), at, 'match', 'Link undone')
    },
  }),
  prepare: post({
    allow: 'court.prepare',
    form: z.object({
      version: versionField,
      preparation: z.enum(preparations, { error: 'Choose how far the case is prepared' }),
    }),
    async run(ctx, form, at) {
      const done = await setPreparation(ctx, { appearanceId: appearanceOf(at), ...form })
      return back(done, at, 'preparation', 'Preparation saved')
    },
  }),
  attendance: post({
    allow: 'court.write-note',
    form: z.object({
      version: versionField,
      attendance: z.union([z.enum(attendances), z.literal('').transform(() => null)], {
        error: 'Choose an attendance from the list',
      }),
    }),
    async run(ctx, form, at) {
      const done = await setAttendance(ctx, { appearanceId: appearanceOf(at), ...form })
      return back(done, at, 'preparation', 'Attendance saved')
    },
  }),
  'add-note': post({
    allow: 'court.write-note',
    form: z.object({ note: textField }),
    async run(ctx, form, at) {
      const done = await addRemark(ctx, { kind: 'note', appearanceId: appearanceOf(at), body: form.note })
      return back(under(done, { body: 'note' }), at, 'notes', 'Note saved')
    },
  }),
  'add-comment': post({
    allow: 'court.comment',
    form: z.object({ comment: textField }),
    async run(ctx, form, at) {
      const done = await addRemark(ctx, { kind: 'comment', appearanceId: appearanceOf(at), body: form.comment })
      return back(under(done, { body: 'comment' }), at, 'comments', 'Comment saved')
    },
  }),
  'add-outcome': post({
    allow: 'court.record-outcome',
    form: z.object({ main: textField, also: manyField }),
    async run(ctx, form, at) {
      const done = await recordOutcome(ctx, { appearanceId: appearanceOf(at), types: typesOf(form) })
      return back(done, at, 'outcome', 'Outcome added')
    },
  }),
  'change-outcome': post({
    allow: 'court.record-outcome',
    form: z.object({ outcomeId: idField, version: versionField, main: textField, also: manyField }),
    async run(ctx, form, at) {
      const { outcomeId, version } = form
      const done = await changeOutcomeTypes(ctx, { outcomeId, version, types: typesOf(form) })
      return back(done, at, 'outcome', 'Outcome changed')
    },
  }),
  'outcome-not-required': outcomeRequired(true, 'Noted that no outcome is required'),
  'outcome-required': outcomeRequired(false, 'Noted that an outcome is required'),
  assign: post({
    allow: 'court.assign-outcome',
    form: z.object({ outcomeId: idField }),
    async run(ctx, form, at) {
      const done = await assignOutcomes(ctx, { outcomeIds: [form.outcomeId] })
      return back(done, at, 'outcome', 'The outcome is with you')
    },
  }),
  hold: post({
    allow: 'court.assign-outcome',
    form: z.object({ outcomeId: idField, reason: textField }),
    async run(ctx, form, at) {
      const done = await holdOutcome(ctx, form)
      return back(under(done, { reason: 'hold-reason' }), at, 'outcome', 'Put on hold')
    },
  }),
  release: post({
    allow: 'court.assign-outcome',
    form: z.object({ outcomeId: idField }),
    async run(ctx, form, at) {
      return back(await releaseOutcome(ctx, form), at, 'outcome', 'Taken off hold')
    },
  }),
  result: post({
    allow: 'court.result',
    form: z.object({ outcomeId: idField }),
    async run(ctx, form, at) {
      return back(await resultOutcome(ctx, form), at, 'outcome', 'Marked as resulted')
    },
  }),
}

function outcomeRequired(notRequired: boolean, say: string): Post<never> {
  return post({
    allow: 'court.record-outcome',
    form: z.object({ version: versionField }),
    async run(ctx, form, at) {
      const done = await setOutcomeNotRequired(ctx, {
        appearanceId: appearanceOf(at),
        version: form.version,
        notRequired,
      })
      return back(done, at, 'outcome', say)
    },
  })
}
