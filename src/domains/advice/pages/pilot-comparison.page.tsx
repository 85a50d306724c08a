import type { LocalDate } from '../../../platform/calendar/index.ts'
import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { BackLink, InsetText, Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { pilotCourts } from '../commands/mark-pilot.ts'
import { reportShareTarget } from '../parameters/report-time.ts'
import { smallNumberUnder } from '../parameters/small-numbers.ts'
import { outcomesToCompare } from '../queries/outcomes-to-compare.ts'
import {
  type Cell,
  type ComparedDays,
  type ComparisonRow,
  comparedDays,
  comparePilot,
} from '../rules/pilot-comparison.ts'
import { percent } from './report-measures.view.ts'

/** A year on each side. */
const atMost = 365

type Model = {
  readonly starts: readonly LocalDate[]
  readonly start: LocalDate | null
  readonly courts: readonly string[]
  readonly days: ComparedDays | null
  readonly rows: readonly ComparisonRow[]
  readonly drawn: Awaited<ReturnType<typeof drawBars>>
  readonly target: number
  readonly smallUnder: number
}

export const comparisonRows = [
  'All sentenced cases',
  'Community order',
  'Suspended sentence',
  'Immediate custody',
  'Women',
  'Young adults',
  'At risk of custody',
  'Ethnic minorities',
  'Delivered by the court’s date',
  'Sentenced as proposed',
] as const

export const pilotComparisonPage = page<Model>({
  path: '/reports/pilots/comparison',
  name: 'advice.pilot-comparison',
  title: 'Pilot courts beside other courts',
  allow: 'advice.see-measures',
  section: 'reports',
  async view(ctx, { query }) {
    const pilots = await pilotCourts(ctx.tx)
    const starts = [...new Set(pilots.map(one => one.fromDay))]
    const start = starts.find(day => day === query.one('start')) ?? starts[0] ?? null
    const days = start && comparedDays(pilots, start, ctx.today, atMost)
    const names = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const smallUnder = smallNumberUnder.on(ctx.today).value
    const target = reportShareTarget.on(ctx.today).value * 100
    const outcomes = days ? await outcomesToCompare(ctx.tx, days, ctx.today) : []
    const rows = days ? comparePilot(pilots, outcomes, days, comparisonRows, smallUnder) : []
    const bars = rows.slice(0, 1).flatMap(barsOf)
    return {
      ...{ starts, start, days, rows, smallUnder, target },
      courts: pilots.filter(one => one.fromDay === start).map(one => names.get(one.courtCode) ?? one.courtCode),
      drawn: bars.length === 0 ? null : await drawBars(bars, { line: target, upTo: 100 }),
    }
  },
  before: () => <BackLink href="/reports/measures" text="Measures of court reports" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">Pilot courts beside other courts</h1>
      {model.start === null && <p class="govuk-body">No court is a pilot, so there is nothing to compare.</p>}
      {model.start && !model.days && <p class="govuk-body">The pilot begins on {longDate(model.start)}.</p>}
      {model.starts.length > 1 && (
        <p class="govuk-body">
          Pilot that began on:{' '}
          {model.starts.map(day => (
            <>
              <a
                class="govuk-link"
                href={`/reports/pilots/comparison?start=${day}`}
                aria-current={day === model.start ? 'true' : undefined}
              >
                {longDate(day)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {model.days && <Compared model={model} days={model.days} />}
    </>
  ),
})

function Compared({ model, days }: { readonly model: Model; readonly days: ComparedDays }) {
  return (
    <>
      <p class="govuk-body">
        {model.courts.join(', ')}, beside courts that were in no pilot. Before: {longDate(days.from)} to the day before{' '}
        {longDate(days.start)}. Since: {longDate(days.start)} to {longDate(days.to)}. People you may not see are left
        out.
      </p>
      <InsetText>
        This is no proof that the pilot caused a difference: courts were not chosen by chance, and other things changed
        in the same days. Fewer than {model.smallUnder} cases are marked as few (our assumption).
      </InsetText>
      <BarChart drawn={model.drawn}>
        <Table
          classes="app-table--stack"
          caption={`Share with a report; the chart shows all sentenced cases and the ${model.target}% target`}
          captionClasses="govuk-table__caption--m"
          head={[
            { text: 'Cases' },
            { text: 'Pilot, before' },
            { text: 'Pilot, since' },
            { text: 'Others, before' },
            { text: 'Others, since' },
          ]}
          rows={model.rows.map(row => [
            { text: row.row },
            ...[row.pilotBefore, row.pilotSince, row.othersBefore, row.othersSince].map(cell => ({
              html: <Share cell={cell} />,
            })),
          ])}
        />
      </BarChart>
      <p class="govuk-body">
        How satisfied sentencers are is not asked yet, so it is not compared. “Delivered by the court’s date” and
        “sentenced as proposed” are shares of reports, the others of sentenced cases.
      </p>
    </>
  )
}

function Share({ cell }: { readonly cell: Cell }) {
  if (cell.of === 0) return <>None</>
  return (
    <>
      {percent(cell.share)}
      <div class="app-secondary">
        {cell.met} of {cell.of}
      </div>
      {cell.small && <Tag text="Few" classes="govuk-tag--yellow" />}
    </>
  )
}

function barsOf(row: ComparisonRow) {
  const cells = [
    ['Pilot courts, before', row.pilotBefore],
    ['Pilot courts, since', row.pilotSince],
    ['Other courts, before', row.othersBefore],
    ['Other courts, since', row.othersSince],
  ] as const
  return cells.flatMap(([label, { share }]) =>
    share === null ? [] : [{ label, value: Math.round(share * 1000) / 10 }],
  )
}
