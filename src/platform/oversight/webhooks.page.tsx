import { z } from 'zod'
import { instant } from '../calendar/index.ts'
import { BackLink, Button, Checkboxes, Input, Table, Tag, Textarea } from '../components/index.ts'
import { NotFound, ok } from '../errors/index.ts'
import { Form, type Page, page, post, useAnswer, useProblem } from '../web/index.ts'
import {
  addWebhook,
  closeWebhook,
  type Delivery,
  deliveries,
  replayDelivery,
  type Webhook,
  webhooks,
} from '../webhooks/index.ts'
import { plural, savedAt } from '../words/index.ts'
import { AdminTabs } from './admin-tabs.tsx'

const deliveriesShown = 100

/** Where events are sent, and how the sending goes. `secret` seals what receivers check signatures with. */
export function webhookPages(secret: string): readonly Page[] {
  return [listPage(secret), onePage]
}

function listPage(secret: string): Page {
  return page<readonly Webhook[]>({
    path: '/admin/webhooks',
    name: 'platform.webhooks',
    title: 'Webhooks',
    allow: 'platform.manage-webhooks',
    section: 'admin',
    view: ctx => webhooks(ctx.tx),
    body: model => <WebhookList webhooks={model} />,
    posts: {
      add: post({
        allow: 'platform.manage-webhooks',
        form: z.object({
          name: z.string('Enter a name.'),
          url: z.string('Enter an address.'),
          eventTypes: z.string().default(''),
          limited: z.string().optional(),
        }),
        async run(ctx, form) {
          const wanted = {
            name: form.name,
            url: form.url,
            eventTypes: form.eventTypes.split(/\s+/).filter(type => type !== ''),
            limited: form.limited === 'yes',
          }
          const added = await addWebhook(ctx, wanted, secret)
          if (!added.ok) return added
          const say = `Webhook added. Copy its secret now, it is not shown again: ${added.value.secret}`
          return ok({ to: `/admin/webhooks/${added.value.id}`, say })
        },
      }),
    },
  })
}

function WebhookList({ webhooks: all }: { readonly webhooks: readonly Webhook[] }) {
  return (
    <>
      <AdminTabs active="webhooks" />
      <h1 class="govuk-heading-l">Webhooks</h1>
      <p class="govuk-body">
        Other systems are told of events as they happen: what kind, when, and the number of the person. Names, dates and
        texts are never sent.
      </p>
      {all.length === 0 ? (
        <p class="govuk-body">Nothing is sent anywhere.</p>
      ) : (
        <Table
          caption="Where events are sent"
          captionClasses="govuk-visually-hidden"
          head={['Name', 'Address', 'Events', 'State'].map(text => ({ text }))}
          rows={all.map(one => [
            {
              html: (
                <a class="govuk-link" href={`/admin/webhooks/${one.id}`}>
                  {one.name}
                </a>
              ),
            },
            { text: one.url },
            { text: one.eventTypes.length === 0 ? 'Every event' : one.eventTypes.join(', ') },
            { html: <StateTag webhook={one} /> },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Add a webhook</h2>
      <Form intent="add">
        <Input
          id="name"
          name="name"
          label={{ text: 'Name' }}
          hint={{ text: 'Who is told. It is written on the audit log as the recipient.' }}
          value={useAnswer('name')}
          errorMessage={useProblem('name')}
        />
        <Input
          id="url"
          name="url"
          type="url"
          label={{ text: 'Address' }}
          value={useAnswer('url')}
          errorMessage={useProblem('url')}
        />
        <Textarea
          id="eventTypes"
          name="eventTypes"
          rows={3}
          label={{ text: 'Kinds of event' }}
          hint={{ text: 'One a line, such as defendant-linked. Leave empty for every event.' }}
          value={useAnswer('eventTypes')}
          errorMessage={useProblem('eventTypes')}
        />
        <Checkboxes
          idPrefix="limited"
          name="limited"
          hint={{ text: 'Then only that something happened is sent, never what.' }}
          items={[{ value: 'yes', text: 'It may know of events about people with limited access' }]}
        />
        <Button text="Add webhook" preventDoubleClick />
      </Form>
    </>
  )
}

function StateTag({ webhook }: { readonly webhook: Webhook }) {
  if (webhook.closedAt !== null) return <Tag text="Closed" classes="govuk-tag--grey" />
  return <Tag text={webhook.limited ? 'Open, limited too' : 'Open'} classes="govuk-tag--green" />
}

type OneModel = { readonly webhook: Webhook; readonly deliveries: readonly Delivery[]; readonly deadOnly: boolean }

const onePage = page<OneModel>({
  path: '/admin/webhooks/:webhook',
  name: 'platform.webhook',
  title: 'Webhook',
  allow: 'platform.manage-webhooks',
  section: 'admin',
  async view(ctx, at) {
    const webhook = (await webhooks(ctx.tx)).find(one => one.id === at.params.webhook)
    if (!webhook) throw new NotFound('There is no webhook with this number.')
    const deadOnly = at.query.one('show') === 'dead'
    return { webhook, deadOnly, deliveries: await deliveries(ctx.tx, webhook.id, { deadOnly, limit: deliveriesShown }) }
  },
  before: () => <BackLink href="/admin/webhooks" text="Webhooks" />,
  body: model => <OneWebhook {...model} />,
  posts: {
    close: post({
      allow: 'platform.manage-webhooks',
      form: z.object({}),
      async run(ctx, _form, at) {
        const closed = await closeWebhook(ctx, at.params.webhook ?? '')
        return closed.ok ? ok({ to: at.path, say: 'Webhook closed' }) : closed
      },
    }),
    replay: post({
      allow: 'platform.manage-webhooks',
      form: z.object({ person: z.uuid(), delivery: z.uuid() }),
      async run(ctx, form, at) {
        await replayDelivery(ctx, form.person, form.delivery)
        return ok({ to: at.path, say: 'The event is sent again' })
      },
    }),
  },
})

const deliveryTags = {
  waiting: { text: 'On the way', classes: 'govuk-tag--grey' },
  delivered: { text: 'Delivered', classes: 'govuk-tag--green' },
  dead: { text: 'Gave up', classes: 'govuk-tag--red' },
} as const

function OneWebhook({ webhook, deliveries: shown, deadOnly }: OneModel) {
  return (
    <>
      <h1 class="govuk-heading-l">{webhook.name}</h1>
      <p class="govuk-body">
        <StateTag webhook={webhook} /> {webhook.url}
      </p>
      {webhook.closedAt === null && (
        <Form intent="close">
          <Button text="Close this webhook" classes="govuk-button--warning" />
        </Form>
      )}
      <h2 class="govuk-heading-m">{deadOnly ? 'Deliveries that gave up' : 'Last deliveries'}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={deadOnly ? `/admin/webhooks/${webhook.id}` : '?show=dead'}>
          {deadOnly ? 'Show every delivery' : 'Show only those that gave up'}
        </a>
      </p>
      {shown.length === 0 ? (
        <p class="govuk-body">{deadOnly ? 'None gave up.' : 'Nothing was sent in the last 30 days.'}</p>
      ) : (
        <Table
          caption="Deliveries, newest first"
          captionClasses="govuk-visually-hidden"
          head={['Event', 'Since', 'Tries', 'Last answer', 'State'].map(text => ({ text }))}
          rows={shown.map(one => [
            { text: one.eventType },
            { text: savedAt(instant(one.madeAt)) },
            { text: plural(one.attempts, 'try', 'tries') },
            { text: one.answer ?? '' },
            { html: <DeliveryState delivery={one} open={webhook.closedAt === null} /> },
          ])}
        />
      )}
    </>
  )
}

function DeliveryState({ delivery, open }: { readonly delivery: Delivery; readonly open: boolean }) {
  return (
    <>
      <Tag {...deliveryTags[delivery.state]} />
      {delivery.state === 'dead' && open && (
        <Form intent="replay">
          <input type="hidden" name="person" value={delivery.personId} />
          <input type="hidden" name="delivery" value={delivery.id} />
          <Button text="Send again" classes="govuk-button--secondary govuk-!-margin-bottom-0" />
        </Form>
      )}
    </>
  )
}
