import { type LocalDate, plusDays } from '../../../platform/calendar/index.ts'
import { BackLink, Details, MojSubNavigation } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { page } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { recordedWithinWorkingDays } from '../parameters/outcomes.ts'
import {
  defendantsOnRecord,
  hearingsSeen,
  type MeasuredFact,
  machineLinks,
  outcomesResulted,
  sentencesProposed,
} from '../queries/measured-facts.ts'
import { type MeasureName, measureNames } from '../rules/court-measures.ts'
import {
  countedFacts,
  isMeasure,
  type MeasureCard,
  type MeasuredRow,
  type MeasuresModel,
  measureCard,
  measuredRow,
  measureWords,
} from './measures.view.ts'
import { RowsTable } from './rows-table.tsx'

const spans = [28, 91] as const

type Period = { readonly from: LocalDate; readonly to: LocalDate; readonly days: number }

function periodOf(ctx: Context, asked: string): Period {
  const days = spans.find(span => String(span) === asked) ?? spans[0]
  return { from: plusDays(ctx.today, 1 - days), to: ctx.today, days }
}

const queries: Readonly<Record<MeasureName, typeof hearingsSeen>> = {
  'match-rate': defendantsOnRecord,
  'late-match': defendantsOnRecord,
  'wrong-link': machineLinks,
  'list-coverage': hearingsSeen,
  'outcome-timeliness': outcomesResulted,
  'sentence-timeliness': sentencesProposed,
  corrections: sentencesProposed,
}

export const measuresPage = page<MeasuresModel>({
  path: '/court/measures',
  name: 'court.measures',
  title: 'Measures of court work',
  allow: 'court.see-measures',
  section: 'court-measures',
  async view(ctx, at) {
    const period = periodOf(ctx, at.query.one('days'))
    const workingDays = recordedWithinWorkingDays.on(ctx.today).value
    const held = new Map<unknown, readonly MeasuredFact[]>()
    const cards: MeasureCard[] = []
    for (const name of measureNames) {
      const query = queries[name]
      const facts = held.get(query) ?? (await query(ctx.tx, period.from, period.to))
      held.set(query, facts)
      cards.push(measureCard(name, countedFacts(name, facts, ctx.today, workingDays), period))
    }
    return { days: period.days, period: `${longDate(period.from)} to ${longDate(period.to)}`, cards }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Measures of court work</h1>
      <p class="govuk-body">{model.period}. People you may not see are left out. Each number opens its list.</p>
      <MojSubNavigation
        label="Period"
        items={spans.map(days => ({
          text: `${days} days`,
          href: `/court/measures?days=${days}`,
          active: days === model.days,
        }))}
      />
      {model.cards.map(card => (
        <Card card={card} />
      ))}
    </>
  ),
})

function Card({ card }: { readonly card: MeasureCard }) {
  return (
    <section class="app-card" aria-labelledby={card.name}>
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={card.name}>
        {card.title}: {card.percent}
      </h2>
      <p class="govuk-body">{card.about}</p>
      {card.share.of > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={card.metHref}>
            {card.metText}
          </a>
          ,{' '}
          <a class="govuk-link" href={card.notHref}>
            {card.notText}
          </a>
        </p>
      )}
      {card.share.of > 0 && (
        <Details summaryText="Week by week">
          <RowsTable
            caption={`${card.title} week by week`}
            head={[{ text: 'Week from' }, { text: 'Share' }, { text: 'Count' }, { text: 'Of', numeric: true }]}
            groups={[
              {
                rows: card.weeks.map(week => [
                  week.label,
                  week.percent === null ? 'Nothing to measure' : <Bar percent={week.percent} />,
                  String(week.share.met),
                  String(week.share.of),
                ]),
              },
            ]}
          />
        </Details>
      )}
    </section>
  )
}

/** A bar beside its number: the number says it, the bar only shows it. */
function Bar({ percent }: { readonly percent: number }) {
  return (
    <>
      <svg width="120" height="12" viewBox="0 0 120 12" aria-hidden="true" focusable="false">
        <rect width="120" height="12" fill="#f4f8fb" />
        <rect width={(percent / 100) * 120} height="12" fill="#12436d" />
      </svg>{' '}
      {percent}%
    </>
  )
}

type MeasureListModel = {
  readonly name: MeasureName
  readonly part: 'met' | 'not'
  readonly days: number
  readonly rows: readonly MeasuredRow[]
}

export const measurePage = page<MeasureListModel>({
  path: '/court/measures/:measure',
  name: 'court.measure',
  title: model => measureWords[model.name].title,
  allow: 'court.see-measures',
  section: 'court-measures',
  async view(ctx, at) {
    const name = at.params.measure
    if (!isMeasure(name)) throw new NotFound('There is no such measure.')
    const part = at.query.one('part') === 'not' ? 'not' : 'met'
    const period = periodOf(ctx, at.query.one('days'))
    const facts = await queries[name](ctx.tx, period.from, period.to)
    const counted = countedFacts(name, facts, ctx.today, recordedWithinWorkingDays.on(ctx.today).value)
    const names = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const listed = counted.filter(one => one.met === (part === 'met'))
    const people = [...new Set(listed.flatMap(one => one.personId ?? []))]
    if (people.length > 0) ctx.look('court.measure', people)
    return { name, part, days: period.days, rows: listed.map(one => measuredRow(one, names)) }
  },
  before: model => <BackLink href={`/court/measures?days=${model.days}`} text="Measures" />,
  body: model => {
    const words = measureWords[model.name]
    return (
      <>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{words.title}</span>
          {plural(model.rows.length, 'case')} {model.part === 'met' ? words.met : words.not}
        </h1>
        {model.rows.length === 0 ? (
          <p class="govuk-body">None in the last {model.days} days.</p>
        ) : (
          <RowsTable
            caption={words.about}
            head={[{ text: 'Case' }, { text: 'Day' }, { text: 'Court' }]}
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
                  row.day,
                  row.court,
                ]),
              },
            ]}
          />
        )}
      </>
    )
  },
})
