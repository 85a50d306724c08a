import { z } from 'zod'
import {
  addAccount,
  addClientSecret,
  closeAccount,
  endClientSecrets,
  type MachineClient,
  machineClients,
} from '../access/index.ts'
import { instant } from '../calendar/index.ts'
import { Button, Checkboxes, Input, Table, Tag } from '../components/index.ts'
import type { Context } from '../context/index.ts'
import { NotFound, ok, type Problem, problems } from '../errors/index.ts'
import { Form, page, post, useAnswer, useProblem } from '../web/index.ts'
import { plural, savedAt } from '../words/index.ts'
import { AdminTabs } from './admin-tabs.tsx'

type ClientsModel = {
  readonly clients: readonly MachineClient[]
  readonly scopes: readonly { readonly scope: string; readonly about: string }[]
}

const oneClient = z.object({ client: z.uuid() })
const several = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
const copyNow = 'Copy its secret now, it is not shown again:'

/** Other systems that may call the API: what each may do, and the secrets they show. */
export const clientsPage = page<ClientsModel>({
  path: '/admin/clients',
  name: 'platform.clients',
  title: 'Other systems',
  allow: 'platform.manage-clients',
  section: 'admin',
  view: async ctx => ({ clients: await machineClients(ctx.tx, ctx.now), scopes: scopesOf(ctx) }),
  body: model => <Clients {...model} />,
  posts: {
    add: post({
      allow: 'platform.manage-clients',
      form: z.object({ username: z.string().default(''), displayName: z.string().default(''), scopes: several }),
      async run(ctx, form) {
        const strange = scopeProblem(ctx, form.scopes)
        if (strange) return problems(strange)
        const added = await addAccount(ctx.tx, { ...form, kind: 'machine', openedBy: ctx.viewer.username }, ctx.now)
        if (!added.ok) return added
        const { token } = await addClientSecret(ctx.tx, added.value.id, ctx.viewer.username, ctx.now)
        const detail = { client: added.value.id, scopes: form.scopes }
        ctx.record('system', 'platform.add-client', [], { detail })
        return ok({ to: '/admin/clients', say: `${form.displayName} may now call the API. ${copyNow} ${token}` })
      },
    }),
    renew: post({
      allow: 'platform.manage-clients',
      form: oneClient,
      async run(ctx, { client }) {
        await openClient(ctx, client)
        const { token } = await addClientSecret(ctx.tx, client, ctx.viewer.username, ctx.now)
        ctx.record('system', 'platform.add-client-secret', [], { detail: { client } })
        return ok({ to: '/admin/clients', say: `A second secret was made; the first still works. ${copyNow} ${token}` })
      },
    }),
    end: post({
      allow: 'platform.manage-clients',
      form: oneClient,
      async run(ctx, { client }) {
        await openClient(ctx, client)
        const ended = await endClientSecrets(ctx.tx, client, ctx.viewer.username, ctx.now)
        ctx.record('system', 'platform.end-client-secrets', [], { detail: { client, ended } })
        return ok({ to: '/admin/clients', say: `${plural(ended, 'secret')} ended` })
      },
    }),
    close: post({
      allow: 'platform.manage-clients',
      form: oneClient,
      async run(ctx, { client }) {
        await openClient(ctx, client)
        await closeAccount(ctx.tx, client, ctx.viewer.username, ctx.now)
        ctx.record('system', 'platform.close-client', [], { detail: { client } })
        return ok({ to: '/admin/clients', say: 'The system can no longer call the API' })
      },
    }),
  },
})

/** The scopes the permission table knows, with what each opens. */
function scopesOf(ctx: Context): ClientsModel['scopes'] {
  const byScope = new Map<string, string[]>()
  for (const { scope, about } of ctx.permissions.rows) {
    if (scope) byScope.set(scope, [...(byScope.get(scope) ?? []), about])
  }
  return [...byScope].sort().map(([scope, about]) => ({ scope, about: about.join('; ') }))
}

function scopeProblem(ctx: Context, scopes: readonly string[]): Problem | null {
  const known = scopesOf(ctx).map(one => one.scope)
  if (scopes.length > 0 && scopes.every(scope => known.includes(scope))) return null
  return { field: 'scopes', code: 'missing', text: 'Choose what the system may do.' }
}

async function openClient(ctx: Context, id: string): Promise<void> {
  const found = (await machineClients(ctx.tx, ctx.now)).find(client => client.id === id && client.closedAt === null)
  if (!found) throw new NotFound('There is no open system with this number.')
}

function Clients({ clients, scopes }: ClientsModel) {
  return (
    <>
      <AdminTabs active="clients" />
      <h1 class="govuk-heading-l">Other systems</h1>
      {clients.length === 0 ? (
        <p class="govuk-body">No other system may call the API.</p>
      ) : (
        <Table
          caption="Systems that may call the API"
          captionClasses="govuk-visually-hidden"
          head={['System', 'May', 'Secrets', 'Last call', 'Change'].map(text => ({ text }))}
          rows={clients.map(client => [
            { text: `${client.name} (${client.username})` },
            { text: client.scopes.join(', ') },
            { text: client.closedAt === null ? client.secrets : '' },
            { text: client.usedAt === null ? 'Never' : savedAt(instant(client.usedAt)) },
            { html: <Changes client={client} /> },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Add a system</h2>
      <Form intent="add">
        <Input
          id="displayName"
          name="displayName"
          label={{ text: 'Name' }}
          value={useAnswer('displayName')}
          errorMessage={useProblem('displayName')}
        />
        <Input
          id="username"
          name="username"
          label={{ text: 'Short name' }}
          hint={{ text: 'As it is written on the audit log, without spaces.' }}
          value={useAnswer('username')}
          errorMessage={useProblem('username')}
        />
        <Checkboxes
          idPrefix="scopes"
          name="scopes"
          fieldset={{ legend: { text: 'What it may do' } }}
          errorMessage={useProblem('scopes')}
          items={scopes.map(({ scope, about }) => ({ value: scope, text: scope, hint: { text: about } }))}
        />
        <Button text="Add system" preventDoubleClick />
      </Form>
    </>
  )
}

const changes = [
  { intent: 'renew', text: 'New secret' },
  { intent: 'end', text: 'End its secrets' },
  { intent: 'close', text: 'Close' },
] as const

function Changes({ client }: { readonly client: MachineClient }) {
  if (client.closedAt !== null) return <Tag text="Closed" classes="govuk-tag--grey" />
  return (
    <div class="govuk-button-group">
      {changes.map(({ intent, text }) => (
        <Form intent={intent}>
          <input type="hidden" name="client" value={client.id} />
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
            {text}
            <span class="govuk-visually-hidden"> of {client.name}</span>
          </Button>
        </Form>
      ))}
    </div>
  )
}
