import { BackLink, MojScrollablePane, Table, Tag } from '../../platform/components/index.ts'
import { NotFound } from '../../platform/errors/index.ts'
import type { SourceKind } from '../../platform/rules/index.ts'
import { page } from '../../platform/web/index.ts'
import { longDate } from '../../platform/words/index.ts'
import { type RuleModel, type RulesModel, rulesView, ruleView } from './rules.view.ts'

const kindWords: Readonly<Record<SourceKind, string>> = {
  statute: 'Statute',
  policy: 'Policy',
  guidance: 'Guidance',
  'public-code': 'Public code',
  assumption: 'Assumption',
}

export const rulesPage = page<RulesModel>({
  path: '/help/rules',
  name: 'app.rules',
  title: 'Rules and their sources',
  allow: 'app.read-rules',
  view: async (ctx, at) => rulesView(ctx.today, at.query.one('show') === 'assumptions'),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Rules and their sources</h1>
      <p class="govuk-body">
        Each value this service decides with, as it stands on {longDate(model.asAt)}. {model.total} values,{' '}
        {model.assumptions} of them assumptions that a deployment should confirm or change.
      </p>
      <p class="govuk-body">
        {model.onlyAssumptions ? (
          <a class="govuk-link" href="/help/rules">
            Show all {model.total}
          </a>
        ) : (
          <a class="govuk-link" href="/help/rules?show=assumptions">
            Show the {model.assumptions} assumptions only
          </a>
        )}
      </p>
      {model.groups.length === 0 && <p class="govuk-body">No value is an assumption today.</p>}
      {model.groups.map(group => (
        <MojScrollablePane label={`Rules: ${group.domain}`}>
          <Table
            caption={group.domain}
            captionClasses="govuk-table__caption--m"
            head={[{ text: 'Rule' }, { text: 'Holds from' }, { text: 'Value' }, { text: 'Source' }]}
            rows={group.rules.map(rule => [
              {
                html: (
                  <a class="govuk-link" href={`/help/rules/${encodeURIComponent(rule.name)}`}>
                    {rule.name}
                  </a>
                ),
              },
              { text: rule.from },
              { html: <code class="app-value">{rule.value}</code> },
              { html: <SourceOf kind={rule.kind} cite={rule.cite} /> },
            ])}
          />
        </MojScrollablePane>
      ))}
    </>
  ),
})

export const rulePage = page<RuleModel>({
  path: '/help/rules/:name',
  name: 'app.rule',
  title: 'A rule and its source',
  allow: 'app.read-rules',
  view: async (ctx, at) => {
    const found = ruleView(at.params.name ?? '', ctx.today)
    if (!found) throw new NotFound('No rule has this name.')
    return found
  },
  before: () => <BackLink href="/help/rules" text="Rules and their sources" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">{model.name}</h1>
      {model.entries.map(entry => (
        <section>
          <h2 class="govuk-heading-m">
            From {longDate(entry.from)} {entry.inForce && <Tag text="In force" classes="govuk-tag--green" />}
            {entry.ended && <Tag text="Ended" classes="govuk-tag--grey" />}
          </h2>
          <p class="govuk-body">
            <SourceOf kind={entry.kind} cite={entry.cite} />
          </p>
          {entry.note && <p class="govuk-body">{entry.note}</p>}
          <pre class="app-value">{entry.value}</pre>
        </section>
      ))}
    </>
  ),
})

function SourceOf({ kind, cite }: { readonly kind: SourceKind; readonly cite: string }) {
  return (
    <>
      <Tag text={kindWords[kind]} classes={kind === 'assumption' ? 'govuk-tag--yellow' : 'govuk-tag--blue'} /> {cite}
    </>
  )
}
