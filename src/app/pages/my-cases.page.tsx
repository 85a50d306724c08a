import { Table, Tag } from '../../platform/components/index.ts'
import { page } from '../../platform/web/index.ts'
import { longDate, plural } from '../../platform/words/index.ts'
import { type MyCase, myCases } from './my-cases.ts'

type MyCasesModel = { readonly today: string; readonly cases: readonly MyCase[] }

export const myCasesPage = page<MyCasesModel>({
  path: '/my-cases',
  name: 'app.my-cases',
  title: 'People you manage',
  allow: 'person.view',
  section: 'home',
  view: async ctx => ({ today: longDate(ctx.today), cases: await myCases(ctx) }),
  body: ({ today, cases }) => (
    <>
      <h1 class="govuk-heading-l">{plural(cases.length, 'person you manage', 'people you manage')}</h1>
      {cases.length === 0 && <p class="govuk-body">Nobody is recorded as managed by you on {today}.</p>}
      {cases.length > 0 && (
        <Table
          classes="app-table--compact"
          head={['Person', 'CRN', 'Status'].map(text => ({ text }))}
          rows={cases.map(one => [
            {
              html: (
                <>
                  <a class="govuk-link" href={one.href}>
                    {one.name}
                  </a>
                  {one.riskToStaff && (
                    <>
                      {' '}
                      <Tag text="Risk to staff" classes="govuk-tag--red" />
                    </>
                  )}
                  <span class="app-secondary">{one.born}</span>
                </>
              ),
            },
            { text: one.crn },
            { text: one.status },
          ])}
        />
      )}
    </>
  ),
})
