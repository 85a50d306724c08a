import { courtHistoryOf, proposalsWaitingFor } from '../../domains/court/index.ts'
import { teamByCode } from '../../domains/organisation/index.ts'
import { casePage, managersOf } from '../../domains/person/index.ts'
import { SummaryList, Tag } from '../../platform/components/index.ts'
import { courtHistoryView } from './court-history.view.ts'
import { courtNamesOn, ordersOnRecord, Progress } from './orders.page.tsx'
import { type OverviewView, overviewView } from './overview.view.ts'
import { statusTexts } from './probation-status.ts'
import { Why } from './why.tsx'

export const overviewPage = casePage<OverviewView>({
  path: '',
  name: 'app.overview',
  title: 'Overview',
  tab: 'overview',
  view: async (ctx, opened, _at, bar) => {
    // Asked together, so that they travel to the database together.
    const [courtNames, managers, statuses, orders, history, waiting] = await Promise.all([
      courtNamesOn(ctx),
      managersOf(ctx.tx, opened.group, ctx.today),
      statusTexts(ctx, [opened.personId]),
      ordersOnRecord(ctx, opened, bar),
      courtHistoryOf(ctx.tx, opened.group),
      proposalsWaitingFor(ctx.tx, opened.group),
    ])
    const manager = managers[0]
    return overviewView({
      crn: opened.crn,
      today: ctx.today,
      bar,
      status: statuses.get(opened.personId) ?? 'Not known',
      orders,
      history: courtHistoryView(history, courtNames, ctx.today),
      waiting,
      courtNames,
      manager,
      team: manager ? await teamByCode(ctx.tx, manager.teamCode, ctx.today) : undefined,
    })
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Overview</h1>
      <div class="app-beside">
        <div>
          <h2 class="govuk-heading-m">Orders</h2>
          <p class="govuk-body">{model.status}</p>
          {model.noOrder && <p class="govuk-body">{model.noOrder}</p>}
          {model.orders.map(order => (
            <section class="app-card">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={`${model.base}/orders#order-${order.id}`}>
                  {order.heading}
                </a>
              </h3>
              <p class="govuk-body">Ends {order.until}</p>
              <Progress of={order.heading} elapsed={order.elapsed} />
              <Why view={order.whyUntil} />
              {order.requirements.length === 0 && <p class="govuk-body">No requirement is on record.</p>}
              {order.requirements.map(requirement => (
                <div class="app-requirement">
                  <p class="govuk-body">
                    <strong>{requirement.name}</strong>, {requirement.length}, until {requirement.until}
                    <span class="app-secondary">{requirement.done}</span>
                  </p>
                  <Progress of={requirement.name} elapsed={requirement.elapsed} />
                </div>
              ))}
            </section>
          ))}
          {model.ended && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${model.base}/orders`}>
                {model.ended}
              </a>
            </p>
          )}
        </div>
        <div>
          <h2 class="govuk-heading-m">Next hearing</h2>
          {model.next ? (
            <p class="govuk-body">
              <a class="govuk-link" href={`${model.base}/court`}>
                {model.next.heading}
              </a>
              <span class="app-secondary">{model.next.where}</span>
            </p>
          ) : (
            <p class="govuk-body">{model.noHearing}</p>
          )}
          <h2 class="govuk-heading-m">Proposed and waiting</h2>
          {model.waiting.length === 0 && <p class="govuk-body">No court result waits for a decision.</p>}
          <ul class="govuk-list">
            {model.waiting.map(one => (
              <li>
                <a class="govuk-link" href={one.href}>
                  {one.text}
                </a>
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">Flags</h2>
          {model.flags.length === 0 && <p class="govuk-body">No flag is open.</p>}
          <ul class="govuk-list">
            {model.flags.map(flag => (
              <li>
                <a class="govuk-link" href={`${model.base}/flags`}>
                  {flag.name}
                </a>
                {flag.late && (
                  <>
                    {' '}
                    <Tag text="Review late" classes="govuk-tag--red" />
                  </>
                )}
                <span class="app-secondary">{flag.since}</span>
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">Managed by</h2>
          <SummaryList rows={model.managed.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))} />
        </div>
      </div>
    </>
  ),
})
