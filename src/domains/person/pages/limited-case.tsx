import { z } from 'zod'
import { Button, InsetText } from '../../../platform/components/index.ts'
import { Form, LongTextField, type Post, post } from '../../../platform/web/index.ts'
import { breakGlass } from '../commands/break-glass.ts'
import { breakGlassWindow } from '../parameters/access-rules.ts'

type LimitedCaseProps = {
  readonly crn: string
  readonly message: string
  /** How long an emergency opening lasts; null for a role that may not open one. */
  readonly breakGlassMinutes: number | null
}

/** What somebody sees of a person they may not see: the number they asked for, and whom to ask. Never why. */
export function LimitedCase({ crn, message, breakGlassMinutes }: LimitedCaseProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Access is limited</h1>
      <p class="govuk-body">CRN {crn}</p>
      <InsetText>{message}</InsetText>
      <p class="govuk-body">You are still signed in. This attempt has been logged.</p>
      {breakGlassMinutes !== null && (
        <>
          <h2 class="govuk-heading-m">Open it in an emergency</h2>
          <p class="govuk-body">
            If someone may come to harm before you can reach the administrator, you can open this record for{' '}
            {breakGlassMinutes} minutes. The administrator is told at once, and sees everything you read.
          </p>
          <Form intent="break-glass">
            <LongTextField name="reason" label="Why do you need to see this record now?" />
            <Button text={`Open for ${breakGlassMinutes} minutes`} classes="govuk-button--warning" />
          </Form>
        </>
      )}
    </>
  )
}

export function breakGlassMinutes(today: Parameters<typeof breakGlassWindow.on>[0]): number {
  return breakGlassWindow.on(today).value.minutes
}

export const limitedPosts: Readonly<Record<string, Post<never>>> = {
  'break-glass': post({
    allow: 'person.break-glass',
    form: z.object({ reason: z.string().default('') }),
    run: async (ctx, { reason }, at) => {
      const opened = await breakGlass(ctx, { crn: at.params.crn ?? '', reason })
      if (!opened.ok) return opened
      const say = `This record is open to you for ${breakGlassMinutes(ctx.today)} minutes. The administrator has been told.`
      return { ok: true, value: { to: at.path, say } }
    },
  }),
}
