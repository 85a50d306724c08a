import { plusMonths } from '../../../platform/calendar/index.ts'
import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { identityBar } from '../../person/index.ts'
import { areaWords, levelWords } from '../plan-words.ts'
import { type NeedLevelThen, newestNeedLevels } from '../queries/need-levels.ts'
import { countNeeds, type NeedCount } from '../rules/need-trend.ts'
import { needAreas } from '../sentence-plan.ts'

type Listed = { readonly crn: string; readonly words: string; readonly signed: string }
type Model = {
  readonly counts: readonly NeedCount[]
  readonly people: number
  readonly since: string
  readonly teams: readonly (string | null)[]
  readonly team: string
  readonly drawn: Awaited<ReturnType<typeof drawBars>>
  readonly list: { readonly heading: string; readonly rows: readonly Listed[] } | null
}

const levels = ['severe', 'standard', 'none', 'not-known'] as const

/** The findings of one team, or of all when none is chosen. */
export function ofTeam(found: readonly NeedLevelThen[], team: string): readonly NeedLevelThen[] {
  return team === '' ? found : found.filter(one => one.teamCode === team)
}

export const needsPage = page<Model>({
  path: '/needs',
  name: 'assessment.needs',
  title: 'Needs by team and area',
  allow: 'assessment.see-needs',
  section: 'needs',
  async view(ctx, { query }) {
    const since = plusMonths(ctx.today, -12)
    const all = await newestNeedLevels(ctx.tx, ctx.viewer.regionCode, since)
    const team = query.one('team')
    const found = ofTeam(all, team)
    const counts = countNeeds(needAreas, found)
    const area = needAreas.find(one => one === query.one('area'))
    const level = levels.find(one => one === query.one('level'))
    const listed = area && level ? found.filter(one => one.area === area && (one.level ?? 'not-known') === level) : null
    const people = listed?.map(({ personId }) => personId) ?? []
    const bars = people.length > 0 ? await identityBar(ctx.tx, people) : new Map()
    if (listed) ctx.look('assessment.needs', people)
    return {
      ...{ counts, team, since: longDate(since) },
      people: new Set(found.map(({ personId }) => personId)).size,
      teams: [...new Set(all.map(one => one.teamCode))].sort(),
      drawn: found.length === 0 ? null : await drawBars(counts.map(barOf)),
      list: listed && {
        heading: `${areaWords[area!]}: ${level === 'not-known' ? 'not known' : levelWords[level!].toLowerCase()}`,
        rows: listed.map(one => ({
          crn: bars.get(one.personId)?.crn ?? 'Not known',
          words: one.score === null ? 'No score' : `Score ${one.score}`,
          signed: longDate(one.signedOn),
        })),
      },
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Needs by team and area</h1>
      <p class="govuk-body">
        {plural(model.people, 'person', 'people')} with an assessment signed since {model.since}, by the newest of each.
        People you may not see are left out. Each number opens its list.
      </p>
      <ul class="govuk-list">
        {['', ...model.teams.filter(team => team !== null)].map(team => (
          <li>
            {team === model.team ? (
              <strong>{team || 'All teams'}</strong>
            ) : (
              <a class="govuk-link" href={`/needs?team=${encodeURIComponent(team)}`}>
                {team || 'All teams'}
              </a>
            )}
          </li>
        ))}
      </ul>
      <BarChart drawn={model.drawn}>
        <Table
          caption="People by need; the chart shows needs and severe needs together"
          captionClasses="govuk-table__caption--m"
          head={[
            { text: 'Area' },
            { text: 'Severe', format: 'numeric' },
            { text: 'Need', format: 'numeric' },
            { text: 'Below', format: 'numeric' },
            { text: 'Not known', format: 'numeric' },
          ]}
          rows={model.counts.map(count => [
            { text: areaWords[count.area] },
            ...levels.map(level => ({
              format: 'numeric' as const,
              html: <CountLink count={count} level={level} team={model.team} />,
            })),
          ])}
        />
      </BarChart>
      {model.list && (
        <Table
          caption={model.list.heading}
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'CRN' }, { text: 'Found' }, { text: 'Signed' }]}
          rows={model.list.rows.map(({ crn, words, signed }) => [
            {
              html: (
                <a class="govuk-link" href={`/case/${crn}/needs`}>
                  {crn}
                </a>
              ),
            },
            { text: words },
            { text: signed },
          ])}
        />
      )}
    </>
  ),
})

const barOf = (count: NeedCount) => ({ label: areaWords[count.area], value: count.severe + count.standard })

function CountLink(props: {
  readonly count: NeedCount
  readonly level: (typeof levels)[number]
  readonly team: string
}) {
  const { count, level, team } = props
  const number = level === 'not-known' ? count.notKnown : count[level]
  if (number === 0) return <>0</>
  return (
    <a class="govuk-link" href={`/needs?team=${encodeURIComponent(team)}&area=${count.area}&level=${level}`}>
      {number}
      <span class="govuk-visually-hidden">
        {' '}
        people, {areaWords[count.area]}, {level === 'not-known' ? 'not known' : levelWords[level]}
      </span>
    </a>
  )
}
