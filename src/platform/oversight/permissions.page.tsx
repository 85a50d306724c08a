import { Button, Select } from '../components/index.ts'
import { Form, page } from '../web/index.ts'
import { listOf, plural } from '../words/index.ts'
import { type PermissionsModel, permissionsView } from './permissions.view.ts'

/** Made from the table that every check asks, so that it cannot say anything else. */
export const permissionsPage = page<PermissionsModel>({
  path: '/help/permissions',
  name: 'platform.permissions',
  title: 'Who may do what',
  allow: 'platform.read-permissions',
  view: async (ctx, at) => permissionsView(ctx.permissions.rows, at.query.one('role')),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Who may do what</h1>
      <p class="govuk-body">
        This page is made from the table that decides. Access to a person can still be limited beyond it, by an
        exclusion or a restriction.
      </p>
      <Form method="get" action="/help/permissions">
        <Select
          id="role"
          name="role"
          label={{ text: 'Role' }}
          value={model.role ?? ''}
          items={[{ value: '', text: 'All roles' }, ...model.roles]}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </Form>
      <h2 class="govuk-heading-m">{plural(model.count, 'permission')}</h2>
      {model.groups.map(group => (
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--m">{group.name}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                What
              </th>
              <th scope="col" class="govuk-table__header">
                Who
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {group.rows.map(row => (
              <tr class="govuk-table__row" id={row.action}>
                <th scope="row" class="govuk-table__header">
                  {row.about}
                  <br />
                  <code class="app-value">{row.action}</code>
                </th>
                <td class="govuk-table__cell">
                  {row.who.length === 0 && row.scope === null && <p class="govuk-body">Nobody</p>}
                  {row.who.map(({ relation, roles }) => (
                    <p class="govuk-body">
                      {relation}: {listOf(roles)}
                    </p>
                  ))}
                  {row.scope !== null && (
                    <p class="govuk-body">
                      Other systems with the scope <code class="app-value">{row.scope}</code>
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  ),
})
