import { allCourts } from '../../domains/organisation/index.ts'
import { casePage, type IdentityBar, type OpenCase } from '../../domains/person/index.ts'
import { orderChangesOf, ordersOf } from '../../domains/sentence/index.ts'
import { SummaryList, Tag, WarningText } from '../../platform/components/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { type Elapsed, type OrderView, orderView, type RequirementView } from './orders.view.ts'
import { Why } from './why.tsx'

/** The orders of a person, newest first, in the words of the pages. */
export async function ordersOnRecord(
  ctx: Context,
  opened: Pick<OpenCase, 'group'>,
  bar: Pick<IdentityBar, 'dateOfBirth'>,
): Promise<readonly OrderView[]> {
  const orders = await ordersOf(ctx.tx, opened.group, ctx.today)
  if (orders.length === 0) return []
  const changes = await orderChangesOf(ctx.tx, opened.group)
  const courtNames = await courtNamesOn(ctx)
  const facts = { today: ctx.today, dateOfBirth: bar.dateOfBirth, courtNames, changes }
  return orders.map(order => orderView(order, facts))
}

/** The name of every court by its code. */
export async function courtNamesOn(ctx: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
}

export const ordersPage = casePage<readonly OrderView[]>({
  path: '/orders',
  name: 'app.orders',
  title: 'Orders',
  tab: 'orders',
  view: (ctx, opened, _at, bar) => ordersOnRecord(ctx, opened, bar),
  body: orders => (
    <>
      <h1 class="govuk-heading-l">Orders</h1>
      {orders.length === 0 && <p class="govuk-body">No order is on this record.</p>}
      {orders.map(order => (
        <Order order={order} />
      ))}
    </>
  ),
})

function Order({ order }: { readonly order: OrderView }) {
  return (
    <section class="app-section" aria-labelledby={`order-${order.id}`}>
      <h2 class="govuk-heading-m" id={`order-${order.id}`}>
        {order.heading} <Tag text={order.status.text} classes={`govuk-tag--${order.status.colour}`} />
      </h2>
      {order.limits.unlawful && (
        <WarningText text="A limit of the law is broken: see below" iconFallbackText="Warning" />
      )}
      <SummaryList
        rows={[
          ...order.facts.map(({ key, value }) => ({ key: { text: key }, value: { text: value } })),
          {
            key: { text: order.active ? 'Ends' : 'Was to end' },
            value: {
              html: (
                <>
                  {order.until}
                  <Progress of={order.heading} elapsed={order.elapsed} />
                  <Why view={order.whyUntil} />
                </>
              ),
            },
          },
        ]}
      />
      <h3 class="govuk-heading-s">Requirements</h3>
      {order.requirements.length === 0 && <p class="govuk-body">The order has no requirement on record.</p>}
      <div class="app-beside">
        {order.requirements.map(requirement => (
          <Requirement requirement={requirement} />
        ))}
      </div>
      <h3 class="govuk-heading-s">Limits of the law</h3>
      <ul class="govuk-list govuk-list--bullet">
        {order.limits.sentences.map(sentence => (
          <li>{sentence}</li>
        ))}
      </ul>
      {order.limits.why.rules.length > 0 && <Why view={order.limits.why} />}
      <h3 class="govuk-heading-s">Changes</h3>
      {order.changes.length === 0 && <p class="govuk-body">Nothing was changed since the order was recorded.</p>}
      {order.changes.map(change => (
        <p class="govuk-body">
          {change.text}
          <span class="app-secondary">{change.when}</span>
        </p>
      ))}
    </section>
  )
}

function Requirement({ requirement }: { readonly requirement: RequirementView }) {
  return (
    <div class="app-card">
      <h4 class="govuk-heading-s">{requirement.name}</h4>
      <p class="govuk-body">
        {requirement.length}, from {requirement.from} until {requirement.until}. {requirement.status}.
      </p>
      <Progress of={requirement.name} elapsed={requirement.elapsed} />
      <p class="govuk-body">{requirement.done}</p>
      <Why view={requirement.why} />
    </div>
  )
}

/** How much of the time has gone by. */
export function Progress({ of, elapsed }: { readonly of: string; readonly elapsed: Elapsed | null }) {
  if (!elapsed) return null
  return (
    <span class="app-progress">
      <progress max={100} value={elapsed.percent} aria-label={`Time passed: ${of}`} />
      <span class="app-secondary">{elapsed.text}</span>
    </span>
  )
}
