import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { MojScrollablePane, Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { longWaitWeeks } from '../parameters/catalogue-checks.ts'
import { areasOn, catalogueEntries } from '../queries/delivery-catalogue.ts'
import { CatalogueTabs, Coloured } from './catalogue-frame.tsx'
import { type CoverageModel, coverageView } from './coverage.view.ts'

type Drawn = Awaited<ReturnType<typeof drawBars>>
type Model = CoverageModel & { readonly longFrom: number; readonly running: Drawn; readonly waiting: Drawn }

export const coveragePage = page<Model>({
  path: '/catalogue/coverage',
  name: 'organisation.coverage',
  title: 'Coverage map',
  allow: 'organisation.see-catalogue',
  section: 'catalogue',
  async view(ctx) {
    const areas = await areasOn(ctx.tx, ctx.today)
    const entries = await catalogueEntries(
      ctx.tx,
      areas.map(one => one.code),
    )
    const view = coverageView(areas, entries, ctx.today)
    const longFrom = longWaitWeeks.on(ctx.today).value
    const bars = view.rows.map(row => ({ label: row.name, value: row.running }))
    return {
      ...{ ...view, longFrom },
      running: view.units.length === 0 ? null : await drawBars(bars, { upTo: view.units.length }),
      waiting: view.waits.length === 0 ? null : await drawBars(view.waits, { line: longFrom }),
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Coverage map</h1>
      <CatalogueTabs active="coverage" />
      <p class="govuk-body">
        Treatment requirements and programmes by area: {plural(model.gaps, 'gap')},{' '}
        {plural(model.longWaits, 'long wait')}, {model.notKnown} not known. A wait is long from{' '}
        {plural(model.longFrom, 'week')} on, which is our assumption.
      </p>
      {model.units.length === 0 ? (
        <p class="govuk-body">There are no delivery units yet, so there is nothing to show.</p>
      ) : (
        <MojScrollablePane label="Coverage by area">
          <Table
            caption="Coverage by area"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[{ text: 'Option' }, { text: 'Runs in' }, ...model.units.map(one => ({ text: one.name }))]}
            rows={model.rows.map(row => [
              { text: row.name },
              { text: row.covered },
              ...row.cells.map(cell => ({
                html: (
                  <>
                    <Coloured tag={cell.tag} />
                    {cell.more && <span class="app-secondary">{cell.more}</span>}
                  </>
                ),
              })),
            ])}
          />
        </MojScrollablePane>
      )}
      {model.waits.length > 0 && (
        <BarChart drawn={model.waiting}>
          <Table
            caption="Longest wait by area; the line in the chart is where a wait is long"
            captionClasses="govuk-table__caption--m"
            head={[{ text: 'Area' }, { text: 'Weeks', format: 'numeric' }]}
            rows={model.waits.map(({ label, value }) => [{ text: label }, { text: String(value), format: 'numeric' }])}
          />
        </BarChart>
      )}
      {model.units.length > 0 && (
        <BarChart drawn={model.running}>
          <Table
            caption="In how many areas each runs"
            captionClasses="govuk-table__caption--m"
            head={[{ text: 'Option' }, { text: 'Areas', format: 'numeric' }]}
            rows={model.rows.map(row => [{ text: row.name }, { text: String(row.running), format: 'numeric' }])}
          />
        </BarChart>
      )}
      <p class="govuk-body">
        {model.units.map((unit, index) => (
          <>
            {index > 0 && ', '}
            <a class="govuk-link" href={`/catalogue?area=${encodeURIComponent(unit.code)}`}>
              What {unit.name} offers
            </a>
          </>
        ))}
      </p>
    </>
  ),
})
