import { type Attributes, type Content, classNames, type Look, said, speaks } from '../options.ts'

export type FooterLink = {
  readonly text: string
  readonly href: string
  readonly attributes?: Attributes | undefined
}

export type FooterSection = {
  readonly title: string
  readonly columns?: number | undefined
  readonly width?: string | undefined
  readonly items?: readonly FooterLink[] | undefined
}

export type FooterProps = Look & {
  readonly containerClasses?: string | undefined
  readonly navigation?: readonly FooterSection[] | undefined
  readonly meta?:
    | (Content & {
        readonly visuallyHiddenTitle?: string | undefined
        readonly items?: readonly FooterLink[] | undefined
      })
    | undefined
}

/** The footer without the crown, the licence and the copyright line: those belong to GOV.UK. */
export function Footer({ navigation, meta, ...props }: FooterProps) {
  return (
    <div class={classNames('govuk-footer', props.classes)} {...props.attributes}>
      <div class={classNames('govuk-width-container', props.containerClasses)}>
        {navigation && navigation.length > 0 && (
          <>
            <div class="govuk-footer__navigation">{navigation.map(footerSection)}</div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <h2 class="govuk-visually-hidden">{meta.visuallyHiddenTitle || 'Support links'}</h2>}
            {meta?.items && meta.items.length > 0 && (
              <ul class="govuk-footer__inline-list">
                {meta.items.map(item => (
                  <li class="govuk-footer__inline-list-item">{footerLink(item)}</li>
                ))}
              </ul>
            )}
            {speaks(meta) && <div class="govuk-footer__meta-custom">{said(meta)}</div>}
          </div>
        </div>
      </div>
    </div>
  )
}

function footerSection(section: FooterSection) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${section.width || 'full'}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
      {section.items && section.items.length > 0 && (
        <ul
          class={classNames(
            'govuk-footer__list',
            section.columns !== undefined && `govuk-footer__list--columns-${section.columns}`,
          )}
        >
          {section.items.map(
            item => item.href && item.text && <li class="govuk-footer__list-item">{footerLink(item)}</li>,
          )}
        </ul>
      )}
    </div>
  )
}

function footerLink(item: FooterLink) {
  return (
    <a class="govuk-footer__link" href={item.href} {...item.attributes}>
      {item.text}
    </a>
  )
}
