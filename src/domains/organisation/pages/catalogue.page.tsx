import { InsetText, Table, Tag } from '../../../platform/components/index.ts'
import { page, useUi } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import type { Area } from '../delivery.ts'
import { areasOn, catalogueEntries } from '../queries/delivery-catalogue.ts'
import { type CatalogueModel, catalogueView, type EntryRow } from './catalogue.view.ts'
import { areaWords, CatalogueTabs, ChooseArea, Coloured, Lines } from './catalogue-frame.tsx'

export const cataloguePage = page<CatalogueModel>({
  path: '/catalogue',
  name: 'organisation.catalogue',
  title: 'What an area offers',
  allow: 'organisation.see-catalogue',
  section: 'catalogue',
  async view(ctx, at) {
    const areas = await areasOn(ctx.tx, ctx.today)
    const area = chosenArea(areas, at.query.one('area'), ctx.viewer.regionCode)
    const codes = area ? [...new Set([area.code, area.regionCode])] : []
    return catalogueView(areas, area, await catalogueEntries(ctx.tx, codes), ctx.today)
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">What an area offers</h1>
      <CatalogueTabs active="area" />
      <ChooseArea action="/catalogue" areas={model.areas} chosen={model.area?.code ?? null} />
      {model.area === null ? (
        <p class="govuk-body">Choose an area to see what is delivered there.</p>
      ) : (
        <AreaCatalogue model={model} area={model.area} />
      )}
    </>
  ),
})

function AreaCatalogue({ model, area }: { readonly model: CatalogueModel; readonly area: Area }) {
  const mayKeep = useUi().can('organisation.keep-catalogue')
  return (
    <>
      <h2 class="govuk-heading-m">{areaWords(area)}</h2>
      {(model.notKnown > 0 || model.stale > 0) && (
        <InsetText>
          {model.notKnown > 0 && (
            <p class="govuk-body">
              Of {plural(model.notKnown, 'option')} nobody has said whether they run here. Not known is not “no”.
            </p>
          )}
          {model.stale > 0 && (
            <p class="govuk-body govuk-!-margin-bottom-0">
              {plural(model.stale, 'entry', 'entries')} not confirmed lately: taken as an assumption wherever used.
            </p>
          )}
        </InsetText>
      )}
      {mayKeep && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/catalogue/entry?area=${encodeURIComponent(area.code)}`}>
            Add an entry
          </a>
        </p>
      )}
      {model.groups.map(group => (
        <Table
          classes="app-table--stack"
          caption={group.heading}
          captionClasses="govuk-table__caption--m"
          head={['Option', 'Here', 'Provider and place', 'Start, wait and hours', 'Confirmed'].map(text => ({ text }))}
          rows={group.rows.map(row => [
            { html: <OptionCell row={row} mayKeep={mayKeep} /> },
            { html: <Coloured tag={row.runs} /> },
            { html: row.by.length > 0 ? <Lines of={row.by} /> : 'Not known' },
            { html: row.when.length > 0 ? <Lines of={row.when} /> : '–' },
            {
              html: (
                <>
                  {row.checked} {row.assumption && <Tag text="Assumption" classes="govuk-tag--yellow" />}
                </>
              ),
            },
          ])}
        />
      ))}
    </>
  )
}

function OptionCell({ row, mayKeep }: { readonly row: EntryRow; readonly mayKeep: boolean }) {
  return (
    <>
      {row.href && mayKeep ? (
        <a class="govuk-link" href={row.href}>
          {row.name}
        </a>
      ) : (
        row.name
      )}
      {row.regional && <span class="app-secondary">Kept for the whole region</span>}
      {row.activities.length > 0 && (
        <ul class="govuk-list govuk-list--bullet govuk-!-font-size-16">
          {row.activities.map(one => (
            <li>{one}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The area asked for; else the first unit of the viewer's region, else none. */
function chosenArea(areas: readonly Area[], asked: string, regionCode: string | null): Area | null {
  const found = areas.find(one => one.code === asked)
  if (found || asked !== '') return found ?? null
  return areas.find(one => one.kind === 'delivery-unit' && one.regionCode === regionCode) ?? null
}
