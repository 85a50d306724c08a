import { page } from '../../../platform/web/index.ts'
import { longDate, plural, savedAt } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import {
  areasOn,
  courtByCode,
  type DeliveryCatalogue,
  deliverableOption,
  deliveryCatalogueOf,
} from '../../organisation/index.ts'
import { identityBar } from '../../person/index.ts'
import { reportsAtCourt } from '../queries/reports-at-court.ts'

type Model = {
  readonly day: string
  readonly reports: readonly {
    readonly name: string
    readonly court: string
    readonly kind: string
    readonly delivered: string
    readonly href: string
  }[]
  readonly offers: readonly DeliveryCatalogue[]
}

/** For those who sentence: the reports for today at their courts, and what the area offers. Nothing can be changed here. */
export const sentencerPage = page<Model>({
  path: '/sentencer',
  name: 'advice.sentencer',
  title: 'Reports for today',
  allow: 'advice.read-at-court',
  section: 'sentencer',
  view: async (ctx, _at) => {
    const found = await reportsAtCourt(ctx.tx, ctx.viewer.courtCodes, ctx.today)
    const people = [...new Set(found.map(one => one.personId))]
    const bars = await identityBar(ctx.tx, people)
    ctx.look('advice.reports-at-court', people)
    const reports: Model['reports'][number][] = []
    for (const one of found) {
      const bar = bars.get(one.personId)
      const court = await courtByCode(ctx.tx, one.courtCode, ctx.today)
      reports.push({
        name: bar?.name ?? 'Name not to be shown',
        ...{ court: court?.name ?? one.courtCode, kind: one.document.kind, delivered: savedAt(one.deliveredAt) },
        href: `/sentencer/reports/${one.requestId}`,
      })
    }
    const areas = (await areasOn(ctx.tx, ctx.today)).filter(area => area.regionCode === ctx.viewer.regionCode)
    const offers: DeliveryCatalogue[] = []
    for (const area of areas) offers.push(await deliveryCatalogueOf(ctx.tx, area.code, ctx.today))
    return { day: longDate(ctx.today), reports, offers: offers.filter(({ entries }) => entries.length > 0) }
  },
  body: ({ day, reports, offers }) => (
    <>
      <h1 class="govuk-heading-l">Reports for {day}</h1>
      {reports.length === 0 ? (
        <p class="govuk-body">No signed report has been delivered for today at your courts.</p>
      ) : (
        <RowsTable
          caption="Reports for today"
          head={['Person', 'Court', 'Kind', 'Delivered'].map(text => ({ text }))}
          groups={[
            {
              rows: reports.map(report => [
                <a class="govuk-link" href={report.href}>
                  {report.name}
                </a>,
                report.court,
                report.kind,
                report.delivered,
              ]),
            },
          ]}
        />
      )}
      <h2 class="govuk-heading-m">What this area offers</h2>
      {offers.length === 0 && (
        <p class="govuk-body">The catalogue of your area is empty: what it offers is not known.</p>
      )}
      {offers.map(({ area, entries }) => (
        <RowsTable
          caption={area}
          showCaption
          head={['What', 'Runs', 'Next start', 'Wait', 'Provider', 'Completed', 'Confirmed'].map(text => ({ text }))}
          groups={[
            {
              rows: entries.map(entry => [
                deliverableOption(entry.option)?.name ?? entry.option,
                entry.runs === null ? 'Not known' : entry.runs ? 'Yes' : 'No',
                entry.nextStartOn ? longDate(entry.nextStartOn) : 'Not known',
                entry.waitWeeks === null ? 'Not known' : plural(entry.waitWeeks, 'week'),
                entry.provider ?? 'Not known',
                'Not known',
                entry.checkedOn ? longDate(entry.checkedOn) : 'Never',
              ]),
            },
          ]}
        />
      ))}
    </>
  ),
})
