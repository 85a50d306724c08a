import { Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { monthAndYear } from '../../../platform/words/index.ts'
import { blindRescoring } from '../parameters/score-quality.ts'
import { checkKinds, errorsByTeam, secondEntries, type TeamErrors } from '../queries/score-checks.ts'
import { checkWords } from './score-checks.page.tsx'

type Agreement = { readonly team: string; readonly pairs: number; readonly same: number; readonly differing: string }
type Model = {
  readonly month: string
  readonly teams: readonly TeamErrors[]
  readonly agreements: readonly Agreement[]
  readonly target: number
}

export const scoreQualityPage = page<Model>({
  path: '/scores/quality',
  name: 'assessment.score-quality',
  title: 'Quality of scores',
  allow: 'assessment.see-quality',
  section: 'scores',
  async view(ctx) {
    const entries = await secondEntries(ctx.tx, ctx.today.slice(0, 7))
    const teams = [...new Set(entries.map(entry => entry.teamCode ?? ''))]
    return {
      month: monthAndYear(ctx.today),
      teams: await errorsByTeam(ctx.tx),
      target: blindRescoring.on(ctx.today).value.targetPercent,
      agreements: teams.map(team => {
        const theirs = entries.filter(entry => (entry.teamCode ?? '') === team)
        return {
          team: team || 'No team',
          pairs: theirs.length,
          same: theirs.filter(entry => entry.sameBands).length,
          differing: mostOften(theirs.flatMap(entry => entry.differing)),
        }
      }),
    }
  },
  body: ({ month, teams, agreements, target }) => (
    <>
      <h1 class="govuk-heading-l">Quality of scores</h1>
      <p class="govuk-body">People you may not see are left out. Each number opens its list.</p>
      <Table
        caption="Scores in force that want a look, by team"
        classes="app-table--compact app-table--stack"
        head={[
          { text: 'Team' },
          { text: 'People', format: 'numeric' },
          ...checkKinds.map(kind => ({ text: checkWords[kind], format: 'numeric' as const })),
        ]}
        rows={teams.map(team => [
          { text: team.teamCode ?? 'No team' },
          { text: team.people, format: 'numeric' as const, attributes: { 'data-label': 'People' } },
          ...checkKinds.map(kind => ({
            format: 'numeric' as const,
            attributes: { 'data-label': checkWords[kind] },
            html: (
              <a
                class="govuk-link"
                href={`/scores/checks?team=${encodeURIComponent(team.teamCode ?? '')}&show=${kind}`}
              >
                {String(team[kind])}
                <span class="govuk-visually-hidden">
                  {' '}
                  {checkWords[kind]}, {team.teamCode ?? 'no team'}
                </span>
              </a>
            ),
          })),
        ])}
      />
      <h2 class="govuk-heading-m">Entered a second time, {month}</h2>
      <p class="govuk-body">
        A second person enters the answers without seeing the first. Hoped for: {target}% with the same bands.{' '}
        <Tag text="Assumption" classes="govuk-tag--yellow" />
      </p>
      {agreements.length === 0 ? (
        <p class="govuk-body">Nobody has entered a score a second time this month.</p>
      ) : (
        <Table
          classes="app-table--compact app-table--stack"
          head={[
            { text: 'Team' },
            { text: 'Entered twice', format: 'numeric' },
            { text: 'Same bands', format: 'numeric' },
            { text: 'Inputs that differed most' },
          ]}
          rows={agreements.map(one => [
            { text: one.team },
            { text: one.pairs, format: 'numeric' as const, attributes: { 'data-label': 'Entered twice' } },
            { text: `${Math.round((100 * one.same) / one.pairs)}%`, format: 'numeric' as const },
            { text: one.differing || 'None' },
          ])}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/scores/rescoring">
          Scores drawn to be entered a second time
        </a>
      </p>
    </>
  ),
})

function mostOften(inputs: readonly string[]): string {
  const times = new Map<string, number>()
  for (const input of inputs) times.set(input, (times.get(input) ?? 0) + 1)
  const sorted = [...times].sort((a, b) => b[1] - a[1]).slice(0, 5)
  return sorted.map(([input, count]) => `${input} (${count})`).join(', ')
}
