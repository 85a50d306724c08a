import { peopleOfReference, readCaseReference } from '../../domains/court/index.ts'
import { regions, type Team, teamByCode } from '../../domains/organisation/index.ts'
import { identityBar, type SearchAnswer, searchPeople } from '../../domains/person/index.ts'
import { Button, Checkboxes, InsetText, MojScrollablePane, Table, Tag } from '../../platform/components/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { Form, page, TextField } from '../../platform/web/index.ts'
import { statusTexts } from './probation-status.ts'
import { type FoundReference, nothingAsked, type SearchRow, type SearchView, searchView } from './search.view.ts'

export const searchPage = page<SearchView>({
  path: '/search',
  name: 'app.search',
  title: 'Search',
  allow: 'person.search',
  section: 'search',
  view: async (ctx, at) => {
    const asked = at.query.one('q').trim()
    if (asked === '') return nothingAsked
    const everyone = at.query.one('everyone') === 'yes'
    const answer = await searchPeople(ctx, asked, { withoutRecord: everyone })
    const byReference = await foundByReference(ctx, asked, answer)
    const teams = await teamsOfManagers(ctx, answer)
    const regionNames = new Map((await regions(ctx.tx, ctx.today)).map(region => [region.code, region.name]))
    const shown = [...answer.found, ...byReference].filter(found => !found.bar.limited)
    const statuses = await statusTexts(
      ctx,
      shown.map(found => found.bar.personId),
    )
    const facts = { today: ctx.today, teams, regions: regionNames, statuses }
    return searchView(asked, everyone, answer, byReference, facts)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Search for a person</h1>
      <Form method="get" action="/search">
        <TextField
          name="q"
          type="search"
          wide
          label="Name, date of birth, CRN, PNC, CRO or court reference"
          hint="For example, Smyth Alan 3/5/80. A name need not be spelt right; a date can be typed any way."
          value={model.asked}
        />
        <Checkboxes
          name="everyone"
          classes="govuk-checkboxes--small"
          values={model.everyone ? ['yes'] : []}
          items={[{ value: 'yes', text: 'Also people at court who have no record yet' }]}
        />
        <Button text="Search" />
      </Form>
      {model.problem && <InsetText>The date was not understood. {model.problem}</InsetText>}
      {model.heading && <h2 class="govuk-heading-m">{model.heading}</h2>}
      {model.hidden && <p class="govuk-body">{model.hidden}.</p>}
      {model.heading && model.rows.length === 0 && <NothingFound everyone={model.everyone} />}
      {model.rows.length > 0 && <Results rows={model.rows} />}
      {model.more && <p class="govuk-body">{model.more}</p>}
    </>
  ),
})

function NothingFound({ everyone }: { readonly everyone: boolean }) {
  return (
    <>
      <p class="govuk-body">Nobody on record was found. You could try:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>the surname alone, or with the date of birth</li>
        <li>a number: CRN, PNC, CRO or the court’s reference</li>
        {!everyone && <li>people at court who have no record yet</li>}
      </ul>
      <p class="govuk-body">A person whose record is limited is found by CRN only.</p>
    </>
  )
}

function Results({ rows }: { readonly rows: readonly SearchRow[] }) {
  return (
    <MojScrollablePane label="Results">
      <Table
        classes="app-table--compact"
        head={['Person', 'CRN', 'Why found', 'Managed by', 'Status'].map(text => ({ text }))}
        rows={rows.map(row => [
          {
            html: (
              <>
                {row.href ? (
                  <a class="govuk-link" href={row.href}>
                    {row.name}
                    {row.limited && <span class="govuk-visually-hidden"> {row.crn}</span>}
                  </a>
                ) : (
                  row.name
                )}
                {row.riskToStaff && (
                  <>
                    {' '}
                    <Tag text="Risk to staff" classes="govuk-tag--red" />
                  </>
                )}
                <span class="app-secondary">{row.born}</span>
              </>
            ),
          },
          { html: <span class="app-nowrap">{row.crn ?? 'No record yet'}</span> },
          { text: row.why },
          {
            html: row.manager.map((line, index) => (index === 0 ? line : <span class="app-secondary">{line}</span>)),
          },
          { text: row.status },
        ])}
      />
    </MojScrollablePane>
  )
}

async function foundByReference(ctx: Context, asked: string, answer: SearchAnswer): Promise<readonly FoundReference[]> {
  const { crn, pnc, cro } = answer.query
  const reference = crn === null && pnc === null && cro === null ? readCaseReference(asked) : null
  // Staff of a contracted provider find only people allocated to it, and a court reference says nothing of that.
  if (reference === null || ctx.viewer.roles.includes('provider')) return []
  const bars = await identityBar(ctx.tx, await peopleOfReference(ctx, reference))
  const found = [...new Map([...bars.values()].map(bar => [bar.personId, bar])).values()].filter(bar => !bar.limited)
  ctx.look(
    'app.search-court-reference',
    found.map(bar => bar.personId),
    { detail: { terms: reference } },
  )
  return found.map(bar => ({ bar, reasons: ['reference-equal'], manager: null }))
}

async function teamsOfManagers(ctx: Context, answer: SearchAnswer): Promise<ReadonlyMap<string, Team>> {
  const codes = [...new Set(answer.found.flatMap(found => found.manager?.teamCode ?? []))]
  const teams = new Map<string, Team>()
  for (const code of codes) {
    const team = await teamByCode(ctx.tx, code, ctx.today)
    if (team) teams.set(code, team)
  }
  return teams
}
