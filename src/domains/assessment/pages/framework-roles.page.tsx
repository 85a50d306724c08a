import { z } from 'zod'
import { staffAccounts } from '../../../platform/access/index.ts'
import { readDate } from '../../../platform/calendar/index.ts'
import { Button, Table } from '../../../platform/components/index.ts'
import { problems } from '../../../platform/errors/index.ts'
import { type Choice, DayField, Form, page, post, SelectField } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { setFrameworkRole } from '../commands/set-framework-role.ts'
import { frameworkRoles } from '../parameters/countersign-rules.ts'
import { frameworkRolesHeld } from '../queries/framework-roles.ts'

type Model = {
  readonly rows: readonly { readonly name: string; readonly role: string; readonly since: string }[]
  readonly staff: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly assumed: boolean
}

const text = z.string().default('')

/** Who is approved to sign what: it decides whose assessments are countersigned. */
export const frameworkRolesPage = page<Model>({
  path: '/framework-roles',
  name: 'assessment.framework-roles',
  title: 'Who is approved to sign assessments',
  allow: 'assessment.set-framework-role',
  section: 'countersigning',
  view: async ctx => {
    const { value: roles, source } = frameworkRoles.on(ctx.today)
    const held = new Map((await frameworkRolesHeld(ctx.tx, ctx.today)).map(row => [row.username, row]))
    const staff = (await staffAccounts(ctx.tx)).filter(
      one =>
        one.closedAt === null &&
        (ctx.viewer.regionCode === null || one.regionCode === ctx.viewer.regionCode) &&
        one.roles.some(role => ['practitioner', 'team-manager', 'pdu-head', 'court', 'pom'].includes(role)),
    )
    return {
      rows: staff.map(one => {
        const row = held.get(one.username)
        const role = row && (roles.find(({ code }) => code === row.role)?.name ?? row.role)
        return {
          name: one.name,
          role: role ?? 'Not known: everything they sign is countersigned',
          since: row ? `Since ${longDate(row.startsOn)}, set by ${row.setByName}` : '',
        }
      }),
      staff: staff.map(one => ({ value: one.username, text: one.name })),
      roles: roles.map(({ code, name }) => ({ value: code, text: name })),
      assumed: source.kind === 'assumption',
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Who is approved to sign assessments</h1>
      <p class="govuk-body">It decides whose assessments a senior must countersign.</p>
      {model.assumed && <p class="govuk-hint">Which roles count as not approved yet is an assumption.</p>}
      <Table
        head={[{ text: 'Name' }, { text: 'Approved as' }, { text: 'Since' }]}
        rows={model.rows.map(row => [{ text: row.name }, { text: row.role }, { text: row.since }])}
      />
      <Form intent="set">
        <h2 class="govuk-heading-m">Change what somebody is approved for</h2>
        <SelectField name="username" label="Member of staff" choices={model.staff} />
        <SelectField name="role" label="Approved as" choices={model.roles} />
        <DayField name="startsOn" label="From" hint="For example, today or 27 3 2026" value="today" />
        <Button text="Save" />
      </Form>
    </>
  ),
  posts: {
    set: post({
      allow: 'assessment.set-framework-role',
      form: z.object({ username: text, role: text, startsOn: text }),
      run: async (ctx, form) => {
        const read = readDate(form.startsOn, 'appointment', ctx.today)
        if (!read.ok) return problems({ field: 'startsOn', code: read.problem.code, text: read.problem.message })
        const done = await setFrameworkRole(ctx, { ...form, startsOn: read.date })
        return done.ok ? { ok: true, value: { to: '/framework-roles', say: 'The change is saved' } } : done
      },
    }),
  },
})
