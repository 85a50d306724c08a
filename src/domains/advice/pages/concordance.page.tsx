import { plusDays } from '../../../platform/calendar/index.ts'
import { Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { identityBar } from '../../person/index.ts'
import { smallNumberUnder } from '../parameters/small-numbers.ts'
import { comparedCases } from '../queries/concordance-facts.ts'
import { breakdowns } from '../rules/concordance-report.ts'
import {
  type ConcordanceLine,
  type ConcordanceModel,
  type CountLink,
  concordanceView,
  spans,
} from './concordance.view.ts'

type Listed = { readonly name: string; readonly href: string; readonly court: string; readonly on: string }
type Model = ConcordanceModel & {
  readonly courts: ReadonlyMap<string, string>
  /** Null where the viewer sees figures only. */
  readonly people: readonly Listed[] | null
}

const outcomeHead = ['Compared', 'Followed', 'In part', 'Not followed', 'Chosen otherwise']

export const concordancePage = page<Model>({
  path: '/reports/concordance',
  name: 'advice.concordance',
  title: 'Proposed and sentenced',
  allow: 'advice.see-measures',
  section: 'reports',
  async view(ctx, at) {
    const days = spans.find(span => String(span) === at.query.one('days')) ?? spans[0]
    const period = { from: plusDays(ctx.today, 1 - days), to: ctx.today }
    const asked = {
      ...{ by: at.query.one('by'), show: at.query.one('show'), days },
      group: at.query.has('group') ? at.query.one('group') : null,
    }
    const cases = await comparedCases(ctx.tx, period.from, period.to)
    const model = concordanceView(cases, asked, period, smallNumberUnder.on(ctx.today).value)
    const courts = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    if (!model.listed || !ctx.can('advice.see-reports')) return { ...model, courts, people: null }
    const ids = [...new Set(model.listed.cases.map(one => one.personId))]
    const bars = await identityBar(ctx.tx, ids)
    ctx.look('advice.concordance', ids)
    const people = model.listed.cases.flatMap(one => {
      const bar = bars.get(one.personId)
      if (!bar?.crn) return []
      const href = `/case/${bar.crn}/reports/${one.requestId}/proposal`
      const court = courts.get(one.courtCode) ?? one.courtCode
      return [{ name: bar.name ?? bar.crn, href, court, on: longDate(one.sentencedOn) }]
    })
    return { ...model, courts, people }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Proposed and sentenced</h1>
      <p class="govuk-body">
        How sentences from {model.period} compare with what was proposed. Fewer than {model.smallUnder} are marked: too
        few to read anything into (our assumption).
      </p>
      <p class="govuk-body">
        Period:{' '}
        {spans.map(span => (
          <>
            <a class="govuk-link" href={`/reports/concordance?days=${span}&by=${model.by}`}>
              {span} days
            </a>{' '}
          </>
        ))}
        <br />
        By:{' '}
        {breakdowns.map(by => (
          <>
            <a
              class="govuk-link"
              href={`/reports/concordance?days=${model.days}&by=${by}`}
              aria-current={by === model.by ? 'true' : undefined}
            >
              {by}
            </a>{' '}
          </>
        ))}
      </p>
      {model.total.compared.number === 0 ? (
        <p class="govuk-body">No sentence of this period followed a proposal yet, so there is nothing to measure.</p>
      ) : (
        <Figures model={model} />
      )}
      {model.listed && (
        <section id="cases">
          <h2 class="govuk-heading-m">{model.listed.heading}</h2>
          {model.people === null ? (
            <p class="govuk-body">Your role sees figures, not the people in them.</p>
          ) : (
            <Table
              caption="Cases"
              captionClasses="govuk-visually-hidden"
              head={['Person', 'Court', 'Sentenced'].map(text => ({ text }))}
              rows={model.people.map(one => [
                {
                  html: (
                    <a class="govuk-link" href={one.href}>
                      {one.name}
                    </a>
                  ),
                },
                { text: one.court },
                { text: one.on },
              ])}
            />
          )}
        </section>
      )}
    </>
  ),
})

function Figures({ model }: { readonly model: Model }) {
  const name = (line: ConcordanceLine) =>
    model.by === 'court' ? (model.courts.get(line.group) ?? line.group) : line.group
  return (
    <Table
      classes="app-table--stack"
      caption={`By ${model.by}`}
      captionClasses="govuk-table__caption--m"
      head={[
        { text: 'Group' },
        ...outcomeHead.map(text => ({ text, format: 'numeric' as const })),
        { text: 'Share followed', format: 'numeric' },
        { text: 'Share chosen otherwise', format: 'numeric' },
      ]}
      rows={[...model.rows, model.total].map(line => [
        {
          html: (
            <>
              {name(line)} {line.small && <Tag text="Few" classes="govuk-tag--yellow" />}
            </>
          ),
        },
        ...[line.compared, line.followed, line.inPart, line.notFollowed, line.overridden].map((count, index) => ({
          html: <Count count={count} what={`${outcomeHead[index]?.toLowerCase()}, ${name(line)}`} />,
          format: 'numeric' as const,
        })),
        { text: line.share, format: 'numeric' as const },
        { text: line.overrideShare, format: 'numeric' as const },
      ])}
    />
  )
}

function Count({ count, what }: { readonly count: CountLink; readonly what: string }) {
  return (
    <a class="govuk-link" href={count.href}>
      {count.number}
      <span class="govuk-visually-hidden"> {what}</span>
    </a>
  )
}
