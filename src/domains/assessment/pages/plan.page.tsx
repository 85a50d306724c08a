import { z } from 'zod'
import { Button, InsetText, Tag } from '../../../platform/components/index.ts'
import { Form, LongTextField } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { markComplianceOnly } from '../commands/cover-requirement.ts'
import { planCoverageOf, requirementsInForce } from '../queries/plan-coverage-of.ts'
import { isPlanHeld, planOf } from '../queries/plan-of.ts'
import { type CoverageView, coverageView, type GapView, type PlanView, planView } from './plan.view.ts'
import { text } from './plan-form.ts'
import { Goals } from './plan-parts.tsx'

type Model = {
  readonly view: PlanView
  readonly coverage: CoverageView
  readonly complianceOnly: readonly { readonly id: string; readonly text: string; readonly reason: string }[]
}

export const planPage = casePage<Model>({
  path: '/plan',
  name: 'assessment.plan',
  title: 'Sentence plan',
  allow: 'assessment.see-plan',
  tab: 'plan',
  view: async (ctx, { group, crn }) => {
    const plan = await planOf(ctx.tx, group)
    const held = await isPlanHeld(ctx.tx, group)
    const names = new Map((await requirementsInForce(ctx.tx, group, ctx.today)).map(one => [one.id, one.text]))
    return {
      view: planView(plan, { crn, today: ctx.today, mayPlan: ctx.can('assessment.plan'), held }),
      coverage: coverageView(await planCoverageOf(ctx.tx, group, ctx.today), crn),
      complianceOnly: plan.complianceOnly.flatMap(({ requirementId, reason }) => {
        const name = names.get(requirementId)
        return name ? [{ id: requirementId, text: name, reason }] : []
      }),
    }
  },
  body: ({ view, coverage, complianceOnly }) => (
    <>
      <h1 class="govuk-heading-l">
        Sentence plan <Tag text={view.agreement.text} classes={`govuk-tag--${view.agreement.colour}`} />
      </h1>
      {view.notices.map(notice => (
        <InsetText>{notice}</InsetText>
      ))}
      <p class="govuk-body app-written">{view.said}</p>
      {view.mayPlan && (
        <div class="govuk-button-group">
          <Button text="Add a goal" href={`${view.base}/goals/new`} />
          <Button
            text={view.draft ? 'Ask whether they agree' : 'Ask again whether they agree'}
            href={`${view.base}/agree`}
            classes="govuk-button--secondary"
          />
        </div>
      )}
      <ul class="govuk-list">
        {links.map(([path, words]) => (
          <li>
            <a class="govuk-link" href={`${view.base}${path}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <Goals state="active" goals={view.goals.active} base={view.base} />
      <Goals state="future" goals={view.goals.future} base={view.base} />
      <Coverage coverage={coverage} mayPlan={view.mayPlan} />
      {complianceOnly.length > 0 && (
        <section class="app-section" aria-labelledby="compliance-only">
          <h2 class="govuk-heading-m" id="compliance-only">
            Compliance only
          </h2>
          {complianceOnly.map(one => (
            <Form intent="not-compliance-only">
              <p class="govuk-body app-written">
                {one.text}
                <span class="app-secondary">{one.reason}</span>
              </p>
              <input type="hidden" name="requirement" value={one.id} />
              {view.mayPlan && <Button text="A goal is needed after all" classes="govuk-button--secondary" />}
            </Form>
          ))}
        </section>
      )}
      <Goals state="achieved" goals={view.goals.achieved} base={view.base} />
      <Goals state="removed" goals={view.goals.removed} base={view.base} />
    </>
  ),
  posts: {
    'compliance-only': casePost({
      allow: 'assessment.plan',
      form: z.object({ requirement: text, reason: text }),
      run: async (ctx, { personId, crn }, form) => {
        const done = await markComplianceOnly(ctx, { personId, requirementId: form.requirement, reason: form.reason })
        return done.ok ? { ok: true, value: { to: `/case/${crn}/plan`, say: 'Marked as compliance only' } } : done
      },
    }),
    'not-compliance-only': casePost({
      allow: 'assessment.plan',
      form: z.object({ requirement: text }),
      run: async (ctx, { personId, crn }, form) => {
        const done = await markComplianceOnly(ctx, { personId, requirementId: form.requirement, reason: null })
        return done.ok ? { ok: true, value: { to: `/case/${crn}/plan`, say: 'The mark is taken off' } } : done
      },
    }),
  },
})

const links = [
  ['/notes', 'Progress notes'],
  ['/risk-actions', 'Risk management actions'],
  ['/for-the-person', 'Copy for the person, in English or Welsh'],
  ['/print', 'Print'],
  ['/versions', 'Earlier versions by day'],
] as const

function Coverage({ coverage, mayPlan }: { readonly coverage: CoverageView; readonly mayPlan: boolean }) {
  return (
    <section class="app-section" aria-labelledby="coverage">
      <h2 class="govuk-heading-m" id="coverage">
        What the plan leaves out
      </h2>
      {coverage.complete && <p class="govuk-body">Nothing: every need, requirement and factor of risk is worked on.</p>}
      {coverage.notKnown.map(words => (
        <p class="govuk-body">{words}</p>
      ))}
      <Gaps title="Needs without a goal to work on now" gaps={coverage.needs} mayPlan={mayPlan} />
      <Gaps title="Requirements without a step" gaps={coverage.requirements} mayPlan={mayPlan} />
      {mayPlan && coverage.requirements.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Mark a requirement as compliance only</span>
          </summary>
          <div class="govuk-details__text">
            <Form intent="compliance-only">
              <div class="govuk-form-group">
                <label class="govuk-label" for="requirement">
                  Requirement
                </label>
                <select class="govuk-select" id="requirement" name="requirement">
                  {coverage.requirements.map(one => (
                    <option value={one.id}>{one.what}</option>
                  ))}
                </select>
              </div>
              <LongTextField name="reason" label="Why no goal is needed" rows={2} />
              <Button text="Mark as compliance only" classes="govuk-button--secondary" />
            </Form>
          </div>
        </details>
      )}
      <Gaps title="Factors of risk without an action" gaps={coverage.factors} mayPlan={mayPlan} />
    </section>
  )
}

function Gaps(props: { readonly title: string; readonly gaps: readonly GapView[]; readonly mayPlan: boolean }) {
  if (props.gaps.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {props.gaps.map(gap => (
          <li>
            {gap.what} ({gap.why}){' '}
            {props.mayPlan && (
              <a class="govuk-link" href={gap.href}>
                {gap.action}
                <span class="govuk-visually-hidden"> for {gap.what}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
