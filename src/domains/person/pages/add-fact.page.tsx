import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { Button } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { ChoiceField, DayField, Form, LongTextField, SelectField, TextField } from '../../../platform/web/index.ts'
import { addAddress, addContactMethod, addIdentifier, addOtherName } from '../commands/add-to-record.ts'
import type { OpenCase } from '../queries/open-case.ts'
import { addressKindChoices, contactKindChoices, nameKindChoices, refusalText } from '../words.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'
import type { FactList } from './details.view.ts'

const text = z.string().default('')

type Fields = { readonly heading: string; readonly fields: () => ComponentChildren }

const forms: Readonly<Record<FactList['id'], Fields>> = {
  names: {
    heading: 'Add another name',
    fields: () => (
      <>
        <TextField name="firstName" label="First name" />
        <TextField name="middleNames" label="Middle names" />
        <TextField name="lastName" label="Last name" />
        <DayField name="dateOfBirth" label="Date of birth used with it (optional)" />
        <ChoiceField name="kind" label="What kind of name?" choices={nameKindChoices} />
      </>
    ),
  },
  addresses: {
    heading: 'Add an address',
    fields: () => (
      <>
        <ChoiceField name="kind" label="What kind of address?" choices={addressKindChoices} />
        <LongTextField name="lines" label="Address" hint="One line of the address on each line" />
        <TextField name="postcode" label="Postcode" />
        <DayField name="startsOn" label="First day there (optional)" />
        <DayField name="endsOn" label="Last day there (optional)" />
        <LongTextField name="notes" label="Notes (optional)" />
      </>
    ),
  },
  contacts: {
    heading: 'Add a phone number or email address',
    fields: () => (
      <>
        <ChoiceField name="kind" label="What is it?" choices={contactKindChoices} />
        <TextField name="value" label="Number or address" />
        <ChoiceField
          name="mayText"
          label="May we send texts to it?"
          choices={[
            { value: 'not-asked', text: 'Nobody has asked' },
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          value="not-asked"
        />
      </>
    ),
  },
  identifiers: {
    heading: 'Add an identifier',
    fields: () => (
      <>
        <SelectField
          name="kind"
          label="What number is it?"
          choices={[
            { value: 'PNC', text: 'PNC' },
            { value: 'CRO', text: 'CRO' },
            { value: 'NOMS', text: 'Prison number' },
          ]}
        />
        <TextField name="given" label="Number" hint="As it is written where you saw it" />
      </>
    ),
  },
}

export const addFactPage = casePage<FactList['id']>({
  path: '/details/:list/add',
  name: 'person.add-fact',
  title: 'Add to personal details',
  allow: 'person.edit',
  tab: 'details',
  back: { path: '/details', text: 'Personal details' },
  view: async (_ctx, _opened, at) => {
    const list = Object.keys(forms).find(one => one === at.params.list)
    if (!list) throw new NotFound('Nothing of this kind is kept on a record.')
    return list as FactList['id']
  },
  body: list => (
    <>
      <h1 class="govuk-heading-l">{forms[list].heading}</h1>
      <Form intent={list}>
        {forms[list].fields()}
        <Button text="Add" />
      </Form>
    </>
  ),
  posts: {
    names: casePost({
      allow: 'person.edit',
      form: z.object({
        firstName: text,
        middleNames: text,
        lastName: text,
        dateOfBirth: text,
        kind: z.enum(['alias', 'former', 'as-known'], 'Choose what kind of name it is'),
      }),
      run: async (ctx, opened, form) => {
        const dateOfBirth = dayTyped(form.dateOfBirth, 'dateOfBirth', ctx.today, 'optional', 'birth')
        if (!dateOfBirth.ok) return dateOfBirth
        const { personId } = opened
        const done = await addOtherName(ctx, { ...form, personId, dateOfBirth: dateOfBirth.value })
        return done.ok ? backToDetails(opened, 'The name is added') : done
      },
    }),
    addresses: casePost({
      allow: 'person.edit',
      form: z.object({
        kind: z.enum(['main', 'other', 'previous', 'bail', 'no-fixed-abode'], 'Choose what kind of address it is'),
        lines: text,
        postcode: text,
        startsOn: text,
        endsOn: text,
        notes: text,
      }),
      run: async (ctx, opened, form) => {
        const startsOn = dayTyped(form.startsOn, 'startsOn', ctx.today, 'optional')
        const endsOn = dayTyped(form.endsOn, 'endsOn', ctx.today, 'optional')
        if (!startsOn.ok) return startsOn
        if (!endsOn.ok) return endsOn
        const done = await addAddress(ctx, {
          ...form,
          personId: opened.personId,
          lines: form.lines.split('\n'),
          startsOn: startsOn.value,
          endsOn: endsOn.value,
        })
        return done.ok ? backToDetails(opened, 'The address is added') : done
      },
    }),
    contacts: casePost({
      allow: 'person.edit',
      form: z.object({
        kind: z.enum(['home', 'mobile', 'work', 'email'], 'Choose what it is'),
        value: text,
        mayText: text,
      }),
      run: async (ctx, opened, { kind, value, mayText }) => {
        const allowed = mayText === 'yes' ? true : mayText === 'no' ? false : null
        const done = await addContactMethod(ctx, { personId: opened.personId, kind, value, mayText: allowed })
        return done.ok ? backToDetails(opened, 'It is added') : done
      },
    }),
    identifiers: casePost({
      allow: 'person.edit',
      form: z.object({ kind: z.enum(['PNC', 'CRO', 'NOMS'], 'Choose what number it is'), given: text }),
      run: async (ctx, opened, { kind, given }) => {
        const done = await addIdentifier(ctx, { personId: opened.personId, kind, given })
        if (!done.ok) return done
        const { reason } = done.value
        const kept = `The number is kept as given and not used: ${refusalText(reason ?? '')}`
        return backToDetails(opened, reason === null ? 'The number is added' : kept)
      },
    }),
  },
})

function backToDetails(opened: OpenCase, say: string) {
  return { ok: true as const, value: { to: `/case/${opened.crn}/details`, say } }
}
