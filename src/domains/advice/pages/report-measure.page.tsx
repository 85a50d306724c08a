import { plusDays } from '../../../platform/calendar/index.ts'
import { BackLink } from '../../../platform/components/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { page } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { identityBar } from '../../person/index.ts'
import { measuredReports } from '../queries/report-measures.ts'
import type { ReportMeasure } from '../rules/report-measures.ts'
import { askedOf, factsListed, factWords, isMeasure, measureWords, periodWords } from './report-measures.view.ts'
import { requestPath } from './request-address.ts'

type Listed = {
  readonly name: string
  readonly href: string | null
  readonly court: string
  readonly day: string
  readonly words: string
}
type Model = {
  readonly name: ReportMeasure
  readonly caption: string
  readonly heading: string
  readonly period: string
  readonly days: number
  /** Null where the viewer sees figures only. */
  readonly rows: readonly Listed[] | null
}

/** The list behind one number of the measures. */
export const reportMeasurePage = page<Model>({
  path: '/reports/measures/:measure',
  name: 'advice.measure',
  title: model => measureWords[model.name].title,
  allow: 'advice.see-measures',
  section: 'reports',
  async view(ctx, { params, query }) {
    const name = params.measure
    if (!isMeasure(name)) throw new NotFound('There is no such measure.')
    const asked = askedOf(query)
    const days = { from: plusDays(ctx.today, 1 - asked.days), to: ctx.today }
    const part = query.one('part')
    const group = query.has('group') ? query.one('group') : null
    const facts = factsListed((await measuredReports(ctx.tx, days, ctx.today)).facts[name], asked, { part, group })
    const courts = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const courtName = (code: string | null) => (code ? (courts.get(code) ?? courts.get(code.slice(0, 5)) ?? code) : '')
    const words = measureWords[name]
    const narrowed = [group && (asked.by === 'court' ? courtName(group) : group), courtName(asked.court || null)]
    const model = {
      ...{ name, days: asked.days, period: periodWords(days.from, days.to) },
      caption: [words.title, ...narrowed].filter(Boolean).join(', '),
      heading: `${plural(facts.length, name === 'enquiries' ? 'enquiry' : 'case', name === 'enquiries' ? 'enquiries' : 'cases')}${words.parts[part] ? `: ${words.parts[part]}` : ''}`,
    }
    if (!ctx.can('advice.see-reports')) return { ...model, rows: null }
    const people = [...new Set(facts.map(one => one.personId))]
    const bars = await identityBar(ctx.tx, people)
    if (people.length > 0) ctx.look('advice.measure', people)
    const rows = facts.map(fact => {
      const bar = bars.get(fact.personId)
      const crn = bar?.crn ?? null
      const path = crn && (fact.requestId ? requestPath(crn, fact.requestId) : `/case/${crn}`)
      return {
        ...{ name: bar?.name ?? crn ?? 'Name not known', href: path, court: courtName(fact.courtCode) || 'Not known' },
        ...{ day: longDate(fact.day), words: factWords(name, fact) },
      }
    })
    return { ...model, rows }
  },
  before: model => <BackLink href={`/reports/measures?days=${model.days}`} text="Measures of court reports" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{model.caption}</span>
        {model.heading}
      </h1>
      <p class="govuk-body">{model.period}. People you may not see are left out.</p>
      {model.rows === null && <p class="govuk-body">Your role sees figures, not the people in them.</p>}
      {model.rows?.length === 0 && <p class="govuk-body">None in these days.</p>}
      {model.rows && model.rows.length > 0 && (
        <RowsTable
          caption={measureWords[model.name].about}
          head={[{ text: 'Person' }, { text: 'Court' }, { text: 'Day' }, { text: 'Counted as' }]}
          groups={[
            {
              rows: model.rows.map(row => [
                row.href ? (
                  <a class="govuk-link" href={row.href}>
                    {row.name}
                  </a>
                ) : (
                  row.name
                ),
                row.court,
                row.day,
                row.words,
              ]),
            },
          ]}
        />
      )}
    </>
  ),
})
