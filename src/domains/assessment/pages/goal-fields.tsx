import { type Choice, ChoiceField, DayField, LongTextField, SelectField } from '../../../platform/web/index.ts'
import { areaWords } from '../plan-words.ts'
import { type Goal, needAreas } from '../sentence-plan.ts'
import { SeveralField, WithheldField } from './plan-parts.tsx'

const areas = needAreas.map(value => ({ value, text: areaWords[value] }))

/** The fields of a goal, for a new one and for one that changes. */
export function GoalFields(props: {
  readonly goal: Goal | null
  readonly area: string
  readonly title: string
  readonly suggestion: string
  readonly requirements: readonly Choice[]
  readonly linked: readonly string[]
  readonly targets: readonly Choice[]
}) {
  const { goal } = props
  return (
    <>
      <input type="hidden" name="suggestion" value={props.suggestion} />
      <LongTextField
        name="title"
        label="The goal, in their own words"
        hint="Begin with “I will”. Up to 4,000 characters"
        rows={2}
        value={props.title}
      />
      <SelectField name="area" label="What it works on" choices={areas} value={props.area} />
      <SeveralField
        name="relatedAreas"
        label="It also helps with (optional)"
        values={goal?.relatedAreas ?? []}
        choices={areas.filter(({ value }) => value !== props.area)}
      />
      {props.requirements.length > 0 && (
        <SeveralField
          name="requirements"
          label="It works on these requirements (optional)"
          values={props.linked}
          choices={props.requirements}
        />
      )}
      <ChoiceField
        name="target"
        label="When it is to be reached"
        choices={props.targets}
        value={goal ? (goal.targetOn ? 'own' : 'later') : ''}
      />
      <DayField name="targetOn" label="The other day, if you chose one" value={goal?.targetOn ?? ''} />
      <DayField name="remindOn" label="Look at a goal for later again on (optional)" value={goal?.remindOn ?? ''} />
      <WithheldField value={goal?.withheld ?? false} of="goal" />
    </>
  )
}
