import { MojScrollablePane, MojSubNavigation, Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { limitedAccessRegister } from '../queries/limited-access-register.ts'
import { type RegisterView, registerView } from './limits.view.ts'

/** The limited-access administrator's pages, and which one is open. */
export function LimitTabs({ active }: { readonly active: 'register' | 'set' | 'uses' }) {
  return (
    <MojSubNavigation
      label="Limited access"
      items={[
        { text: 'Register', href: '/limited-access', active: active === 'register' },
        { text: 'Set a limit', href: '/limited-access/set', active: active === 'set' },
        { text: 'Emergency openings', href: '/limited-access/emergency-openings', active: active === 'uses' },
      ]}
    />
  )
}

export const limitsPage = page<RegisterView>({
  path: '/limited-access',
  name: 'person.limited-access-register',
  title: 'Limited-access register',
  allow: 'person.limit-access',
  section: 'limits',
  view: async (ctx, at) =>
    registerView(await limitedAccessRegister(ctx), ctx.today, at.query.one('show') === 'attention'),
  body: model => (
    <>
      <LimitTabs active="register" />
      <h1 class="govuk-heading-l">{model.heading}</h1>
      <p class="govuk-body">
        {model.counts.all} limits on {model.counts.people} people.{' '}
        {model.only ? (
          <a class="govuk-link" href="/limited-access">
            Show all {model.counts.all}
          </a>
        ) : (
          <a class="govuk-link" href="/limited-access?show=attention">
            {model.counts.attention} ending or due for review
          </a>
        )}
      </p>
      {model.rows.length === 0 ? <p class="govuk-body">{model.empty}</p> : <Register rows={model.rows} />}
    </>
  ),
})

function Register({ rows }: { readonly rows: RegisterView['rows'] }) {
  return (
    <MojScrollablePane label="Limits">
      <Table
        classes="app-table--compact"
        head={['CRN', 'Limit', 'Who', 'Why', 'Authorised by', 'Until', 'Review', 'Action'].map(text => ({ text }))}
        rows={rows.map(row => [
          { text: row.crn },
          { text: row.what },
          { text: row.who },
          { text: row.why },
          { text: row.authoriser },
          { text: row.until },
          {
            html: (
              <>
                {row.review}
                {row.attention && (
                  <div>
                    <Tag
                      text={row.attention.text}
                      classes={row.attention.late ? 'govuk-tag--red' : 'govuk-tag--yellow'}
                    />
                  </div>
                )}
              </>
            ),
          },
          {
            html: (
              <a class="govuk-link" href={`/limited-access/limits/${row.id}`}>
                Review or end
                <span class="govuk-visually-hidden">
                  {' '}
                  the limit on {row.crn} for {row.who}
                </span>
              </a>
            ),
          },
        ])}
      />
    </MojScrollablePane>
  )
}
