import { londonDay, plusDays } from '../../../platform/calendar/index.ts'
import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { BackLink, Details, MojSubNavigation, Table, Tag } from '../../../platform/components/index.ts'
import { page, useUi } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { countedFromAge } from '../parameters/report-measures.ts'
import { policyWorkingDays, reportShareTarget } from '../parameters/report-time.ts'
import { recentReportMonths } from '../parameters/report-triage.ts'
import { smallNumberUnder } from '../parameters/small-numbers.ts'
import { comparedCases } from '../queries/concordance-facts.ts'
import { type PublishedShare, publishedShares } from '../queries/published-share.ts'
import { measuredReports } from '../queries/report-measures.ts'
import { concordanceShare } from '../rules/concordance.ts'
import { reportMeasures } from '../rules/report-measures.ts'
import { shareBreakdowns } from '../rules/report-share.ts'
import { spans } from './concordance.view.ts'
import {
  type Asked,
  askedOf,
  breakdownWords,
  type MeasureCard,
  measureCard,
  type NumberLink,
  percent,
  periodWords,
  policyWords,
  type ShareLine,
  shareLines,
} from './report-measures.view.ts'

type Model = {
  readonly asked: Asked
  readonly period: string
  readonly courtName: string | null
  readonly courts: ReadonlyMap<string, string>
  readonly target: number
  readonly targetSource: string
  readonly policy: string
  readonly smallUnder: number
  readonly reportMonths: number
  readonly age: number
  readonly rows: readonly ShareLine[]
  readonly whole: ShareLine
  readonly drawn: Awaited<ReturnType<typeof drawBars>>
  readonly cards: readonly MeasureCard[]
  readonly published: readonly PublishedShare[]
  /** Null where one court is chosen: that page has its own. */
  readonly concordance: { readonly headline: string; readonly compared: number } | null
}

export const reportMeasuresPage = page<Model>({
  path: '/reports/measures',
  name: 'advice.measures',
  title: 'Measures of court reports',
  allow: 'advice.see-measures',
  section: 'reports',
  async view(ctx, { query }) {
    const asked = askedOf(query)
    const days = { from: plusDays(ctx.today, 1 - asked.days), to: ctx.today }
    const { cases, facts } = await measuredReports(ctx.tx, days, ctx.today)
    const courts = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const { value: target, source } = reportShareTarget.on(ctx.today)
    const smallUnder = smallNumberUnder.on(ctx.today).value
    const { rows, whole } = shareLines(cases, asked, smallUnder)
    const bars = rows.flatMap(row =>
      row.percent === null ? [] : [{ label: shortName(groupName(row.group, asked, courts)), value: row.percent }],
    )
    const compared = asked.court
      ? null
      : concordanceShare((await comparedCases(ctx.tx, days.from, days.to)).map(one => one.outcome))
    return {
      ...{ asked, courts, smallUnder, rows, whole },
      target: target * 100,
      targetSource: source.cite,
      policy: policyWords(policyWorkingDays.on(ctx.today).value),
      period: periodWords(days.from, days.to),
      courtName: asked.court ? (courts.get(asked.court) ?? asked.court) : null,
      reportMonths: recentReportMonths.on(ctx.today).value,
      age: countedFromAge.on(ctx.today).value,
      drawn: bars.length === 0 ? null : await drawBars(bars, { line: target * 100, upTo: 100 }),
      cards: reportMeasures.filter(name => name !== 'share').map(name => measureCard(name, facts[name], asked)),
      published: await publishedShares(ctx.tx, asked.court, 14),
      concordance: compared && { headline: percent(compared.share), compared: compared.compared },
    }
  },
  before: () => <BackLink href="/reports" text="Court reports" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        {model.courtName && <span class="govuk-caption-l">{model.courtName}</span>}
        Measures of court reports
      </h1>
      <p class="govuk-body">
        {model.period}. People you may not see are left out of every number. Each number opens its list.
      </p>
      <MojSubNavigation
        label="Period"
        items={spans.map(days => ({
          text: `${days} days`,
          href: here({ ...model.asked, days }),
          active: days === model.asked.days,
        }))}
      />
      {model.courtName && (
        <p class="govuk-body">
          <a class="govuk-link" href={here({ ...model.asked, court: '' })}>
            Show all courts
          </a>
        </p>
      )}
      <Share model={model} />
      {model.cards.map(card => (
        <Card card={card} more={card.name === 'policy' ? model.policy : ''} />
      ))}
      <Published rows={model.published} />
      <p class="govuk-body">
        <a class="govuk-link" href="/reports/pilots/comparison">
          Pilot courts beside other courts
        </a>
      </p>
      {model.concordance && <Concordance found={model.concordance} days={model.asked.days} />}
    </>
  ),
})

function Share({ model }: { readonly model: Model }) {
  const { asked, whole } = model
  return (
    <section class="app-section" aria-labelledby="share">
      <h2 class="govuk-heading-m" id="share">
        Sentenced with a report: {whole.share}
      </h2>
      <p class="govuk-body">
        The target is {model.target}% ({model.targetSource}): the line in the chart.
      </p>
      <Details summaryText="What is counted">
        <p class="govuk-body">
          A case is one person sentenced at one court on one day to a community order, a suspended sentence or immediate
          custody. It has a report when one was delivered for that sentence, by the day of sentence and no more than{' '}
          {model.reportMonths} months before it. Breaches sentenced without a new offence are left out, and so are
          people under {model.age}. A committal to the Crown Court is not a sentence: the case counts at the court that
          sentences.
        </p>
        <p class="govuk-body">
          Assumption: no denominator has been published by the ministry (PQ 44678), so this one is ours (
          <a class="govuk-link" href="/rules/advice.sentenced-families">
            advice.sentenced-families
          </a>
          ). Risk of custody is what triage found. Where no report was asked for, it is what the record holds of earlier
          orders and custody, which finds fewer people. Fewer than {model.smallUnder} cases are marked: too few to read
          anything into.
        </p>
      </Details>
      <p class="govuk-body">
        By:{' '}
        {shareBreakdowns.map(by => (
          <>
            <a class="govuk-link" href={here({ ...asked, by })} aria-current={by === asked.by ? 'true' : undefined}>
              {breakdownWords[by].toLowerCase()}
            </a>{' '}
          </>
        ))}
      </p>
      {whole.sentenced.number === 0 ? (
        <p class="govuk-body">Nobody was sentenced in these days, so there is nothing to measure.</p>
      ) : (
        <BarChart drawn={model.drawn}>
          <Table
            caption={`Share with a report by ${breakdownWords[asked.by].toLowerCase()}`}
            captionClasses="govuk-visually-hidden"
            head={[
              { text: breakdownWords[asked.by] },
              { text: 'Sentenced', format: 'numeric' },
              { text: 'With', format: 'numeric' },
              { text: 'Without', format: 'numeric' },
              { text: 'Share', format: 'numeric' },
            ]}
            rows={[...model.rows, whole].map(row => [
              { html: <Group row={row} model={model} /> },
              ...[row.sentenced, row.withReport, row.without].map(link => ({
                html: <Counted link={link} />,
                format: 'numeric' as const,
              })),
              { text: row.share, format: 'numeric' as const },
            ])}
          />
        </BarChart>
      )}
    </section>
  )
}

function Group({ row, model }: { readonly row: ShareLine; readonly model: Model }) {
  const { asked, courts } = model
  const name = groupName(row.group, asked, courts)
  const opens = asked.by === 'court' && asked.court === '' && row !== model.whole
  return (
    <>
      {opens ? (
        <a class="govuk-link" href={here({ ...asked, court: row.group })}>
          {name}
        </a>
      ) : (
        name
      )}{' '}
      {row.small && <Tag text="Few" classes="govuk-tag--yellow" />}
    </>
  )
}

function Counted({ link }: { readonly link: NumberLink }) {
  if (link.number === 0) return <>0</>
  return (
    <a class="govuk-link" href={link.href}>
      {link.number}
      <span class="govuk-visually-hidden"> {link.text}</span>
    </a>
  )
}

function Card({ card, more }: { readonly card: MeasureCard; readonly more: string }) {
  return (
    <section class="app-card" aria-labelledby={card.name}>
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={card.name}>
        {card.title}: {card.headline}
      </h2>
      <p class="govuk-body">
        {card.about}. {more}
      </p>
      {card.numbers.length > 0 && (
        <p class="govuk-body">
          {card.numbers.map((link, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={link.href}>
                {link.number} {link.text}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  )
}

/** What was published stays as it was: later records change the measures above, never this. */
function Published({ rows }: { readonly rows: readonly PublishedShare[] }) {
  return (
    <section class="app-section" aria-labelledby="published">
      <h2 class="govuk-heading-m" id="published">
        Published day by day
      </h2>
      <p class="govuk-body">
        The share of each day of sentence as it was published, once the time for putting sentences on the record was
        over. It does not change when something is recorded or corrected later. People with limited access are not in
        it.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">No day with a sentence has been published yet.</p>
      ) : (
        <Table
          caption="The last 14 days with a sentence"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'Sentenced on' },
            { text: 'Sentenced', format: 'numeric' },
            { text: 'With a report', format: 'numeric' },
            { text: 'Share', format: 'numeric' },
            { text: 'Published' },
          ]}
          rows={rows.map(row => [
            { text: longDate(row.day) },
            { text: String(row.sentenced), format: 'numeric' as const },
            { text: String(row.withReport), format: 'numeric' as const },
            { text: percent(row.withReport / row.sentenced), format: 'numeric' as const },
            { text: longDate(londonDay(row.publishedAt)) },
          ])}
        />
      )}
    </section>
  )
}

function Concordance(props: { readonly found: NonNullable<Model['concordance']>; readonly days: number }) {
  const ui = useUi()
  return (
    <section class="app-card" aria-labelledby="concordance">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id="concordance">
        Sentenced as proposed: {props.found.headline}
      </h2>
      <p class="govuk-body">Sentences that followed the proposal of the report, of those compared with one.</p>
      {props.found.compared > 0 && ui.can('advice.see-measures') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/reports/concordance?days=${props.days}&by=court&show=compared#cases`}>
            {props.found.compared} compared
          </a>
        </p>
      )}
    </section>
  )
}

function groupName(group: string, asked: Asked, courts: ReadonlyMap<string, string>): string {
  return asked.by === 'court' ? (courts.get(group) ?? group) : group
}

/** As the chart names a court: its labels are short. */
function shortName(name: string): string {
  return name.replace(/ Magistrates['’] Court$/, '')
}

function here({ days, by, court }: Asked): string {
  return `/reports/measures?days=${days}&by=${by}${court ? `&court=${encodeURIComponent(court)}` : ''}`
}
