import { Button, Tag, TaskList } from '../../../platform/components/index.ts'
import { casePage } from '../../person/index.ts'
import { answersOf } from '../queries/answers-of.ts'
import { questionSetVersion } from '../questions/question-set.ts'
import { assessmentState, isEditable } from '../rules/assessment-state.ts'
import { layerWords } from '../words.ts'
import { type AreaRow, type AreasView, areasView } from './assessment.view.ts'
import { assessmentAt } from './assessment-at.ts'
import { PrivacyReminder } from './privacy-reminder.tsx'
import { stateTags } from './signing-words.ts'

type OverviewModel = AreasView & {
  readonly title: string
  readonly state: { readonly text: string; readonly colour: string }
  readonly base: string
  readonly editable: boolean
  readonly maySeeSigned: boolean
}

export const assessmentPage = casePage<OverviewModel>({
  path: '/assessments/:assessment',
  name: 'assessment.assessment',
  title: 'Assessment',
  allow: 'assessment.view',
  tab: null,
  back: { path: '/assessments', text: 'Assessments' },
  view: async (ctx, opened, at) => {
    const assessment = await assessmentAt(ctx, opened, at)
    const stored = await answersOf(ctx.tx, opened.group, assessment.id)
    const base = `/case/${opened.crn}/assessments/${assessment.id}`
    const state = assessmentState(assessment.acts)
    return {
      ...areasView(assessment, questionSetVersion(assessment.questionSet), stored, { base, today: ctx.today }),
      title: layerWords[assessment.layer].name,
      state: stateTags[state],
      base,
      editable: isEditable(state) && ctx.can('assessment.write'),
      maySeeSigned: assessment.acts.some(act => act.kind === 'signed'),
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        {model.title} <Tag text={model.state.text} classes={`govuk-tag--${model.state.colour}`} />
      </h1>
      {model.editable && <PrivacyReminder />}
      <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{model.progress}</p>
      <p class="govuk-body">{model.remaining.join(' ')}</p>
      {model.editable && model.groupsToConfirm > 0 && (
        <Button
          text="Confirm what is carried forward"
          href={`${model.base}/confirm`}
          classes="govuk-button--secondary"
        />
      )}
      {model.parts.map(part => (
        <>
          <h2 class="govuk-heading-m">{part.title}</h2>
          <TaskList
            idPrefix={`areas-${part.title.replaceAll(' ', '-').toLowerCase()}`}
            items={part.areas.map(taskOf)}
          />
        </>
      ))}
      {model.editable && <Button text="Check and sign" href={`${model.base}/sign`} />}
      <ul class="govuk-list">
        {model.maySeeSigned && (
          <li>
            <a class="govuk-link" href={`${model.base}/signed`}>
              Read what was signed
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${model.base}/history`}>
            What was done to this assessment
          </a>
        </li>
      </ul>
    </>
  ),
})

function taskOf({ title, hint, href, status }: AreaRow) {
  return {
    title: { text: title },
    ...(hint ? { hint: { text: hint } } : {}),
    href,
    status: status.colour
      ? { tag: { text: status.text, classes: `govuk-tag--${status.colour}` } }
      : { text: status.text },
  }
}
