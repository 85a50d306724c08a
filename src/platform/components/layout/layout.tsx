import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Footer, type FooterLink } from '../footer/footer.tsx'
import { GenericHeader } from '../generic-header/generic-header.tsx'
import { NotificationBanner } from '../notification-banner/notification-banner.tsx'
import type { Maybe } from '../options.ts'
import { PhaseBanner } from '../phase-banner/phase-banner.tsx'
import { ServiceNavigation, type ServiceNavigationItem } from '../service-navigation/service-navigation.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'

/** Words to show once after something was done, or that the reader should know first. */
export type PageMessage = {
  readonly kind: 'done' | 'notice'
  readonly text: string
  readonly html?: ComponentChildren
}

export type LayoutProps = {
  /** What the page is, without a person's name or number: it stays in the browser's history. */
  readonly title: string
  /** Puts 'Error: ' before the title, as the design system asks of a page that lists problems. */
  readonly hasErrors?: boolean | undefined
  readonly serviceName?: string | undefined
  /** The places this role may go. */
  readonly navigation?: readonly Maybe<ServiceNavigationItem>[] | undefined
  /** Who is signed in. */
  readonly user?:
    | { readonly name: string; readonly role?: string | undefined; readonly signOutHref: string }
    | undefined
  /** A short stable name of the page (`case-list`), written on the body for styles and scripts. */
  readonly pageName?: string | undefined
  readonly messages?: readonly PageMessage[] | undefined
  /** Shown above main: a back link, breadcrumbs, an identity bar. */
  readonly beforeContent?: ComponentChildren
  /** Set in demonstration mode: says that everyone here is made up. */
  readonly demonstration?: boolean | undefined
  readonly footerLinks?: readonly FooterLink[] | undefined
  /** From `buildAssets`; a new version is a new address, so that browsers may keep the files for good. */
  readonly assetVersion?: string | undefined
  readonly lang?: 'en' | 'cy' | undefined
  readonly children?: ComponentChildren
}

/** The page around every screen: a whole document that needs no inline script or style. */
export function Layout(props: LayoutProps) {
  const version = props.assetVersion ? `?v=${encodeURIComponent(props.assetVersion)}` : ''
  const serviceName = props.serviceName ?? 'Throughline'
  return (
    <html lang={props.lang ?? 'en'} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${props.hasErrors ? 'Error: ' : ''}${props.title} – ${serviceName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12436d" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={`/assets/icon.svg${version}`} type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/app.css${version}`} />
        <script src={`/assets/app.js${version}`} type="module" />
      </head>
      <body class="govuk-template__body" data-page={props.pageName}>
        <script src={`/assets/js-enabled.js${version}`} />
        <SkipLink href="#main-content" text="Skip to main content" />
        <header class="govuk-template__header">
          <GenericHeader logoText={serviceName} url="/" classes="app-header" />
          <ServiceNavigation
            navigation={props.navigation}
            navigationLabel="Service"
            slots={{ end: props.user && { html: <SignedInAs user={props.user} />, align: 'inline' } }}
          />
        </header>
        {props.demonstration && (
          <PhaseBanner
            tag={{ text: 'Demonstration' }}
            text="Everyone in this service is made up. Do not put in real people."
          />
        )}
        <div class="govuk-width-container">
          {props.beforeContent}
          <main class="govuk-main-wrapper" id="main-content">
            {props.messages?.map((message, index) => (
              <NotificationBanner
                type={message.kind === 'done' ? 'success' : undefined}
                titleId={`page-message-${index + 1}`}
                text={message.text}
              >
                {message.html}
              </NotificationBanner>
            ))}
            {props.children}
          </main>
        </div>
        <footer class="govuk-template__footer">
          <Footer meta={{ items: props.footerLinks ?? [] }} />
        </footer>
      </body>
    </html>
  )
}

function SignedInAs({ user }: { readonly user: NonNullable<LayoutProps['user']> }) {
  return (
    <div class="app-signed-in">
      <span class="app-signed-in__name">
        <span class="govuk-visually-hidden">Signed in as </span>
        {user.name}
        {user.role && `, ${user.role}`}
      </span>
      <a class="govuk-link govuk-link--no-visited-state app-signed-in__out" href={user.signOutHref}>
        Sign out
      </a>
    </div>
  )
}

/** The document of a page, ready to send as `text/html; charset=utf-8`. */
export function renderDocument(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}
