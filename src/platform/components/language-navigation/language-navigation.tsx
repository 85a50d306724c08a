import { type Attributes, type Content, classNames, type Look, said } from '../options.ts'

export type LanguageNavigationItem = Content & {
  /** Without it the item is the language in use. */
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly lang?: string | undefined
  readonly hrefLang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly languageDescriptionText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type LanguageNavigationProps = Look & {
  readonly items: readonly LanguageNavigationItem[]
  readonly ariaLabel?: string | undefined
}

export function LanguageNavigation(props: LanguageNavigationProps) {
  return (
    <nav
      class={classNames('govuk-language-navigation', props.classes)}
      aria-label={props.ariaLabel ?? 'Language'}
      {...props.attributes}
    >
      <ul class="govuk-language-navigation__list">
        {props.items.map(item => (
          <li class="govuk-language-navigation__list-item">
            {item.current || !item.href ? (
              <span
                class={classNames('govuk-language-navigation__text', item.classes)}
                aria-current="true"
                lang={item.lang || undefined}
                dir={item.dir}
                {...item.attributes}
              >
                {said(item)}
              </span>
            ) : (
              <a
                class={classNames('govuk-language-navigation__link', item.classes)}
                href={item.href}
                rel="alternate"
                lang={item.lang || undefined}
                hreflang={item.hrefLang || item.lang || undefined}
                dir={item.dir}
                {...item.attributes}
              >
                {said(item)}
                {item.languageDescriptionText && (
                  <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>
                )}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
