import { type Attributes, type Content, classNames, type Look, type Maybe, said } from '../options.ts'

export type SubNavigationItem = Content & {
  readonly href: string
  readonly active?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type MojSubNavigationProps = Look & {
  readonly label?: string | undefined
  readonly items: readonly Maybe<SubNavigationItem>[]
}

/** The pages of one thing, as a row of tabs that are links. */
export function MojSubNavigation(props: MojSubNavigationProps) {
  return (
    <nav
      class={classNames('moj-sub-navigation', props.classes)}
      aria-label={props.label || 'Secondary navigation region'}
      {...props.attributes}
    >
      <ul class="moj-sub-navigation__list">
        {props.items.map(
          item =>
            item && (
              <li class={classNames('moj-sub-navigation__item', item.classes)}>
                <a
                  class="moj-sub-navigation__link"
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
  )
}
