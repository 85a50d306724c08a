import { Checkboxes, Details, Tag } from '../../../platform/components/index.ts'
import { useUi } from '../../../platform/web/index.ts'
import { stateWords } from '../plan-words.ts'
import type { GoalState } from '../rules/goal-state.ts'
import type { GoalView, StepView } from './plan.view.ts'

export function Goals(props: {
  readonly state: GoalState
  readonly goals: readonly GoalView[]
  /** Where a goal is opened, or null on paper. */
  readonly base: string | null
}) {
  if (props.goals.length === 0 && props.state !== 'active') return null
  return (
    <section class="app-section" aria-labelledby={`goals-${props.state}`}>
      <h2 class="govuk-heading-m" id={`goals-${props.state}`}>
        {stateWords[props.state]}
      </h2>
      {props.goals.length === 0 && <p class="govuk-body">There is no goal to work on now.</p>}
      {props.goals.map(goal => (
        <GoalCard goal={goal} base={props.base} />
      ))}
    </section>
  )
}

function GoalCard({ goal, base }: { readonly goal: GoalView; readonly base: string | null }) {
  return (
    <article class="app-card" aria-labelledby={`goal-${goal.id}`}>
      <h3 class="govuk-heading-s app-written" id={`goal-${goal.id}`}>
        {base ? (
          <a class="govuk-link" href={`${base}/goals/${goal.id}`}>
            {goal.title}
          </a>
        ) : (
          goal.title
        )}
      </h3>
      <p class="govuk-body">
        {goal.late && (
          <>
            <Tag text="Late" classes="govuk-tag--red" />{' '}
          </>
        )}
        {goal.when}
        <span class="app-secondary">{goal.areas}</span>
        {goal.withheld && <span class="app-secondary">Kept out of the person’s copy</span>}
      </p>
      {goal.steps.length > 0 ? <Steps steps={goal.steps} /> : <p class="govuk-body">No step yet.</p>}
      {goal.notes.length > 0 && (
        <Details summaryText={`Notes (${goal.notes.length})`}>
          <Notes notes={goal.notes} />
        </Details>
      )}
    </article>
  )
}

export function Notes({ notes }: { readonly notes: GoalView['notes'] }) {
  return (
    <>
      {notes.map(note => (
        <p class="govuk-body app-written">
          {note.kind}
          {note.body && `: ${note.body}`}
          <span class="app-secondary">{note.when}</span>
        </p>
      ))}
    </>
  )
}

export function Steps({ steps }: { readonly steps: readonly StepView[] }) {
  return (
    <table class="govuk-table app-table--compact">
      <caption class="govuk-table__caption govuk-visually-hidden">Steps</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Who
          </th>
          <th scope="col" class="govuk-table__header">
            Will do what
          </th>
          <th scope="col" class="govuk-table__header">
            How far
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {steps.map(step => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">{step.who}</td>
            <td class="govuk-table__cell app-written">
              {step.body}
              {step.withheld && <span class="app-secondary">Kept out of the person’s copy</span>}
            </td>
            <td class="govuk-table__cell">
              <Tag text={step.status.text} classes={`govuk-tag--${step.status.colour}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether words are kept out of the person's copy. */
export function WithheldField({ value, of }: { readonly value: boolean; readonly of: 'goal' | 'step' }) {
  return (
    <Checkboxes
      name="withheld"
      idPrefix={`${of}-withheld`}
      values={ticked(useUi().answers.withheld, value ? ['yes'] : [], useUi().problems.length > 0)}
      items={[
        {
          value: 'yes',
          text: 'Keep this out of the person’s copy',
          hint: { text: 'It holds risk, victim, third-party or custody information' },
        },
      ]}
    />
  )
}

/** Several of a few, all shown; keeps what was ticked. */
export function SeveralField(props: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly values: readonly string[]
  readonly choices: readonly { readonly value: string; readonly text: string }[]
}) {
  const ui = useUi()
  const problem = ui.problems.find(one => one.field === props.name)
  return (
    <Checkboxes
      name={props.name}
      fieldset={{ legend: { text: props.label, classes: 'govuk-fieldset__legend--s' } }}
      hint={props.hint ? { text: props.hint } : undefined}
      errorMessage={problem && { text: problem.text }}
      values={ticked(ui.answers[props.name], props.values, ui.problems.length > 0)}
      items={props.choices}
      classes="govuk-checkboxes--small"
    />
  )
}

function ticked(answer: string | readonly string[] | undefined, now: readonly string[], refused: boolean) {
  if (answer !== undefined) return typeof answer === 'string' ? [answer] : answer
  return refused ? [] : now
}
