import type { ComponentChildren } from 'preact'
import type { ErrorMessageOptions } from '../error-message/error-message.tsx'
import { Fieldset, type FieldsetOptions } from '../fieldset/fieldset.tsx'
import { describing, fieldError, fieldHint, groupClass, type InputsGroupOptions } from '../form-group/form-group.tsx'
import { Hint, type HintOptions } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'
import { type Attributes, type Content, classNames, idList, type Look, type Maybe, said, speaks } from '../options.ts'

export type CheckboxItem = Content & {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly label?: Look | undefined
  readonly hint?: HintOptions | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown only while this item is ticked (always, without script). */
  readonly conditional?: Maybe<{ readonly html?: ComponentChildren }>
  /** 'exclusive': ticking it clears the others ('None of these'). */
  readonly behaviour?: 'exclusive' | undefined
  readonly attributes?: Attributes | undefined
  /** Words between items, usually 'or'; the other options are then not used. */
  readonly divider?: string | undefined
}

export type CheckboxesProps = Look & {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly describedBy?: string | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Maybe<HintOptions>
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: InputsGroupOptions | undefined
  readonly items: readonly Maybe<CheckboxItem>[]
  /** The values ticked now; an item's own `checked` wins. */
  readonly values?: readonly (string | number)[] | undefined
}

export function Checkboxes(props: CheckboxesProps) {
  const idPrefix = props.idPrefix || props.name
  const { fieldset, formGroup } = props
  const describedBy = describing(idPrefix, fieldset?.describedBy || props.describedBy, props.hint, props.errorMessage)
  const itemDescribedBy = fieldset ? undefined : describedBy
  const inside = (
    <>
      {fieldHint(idPrefix, props.hint)}
      {fieldError(idPrefix, props.errorMessage)}
      <div class={classNames('govuk-checkboxes', props.classes)} {...props.attributes} data-module="govuk-checkboxes">
        {formGroup?.beforeInputs && said(formGroup.beforeInputs)}
        {props.items.map(
          (item, index) =>
            item && checkboxItem(props, item, index === 0 ? idPrefix : `${idPrefix}-${index + 1}`, itemDescribedBy),
        )}
        {formGroup?.afterInputs && said(formGroup.afterInputs)}
      </div>
    </>
  )
  return (
    <div class={groupClass(props.errorMessage, formGroup)} {...formGroup?.attributes}>
      {fieldset ? (
        <Fieldset
          describedBy={describedBy}
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

function checkboxItem(props: CheckboxesProps, item: CheckboxItem, positionId: string, describedBy: string | undefined) {
  if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const id = item.id || positionId
  const checked = isChecked(item, props.values)
  const hint = speaks(item.hint) && item.hint
  const conditional = item.conditional ? item.conditional.html : undefined
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={item.name || props.name}
          type="checkbox"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={idList(describedBy, hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label
          for={id}
          text={item.text}
          classes={classNames('govuk-checkboxes__label', item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.html}
        </Label>
        {hint && (
          <Hint
            id={`${id}-item-hint`}
            classes={classNames('govuk-checkboxes__hint', hint.classes)}
            attributes={hint.attributes}
            text={hint.text}
          >
            {hint.html}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames('govuk-checkboxes__conditional', !checked && 'govuk-checkboxes__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

function isChecked(item: CheckboxItem, ticked: readonly (string | number)[] | undefined): boolean {
  if (item.checked) return true
  if (!ticked || item.checked === false || item.value === undefined) return false
  const value = String(item.value)
  return ticked.some(one => String(one) === value)
}
