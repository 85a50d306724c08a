import { z } from 'zod'
import { Button } from '../../../platform/components/index.ts'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { correctDetails } from '../commands/correct-details.ts'
import { personOf, type StoredPerson } from '../store.ts'
import { sexWords } from '../words.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'

const text = z.string().default('')

export const correctDetailsPage = casePage<StoredPerson>({
  path: '/details/correct',
  name: 'person.correct-details',
  title: 'Correct personal details',
  allow: 'person.edit',
  tab: 'details',
  back: { path: '/details', text: 'Personal details' },
  view: async (ctx, opened) => {
    const person = await personOf(ctx.tx, opened.personId)
    if (!person) throw new Error('The case is open, but its person is not to be seen')
    return person
  },
  body: person => (
    <>
      <h1 class="govuk-heading-l">Correct personal details</h1>
      <p class="govuk-body">What stands now is kept, with who changed it and why.</p>
      <Form intent="correct">
        <input type="hidden" name="version" value={person.version} />
        <TextField name="title" label="Title" value={person.title} />
        <TextField name="firstName" label="First name" value={person.firstName} />
        <TextField name="middleNames" label="Middle names" value={person.middleNames} />
        <TextField name="lastName" label="Last name" value={person.lastName} />
        <DayField
          name="dateOfBirth"
          label="Date of birth"
          hint="For example, 31 3 1980. Leave empty when it is not known."
          value={person.dateOfBirth ? longDate(person.dateOfBirth) : ''}
        />
        <ChoiceField
          name="sex"
          label="Sex"
          choices={Object.entries(sexWords).map(([value, words]) => ({ value, text: words }))}
          value={person.sex}
        />
        <TextField name="nationality" label="Nationality" value={person.nationality} />
        <TextField name="ethnicity" label="Ethnicity" value={person.ethnicity} />
        <TextField name="language" label="Preferred language" value={person.language} />
        <DayField
          name="diedOn"
          label="Date of death"
          hint="Leave empty unless the person has died."
          value={person.diedOn ? longDate(person.diedOn) : ''}
        />
        <ChoiceField
          name="because"
          label="What is this?"
          choices={[
            { value: 'correction', text: 'A correction', hint: 'It was wrong from the start' },
            { value: 'change', text: 'A change', hint: 'For example a new name: the former one stays findable' },
          ]}
        />
        <LongTextField name="reason" label="Why, and how you know" />
        <Button text="Save" />
      </Form>
    </>
  ),
  posts: {
    correct: casePost({
      allow: 'person.edit',
      form: z.object({
        version: z.coerce.number('Open the page again'),
        title: text,
        firstName: text,
        middleNames: text,
        lastName: text,
        dateOfBirth: text,
        sex: z.enum(['male', 'female', 'not-known', 'not-specified'], 'Choose one of the answers'),
        nationality: text,
        ethnicity: text,
        language: text,
        diedOn: text,
        because: z.enum(['correction', 'change'], 'Say whether this is a correction or a change'),
        reason: text,
      }),
      run: async (ctx, opened, { version, because, reason, ...form }) => {
        const dateOfBirth = dayTyped(form.dateOfBirth, 'dateOfBirth', ctx.today, 'optional', 'birth')
        const diedOn = dayTyped(form.diedOn, 'diedOn', ctx.today, 'optional')
        if (!dateOfBirth.ok) return dateOfBirth
        if (!diedOn.ok) return diedOn
        const orNull = (typed: string) => typed.trim() || null
        const done = await correctDetails(ctx, {
          personId: opened.personId,
          version,
          because,
          reason,
          changes: {
            title: orNull(form.title),
            firstName: orNull(form.firstName),
            middleNames: orNull(form.middleNames),
            lastName: form.lastName.trim(),
            dateOfBirth: dateOfBirth.value,
            sex: form.sex,
            nationality: orNull(form.nationality),
            ethnicity: orNull(form.ethnicity),
            language: orNull(form.language),
            diedOn: diedOn.value,
          },
        })
        if (!done.ok) return done
        const say = done.value.fields.length > 0 ? 'The details are changed' : 'Nothing was different: nothing changed'
        return { ok: true, value: { to: `/case/${opened.crn}/details`, say } }
      },
    }),
  },
})
