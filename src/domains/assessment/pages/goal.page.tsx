import { z } from 'zod'
import { Button, Details, Tag } from '../../../platform/components/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import {
  type Choice,
  Form,
  type Go,
  LongTextField,
  SelectField,
  TextField,
  useUi,
} from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { changeGoal, deleteGoal, goalIn, moveGoal } from '../commands/change-goal.ts'
import { addStep, changeStep, deleteStep, recordStepStatuses } from '../commands/change-step.ts'
import { achieveGoal, readdGoal, removeGoal } from '../commands/end-goal.ts'
import { actorWords, statusWords } from '../plan-words.ts'
import { isPlanHeld, planOf } from '../queries/plan-of.ts'
import { type Goal, type Step, stepActors, stepStatuses } from '../sentence-plan.ts'
import { type SuggestedStep, suggestedGoal, suggestedGoalsFor, suggestedStep } from '../suggested-goals.ts'
import { goalForm } from './add-goal.page.tsx'
import { GoalFields } from './goal-fields.tsx'
import { type GoalView, goalView } from './plan.view.ts'
import { requirementChoices, targetChoices, targetTyped, text, typedDay, versionField } from './plan-form.ts'
import { Notes, Steps, WithheldField } from './plan-parts.tsx'

type Model = {
  readonly goal: Goal
  readonly view: GoalView
  readonly mayPlan: boolean
  readonly draft: boolean
  readonly requirements: readonly Choice[]
  readonly targets: readonly Choice[]
  readonly suggested: readonly SuggestedStep[]
  readonly chosen: SuggestedStep | undefined
  readonly path: string
}

const actors = stepActors.map(value => ({ value, text: actorWords[value] }))
const statuses = stepStatuses.map(value => ({ value, text: statusWords[value] }))

export const goalPage = casePage<Model>({
  path: '/plan/goals/:goal',
  name: 'assessment.goal',
  title: 'Goal',
  allow: 'assessment.see-plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group, crn }, { params, query }) => {
    const plan = await planOf(ctx.tx, group)
    const goal = goalIn(plan, params.goal ?? '')
    const suggestion = goal.suggestion ? suggestedGoal(goal.suggestion) : undefined
    const taken = new Set(goal.steps.map(step => step.suggestion))
    const suggested = suggestion ? suggestion.steps : suggestedGoalsFor(goal.area).flatMap(one => one.steps)
    return {
      goal,
      view: goalView(goal, ctx.today),
      mayPlan: ctx.can('assessment.plan') && !(await isPlanHeld(ctx.tx, group)),
      draft: plan.agreements.length === 0,
      requirements: await requirementChoices(ctx, group),
      targets: targetChoices(ctx.today),
      suggested: suggested.filter(({ code }) => !taken.has(code)),
      chosen: suggestedStep(query.one('step')),
      path: `/case/${crn}/plan/goals/${goal.id}`,
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l app-written">{model.view.title}</h1>
      <p class="govuk-body">
        {model.view.late && (
          <>
            <Tag text="Late" classes="govuk-tag--red" />{' '}
          </>
        )}
        {model.view.when}
        <span class="app-secondary">{model.view.areas}</span>
      </p>
      {model.mayPlan && isOpen(model.goal) ? <OpenGoal model={model} /> : <Steps steps={model.view.steps} />}
      {model.mayPlan && !isOpen(model.goal) && <EndedGoal targets={model.targets} />}
      {model.view.notes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Notes</h2>
          <Notes notes={model.view.notes} />
        </>
      )}
    </>
  ),
  posts: {
    progress: casePost({
      allow: 'assessment.plan',
      form: z.looseObject({ note: text }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const said = Object.entries(form).flatMap(([key, value]) =>
          key.startsWith('status-') && typeof value === 'string' ? [[key.slice('status-'.length), value]] : [],
        )
        const goalId = params.goal ?? ''
        const input = { personId, goalId, statuses: Object.fromEntries(said), note: form.note }
        return to(await recordStepStatuses(ctx, input), crn, goalId, 'Progress is recorded')
      },
    }),
    step: casePost({
      allow: 'assessment.plan',
      form: z.object({ body: text, suggestion: text, actor: text, actorName: text, withheld: text }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const goalId = params.goal ?? ''
        return to(await addStep(ctx, { personId, goalId, ...stepOf(form) }), crn, goalId, 'The step is added')
      },
    }),
    'change-step': casePost({
      allow: 'assessment.plan',
      form: z.object({
        ...{ step: text, body: text, suggestion: text, actor: text, actorName: text, withheld: text },
        version: versionField,
      }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const goalId = params.goal ?? ''
        const input = { personId, goalId, stepId: form.step, version: form.version, ...stepOf(form) }
        return to(await changeStep(ctx, input), crn, goalId, 'The step is changed')
      },
    }),
    'delete-step': casePost({
      allow: 'assessment.plan',
      form: z.object({ step: text }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const goalId = params.goal ?? ''
        return to(await deleteStep(ctx, { personId, goalId, stepId: form.step }), crn, goalId, 'The step is deleted')
      },
    }),
    change: casePost({
      allow: 'assessment.plan',
      form: goalForm.extend({ version: versionField }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const targetOn = targetTyped(form, ctx.today)
        if (!targetOn.ok) return targetOn
        const remindOn = typedDay(form.remindOn, 'remindOn', ctx.today)
        if (!remindOn.ok) return remindOn
        const goalId = params.goal ?? ''
        const done = await changeGoal(ctx, {
          ...{ personId, goalId, version: form.version, title: form.title, suggestion: form.suggestion || null },
          ...{ area: form.area, relatedAreas: form.relatedAreas, targetOn: targetOn.value, remindOn: remindOn.value },
          withheld: form.withheld === 'yes',
          links: form.requirements.map(target => ({ kind: 'requirement' as const, target })),
        })
        return to(done, crn, goalId, 'The goal is changed')
      },
    }),
    move: casePost({
      allow: 'assessment.plan',
      form: z.object({ direction: z.enum(['up', 'down'], 'Choose up or down') }),
      run: async (ctx, { personId, crn }, { direction }, { params }) =>
        to(await moveGoal(ctx, { personId, goalId: params.goal ?? '', direction }), crn, null, 'The goal is moved'),
    }),
    achieve: casePost({
      allow: 'assessment.plan',
      form: z.object({ achievedNote: text }),
      run: async (ctx, { personId, crn }, { achievedNote: note }, { params }) =>
        to(await achieveGoal(ctx, { personId, goalId: params.goal ?? '', note }), crn, null, 'The goal is achieved'),
    }),
    remove: casePost({
      allow: 'assessment.plan',
      form: z.object({ reason: text }),
      run: async (ctx, { personId, crn }, { reason }, { params }) =>
        to(
          await removeGoal(ctx, { personId, goalId: params.goal ?? '', note: reason }),
          crn,
          null,
          'The goal is removed',
        ),
    }),
    readd: casePost({
      allow: 'assessment.plan',
      form: z.object({ readdNote: text, target: text, targetOn: text }),
      run: async (ctx, { personId, crn }, form, { params }) => {
        const targetOn = targetTyped(form, ctx.today)
        if (!targetOn.ok) return targetOn
        const goalId = params.goal ?? ''
        const input = { personId, goalId, note: form.readdNote, targetOn: targetOn.value }
        return to(await readdGoal(ctx, input), crn, goalId, 'The goal is in the plan again')
      },
    }),
    delete: casePost({
      allow: 'assessment.plan',
      form: z.object({}),
      run: async (ctx, { personId, crn }, _form, { params }) =>
        to(await deleteGoal(ctx, { personId, goalId: params.goal ?? '' }), crn, null, 'The goal is deleted'),
    }),
  },
})

const isOpen = (goal: Goal) => goal.state === 'active' || goal.state === 'future'

const stepOf = (form: {
  readonly body: string
  readonly suggestion: string
  readonly actor: string
  readonly actorName: string
  readonly withheld: string
}) => ({ ...form, suggestion: form.suggestion || null, withheld: form.withheld === 'yes' })

function to(done: Result<unknown>, crn: string, goalId: string | null, say: string): Result<Go> {
  if (!done.ok) return done
  return { ok: true, value: { to: `/case/${crn}/plan${goalId ? `/goals/${goalId}` : ''}`, say } }
}

function OpenGoal({ model }: { readonly model: Model }) {
  const { goal } = model
  return (
    <>
      {goal.offersAchieved && <p class="govuk-body">Every step is completed. Has the goal been achieved?</p>}
      {goal.steps.length > 0 && (
        <Form intent="progress">
          <h2 class="govuk-heading-m">Steps</h2>
          {goal.steps.map(step => (
            <SelectField
              name={`status-${step.id}`}
              label={`${step.actor === 'other' ? step.actorName : actorWords[step.actor]}: ${step.body}`}
              choices={statuses}
              value={step.status}
            />
          ))}
          <LongTextField name="note" label="Progress note (optional)" rows={2} />
          <Button text="Record progress" />
        </Form>
      )}
      {goal.steps.length > 0 && (
        <Details summaryText="Change the steps">
          {goal.steps.map(step => (
            <StepChange step={step} draft={model.draft} />
          ))}
        </Details>
      )}
      <Form intent="step">
        <h2 class="govuk-heading-m">Add a step</h2>
        {model.suggested.length > 0 && (
          <Details summaryText="Start from a suggestion">
            <ul class="govuk-list">
              {model.suggested.map(({ code, text: words }) => (
                <li>
                  <a class="govuk-link" href={`${model.path}?step=${code}`}>
                    {words.en}
                  </a>
                </li>
              ))}
            </ul>
          </Details>
        )}
        <StepFields step={null} chosen={model.chosen} />
        <Button text="Add the step" classes="govuk-button--secondary" />
      </Form>
      <h2 class="govuk-heading-m">The goal itself</h2>
      <Details summaryText="Change the goal">
        <Form intent="change">
          <input type="hidden" name="version" value={goal.version} />
          <GoalFields
            goal={goal}
            area={goal.area}
            title={goal.title}
            suggestion={goal.suggestion ?? ''}
            requirements={model.requirements}
            linked={goal.links.filter(({ kind }) => kind === 'requirement').map(({ target }) => target)}
            targets={model.targets}
          />
          <Button text="Save the goal" />
        </Form>
      </Details>
      <Details summaryText="Move the goal up or down">
        <div class="govuk-button-group">
          {(['up', 'down'] as const).map(direction => (
            <Form intent="move">
              <input type="hidden" name="direction" value={direction} />
              <Button text={`Move ${direction}`} classes="govuk-button--secondary" />
            </Form>
          ))}
        </div>
      </Details>
      {goal.state === 'active' && (
        <Details summaryText="Mark as achieved" open={goal.offersAchieved}>
          <Form intent="achieve">
            <LongTextField name="achievedNote" label="What helped (optional)" rows={2} />
            <Button text="Mark as achieved" />
          </Form>
        </Details>
      )}
      <RemoveOrDelete draft={model.draft} />
    </>
  )
}

function RemoveOrDelete({ draft }: { readonly draft: boolean }) {
  const wrong = useUi().problems.some(one => one.field === 'reason')
  return (
    <Details summaryText={draft ? 'Remove or delete the goal' : 'Remove the goal'} open={wrong}>
      <Form intent="remove">
        <LongTextField name="reason" label="Why the goal is removed" rows={2} />
        <Button text="Remove the goal" classes="govuk-button--warning" />
      </Form>
      {draft && (
        <Form intent="delete">
          <p class="govuk-body">Nobody was asked about this plan yet, so a goal can also go without a trace in it.</p>
          <Button text="Delete the goal" classes="govuk-button--secondary" />
        </Form>
      )}
    </Details>
  )
}

function StepChange({ step, draft }: { readonly step: Step; readonly draft: boolean }) {
  return (
    <div class="app-card">
      <Form intent="change-step">
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="version" value={step.version} />
        <input type="hidden" name="suggestion" value={step.suggestion ?? ''} />
        <div class="govuk-form-group">
          <label class="govuk-label" for={`body-${step.id}`}>
            What will be done
          </label>
          <textarea class="govuk-textarea" id={`body-${step.id}`} name="body" rows={2}>
            {step.body}
          </textarea>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for={`actor-${step.id}`}>
            Who
          </label>
          <select class="govuk-select" id={`actor-${step.id}`} name="actor">
            {actors.map(({ value, text: words }) => (
              <option value={value} selected={value === step.actor}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <input type="hidden" name="actorName" value={step.actorName ?? ''} />
        <input type="hidden" name="withheld" value={step.withheld ? 'yes' : ''} />
        <Button text="Save the step" classes="govuk-button--secondary" />
      </Form>
      {draft && (
        <Form intent="delete-step">
          <input type="hidden" name="step" value={step.id} />
          <Button text="Delete the step" classes="govuk-button--secondary" />
        </Form>
      )}
    </div>
  )
}

function StepFields({ step, chosen }: { readonly step: Step | null; readonly chosen: SuggestedStep | undefined }) {
  return (
    <>
      <input type="hidden" name="suggestion" value={chosen?.code ?? ''} />
      <LongTextField name="body" label="What will be done" rows={2} value={chosen?.text.en ?? step?.body ?? ''} />
      <SelectField name="actor" label="Who will do it" choices={actors} value={chosen?.actor ?? ''} />
      <TextField name="actorName" label="Who, if it is someone else (optional)" />
      <WithheldField value={false} of="step" />
    </>
  )
}

function EndedGoal({ targets }: { readonly targets: readonly Choice[] }) {
  return (
    <Form intent="readd">
      <h2 class="govuk-heading-m">Add the goal to the plan again</h2>
      <LongTextField name="readdNote" label="Why" rows={2} />
      <SelectField name="target" label="When it is to be reached" choices={targets} />
      <TextField name="targetOn" label="The other day, if you chose one" hint="For example, 27 3 2027" />
      <Button text="Add it again" />
    </Form>
  )
}
