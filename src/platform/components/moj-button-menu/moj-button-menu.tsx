import { Button, type ButtonProps } from '../button/button.tsx'
import { type Content, classNames, type Look } from '../options.ts'

export type ButtonMenuItem = Content & Look & Pick<ButtonProps, 'name' | 'type' | 'value' | 'href' | 'disabled'>

export type MojButtonMenuProps = Look & {
  readonly button?: { readonly text?: string | undefined; readonly classes?: string | undefined } | undefined
  readonly alignMenu?: 'left' | 'right' | undefined
  readonly items: readonly ButtonMenuItem[]
}

/** Buttons side by side; where script runs, a menu behind one button. */
export function MojButtonMenu(props: MojButtonMenuProps) {
  return (
    <div
      class={classNames('moj-button-menu', props.classes)}
      data-module="moj-button-menu"
      data-button-text={props.button?.text}
      data-button-classes={props.button?.classes}
      data-align-menu={props.alignMenu}
      {...props.attributes}
    >
      {props.items.map(({ html, classes, ...item }, index) => [
        index > 0 && ' ',
        <Button {...item} classes={classNames('moj-button-menu__item govuk-button--secondary', classes)}>
          {html}
        </Button>,
      ])}
    </div>
  )
}
