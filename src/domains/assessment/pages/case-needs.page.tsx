import { epochDay, type LocalDate } from '../../../platform/calendar/index.ts'
import { BarChart, drawSteps } from '../../../platform/charts/index.ts'
import { Table } from '../../../platform/components/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { casePage } from '../../person/index.ts'
import { areaWords, levelWords } from '../plan-words.ts'
import { type NeedLevelThen, needLevelsOf } from '../queries/need-levels.ts'
import { type Movement, needMovement } from '../rules/need-trend.ts'
import { needAreas } from '../sentence-plan.ts'

export type NeedRow = {
  readonly area: string
  readonly movement: string
  readonly points: readonly {
    readonly signedOn: LocalDate
    readonly day: string
    readonly score: number | null
    readonly words: string
  }[]
}

const movementWords: Readonly<Record<Movement, string>> = {
  better: 'Better than first found',
  worse: 'Worse than first found',
  same: 'As first found',
  'not-known': 'Change not known',
}

/** Each area with what every signed assessment found, the earliest first. */
export function needRows(levels: readonly NeedLevelThen[]): readonly NeedRow[] {
  return needAreas.flatMap(area => {
    const then = levels.filter(one => one.area === area)
    if (then.length === 0) return []
    const movement = needMovement(then[0]!.level, then.at(-1)!.level)
    const points = then.map(({ signedOn, score, level, harmLinked }) => ({
      signedOn,
      day: longDate(signedOn),
      score,
      words: [
        level === null ? 'Not known' : `${levelWords[level]}${score === null ? '' : ` (score ${score})`}`,
        harmLinked ? 'linked to serious harm' : null,
      ]
        .filter(Boolean)
        .join(', '),
    }))
    return [{ area: areaWords[area], movement: then.length < 2 ? 'Found once' : movementWords[movement], points }]
  })
}

type Model = readonly (NeedRow & { readonly drawn: Awaited<ReturnType<typeof drawSteps>> })[]

export const caseNeedsPage = casePage<Model>({
  path: '/needs',
  name: 'assessment.case-needs',
  title: 'Needs over time',
  allow: 'assessment.view',
  tab: 'needs',
  view: async (ctx, { group }) => {
    const rows = needRows(await needLevelsOf(ctx.tx, group))
    const drawn: Model[number][] = []
    for (const row of rows) {
      const steps = row.points.map(({ signedOn, day, score }) => ({ at: epochDay(signedOn), label: day, value: score }))
      drawn.push({ ...row, drawn: await drawSteps(steps) })
    }
    return drawn
  },
  body: rows => (
    <>
      <h1 class="govuk-heading-l">Needs over time</h1>
      <p class="govuk-body">
        As each signed assessment found them. An area without a score is not known, not low. Where two or more scores
        are known, the line shows how they moved.
      </p>
      {rows.length === 0 && <p class="govuk-body">No assessment of this person has been signed here yet.</p>}
      {rows.map(row => (
        <section class="app-section">
          <BarChart drawn={row.drawn}>
            <Table
              caption={`${row.area}: ${row.movement.toLowerCase()}`}
              captionClasses="govuk-table__caption--m"
              head={[{ text: 'Signed' }, { text: 'Found' }]}
              rows={row.points.map(({ day, words }) => [{ text: day }, { text: words }])}
            />
          </BarChart>
        </section>
      ))}
    </>
  ),
})
