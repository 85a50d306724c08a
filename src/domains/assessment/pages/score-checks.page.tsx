import { Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { plural, shortDate } from '../../../platform/words/index.ts'
import { type CheckedScore, type CheckKind, checkKinds, scoresToCheck } from '../queries/score-checks.ts'
import { type NamedPerson, namesOf, PersonLink } from './score-people.tsx'

const shown = 100

export const checkWords: { readonly [Kind in CheckKind]: string } = {
  wrong: 'Inputs that cannot be right',
  'to-ask': 'Unusual inputs',
  'at-an-edge': 'One step would move a band',
  static: 'From history alone for want of answers',
  'no-score': 'No score',
}

type Model = {
  readonly team: string | null
  readonly kind: CheckKind
  readonly rows: readonly { readonly score: CheckedScore; readonly person: NamedPerson }[]
  readonly more: boolean
}

export const scoreChecksPage = page<Model>({
  path: '/scores/checks',
  name: 'assessment.score-checks',
  title: 'Scores to check',
  allow: 'assessment.see-quality',
  section: 'scores',
  async view(ctx, at) {
    const team = at.query.has('team') ? at.query.one('team') || null : ctx.viewer.teamCode
    const kind = checkKinds.find(one => one === at.query.one('show')) ?? 'wrong'
    const found = await scoresToCheck(ctx.tx, team, kind, shown + 1)
    const names = await namesOf(
      ctx,
      'assessment.score-checks',
      found.map(score => score.personId),
    )
    const rows = found.slice(0, shown).flatMap(score => {
      const person = names.get(score.personId)
      return person ? [{ score, person }] : []
    })
    return { team, kind, rows, more: found.length > shown }
  },
  body: ({ team, kind, rows, more }) => (
    <>
      <h1 class="govuk-heading-l">{checkWords[kind]}</h1>
      <p class="govuk-body">
        {team === null ? 'Every team' : `Team ${team}`}. People you may not see are left out.{' '}
        <a class="govuk-link" href="/scores/quality">
          All counts
        </a>
      </p>
      <nav aria-label="Kind of check">
        <ul class="govuk-list">
          {checkKinds
            .filter(one => one !== kind)
            .map(one => (
              <li>
                <a class="govuk-link" href={`/scores/checks?show=${one}${team === null ? '&team=' : `&team=${team}`}`}>
                  {checkWords[one]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <p class="govuk-body">Nobody on this list.</p>
      ) : (
        <Table
          caption={plural(rows.length, 'person', 'people')}
          classes="app-table--compact"
          head={[
            { text: 'Person' },
            { text: 'Cannot be right', format: 'numeric' },
            { text: 'Unusual', format: 'numeric' },
            { text: 'Scored' },
          ]}
          rows={rows.map(({ score, person }) => [
            { html: <PersonLink person={person} /> },
            { text: score.wrong, format: 'numeric' as const },
            { text: score.toAsk, format: 'numeric' as const },
            { text: shortDate(score.scoredOn) },
          ])}
        />
      )}
      {more && <p class="govuk-body">The first {shown} are shown.</p>}
    </>
  ),
})
