import { z } from 'zod'
import { Button, Details, Tag } from '../../../platform/components/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import { problems } from '../../../platform/errors/index.ts'
import { DayField, Form, type Go, LongTextField, TextField } from '../../../platform/web/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { addRiskAction, changeRiskAction, endRiskAction } from '../commands/plan-risk-action.ts'
import { assessedForPlan } from '../queries/assessed-for-plan.ts'
import { isPlanHeld } from '../queries/plan-of.ts'
import { type RiskAction, riskActionsOf } from '../queries/risk-actions-of.ts'
import { questionOf, questionSet } from '../questions/question-set.ts'
import { manyField, text, typedDay, versionField } from './plan-form.ts'
import { SeveralField } from './plan-parts.tsx'

export type Factor = {
  readonly code: string
  readonly text: string
  readonly ticked: boolean
  readonly addressed: boolean
}

type Model = {
  readonly known: boolean
  readonly factors: readonly Factor[]
  readonly actions: readonly RiskAction[]
  readonly asked: string
  /** The open action that is being changed. */
  readonly changing: RiskAction | null
  readonly path: string
  readonly mayPlan: boolean
  readonly today: string
}

/** Every factor of the checklist, with whether the assessment ticks it and whether an action addresses it. */
export function factorsShown(
  all: readonly { readonly code: string; readonly text: string }[],
  ticked: readonly { readonly code: string }[] | null,
  actions: readonly Pick<RiskAction, 'factors' | 'endedAs'>[],
): readonly Factor[] {
  const codes = new Set((ticked ?? []).map(({ code }) => code))
  const addressed = new Set(actions.flatMap(({ factors, endedAs }) => (endedAs === 'withdrawn' ? [] : factors)))
  return all.map(({ code, text: words }) => ({
    ...{ code, text: words, ticked: codes.has(code), addressed: addressed.has(code) },
  }))
}

export const riskActionsPage = casePage<Model>({
  path: '/plan/risk-actions',
  name: 'assessment.risk-actions',
  title: 'Risk management actions',
  allow: 'assessment.view',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group, crn }, { query }) => {
    const assessed = await assessedForPlan(ctx.tx, group, ctx.today)
    const actions = await riskActionsOf(ctx.tx, group)
    const all = questionOf(questionSet(ctx.today), 'RM28')?.options ?? []
    return {
      known: assessed?.factors != null,
      factors: factorsShown(all, assessed?.factors ?? null, actions),
      actions,
      asked: query.one('factor'),
      changing: actions.find(({ id, endedAt }) => id === query.one('action') && endedAt === null) ?? null,
      path: `/case/${crn}/plan/risk-actions`,
      mayPlan: ctx.can('assessment.plan') && !(await isPlanHeld(ctx.tx, group)),
      today: ctx.today,
    }
  },
  body: model => {
    const names = new Map(model.factors.map(({ code, text: words }) => [code, words]))
    const open = model.factors.filter(({ ticked, addressed }) => ticked && !addressed)
    return (
      <>
        <h1 class="govuk-heading-l">Risk management actions</h1>
        <p class="govuk-body">Each ticked factor of the risk management plan is addressed by an action.</p>
        {!model.known && <p class="govuk-body">No checklist of factors has been filled in yet.</p>}
        {open.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Factors without an action</h2>
            <ul class="govuk-list govuk-list--bullet">
              {open.map(factor => (
                <li>{factor.text}</li>
              ))}
            </ul>
          </>
        )}
        {model.actions.length === 0 && <p class="govuk-body">No action is planned yet.</p>}
        {model.actions.map(action => (
          <Action action={action} names={names} model={model} />
        ))}
        {model.mayPlan && (
          <Form intent={model.changing ? 'change' : 'add'}>
            <h2 class="govuk-heading-m">{model.changing ? 'Change the action' : 'Add an action'}</h2>
            {model.changing && (
              <>
                <input type="hidden" name="action" value={model.changing.id} />
                <input type="hidden" name="version" value={model.changing.version} />
              </>
            )}
            <ActionFields
              factors={model.factors}
              chosen={model.changing?.factors ?? [model.asked]}
              action={model.changing}
            />
            <Button text={model.changing ? 'Save the action' : 'Add the action'} />
          </Form>
        )}
      </>
    )
  },
  posts: {
    add: casePost({
      allow: 'assessment.plan',
      form: z.object({ factors: manyField, owner: text, what: text, dueOn: text, contingency: text }),
      run: async (ctx, { personId, crn }, form) => {
        const dueOn = typedDay(form.dueOn, 'dueOn', ctx.today)
        if (!dueOn.ok) return dueOn
        if (dueOn.value === null) return noDay()
        return back(await addRiskAction(ctx, { personId, ...form, dueOn: dueOn.value }), crn, 'The action is added')
      },
    }),
    change: casePost({
      allow: 'assessment.plan',
      form: z.object({
        ...{ factors: manyField, owner: text, what: text, dueOn: text, contingency: text, action: text },
        version: versionField,
      }),
      run: async (ctx, { personId, crn }, { action, ...form }) => {
        const dueOn = typedDay(form.dueOn, 'dueOn', ctx.today)
        if (!dueOn.ok) return dueOn
        if (dueOn.value === null) return noDay()
        const input = { personId, actionId: action, ...form, dueOn: dueOn.value }
        return back(await changeRiskAction(ctx, input), crn, 'The action is changed')
      },
    }),
    end: casePost({
      allow: 'assessment.plan',
      form: z.object({ action: text, as: z.enum(['done', 'withdrawn'], 'Choose how it ended'), reason: text }),
      run: async (ctx, { personId, crn }, { action, as, reason }) =>
        back(await endRiskAction(ctx, { personId, actionId: action, as, reason }), crn, 'The action has ended'),
    }),
  },
})

const noDay = () => problems({ field: 'dueOn', code: 'missing', text: 'Enter the day by which it is done' })

function back(done: Result<unknown>, crn: string, say: string): Result<Go> {
  return done.ok ? { ok: true, value: { to: `/case/${crn}/plan/risk-actions`, say } } : done
}

function Action(props: {
  readonly action: RiskAction
  readonly names: ReadonlyMap<string, string>
  readonly model: Model
}) {
  const { action, names, model } = props
  const late = action.endedAt === null && action.dueOn < model.today
  return (
    <section class="app-card" aria-labelledby={`action-${action.id}`}>
      <h2 class="govuk-heading-s app-written" id={`action-${action.id}`}>
        {action.what} {late && <Tag text="Late" classes="govuk-tag--red" />}
        {action.endedAs === 'done' && <Tag text="Done" classes="govuk-tag--green" />}
        {action.endedAs === 'withdrawn' && <Tag text="Withdrawn" classes="govuk-tag--grey" />}
      </h2>
      <p class="govuk-body app-written">
        {action.owner}, by {longDate(action.dueOn)}
        <span class="app-secondary">For: {action.factors.map(code => names.get(code) ?? code).join('; ')}</span>
        <span class="app-secondary">If it does not work: {action.contingency}</span>
        {action.endedAt && (
          <span class="app-secondary">
            Ended on {savedAt(action.endedAt)}
            {action.endedReason && `: ${action.endedReason}`}
          </span>
        )}
      </p>
      {model.mayPlan && action.endedAt === null && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`${model.path}?action=${action.id}`}>
              Change<span class="govuk-visually-hidden"> {action.what}</span>
            </a>
          </p>
          <Details summaryText="End this action">
            <Form intent="end">
              <input type="hidden" name="action" value={action.id} />
              <div class="govuk-form-group">
                <label class="govuk-label" for={`reason-${action.id}`}>
                  What happened (needed to withdraw it)
                </label>
                <textarea class="govuk-textarea" id={`reason-${action.id}`} name="reason" rows={2} />
              </div>
              <div class="govuk-button-group">
                <button type="submit" class="govuk-button" name="as" value="done">
                  Done
                </button>
                <button type="submit" class="govuk-button govuk-button--warning" name="as" value="withdrawn">
                  Withdraw
                </button>
              </div>
            </Form>
          </Details>
        </>
      )}
    </section>
  )
}

function ActionFields(props: {
  readonly factors: readonly Factor[]
  readonly chosen: readonly string[]
  readonly action: RiskAction | null
}) {
  const ticked = props.factors.filter(factor => factor.ticked)
  const own = props.action?.factors ?? []
  const offered = ticked.length > 0 ? props.factors.filter(one => one.ticked || own.includes(one.code)) : props.factors
  return (
    <>
      <SeveralField
        name="factors"
        label="Factors it addresses"
        hint={ticked.length > 0 ? 'The factors that the assessment ticks' : 'All factors: none is ticked yet'}
        values={props.chosen}
        choices={offered.map(({ code, text: words }) => ({ value: code, text: words }))}
      />
      <LongTextField name="what" label="What will be done" rows={2} value={props.action?.what ?? ''} />
      <TextField name="owner" label="Who does it" wide value={props.action?.owner ?? ''} />
      <DayField name="dueOn" label="By when" value={props.action?.dueOn ?? ''} />
      <LongTextField
        name="contingency"
        label="What happens if it does not work"
        rows={2}
        value={props.action?.contingency ?? ''}
      />
    </>
  )
}
