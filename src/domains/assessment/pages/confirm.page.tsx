import { z } from 'zod'
import { Button, Table, Tag } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { Form } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { confirmAnswers } from '../commands/confirm-answers.ts'
import { answersOf } from '../queries/answers-of.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { assessmentAt } from './assessment-at.ts'
import { type ConfirmView, confirmView, type GroupView } from './confirm.view.ts'
import { readSeen } from './section.view.ts'

export const confirmPage = casePage<ConfirmView>({
  path: '/assessments/:assessment/confirm',
  name: 'assessment.confirm',
  title: 'Confirm what is carried forward',
  allow: 'assessment.write',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    const stored = await answersOf(ctx.tx, opened.group, assessment.id)
    const base = `/case/${opened.crn}/assessments/${assessment.id}`
    return confirmView(questionSetVersion(assessment.questionSet), assessment.layer, stored, base)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Confirm what is carried forward</h1>
      <p class="govuk-body">
        {model.groups.length === 0 || model.confirmed === model.groups.length
          ? 'Nothing is left to confirm. '
          : `${model.confirmed} of ${model.groups.length} confirmed. `}
        <a class="govuk-link" href={model.base}>
          All areas
        </a>
      </p>
      {model.groups.map(group => (
        <Group group={group} />
      ))}
    </>
  ),
  posts: {
    confirm: casePost({
      allow: 'assessment.write',
      form: z.object({ group: z.string().default(''), seen: z.string().default('') }),
      run: async (ctx, opened, { group, seen }, at) => {
        const assessmentId = at.params.assessment ?? ''
        const done = await confirmAnswers(ctx, { personId: opened.personId, assessmentId, group, seen: readSeen(seen) })
        return done.ok ? ok({ to: at.path, say: 'Confirmed' }) : done
      },
    }),
  },
})

function Group({ group }: { readonly group: GroupView }) {
  const columns = group.from === null ? ['Question', 'Answer', 'From'] : ['Question', 'Answer']
  return (
    <section class="app-card" aria-labelledby={`group-${group.code}`}>
      <h2 class="govuk-heading-m" id={`group-${group.code}`}>
        {group.title} {!group.toConfirm && <Tag text="Confirmed" classes="govuk-tag--green" />}
      </h2>
      {group.from && <p class="govuk-body">{group.from}.</p>}
      <Table
        classes="app-table--stack"
        head={columns.map(text => ({ text }))}
        rows={group.answers.map(answer => [
          { text: answer.question },
          { html: <span class="app-kept-text">{answer.says}</span> },
          ...(group.from === null ? [{ text: answer.from }] : []),
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={group.change}>
          Change an answer<span class="govuk-visually-hidden"> about {group.title}</span>
        </a>
      </p>
      {group.toConfirm && (
        <Form intent="confirm">
          <input type="hidden" name="group" value={group.code} />
          <input type="hidden" name="seen" value={group.seen} />
          <Button text={`Confirm: ${group.title}`} classes="govuk-button--secondary" />
        </Form>
      )}
    </section>
  )
}
