import type { ComponentChildren } from 'preact'
import { type Attributes, type Content, classNames, type Look, type Maybe, said, speaks } from '../options.ts'

export type ServiceNavigationItem = Content & {
  readonly href?: string | undefined
  /** The page one is on. */
  readonly current?: boolean | undefined
  /** The part of the service one is in. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type ServiceNavigationProps = Look & {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly Maybe<ServiceNavigationItem>[] | undefined
  readonly navigationClasses?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly ariaLabel?: string | undefined
  readonly slots?:
    | {
        readonly start?: ComponentChildren
        /** `inline` lays it out on the line of the navigation. */
        readonly end?: { readonly html: ComponentChildren; readonly align?: 'inline' | undefined } | undefined
        readonly navigationStart?: ComponentChildren
        readonly navigationEnd?: ComponentChildren
      }
    | undefined
}

export function ServiceNavigation(props: ServiceNavigationProps) {
  const slots = props.slots ?? {}
  const className = classNames('govuk-service-navigation', props.classes)
  const inside = (
    <div
      class={classNames(
        'govuk-width-container',
        slots.end?.align === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && (
          <span class="govuk-service-navigation__service-name">
            {props.serviceUrl ? (
              <a href={props.serviceUrl} class="govuk-service-navigation__link">
                {props.serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{props.serviceName}</span>
            )}
          </span>
        )}
        {navigationList(props)}
      </div>
      {slots.end?.html}
    </div>
  )
  // With a name or other content the whole is a landmark of its own; without, the <nav> inside is enough.
  return props.serviceName || slots.start || slots.end?.html ? (
    <section
      aria-label={props.ariaLabel ?? 'Service information'}
      class={className}
      data-module="govuk-service-navigation"
      {...props.attributes}
    >
      {inside}
    </section>
  ) : (
    <div class={className} data-module="govuk-service-navigation" {...props.attributes}>
      {inside}
    </div>
  )
}

function navigationList(props: ServiceNavigationProps) {
  const items = (props.navigation ?? []).filter(item => Boolean(item)) as readonly ServiceNavigationItem[]
  const { navigationStart, navigationEnd } = props.slots ?? {}
  if (items.length === 0 && !navigationStart && !navigationEnd) return null

  const menuText = props.menuButtonText || 'Menu'
  const id = props.navigationId || 'navigation'
  const collapses = props.collapseNavigationOnMobile ?? items.length > 1
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {collapses && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden until the script shows it and takes this away
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel !== menuText ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {navigationStart}
        {items.map(navigationItem)}
        {navigationEnd}
      </ul>
    </nav>
  )
}

function navigationItem(item: ServiceNavigationItem) {
  const here = item.active || item.current
  // The <strong> still marks the place for people who override colours.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{said(item)}</strong> : said(item)
  const current = here ? (item.current ? 'page' : 'true') : undefined
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {words}
        </a>
      ) : (
        speaks(item) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {words}
          </span>
        )
      )}
    </li>
  )
}
