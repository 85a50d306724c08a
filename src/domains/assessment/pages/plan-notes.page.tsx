import { z } from 'zod'
import { Button, Tag } from '../../../platform/components/index.ts'
import { ChoiceField, Form, LongTextField } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { notePlanProgress } from '../commands/agree-plan.ts'
import { supportWords } from '../plan-words.ts'
import { isPlanHeld, planOf } from '../queries/plan-of.ts'
import type { ProgressNote, SupportNeeded } from '../sentence-plan.ts'
import { text } from './plan-form.ts'

type Model = { readonly notes: readonly ProgressNote[]; readonly mayPlan: boolean }

const support = (Object.keys(supportWords) as SupportNeeded[]).map(value => ({ value, text: supportWords[value] }))

export const planNotesPage = casePage<Model>({
  path: '/plan/notes',
  name: 'assessment.plan-notes',
  title: 'Progress with the plan',
  allow: 'assessment.see-plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group }) => ({
    notes: (await planOf(ctx.tx, group)).progress.toReversed(),
    mayPlan: ctx.can('assessment.plan') && !(await isPlanHeld(ctx.tx, group)),
  }),
  body: ({ notes, mayPlan }) => (
    <>
      <h1 class="govuk-heading-l">Progress with the plan</h1>
      {mayPlan && (
        <Form intent="note">
          <LongTextField name="body" label="How the plan as a whole is going" hint="Up to 4,000 characters" />
          <ChoiceField name="supportNeeded" label="Does the person need support?" choices={support} />
          <Button text="Add the note" />
        </Form>
      )}
      {notes.length === 0 && <p class="govuk-body">No progress note has been written yet.</p>}
      {notes.map(note => (
        <div class="app-card">
          <p class="govuk-body app-written">
            {note.supportNeeded === 'yes' && (
              <>
                <Tag text="Support needed" classes="govuk-tag--yellow" />{' '}
              </>
            )}
            {note.body}
            <span class="app-secondary">
              {supportWords[note.supportNeeded]}. {savedAt(note.at)}, {note.byName}
            </span>
          </p>
        </div>
      ))}
    </>
  ),
  posts: {
    note: casePost({
      allow: 'assessment.plan',
      form: z.object({ body: text, supportNeeded: text }),
      run: async (ctx, { personId, crn }, form) => {
        const done = await notePlanProgress(ctx, { personId, ...form })
        return done.ok ? { ok: true, value: { to: `/case/${crn}/plan/notes`, say: 'The note is added' } } : done
      },
    }),
  },
})
