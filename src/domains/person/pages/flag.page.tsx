import { z } from 'zod'
import { Button } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { type Choice, DayField, Form, LongTextField, SelectField, TextField } from '../../../platform/web/index.ts'
import { deregisterFlag, registerFlag, reviewFlag } from '../commands/register-flag.ts'
import { type FlagOnRecord, flagsOnRecord, flagTypes } from '../queries/flags-on-record.ts'
import type { OpenCase } from '../queries/open-case.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'
import { Flag } from './flags.page.tsx'
import { type FlagView, flagView } from './flags.view.ts'

const back = { path: '/flags', text: 'Flags' }
const text = z.string().default('')

export const registerFlagPage = casePage<readonly Choice[]>({
  path: '/flags/register',
  name: 'person.register-flag',
  title: 'Register a flag',
  allow: 'person.flag',
  tab: 'flags',
  back,
  view: async ctx => (await flagTypes(ctx.tx, ctx.today)).map(({ code, name }) => ({ value: code, text: name })),
  body: choices => (
    <>
      <h1 class="govuk-heading-l">Register a flag</h1>
      <p class="govuk-body">A level of risk of serious harm ends the level before it.</p>
      <Form intent="register">
        <SelectField name="typeCode" label="Kind of flag" choices={choices} />
        <TextField name="category" label="Category (optional)" hint="For example M1 for MAPPA" />
        <TextField name="level" label="Level (optional)" />
        <DayField name="startsOn" label="Since" hint="For example, today or 27 3 2026" value="today" />
        <DayField name="nextReviewOn" label="Review (optional)" />
        <LongTextField name="notes" label="Notes" rows={6} />
        <Button text="Register the flag" />
      </Form>
    </>
  ),
  posts: {
    register: casePost({
      allow: 'person.flag',
      form: z.object({ typeCode: text, category: text, level: text, startsOn: text, nextReviewOn: text, notes: text }),
      run: async (ctx, opened, form) => {
        const startsOn = dayTyped(form.startsOn, 'startsOn', ctx.today)
        const nextReviewOn = dayTyped(form.nextReviewOn, 'nextReviewOn', ctx.today, 'optional')
        if (!startsOn.ok) return startsOn
        if (!nextReviewOn.ok) return nextReviewOn
        const done = await registerFlag(ctx, {
          personId: opened.personId,
          typeCode: form.typeCode,
          category: form.category.trim() || null,
          level: form.level.trim() || null,
          startsOn: startsOn.value,
          nextReviewOn: nextReviewOn.value,
          notes: form.notes,
        })
        return done.ok ? backToFlags(opened, 'The flag is registered') : done
      },
    }),
  },
})

export const flagPage = casePage<{ readonly view: FlagView; readonly version: number }>({
  path: '/flags/:flag',
  name: 'person.flag',
  title: 'Review or end a flag',
  allow: 'person.flag',
  tab: 'flags',
  back,
  view: async (ctx, opened, at) => {
    const flag = await flagOf(ctx, opened, at.params.flag)
    return { view: flagView(flag, ctx.today), version: flag.version }
  },
  body: ({ view, version }) => (
    <>
      <h1 class="govuk-heading-l">Review or end a flag</h1>
      <Flag flag={view} href={null} />
      {view.ended === null && (
        <div class="app-beside">
          <Form intent="review">
            <h2 class="govuk-heading-m">It still holds</h2>
            <input type="hidden" name="version" value={version} />
            <DayField name="nextReviewOn" label="Next review (optional)" />
            <LongTextField name="notes" label="What you found" />
            <Button text="Record the review" classes="govuk-button--secondary" />
          </Form>
          <Form intent="end">
            <h2 class="govuk-heading-m">End it</h2>
            <input type="hidden" name="version" value={version} />
            <DayField name="endsOn" label="Last day" hint="For example, today or 27 3 2026" />
            <LongTextField name="reason" label="Why it ends" />
            <Button text="End the flag" classes="govuk-button--warning" />
          </Form>
        </div>
      )}
    </>
  ),
  posts: {
    review: casePost({
      allow: 'person.flag',
      form: z.object({ nextReviewOn: text, notes: text, version: z.coerce.number('Open the page again') }),
      run: async (ctx, opened, { notes, version, ...form }, at) => {
        const nextReviewOn = dayTyped(form.nextReviewOn, 'nextReviewOn', ctx.today, 'optional')
        if (!nextReviewOn.ok) return nextReviewOn
        const { id, personId } = await flagOf(ctx, opened, at.params.flag)
        const done = await reviewFlag(ctx, { personId, id, nextReviewOn: nextReviewOn.value, notes, version })
        return done.ok ? backToFlags(opened, 'The review is recorded') : done
      },
    }),
    end: casePost({
      allow: 'person.flag',
      form: z.object({ endsOn: text, reason: text, version: z.coerce.number('Open the page again') }),
      run: async (ctx, opened, { reason, version, ...form }, at) => {
        const endsOn = dayTyped(form.endsOn, 'endsOn', ctx.today)
        if (!endsOn.ok) return endsOn
        const { id, personId } = await flagOf(ctx, opened, at.params.flag)
        const done = await deregisterFlag(ctx, { personId, id, endsOn: endsOn.value, reason, version })
        return done.ok ? backToFlags(opened, 'The flag is ended') : done
      },
    }),
  },
})

async function flagOf(ctx: Context, opened: OpenCase, id: string | undefined): Promise<FlagOnRecord> {
  const flag = (await flagsOnRecord(ctx.tx, opened.group)).find(one => one.id === id)
  if (!flag) throw new NotFound('There is no such flag on this record.')
  return flag
}

function backToFlags(opened: OpenCase, say: string) {
  return { ok: true as const, value: { to: `/case/${opened.crn}/flags`, say } }
}
