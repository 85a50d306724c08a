import type { FieldOptions } from '../form-group/form-group.tsx'
import { Input } from '../input/input.tsx'
import { classNames } from '../options.ts'

export type MojDatePickerProps = FieldOptions & {
  readonly value?: string | undefined
  /** Days written DD/MM/YYYY, as the script reads them. */
  readonly minDate?: string | undefined
  readonly maxDate?: string | undefined
  /** Days and ranges: `1/5/2027 3/5/2027-9/5/2027`. */
  readonly excludedDates?: string | undefined
  /** Names of weekdays: `saturday sunday`. */
  readonly excludedDays?: string | undefined
  readonly leadingZeros?: boolean | undefined
  readonly weekStartDay?: 'monday' | 'sunday' | undefined
}

/** A text field for a date; where script runs, a calendar beside it. */
export function MojDatePicker(props: MojDatePickerProps) {
  return (
    <div
      class="moj-datepicker"
      data-module="moj-date-picker"
      data-min-date={props.minDate}
      data-max-date={props.maxDate}
      data-excluded-dates={props.excludedDates}
      data-excluded-days={props.excludedDays}
      data-leading-zeros={props.leadingZeros}
      data-week-start-day={props.weekStartDay}
    >
      <Input
        classes={classNames('moj-js-datepicker-input', props.classes)}
        id={props.id}
        name={props.name}
        value={props.value}
        autocomplete="off"
        formGroup={props.formGroup}
        label={props.label}
        hint={props.hint}
        errorMessage={props.errorMessage}
        attributes={props.attributes}
      />
    </div>
  )
}
