import type { ComponentChildren } from 'preact'
import { Layout, type LayoutProps, renderDocument } from '../index.ts'
import { CaseList, EmptyList } from './case-list.tsx'
import { Fields } from './fields.tsx'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { Identity, PersonRecord } from './person-record.tsx'

/** A page to look at: every component in every state that a reader can tell apart. Everyone here is made up. */
export type GalleryPage = { readonly name: string; readonly html: string }

const NAVIGATION: LayoutProps['navigation'] = [
  { text: 'Home', href: 'navigation.html' },
  { text: 'My courts', href: 'case-list.html', active: true },
  { text: 'Search', href: 'navigation.html' },
  { text: 'Reports', href: 'notices.html' },
]

const LONG = `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(5)} <script>alert(1)</script> "quoted" \u202eright to left\u202c 👩🏽‍⚖️`

/** All pages, as whole documents that look for styles and scripts under `/assets/`. */
export function galleryPages(assetVersion: string): readonly GalleryPage[] {
  const page = (name: string, title: string, children: ComponentChildren, more: Partial<LayoutProps> = {}) => ({
    name,
    html: renderDocument(
      <Layout
        title={title}
        pageName={name}
        assetVersion={assetVersion}
        navigation={NAVIGATION}
        user={{ name: 'Asha Bell', role: 'court administrator', signOutHref: '#sign-out' }}
        demonstration
        footerLinks={[
          { text: 'Permissions', href: '#permissions' },
          { text: 'Rules and their sources', href: '#rules' },
        ]}
        {...more}
      >
        {children}
      </Layout>,
    ),
  })
  return [
    page('fields', 'Record an appointment', <Fields />, { hasErrors: true }),
    page('case-list', 'Case list', <CaseList name="Smyth, Alan Peter" />),
    page('empty-list', 'Case list', <EmptyList />),
    page('person-record', 'Person record', <PersonRecord />, {
      beforeContent: <Identity name="Smyth, Alan Peter" />,
      messages: [{ kind: 'done', text: 'The hearing note is saved.' }],
    }),
    page('notices', 'Notices', <Notices />),
    page('navigation', 'Ways through', <Navigation />),
    page('long-words', 'Case list', <CaseList name={LONG} />, {
      beforeContent: <Identity name={LONG} />,
      user: { name: LONG, role: 'court administrator', signOutHref: '#' },
    }),
  ]
}
