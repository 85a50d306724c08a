import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  headingTag,
  type Look,
  said,
} from '../options.ts'

export type SideNavigationItem = Content & {
  readonly href: string
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type SideNavigationSection = {
  readonly heading: Content & Look & { readonly headingLevel?: HeadingLevel | undefined }
  readonly items: readonly SideNavigationItem[]
}

export type MojSideNavigationProps = Look & {
  readonly label?: string | undefined
  readonly items?: readonly SideNavigationItem[] | undefined
  /** Given, the items are taken from the sections. */
  readonly sections?: readonly SideNavigationSection[] | undefined
}

export function MojSideNavigation(props: MojSideNavigationProps) {
  return (
    <nav
      class={classNames('moj-side-navigation', props.classes)}
      aria-label={props.label || undefined}
      {...props.attributes}
    >
      {props.sections ? props.sections.map(section) : list(props.items ?? [])}
    </nav>
  )
}

function section({ heading, items }: SideNavigationSection) {
  const Heading = headingTag(heading.headingLevel ?? 4)
  return (
    <>
      <Heading class={classNames('moj-side-navigation__title', heading.classes)} {...heading.attributes}>
        {said(heading)}
      </Heading>
      {list(items)}
    </>
  )
}

function list(items: readonly SideNavigationItem[]) {
  return (
    <ul class="moj-side-navigation__list">
      {items.map(item => (
        <li
          class={classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}
          {...item.attributes}
        >
          <a href={item.href} aria-current={item.active ? 'location' : undefined}>
            {said(item)}
          </a>
        </li>
      ))}
    </ul>
  )
}
