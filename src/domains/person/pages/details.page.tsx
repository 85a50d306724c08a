import { Details, MojScrollablePane, SummaryList, Table } from '../../../platform/components/index.ts'
import { detailsOnRecord } from '../queries/details-on-record.ts'
import { casePage } from './case-page.tsx'
import { type DetailsView, detailsView, type FactList } from './details.view.ts'

export const detailsPage = casePage<DetailsView>({
  path: '/details',
  name: 'person.details',
  title: 'Personal details',
  tab: 'details',
  view: async (ctx, opened) =>
    detailsView(await detailsOnRecord(ctx.tx, opened.group), opened.crn, ctx.today, ctx.can('person.edit')),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Personal details</h1>
      <SummaryList
        card={{
          title: { text: 'The person' },
          actions: model.mayEdit ? { items: [{ text: 'Correct', href: `${model.base}/details/correct` }] } : undefined,
        }}
        rows={model.person.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))}
      />
      {model.lists.map(list => (
        <Facts list={list} mayEdit={model.mayEdit} base={model.base} />
      ))}
      <h2 class="govuk-heading-m" id="corrections">
        Corrections
      </h2>
      {model.changes.length === 0 && <p class="govuk-body">Nothing has been corrected since {model.since}.</p>}
      {model.changes.map(change => (
        <Details summaryText={`${change.what}, ${change.when}`}>
          <p class="govuk-body">
            By {change.by}. {change.reason}
          </p>
          <Table
            head={[{ text: 'Fact' }, { text: 'Before' }, { text: 'After' }]}
            rows={change.rows.map(row => row.map(text => ({ text })))}
          />
        </Details>
      ))}
    </>
  ),
})

function Facts({ list, mayEdit, base }: { readonly list: FactList; readonly mayEdit: boolean; readonly base: string }) {
  return (
    <section>
      <h2 class="govuk-heading-m" id={list.id}>
        {list.title}
      </h2>
      {list.rows.length === 0 && <p class="govuk-body">{list.empty}</p>}
      {list.rows.length > 0 && (
        <MojScrollablePane label={list.title}>
          <Table
            classes="app-table--compact"
            head={[
              { text: list.column },
              { text: 'Kind' },
              { text: 'Source and day' },
              ...(mayEdit ? [{ text: 'Action' }] : []),
            ]}
            rows={list.rows.map(row => [
              {
                html: (
                  <>
                    {row.lines.map(line => (
                      <div>{line}</div>
                    ))}
                    {row.remark && <span class="app-secondary">{row.remark}</span>}
                  </>
                ),
              },
              { text: row.kind },
              { text: row.source },
              ...(mayEdit
                ? [{ html: row.changeHref ? <ChangeLink href={row.changeHref} of={row.lines[0] ?? ''} /> : '' }]
                : []),
            ])}
          />
        </MojScrollablePane>
      )}
      {mayEdit && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/details/${list.id}/add`}>
            {list.add}
          </a>
        </p>
      )}
    </section>
  )
}

function ChangeLink({ href, of }: { readonly href: string; readonly of: string }) {
  return (
    <a class="govuk-link" href={href}>
      End<span class="govuk-visually-hidden"> {of}</span>
    </a>
  )
}
