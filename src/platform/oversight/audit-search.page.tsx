import { Button, Checkboxes, ErrorSummary, Input, MojScrollablePane, Select, Table, Tag } from '../components/index.ts'
import { errorSummaryOf, problemFor } from '../forms/index.ts'
import { Form, page, type Query } from '../web/index.ts'
import { AdminTabs } from './admin-tabs.tsx'
import { type AuditSearchModel, auditSearchView, operationWords, readQuestion } from './audit-search.view.ts'
import { searchAudit } from './search-audit.ts'

const rowsShown = 100

type Model = AuditSearchModel & { readonly query: Query }

/** For finding out what happened in the service. Whom an entry is about is on the person's own page, for the people
 *  whose work it is to ask that. */
export const auditSearchPage = page<Model>({
  path: '/admin/audit',
  name: 'platform.audit-search',
  title: 'Audit search',
  allow: 'platform.search-audit',
  section: 'admin',
  async view(ctx, at) {
    const { question, problems } = readQuestion(at.query, ctx.today, rowsShown)
    const lines = problems.length > 0 ? [] : await searchAudit(ctx, question)
    return { ...auditSearchView(lines, problems, at.query, rowsShown), query: at.query }
  },
  body: model => {
    const summary = errorSummaryOf(model.problems)
    return (
      <>
        {summary && <ErrorSummary {...summary} />}
        <AdminTabs active="audit" />
        <h1 class="govuk-heading-l">Audit search</h1>
        <p class="govuk-body">
          The log may be used to check that the service is used lawfully, to keep it safe, and in criminal proceedings.
          This search is logged.
        </p>
        <SearchForm query={model.query} model={model} />
        {model.problems.length === 0 && <Found model={model} />}
      </>
    )
  },
})

function SearchForm({ query, model }: { readonly query: Query; readonly model: AuditSearchModel }) {
  return (
    <Form method="get" action="/admin/audit">
      <Input
        id="actor"
        name="actor"
        label={{ text: 'User name' }}
        hint={{ text: 'Exactly as it is in the log. Parts of the service are named system: and their name.' }}
        classes="govuk-input--width-20"
        value={query.one('actor')}
      />
      <Select
        id="operation"
        name="operation"
        label={{ text: 'What was done' }}
        value={query.one('operation')}
        items={[
          { value: '', text: 'Anything' },
          ...Object.entries(operationWords).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Input
        id="what"
        name="what"
        label={{ text: 'Where' }}
        hint={{ text: 'The start of a name, such as court. or access.sign-in' }}
        classes="govuk-input--width-20"
        value={query.one('what')}
      />
      {(['from', 'to'] as const).map(field => (
        <Input
          id={field}
          name={field}
          label={{ text: field === 'from' ? 'From' : 'To' }}
          hint={{ text: 'A date, such as 21 November 2026 or yesterday' }}
          classes="govuk-input--width-20"
          value={query.one(field)}
          errorMessage={problemFor(model.problems, field)}
        />
      ))}
      <Checkboxes
        idPrefix="denied"
        name="denied"
        items={[{ value: '1', text: 'Only what was refused', checked: query.has('denied') }]}
      />
      <Button text="Search" />
    </Form>
  )
}

function Found({ model }: { readonly model: AuditSearchModel }) {
  if (model.rows.length === 0) return <p class="govuk-body">No entry of the log is like this.</p>
  return (
    <>
      <MojScrollablePane label="Entries of the audit log">
        <Table
          caption="Entries, newest first"
          captionClasses="govuk-table__caption--m"
          head={['When', 'Who', 'What', 'Where', 'People', 'By', 'Why'].map(text => ({ text }))}
          rows={model.rows.map(row => [
            { text: row.at },
            { text: row.actor },
            {
              html: row.denied ? (
                <>
                  {row.did} <Tag text="Refused" classes="govuk-tag--red" />
                </>
              ) : (
                row.did
              ),
            },
            { text: row.what },
            { text: row.people, format: 'numeric' as const },
            { text: row.channel },
            { text: row.why },
          ])}
        />
      </MojScrollablePane>
      {model.older !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/admin/audit${model.older}`}>
            Older entries
          </a>
        </p>
      )}
    </>
  )
}
