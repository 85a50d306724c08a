import { MojSubNavigation } from '../../../platform/components/index.ts'

/** The pages of a person's record, in the order they are offered. `may`: the permission that shows the tab. */
const tabs = [
  { tab: 'overview', text: 'Overview', path: '' },
  { tab: 'orders', text: 'Orders', path: '/orders' },
  { tab: 'court', text: 'Court history', path: '/court' },
  { tab: 'timeline', text: 'Timeline', path: '/timeline' },
  { tab: 'details', text: 'Personal details', path: '/details' },
  { tab: 'flags', text: 'Flags', path: '/flags' },
  { tab: 'identity', text: 'Identity', path: '/identity' },
] as const

export type CaseTab = (typeof tabs)[number]['tab']

export function CaseTabs({ crn, active }: { readonly crn: string; readonly active: CaseTab | null }) {
  return (
    <MojSubNavigation
      label="Record"
      items={tabs.map(({ tab, text, path }) => ({ text, href: `/case/${crn}${path}`, active: tab === active }))}
    />
  )
}
