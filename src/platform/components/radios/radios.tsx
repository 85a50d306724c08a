import type { ComponentChildren } from 'preact'
import type { ErrorMessageOptions } from '../error-message/error-message.tsx'
import { Fieldset, type FieldsetOptions } from '../fieldset/fieldset.tsx'
import { describing, fieldError, fieldHint, groupClass, type InputsGroupOptions } from '../form-group/form-group.tsx'
import { Hint, type HintOptions } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'
import { type Attributes, type Content, classNames, type Look, type Maybe, said, speaks } from '../options.ts'

export type RadioItem = Content & {
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  readonly label?: Look | undefined
  readonly hint?: HintOptions | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown only while this item is chosen (always, without script). */
  readonly conditional?: Maybe<{ readonly html?: ComponentChildren }>
  readonly attributes?: Attributes | undefined
  /** Words between items, usually 'or'; the other options are then not used. */
  readonly divider?: string | undefined
}

export type RadiosProps = Look & {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Maybe<HintOptions>
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: InputsGroupOptions | undefined
  readonly items: readonly Maybe<RadioItem>[]
  /** The value chosen now; an item's own `checked` wins. */
  readonly value?: string | number | undefined
}

export function Radios(props: RadiosProps) {
  const idPrefix = props.idPrefix || props.name
  const { fieldset, formGroup } = props
  const inside = (
    <>
      {fieldHint(idPrefix, props.hint)}
      {fieldError(idPrefix, props.errorMessage)}
      <div class={classNames('govuk-radios', props.classes)} {...props.attributes} data-module="govuk-radios">
        {formGroup?.beforeInputs && said(formGroup.beforeInputs)}
        {props.items.map(
          (item, index) => item && radioItem(props, item, index === 0 ? idPrefix : `${idPrefix}-${index + 1}`),
        )}
        {formGroup?.afterInputs && said(formGroup.afterInputs)}
      </div>
    </>
  )
  return (
    <div class={groupClass(props.errorMessage, formGroup)} {...formGroup?.attributes}>
      {fieldset ? (
        <Fieldset
          describedBy={describing(idPrefix, fieldset.describedBy, props.hint, props.errorMessage)}
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

function radioItem(props: RadiosProps, item: RadioItem, positionId: string) {
  if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>
  const id = item.id || positionId
  const checked = isChecked(item, props.value)
  const hint = speaks(item.hint) && item.hint
  const conditional = item.conditional ? item.conditional.html : undefined
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={props.name}
          type="radio"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={hint ? `${id}-item-hint` : undefined}
          {...item.attributes}
        />
        <Label
          for={id}
          text={item.text}
          classes={classNames('govuk-radios__label', item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.html}
        </Label>
        {hint && (
          <Hint
            id={`${id}-item-hint`}
            classes={classNames('govuk-radios__hint', hint.classes)}
            attributes={hint.attributes}
            text={hint.text}
          >
            {hint.html}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

function isChecked(item: RadioItem, chosen: string | number | undefined): boolean {
  if (item.checked) return true
  if (!chosen || item.checked === false) return false
  return String(item.value) === String(chosen)
}
