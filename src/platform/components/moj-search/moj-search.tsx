import { Button } from '../button/button.tsx'
import type { ErrorMessageOptions } from '../error-message/error-message.tsx'
import type { HintOptions } from '../hint/hint.tsx'
import { Input, type InputProps } from '../input/input.tsx'
import type { LabelOptions } from '../label/label.tsx'
import { type Content, classNames, type Look } from '../options.ts'

export type MojSearchProps = Look & {
  readonly action: string
  readonly method?: 'get' | 'post' | undefined
  readonly layout?: 'inline' | 'stacked' | undefined
  /** A magnifying glass instead of words; not in the stacked layout. */
  readonly iconButton?: boolean | undefined
  readonly csrf?: { readonly name?: string | undefined; readonly value: string } | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly input?:
    | (Look & {
        readonly id?: string | undefined
        readonly name?: string | undefined
        readonly errorMessage?: ErrorMessageOptions | undefined
      } & Pick<
          InputProps,
          'value' | 'type' | 'disabled' | 'spellcheck' | 'autocomplete' | 'pattern' | 'inputmode' | 'describedBy'
        >)
    | undefined
  readonly button: Content &
    Look & {
      readonly id?: string | undefined
      readonly name?: string | undefined
      readonly value?: string | undefined
      readonly preventDoubleClick?: boolean | undefined
    }
}

export function MojSearch(props: MojSearchProps) {
  const { input = {}, button, label, hint } = props
  const stacked = props.layout === 'stacked'
  const icon = Boolean(props.iconButton) && !stacked
  const searchButton = (
    <Button
      text={button.text}
      id={button.id}
      name={button.name}
      value={button.value}
      classes={classNames('moj-search__button', icon && 'moj-search__button--icon', button.classes)}
      attributes={button.attributes}
      preventDoubleClick={button.preventDoubleClick}
    >
      {icon ? searchIcon(String(button.text ?? 'search')) : button.html}
    </Button>
  )
  return (
    <search
      class={classNames('moj-search moj-search', stacked && 'moj-search--stacked', props.classes)}
      {...props.attributes}
    >
      <form action={props.action} method={props.method ?? 'get'}>
        {props.csrf && <input type="hidden" name={props.csrf.name ?? '_csrf'} value={props.csrf.value} />}
        <Input
          {...input}
          name={input.name ?? 'search'}
          type={input.type ?? 'search'}
          classes={classNames('moj-search__input', input.classes)}
          label={{ ...label, isPageHeading: false, classes: classNames('moj-search__label', label.classes) }}
          hint={hint && { ...hint, classes: classNames('moj-search__hint', hint.classes) }}
          inputWrapper={{ classes: 'moj-search__input-wrapper' }}
          formGroup={stacked ? undefined : { afterInput: { html: searchButton } }}
        />
        {stacked && searchButton}
      </form>
    </search>
  )
}

function searchIcon(words: string) {
  return (
    <>
      <svg
        width="20"
        height="20"
        viewBox="0 0 21 20"
        fill="none"
        aria-hidden="true"
        focusable="false"
        xmlns="http://www.w3.org/2000/svg"
      >
        <path
          d="M8.90102 14.4683C12.385 14.4683 15.2093 11.644 15.2093 8.16005C15.2093 4.6761 12.385 1.85181 8.90102 1.85181C5.41707 1.85181 2.59277 4.6761 2.59277 8.16005C2.59277 11.644 5.41707 14.4683 8.90102 14.4683Z"
          stroke="currentColor"
          stroke-width="2.22222"
        />
        <path d="M13.2349 12.8584L19.5909 19.2144" stroke="currentColor" stroke-width="2.22222" />
      </svg>{' '}
      <span class="govuk-visually-hidden">{words}</span>
    </>
  )
}
