import { z } from 'zod'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../platform/components/index.ts'
import { type Choice, ChoiceField, Form, LongTextField, type Post, post } from '../../../platform/web/index.ts'
import { givePurpose } from '../commands/give-purpose.ts'
import { purposes } from '../parameters/access-rules.ts'

export type PurposeChoices = readonly Choice[]

export function purposeChoices(today: LocalDate): PurposeChoices {
  return purposes.on(today).value.map(({ code, name, wordsNeeded }) => ({
    value: code,
    text: name,
    ...(wordsNeeded ? { hint: 'Say more below' } : {}),
  }))
}

/** Asked before the record of a person managed in another region opens. */
export function PurposeForm({ crn, choices }: { readonly crn: string; readonly choices: PurposeChoices }) {
  return (
    <>
      <h1 class="govuk-heading-l">Say why you need this record</h1>
      <p class="govuk-body">
        CRN {crn} is managed in another region. What you choose is kept with the log of who looked, and holds for today.
      </p>
      <Form intent="give-purpose">
        <ChoiceField name="code" label="Why do you need to see this record?" choices={choices} />
        <LongTextField
          name="words"
          label="More about your reason"
          hint="Needed for some reasons. The person concerned may ask to see who looked and why."
        />
        <Button text="Open the record" />
      </Form>
    </>
  )
}

export const purposePosts: Readonly<Record<string, Post<never>>> = {
  'give-purpose': post({
    allow: 'person.view',
    form: z.object({ code: z.string().default(''), words: z.string().default('') }),
    run: async (ctx, form, at) => {
      const given = await givePurpose(ctx, { crn: at.params.crn ?? '', ...form })
      return given.ok ? { ok: true, value: { to: at.path } } : given
    },
  }),
}
