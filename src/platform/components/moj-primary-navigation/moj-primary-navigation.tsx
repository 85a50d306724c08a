import type { ComponentChildren } from 'preact'
import { type Attributes, type Content, classNames, type Look, type Maybe, said } from '../options.ts'

export type PrimaryNavigationItem = Content & {
  readonly href: string
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type MojPrimaryNavigationProps = Look & {
  readonly containerClasses?: string | undefined
  readonly label?: string | undefined
  readonly items: readonly Maybe<PrimaryNavigationItem>[]
  readonly searchHtml?: ComponentChildren
}

export function MojPrimaryNavigation(props: MojPrimaryNavigationProps) {
  return (
    <div class={classNames('moj-primary-navigation', props.containerClasses)}>
      <div class="moj-primary-navigation__container">
        <div class="moj-primary-navigation__nav">
          <nav
            class={classNames('moj-primary-navigation', props.classes)}
            aria-label={props.label || undefined}
            {...props.attributes}
          >
            <ul class="moj-primary-navigation__list">
              {props.items.map(
                item =>
                  item && (
                    <li class="moj-primary-navigation__item">
                      <a
                        class="moj-primary-navigation__link"
                        aria-current={item.active ? 'page' : undefined}
                        href={item.href}
                        {...item.attributes}
                      >
                        {said(item)}
                      </a>
                    </li>
                  ),
              )}
            </ul>
          </nav>
        </div>
        {props.searchHtml && <div class="moj-primary-navigation__search">{props.searchHtml}</div>}
      </div>
    </div>
  )
}
