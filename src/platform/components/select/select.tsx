import { describing, type FieldOptions, FormGroup } from '../form-group/form-group.tsx'
import { type Attributes, classNames, type Maybe } from '../options.ts'

export type SelectItem = {
  readonly text: string | number
  /** What is sent; the text unless given. */
  readonly value?: string | number | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectProps = FieldOptions & {
  readonly items: readonly Maybe<SelectItem>[]
  /** The value chosen now; an item's own `selected` wins. */
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
}

export function Select(props: SelectProps) {
  const id = props.id || props.name
  return (
    <FormGroup field={props} id={id}>
      <select
        class={classNames('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describing(id, props.describedBy, props.hint, props.errorMessage)}
        {...props.attributes}
      >
        {props.items.map(
          item =>
            item && (
              <option
                value={item.value}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
    </FormGroup>
  )
}

function isSelected(item: SelectItem, chosen: string | number | undefined): boolean {
  if (item.selected) return true
  if (!chosen || item.selected === false) return false
  return String(item.value ?? item.text) === String(chosen)
}
