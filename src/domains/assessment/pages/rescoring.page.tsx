import { Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { monthAndYear, shortDate } from '../../../platform/words/index.ts'
import { whyNotSecond } from '../commands/enter-second-time.ts'
import { notEnteredTwice } from '../queries/score-checks.ts'
import { type NamedPerson, namesOf, PersonLink } from './score-people.tsx'

type Model = {
  readonly month: string
  readonly team: string | null
  readonly rows: readonly { readonly person: NamedPerson; readonly scoredOn: string }[]
}

export const rescoringPage = page<Model>({
  path: '/scores/rescoring',
  name: 'assessment.rescoring',
  title: 'Scores to enter a second time',
  allow: 'assessment.check-quality',
  section: 'scores',
  async view(ctx, at) {
    const team = at.query.has('team') ? at.query.one('team') || null : ctx.viewer.teamCode
    const drawn = (await notEnteredTwice(ctx.tx, team)).filter(
      ({ setId, by }) => whyNotSecond({ id: setId, scoredBy: by }, ctx) === undefined,
    )
    const names = await namesOf(
      ctx,
      'assessment.rescoring',
      drawn.map(one => one.personId),
    )
    const rows = drawn.flatMap(({ personId, scoredOn }) => {
      const person = names.get(personId)
      return person ? [{ person, scoredOn: shortDate(scoredOn) }] : []
    })
    return { month: monthAndYear(ctx.today), team, rows }
  },
  body: ({ month, team, rows }) => (
    <>
      <h1 class="govuk-heading-l">Scores to enter a second time</h1>
      <p class="govuk-body">
        Drawn by lot in {month}, {team === null ? 'every team' : `team ${team}`}. Enter the answers from the file and
        the record, without looking at the scores. Scores you made yourself, and people you may not see, are left out.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">Nothing is drawn, or all of it is entered.</p>
      ) : (
        <Table
          classes="app-table--compact"
          head={[{ text: 'Person' }, { text: 'First scored' }]}
          rows={rows.map(({ person, scoredOn }) => [
            { html: <PersonLink person={person} to="scores/second" /> },
            { text: scoredOn },
          ])}
        />
      )}
    </>
  ),
})
