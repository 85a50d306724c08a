import { z } from 'zod'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { Button, Checkboxes } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import {
  type Choice,
  ChoiceField,
  DayField,
  Form,
  LongTextField,
  page,
  post,
  SelectField,
  TextField,
  useProblem,
} from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { type LimitAccess, limitAccess } from '../commands/limit-access.ts'
import { personByCrn } from '../identity-group.ts'
import { limitReasons } from '../parameters/access-rules.ts'
import { dayTyped } from './day-typed.ts'
import { LimitTabs } from './limits.page.tsx'

type SetLimitModel = { readonly crn: string; readonly reasons: readonly Choice[] }

const setForm = z.object({
  crn: z.string().default(''),
  kind: z.enum(['exclusion', 'restriction'], 'Choose whether to exclude people or to restrict to people'),
  users: z.string().default(''),
  providers: z.string().default(''),
  startsOn: z.string().default(''),
  endsOn: z.string().default(''),
  reviewOn: z.string().default(''),
  reasonCode: z.string().default(''),
  reason: z.string().default(''),
  authoriser: z.string().default(''),
  message: z.string().default(''),
  lockMyselfOut: z.union([z.string(), z.array(z.string())]).optional(),
})
type SetForm = z.infer<typeof setForm>

export const setLimitPage = page<SetLimitModel>({
  path: '/limited-access/set',
  name: 'person.set-limit',
  title: 'Set a limit',
  allow: 'person.limit-access',
  section: 'limits',
  view: async (ctx, at) => ({
    crn: at.query.one('crn'),
    reasons: limitReasons.on(ctx.today).value.map(({ code, name }) => ({ value: code, text: name })),
  }),
  body: model => (
    <>
      <LimitTabs active="set" />
      <h1 class="govuk-heading-l">Set a limit on who may see a person</h1>
      <Form>
        <TextField name="crn" label="CRN" value={model.crn} />
        <ChoiceField
          name="kind"
          label="What kind of limit?"
          choices={[
            { value: 'exclusion', text: 'Exclude', hint: 'The people named may not open the record' },
            {
              value: 'restriction',
              text: 'Restrict',
              hint: 'Only the people named may open the record. Whoever manages the person stays on the list.',
            },
          ]}
        />
        <LongTextField name="users" label="User names" hint="One on a line" rows={4} />
        <TextField name="providers" label="Whole providers (optional)" hint="Provider codes, with spaces between" />
        <DayField name="startsOn" label="First day" hint="For example, today or 27 3 2027" value="today" />
        <DayField name="endsOn" label="First day without the limit (optional)" />
        <DayField name="reviewOn" label="Review (optional)" hint="Leave empty for the usual period" />
        <SelectField name="reasonCode" label="Why is access limited?" choices={model.reasons} />
        <LongTextField name="reason" label="More about the reason (optional)" hint="Only administrators see this" />
        <TextField name="authoriser" label="Authorised by" />
        <LongTextField
          name="message"
          label="What people who may not see the record are told (optional)"
          hint="Say whom to contact, and never why. 200 characters at most."
          rows={2}
        />
        <LockMyselfOut />
        <Button text="Set the limit" />
      </Form>
    </>
  ),
  posts: { '': post({ allow: 'person.limit-access', form: setForm, run: setLimit }) },
})

function LockMyselfOut() {
  return (
    <Checkboxes
      name="lockMyselfOut"
      fieldset={{ legend: { text: 'If the limit bars you', classes: 'govuk-fieldset__legend--s' } }}
      items={[{ value: 'yes', text: 'I know that I will not be able to see this person' }]}
      errorMessage={useProblem('lockMyselfOut')}
    />
  )
}

async function setLimit(ctx: Context, form: SetForm): Promise<Result<{ readonly to: string; readonly say: string }>> {
  const read = await readForm(ctx, form)
  if (!read.ok) return read
  const set = await limitAccess(ctx, read.value)
  if (!set.ok) return { ok: false, problems: set.problems.map(onItsField) }
  return ok({ to: '/limited-access', say: `${plural(set.value.ids.length, 'limit')} set` })
}

/** Every problem of the form at once: the number, and each day. */
async function readForm(ctx: Context, form: SetForm): Promise<Result<LimitAccess>> {
  const wrong: Problem[] = []
  const day = (read: Result<LocalDate | null>): LocalDate | null => {
    if (!read.ok) wrong.push(...read.problems)
    return read.ok ? read.value : null
  }
  const startsOn = day(dayTyped(form.startsOn, 'startsOn', ctx.today))
  const endsOn = day(dayTyped(form.endsOn, 'endsOn', ctx.today, 'optional'))
  const reviewOn = day(dayTyped(form.reviewOn, 'reviewOn', ctx.today, 'optional'))
  if (!(await personByCrn(ctx.tx, form.crn))) {
    wrong.push({ field: 'crn', code: 'crn-not-found', text: 'Enter the CRN of a person on record, like X123456' })
  }
  if (wrong.length > 0 || startsOn === null) return { ok: false, problems: wrong }
  const words = (text: string, between: RegExp) => text.split(between).filter(word => word.trim() !== '')
  return ok({
    crn: form.crn,
    kind: form.kind,
    subjects: [
      ...words(form.users, /[\n,;]/).map(value => ({ kind: 'user' as const, value })),
      ...words(form.providers, /[\s,;]+/).map(value => ({ kind: 'provider' as const, value })),
    ],
    startsOn,
    endsOn,
    reviewOn,
    reasonCode: form.reasonCode,
    reason: form.reason,
    authoriser: form.authoriser,
    message: form.message.trim() || null,
    lockMyselfOut: form.lockMyselfOut !== undefined,
  })
}

/** The command speaks of `subjects`; the form asks for them under user names. */
function onItsField(problem: Problem): Problem {
  return problem.field === 'subjects' ? { ...problem, field: 'users' } : problem
}
