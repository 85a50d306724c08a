import { z } from 'zod'
import {
  addAccount,
  changeAccount,
  closeAccount,
  roleNames,
  roles,
  type StaffAccount,
  staffAccount,
  staffAccounts,
} from '../access/index.ts'
import { instant } from '../calendar/index.ts'
import { BackLink, Button, Checkboxes, Details, Input, Table, Tag } from '../components/index.ts'
import type { Context } from '../context/index.ts'
import { NotFound, ok, problems } from '../errors/index.ts'
import { isId } from '../store/index.ts'
import { Form, page, post, useAnswer, useProblem, useUi } from '../web/index.ts'
import { plural, savedAt } from '../words/index.ts'
import { AdminTabs } from './admin-tabs.tsx'

const allow = 'platform.manage-accounts'
const several = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
const code = z
  .string()
  .default('')
  .transform(text => text.trim().toUpperCase() || null)
const belonging = { roles: several, regionCode: code, teamCode: code, providerCode: code }
const newAccount = z.object({
  username: z.string().default(''),
  displayName: z.string().default(''),
  password: z.string().default(''),
  ...belonging,
})

/** Who may sign in, and where an account is opened. */
export const accountsPage = page<{ readonly accounts: readonly StaffAccount[] }>({
  path: '/admin/accounts',
  name: 'platform.accounts',
  title: 'Accounts',
  allow,
  section: 'admin',
  view: async ctx => ({ accounts: await staffAccounts(ctx.tx) }),
  body: ({ accounts }) => <Accounts accounts={accounts} />,
  posts: {
    open: post({
      allow,
      form: newAccount,
      async run(ctx, { password, regionCode, teamCode, providerCode, ...form }) {
        if (form.roles.length === 0) {
          return problems({ field: 'roles', code: 'missing', text: 'Choose at least one role from the list' })
        }
        const added = await addAccount(
          ctx.tx,
          {
            ...form,
            roles: form.roles as StaffAccount['roles'],
            openedBy: ctx.viewer.username,
            ...(password ? { password } : {}),
            ...(regionCode ? { regionCode } : {}),
            ...(teamCode ? { teamCode } : {}),
            ...(providerCode ? { providerCode } : {}),
          },
          ctx.now,
        )
        if (!added.ok) return added
        ctx.record('system', 'platform.open-account', [], { detail: { account: added.value.id, roles: form.roles } })
        return ok({ to: '/admin/accounts', say: 'The account is open' })
      },
    }),
  },
})

/** One account: what it may do, where it belongs, and its end. */
export const accountPage = page<StaffAccount>({
  path: '/admin/accounts/:account',
  name: 'platform.account',
  title: 'An account',
  allow,
  section: 'admin',
  view: (ctx, at) => accountAt(ctx, at.params.account),
  before: () => <BackLink href="/admin/accounts" text="Accounts" />,
  body: account => <Account account={account} />,
  posts: {
    change: post({
      allow,
      form: z.object({ version: z.coerce.number(), ...belonging }),
      async run(ctx, form, at) {
        const { id } = await accountAt(ctx, at.params.account)
        const changed = await changeAccount(ctx.tx, { id, ...form }, ctx.now)
        if (!changed.ok) return changed
        ctx.record('system', 'platform.change-account', [], { detail: { account: id, roles: form.roles } })
        return ok({ to: '/admin/accounts', say: 'The account was changed and its sessions ended' })
      },
    }),
    close: post({
      allow,
      form: z.object({}),
      async run(ctx, _form, at) {
        const { id } = await accountAt(ctx, at.params.account)
        await closeAccount(ctx.tx, id, ctx.viewer.username, ctx.now)
        ctx.record('system', 'platform.close-account', [], { detail: { account: id } })
        return ok({ to: '/admin/accounts', say: 'The account is closed' })
      },
    }),
  },
})

async function accountAt(ctx: Context, id: string | undefined): Promise<StaffAccount> {
  const found = id && isId(id) ? await staffAccount(ctx.tx, id) : undefined
  if (!found) throw new NotFound('There is no such account.')
  return found
}

function Accounts({ accounts }: { readonly accounts: readonly StaffAccount[] }) {
  const failed = useUi().problems.length > 0
  return (
    <>
      <AdminTabs active="accounts" />
      <h1 class="govuk-heading-l">Accounts</h1>
      <Details summaryText="Open an account" open={failed}>
        <Form intent="open">
          <Field name="displayName" label="Name" />
          <Field
            name="username"
            label="User name"
            hint="As the identity provider knows them, where it signs people in"
          />
          <Input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            label={{ text: 'Password' }}
            hint={{ text: 'Leave empty where the identity provider signs people in' }}
            errorMessage={useProblem('password')}
            classes="govuk-input--width-20"
          />
          <Belonging chosen={[]} />
          <Button text="Open the account" preventDoubleClick />
        </Form>
      </Details>
      <p class="govuk-body">{plural(accounts.length, 'account')}</p>
      <Table
        caption="Accounts"
        captionClasses="govuk-visually-hidden"
        head={['Name', 'Roles', 'Belongs to', 'Last signed in'].map(text => ({ text }))}
        rows={accounts.map(account => [
          {
            html: (
              <>
                <a class="govuk-link" href={`/admin/accounts/${account.id}`}>
                  {account.name}
                </a>
                <br />
                <span class="app-secondary">{account.username}</span>{' '}
                {account.closedAt && <Tag text="Closed" classes="govuk-tag--grey" />}
              </>
            ),
          },
          { text: account.roles.map(role => roleNames[role]).join(', ') || 'None' },
          {
            text:
              [account.regionCode, account.teamCode, account.providerCode].filter(Boolean).join(', ') || 'Not known',
          },
          { text: account.signedInAt ? savedAt(instant(account.signedInAt)) : 'Never' },
        ])}
      />
    </>
  )
}

function Account({ account }: { readonly account: StaffAccount }) {
  return (
    <>
      <h1 class="govuk-heading-l">{account.name}</h1>
      <p class="govuk-body">User name {account.username}</p>
      {account.closedAt ? (
        <p class="govuk-body">This account is closed. Nobody can sign in with it.</p>
      ) : (
        <>
          <Form intent="change">
            <input type="hidden" name="version" value={account.version} />
            <Belonging
              chosen={account.roles}
              regionCode={account.regionCode}
              teamCode={account.teamCode}
              providerCode={account.providerCode}
            />
            <p class="govuk-body">Saving ends this person's sessions: they sign in again with what you chose.</p>
            <Button text="Save" preventDoubleClick />
          </Form>
          <Form intent="close">
            <Button text="Close this account" classes="govuk-button--warning" preventDoubleClick />
          </Form>
        </>
      )}
    </>
  )
}

function Belonging(props: {
  readonly chosen: readonly string[]
  readonly regionCode?: string | null
  readonly teamCode?: string | null
  readonly providerCode?: string | null
}) {
  const answers = useUi().answers.roles
  const chosen = answers === undefined ? props.chosen : typeof answers === 'string' ? [answers] : answers
  return (
    <>
      <Checkboxes
        idPrefix="roles"
        name="roles"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Roles' } }}
        errorMessage={useProblem('roles')}
        items={roles.map(role => ({ value: role, text: roleNames[role], checked: chosen.includes(role) }))}
      />
      <Field name="regionCode" label="Region code" current={props.regionCode} />
      <Field name="teamCode" label="Team code" current={props.teamCode} />
      <Field name="providerCode" label="Provider code" current={props.providerCode} />
    </>
  )
}

function Field(props: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly current?: string | null | undefined
}) {
  return (
    <Input
      id={props.name}
      name={props.name}
      label={{ text: props.label }}
      hint={props.hint ? { text: props.hint } : undefined}
      value={useAnswer(props.name, props.current ?? '')}
      errorMessage={useProblem(props.name)}
      classes="govuk-input--width-20"
    />
  )
}
