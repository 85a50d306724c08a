import { z } from 'zod'
import { Button } from '../../../platform/components/index.ts'
import type { Choice } from '../../../platform/web/index.ts'
import { Form } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { addGoal } from '../commands/change-goal.ts'
import { areaWords } from '../plan-words.ts'
import { needAreas } from '../sentence-plan.ts'
import { type SuggestedGoal, suggestedGoal, suggestedGoalsFor } from '../suggested-goals.ts'
import { GoalFields } from './goal-fields.tsx'
import { manyField, requirementChoices, targetChoices, targetTyped, text, typedDay } from './plan-form.ts'

export const goalForm = z.object({
  title: text,
  suggestion: text,
  area: text,
  relatedAreas: manyField,
  requirements: manyField,
  target: text,
  targetOn: text,
  remindOn: text,
  withheld: text,
})

type Model = {
  readonly base: string
  readonly area: string
  readonly chosen: SuggestedGoal | undefined
  readonly suggested: readonly SuggestedGoal[]
  readonly requirements: readonly Choice[]
  readonly linked: readonly string[]
  readonly targets: readonly Choice[]
}

export const addGoalPage = casePage<Model>({
  path: '/plan/goals/new',
  name: 'assessment.add-goal',
  title: 'Add a goal',
  allow: 'assessment.plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group, crn }, { query }) => {
    const asked = query.one('area')
    const chosen = suggestedGoal(query.one('suggestion'))
    const area = needAreas.find(one => one === asked)
    return {
      base: `/case/${crn}/plan/goals/new`,
      area: area ?? '',
      chosen,
      suggested: area ? suggestedGoalsFor(area) : [],
      requirements: await requirementChoices(ctx, group),
      linked: [query.one('requirement')],
      targets: targetChoices(ctx.today),
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Add a goal</h1>
      <nav aria-labelledby="suggested">
        <h2 class="govuk-heading-s" id="suggested">
          {model.area === '' ? 'Start from a suggestion for' : 'Start from a suggestion'}
        </h2>
        <ul class="govuk-list">
          {model.area === ''
            ? needAreas.map(area => (
                <li>
                  <a class="govuk-link" href={`${model.base}?area=${area}`}>
                    {areaWords[area]}
                  </a>
                </li>
              ))
            : model.suggested.map(({ code, title }) => (
                <li>
                  <a class="govuk-link" href={`${model.base}?area=${model.area}&suggestion=${code}`}>
                    {title.en}
                  </a>
                </li>
              ))}
        </ul>
      </nav>
      <h2 class="govuk-heading-m">The goal</h2>
      <Form intent="add">
        <GoalFields
          goal={null}
          area={model.area}
          title={model.chosen?.title.en ?? ''}
          suggestion={model.chosen?.code ?? ''}
          requirements={model.requirements}
          linked={model.linked}
          targets={model.targets}
        />
        <Button text="Add the goal" />
      </Form>
    </>
  ),
  posts: {
    add: casePost({
      allow: 'assessment.plan',
      form: goalForm,
      run: async (ctx, { personId, crn }, form) => {
        const targetOn = targetTyped(form, ctx.today)
        if (!targetOn.ok) return targetOn
        const remindOn = typedDay(form.remindOn, 'remindOn', ctx.today)
        if (!remindOn.ok) return remindOn
        const done = await addGoal(ctx, {
          ...{ personId, title: form.title, suggestion: form.suggestion || null, area: form.area },
          ...{ relatedAreas: form.relatedAreas, targetOn: targetOn.value, remindOn: remindOn.value },
          withheld: form.withheld === 'yes',
          links: form.requirements.map(target => ({ kind: 'requirement' as const, target })),
        })
        if (!done.ok) return done
        const to = `/case/${crn}/plan/goals/${done.value.id}`
        return { ok: true, value: { to, say: 'The goal is added. Now add its steps' } }
      },
    }),
  },
})
