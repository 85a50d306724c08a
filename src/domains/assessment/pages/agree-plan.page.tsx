import { z } from 'zod'
import { Button, InsetText } from '../../../platform/components/index.ts'
import { ChoiceField, Form, LongTextField, SelectField } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { agreePlan, lackingText } from '../commands/agree-plan.ts'
import { answerWords, planTypeWords } from '../plan-words.ts'
import { planOf } from '../queries/plan-of.ts'
import { type AgreementAnswer, agreementVerdict } from '../rules/plan-agreement.ts'
import { planTypes } from '../sentence-plan.ts'
import { type GoalView, goalView } from './plan.view.ts'
import { text } from './plan-form.ts'
import { Goals } from './plan-parts.tsx'

type Model = {
  readonly lacking: readonly string[]
  readonly assumed: string | null
  readonly active: readonly GoalView[]
  readonly future: readonly GoalView[]
  readonly first: boolean
}

const answers = (Object.keys(answerWords) as AgreementAnswer[]).map(value => ({ value, text: answerWords[value] }))
const types = planTypes.map(value => ({ value, text: planTypeWords[value] }))

export const agreePlanPage = casePage<Model>({
  path: '/plan/agree',
  name: 'assessment.agree-plan',
  title: 'Do they agree with the plan?',
  allow: 'assessment.plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group }) => {
    const plan = await planOf(ctx.tx, group)
    const goals = plan.goals.map(({ title, state, steps }) => ({ title, state, steps: steps.length }))
    const verdict = agreementVerdict(goals, ctx.today)
    const assumption = verdict.rules.find(({ source }) => source.kind === 'assumption')
    const shown = plan.goals.map(goal => goalView(goal, ctx.today))
    return {
      lacking: verdict.reasons.map(({ code, data }) => lackingText(code, data.title)),
      assumed: assumption?.source.note ?? null,
      active: shown.filter(({ state }) => state === 'active'),
      future: shown.filter(({ state }) => state === 'future'),
      first: plan.agreements.length === 0,
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Do they agree with the plan?</h1>
      {model.lacking.length > 0 && (
        <InsetText>
          <p class="govuk-body">The plan is not ready yet:</p>
          <ul class="govuk-list govuk-list--bullet">
            {model.lacking.map(words => (
              <li class="app-written">{words}</li>
            ))}
          </ul>
          {model.assumed && <p class="govuk-body app-secondary">Assumption: {model.assumed}</p>}
        </InsetText>
      )}
      <Goals state="active" goals={model.active} base={null} />
      <Goals state="future" goals={model.future} base={null} />
      {model.lacking.length === 0 && (
        <Form intent="agree">
          <SelectField
            name="planType"
            label="What kind of plan this is"
            choices={types}
            value={model.first ? 'initial' : 'review'}
          />
          <ChoiceField name="answer" label="What they said" choices={answers} />
          <LongTextField name="reason" label="If they do not agree or could not answer, why" rows={2} />
          <LongTextField name="notes" label="Notes (optional)" hint="Up to 4,000 characters" />
          <Button text="Record what they said" />
        </Form>
      )}
    </>
  ),
  posts: {
    agree: casePost({
      allow: 'assessment.plan',
      form: z.object({ planType: text, answer: text, reason: text, notes: text }),
      run: async (ctx, { personId, crn }, form) => {
        const done = await agreePlan(ctx, { personId, ...form })
        return done.ok ? { ok: true, value: { to: `/case/${crn}/plan`, say: 'What they said is recorded' } } : done
      },
    }),
  },
})
