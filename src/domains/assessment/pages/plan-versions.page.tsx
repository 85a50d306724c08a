import { isLocalDate } from '../../../platform/calendar/index.ts'
import { InsetText, Table } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import { casePage } from '../../person/index.ts'
import { type FrozenPlan, frozenPlans, planDays, planHash, planOf, planOnDay } from '../queries/plan-of.ts'
import { type PlanView, planView } from './plan.view.ts'
import { Goals } from './plan-parts.tsx'

type Model = {
  readonly path: string
  readonly days: Awaited<ReturnType<typeof planDays>>
  readonly locked: readonly (FrozenPlan & { readonly intact: boolean })[]
  readonly shown: { readonly view: PlanView; readonly heading: string } | null
}

export const planVersionsPage = casePage<Model>({
  path: '/plan/versions',
  name: 'assessment.plan-versions',
  title: 'Earlier versions of the plan',
  allow: 'assessment.see-plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group, crn }, { query }) => {
    const at = { crn, mayPlan: false, held: false }
    const [day, version] = [query.one('day'), query.one('version')]
    const locked = await frozenPlans(ctx.tx, group)
    let shown: Model['shown'] = null
    if (isLocalDate(day)) {
      const found = await planOnDay(ctx.tx, group, day)
      if (!found) throw new NotFound('There was no plan on that day.')
      shown = { view: planView(found.plan, { ...at, today: day }), heading: `The plan at the end of ${longDate(day)}` }
    } else if (version !== '') {
      const found = locked.find(({ id }) => id === version)
      if (!found) throw new NotFound('There is no such version of the plan.')
      const heading = `The plan as it was locked on ${savedAt(found.frozenAt)}`
      shown = { view: planView(found.plan, { ...at, today: ctx.today }), heading }
    }
    return {
      path: `/case/${crn}/plan/versions`,
      days: await planDays(ctx.tx, group),
      locked: locked.map(one => ({ ...one, intact: planHash(one.plan) === one.hash })),
      shown,
    }
  },
  body: ({ path, days, locked, shown }) => (
    <>
      <h1 class="govuk-heading-l">Earlier versions of the plan</h1>
      {shown && (
        <section class="app-section" aria-labelledby="shown">
          <h2 class="govuk-heading-m" id="shown">
            {shown.heading}
          </h2>
          <InsetText>You cannot change an earlier version.</InsetText>
          <p class="govuk-body app-written">{shown.view.said}</p>
          {(['active', 'future', 'achieved', 'removed'] as const).map(state => (
            <Goals state={state} goals={shown.view.goals[state]} base={null} />
          ))}
        </section>
      )}
      {days.length === 0 && <p class="govuk-body">Nobody has written a plan for this person yet.</p>}
      {days.length > 0 && (
        <Table
          caption="By day"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Day' }, { text: 'Last changed' }]}
          rows={days.map(({ day, at, byName }) => [
            {
              html: (
                <a class="govuk-link" href={`${path}?day=${day}`}>
                  {longDate(day)}
                </a>
              ),
            },
            { text: `${savedAt(at)}, ${byName}` },
          ])}
        />
      )}
      {locked.length > 0 && (
        <Table
          caption="Locked with a signed assessment"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Locked' }, { text: 'By' }, { text: 'State' }]}
          rows={locked.map(({ id, frozenAt, frozenByName, thawedAt, intact }) => [
            {
              html: (
                <a class="govuk-link" href={`${path}?version=${id}`}>
                  {savedAt(frozenAt)}
                </a>
              ),
            },
            { text: frozenByName },
            { text: `${thawedAt ? 'Taken back' : 'In force'}${intact ? '' : '. The copy does not match its hash'}` },
          ])}
        />
      )}
    </>
  ),
})

export const planPrintPage = casePage<{ readonly view: PlanView; readonly on: string }>({
  path: '/plan/print',
  name: 'assessment.print-plan',
  title: 'Sentence plan to print',
  allow: 'assessment.see-plan',
  tab: 'plan',
  back: { path: '/plan', text: 'Sentence plan' },
  view: async (ctx, { group, crn }) => ({
    view: planView(await planOf(ctx.tx, group), { crn, today: ctx.today, mayPlan: false, held: false }),
    on: longDate(ctx.today),
  }),
  body: ({ view, on }) => (
    <>
      <h1 class="govuk-heading-l">
        {view.draft && 'DRAFT: '}Sentence plan, {on}
      </h1>
      {view.draft && <InsetText>This is a draft: the person has not been asked whether they agree.</InsetText>}
      <p class="govuk-body app-written">{view.said}</p>
      {(['active', 'future', 'achieved'] as const).map(state => (
        <Goals state={state} goals={view.goals[state]} base={null} />
      ))}
      {view.draft && <p class="govuk-body">DRAFT</p>}
    </>
  ),
})
