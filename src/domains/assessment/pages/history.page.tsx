import { z } from 'zod'
import { Button, Details, Tag } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import { Form, LongTextField } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import type { ActOn } from '../commands/act-on-assessment.ts'
import { deleteAssessment, lockIncomplete, restoreAssessment, rollBack } from '../commands/close-assessment.ts'
import { assessmentAt } from './assessment-at.ts'
import { type HistoryView, historyView } from './history.view.ts'

type Command = (ctx: Context, input: ActOn & { readonly reason: string }) => Promise<Result<undefined>>

export const historyPage = casePage<HistoryView>({
  path: '/assessments/:assessment/history',
  name: 'assessment.history',
  title: 'What was done to the assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) =>
    historyView(await assessmentAt(ctx, opened, at), opened.crn, action => ctx.can(action)),
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        What was done to the assessment <Tag text={model.tag.text} classes={`govuk-tag--${model.tag.colour}`} />
      </h1>
      <ul class="govuk-list">
        <li>{model.opened}</li>
        {model.acts.map(act => (
          <li>
            {act.what} <span class="app-secondary">{act.who}</span>
            {act.comment && <span class="app-secondary app-kept-text">{act.comment}</span>}
          </li>
        ))}
      </ul>
      {model.maySign && <Button text="Check and sign" href={`${model.base}/sign`} />}
      {model.mayCountersign && <Button text="Read and countersign" href={`${model.base}/countersign`} />}
      {model.signed && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${model.base}/signed`}>
            Read what was signed
          </a>
        </p>
      )}
      {model.mayLock && (
        <Change
          model={model}
          intent="lock"
          heading="Lock it incomplete"
          about="Nobody can change it any more. What was written stays to be read, and a new assessment can begin."
        />
      )}
      {model.mayRollBack && (
        <Change
          model={model}
          intent="roll-back"
          heading="Open it again"
          about="The assessor can change it and must sign again. The signed version stays to be read."
        />
      )}
      {model.mayDelete && (
        <Change
          model={model}
          intent="delete"
          heading="Delete it"
          about="It is taken off the record. It can be restored."
        />
      )}
      {model.mayRestore && (
        <Change model={model} intent="restore" heading="Restore it" about="It stands again as it was before." />
      )}
    </>
  ),
  posts: {
    lock: changing('assessment.write', lockIncomplete, 'The assessment is locked'),
    'roll-back': changing('assessment.unlock', rollBack, 'The assessment is open again'),
    delete: changing('assessment.unlock', deleteAssessment, 'The assessment is deleted'),
    restore: changing('assessment.unlock', restoreAssessment, 'The assessment is restored'),
  },
})

type ChangeProps = {
  readonly model: HistoryView
  readonly intent: string
  readonly heading: string
  readonly about: string
}

function Change({ model, intent, heading, about }: ChangeProps) {
  return (
    <Details summaryText={heading}>
      <p class="govuk-body">{about}</p>
      <Form intent={intent}>
        <input type="hidden" name="version" value={model.version} />
        <LongTextField name="reason" label="Why?" rows={3} />
        <Button text={heading} classes="govuk-button--warning" />
      </Form>
    </Details>
  )
}

function changing(allow: string, command: Command, say: string) {
  return casePost({
    allow,
    form: z.object({ version: z.coerce.number('Open the page again'), reason: z.string().default('') }),
    run: async (ctx, opened, { version, reason }, at) => {
      const { personId, id: assessmentId } = await assessmentAt(ctx, opened, at)
      const done = await command(ctx, { personId, assessmentId, version, reason })
      if (!done.ok) return done
      return { ok: true, value: { to: `/case/${opened.crn}/assessments/${assessmentId}/history`, say } }
    },
  })
}
