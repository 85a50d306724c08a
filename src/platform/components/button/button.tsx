import type { ComponentChildren } from 'preact'
import { classNames, type Look } from '../options.ts'

export type ButtonProps = Look & {
  readonly text?: string | number | undefined
  readonly children?: ComponentChildren
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly id?: string | undefined
  /** Given, a link that looks like a button. */
  readonly href?: string | undefined
}

export function Button(props: ButtonProps) {
  const className = classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start')
  const inside =
    props.children && props.isStartButton ? <span>{props.children}</span> : props.children ? props.children : props.text
  const icon = props.isStartButton && [' ', <StartIcon />]

  if (props.href) {
    return (
      <a
        href={props.href}
        role="button"
        draggable={false}
        class={className}
        data-module="govuk-button"
        id={props.id || undefined}
        {...props.attributes}
      >
        {inside}
        {icon}
      </a>
    )
  }
  return (
    <button
      type={props.type || 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      class={className}
      data-module="govuk-button"
      id={props.id || undefined}
      {...props.attributes}
    >
      {inside}
      {icon}
    </button>
  )
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
