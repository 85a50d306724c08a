import { Button } from '../button/button.tsx'
import type { FieldOptions } from '../form-group/form-group.tsx'
import { Input } from '../input/input.tsx'
import { classNames, i18nAttributes, said } from '../options.ts'

export type PasswordInputProps = FieldOptions & {
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  readonly button?: { readonly classes?: string | undefined } | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
}

export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name
  const { formGroup } = props
  const toggle = (
    <>
      <Button
        type="button"
        classes={classNames(
          'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
          props.button?.classes,
        )}
        text={props.showPasswordText ?? 'Show'}
        attributes={{
          'aria-controls': id,
          'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
          hidden: true,
        }}
      />
      {formGroup?.afterInput && said(formGroup.afterInput)}
    </>
  )
  return (
    <Input
      id={id}
      name={props.name}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      value={props.value}
      disabled={props.disabled}
      describedBy={props.describedBy}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      attributes={props.attributes}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', formGroup?.classes),
        beforeInput: formGroup?.beforeInput,
        afterInput: { html: toggle },
        attributes: {
          'data-module': 'govuk-password-input',
          ...i18nAttributes('show-password', props.showPasswordText),
          ...i18nAttributes('hide-password', props.hidePasswordText),
          ...i18nAttributes('show-password-aria-label', props.showPasswordAriaLabelText),
          ...i18nAttributes('hide-password-aria-label', props.hidePasswordAriaLabelText),
          ...i18nAttributes('password-shown-announcement', props.passwordShownAnnouncementText),
          ...i18nAttributes('password-hidden-announcement', props.passwordHiddenAnnouncementText),
          ...formGroup?.attributes,
        },
      }}
    />
  )
}
