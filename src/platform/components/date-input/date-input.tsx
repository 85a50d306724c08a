import type { ErrorMessageOptions } from '../error-message/error-message.tsx'
import { Fieldset, type FieldsetOptions } from '../fieldset/fieldset.tsx'
import { describing, fieldError, fieldHint, groupClass, type InputsGroupOptions } from '../form-group/form-group.tsx'
import type { HintOptions } from '../hint/hint.tsx'
import { Input, type InputProps } from '../input/input.tsx'
import { type Attributes, classNames, type Look, type Maybe, said } from '../options.ts'

export type DateInputItem = {
  readonly id?: string | undefined
  /** 'day', 'month' or 'year' unless the form says otherwise. */
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly value?: string | number | undefined
  readonly classes?: string | undefined
  readonly inputmode?: InputProps['inputmode']
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  /** Marks this part as the one to put right; `false` keeps it unmarked. */
  readonly error?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type DateInputProps = Look & {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly day?: DateInputItem | undefined
  readonly month?: DateInputItem | undefined
  readonly year?: DateInputItem | undefined
  /** Other parts than day, month and year. */
  readonly items?: readonly Maybe<DateInputItem>[] | undefined
  /** What was typed, by field name (with the prefix). */
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Maybe<HintOptions>
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: InputsGroupOptions | undefined
}

type Part = 'day' | 'month' | 'year'
const PARTS: readonly Part[] = ['day', 'month', 'year']

export function DateInput(props: DateInputProps) {
  const { fieldset, formGroup } = props
  const items =
    props.items && props.items.length > 0 ? props.items : PARTS.map(part => props[part] ?? ownItem(part, props))
  const anyMarked = items.some(item => item && isMarked(item))
  const inside = (
    <>
      {fieldHint(props.id, props.hint)}
      {fieldError(props.id, props.errorMessage)}
      <div class={classNames('govuk-date-input', props.classes)} id={props.id} {...props.attributes}>
        {formGroup?.beforeInputs && said(formGroup.beforeInputs)}
        {items.map((item, index) => item && dateInputItem(props, item, index, anyMarked))}
        {formGroup?.afterInputs && said(formGroup.afterInputs)}
      </div>
    </>
  )
  return (
    <div class={groupClass(props.errorMessage, formGroup)} {...formGroup?.attributes}>
      {fieldset ? (
        // The role makes screen readers announce the description of a group of text inputs.
        <Fieldset
          role="group"
          describedBy={describing(props.id, fieldset.describedBy, props.hint, props.errorMessage)}
          classes={fieldset.classes}
          attributes={fieldset.attributes}
          legend={fieldset.legend}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </div>
  )
}

function ownItem(part: Part, props: DateInputProps): DateInputItem {
  return {
    name: part,
    value: props.values?.[part],
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
  }
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || Boolean(item.classes?.includes('govuk-input--error'))
}

/** Which part of a date an item is: by its place when day, month and year are given, else by its name. */
function partOf(props: DateInputProps, item: DateInputItem, index: number): Part | undefined {
  const ownParts = !props.items || props.items.length === 0
  if (ownParts) return PARTS[index]
  return PARTS.find(part => item.name && (item.name === part || item.name === props[part]?.name))
}

function dateInputItem(props: DateInputProps, item: DateInputItem, index: number, anyMarked: boolean) {
  const part = partOf(props, item, index)
  const name = item.name ?? part ?? ''
  const marked = item.error === true || (item.error !== false && Boolean(props.errorMessage) && !anyMarked)
  const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
  const ownValue = part && (props[part] ?? ownItem(part, props)).value
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capitalised(name), classes: 'govuk-date-input__label' }}
        id={item.id || `${props.id}-${name}`}
        classes={classNames(
          'govuk-date-input__input',
          marked && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
          !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
          item.classes,
        )}
        name={fullName}
        value={item.value ?? ownValue ?? props.values?.[fullName]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
