import { MojSubNavigation } from '../../../platform/components/index.ts'
import { useUi } from '../../../platform/web/index.ts'

type Tab = { readonly tab: string; readonly text: string; readonly path: string; readonly may?: string }

/** The pages of a person's record, in the order they are offered. `may`: the permission that shows the tab. */
const tabs = [
  { tab: 'overview', text: 'Overview', path: '' },
  { tab: 'orders', text: 'Orders', path: '/orders' },
  { tab: 'court', text: 'Court history', path: '/court' },
  { tab: 'reports', text: 'Reports', path: '/reports' },
  { tab: 'timeline', text: 'Timeline', path: '/timeline' },
  { tab: 'details', text: 'Personal details', path: '/details' },
  { tab: 'flags', text: 'Flags', path: '/flags' },
  { tab: 'enquiries', text: 'Enquiries', path: '/enquiries', may: 'person.see-enquiries' },
  { tab: 'assessments', text: 'Assessment', path: '/assessments', may: 'assessment.view' },
  { tab: 'scores', text: 'Scores', path: '/scores', may: 'assessment.view' },
  { tab: 'plan', text: 'Plan', path: '/plan', may: 'assessment.see-plan' },
  { tab: 'needs', text: 'Needs', path: '/needs', may: 'assessment.view' },
  { tab: 'identity', text: 'Identity', path: '/identity' },
] as const satisfies readonly Tab[]

export type CaseTab = (typeof tabs)[number]['tab']

export function CaseTabs({ crn, active }: { readonly crn: string; readonly active: CaseTab | null }) {
  const ui = useUi()
  const shown = (tabs as readonly Tab[]).filter(({ may }) => may === undefined || ui.can(may))
  return (
    <MojSubNavigation
      label="Record"
      items={shown.map(({ tab, text, path }) => ({ text, href: `/case/${crn}${path}`, active: tab === active }))}
    />
  )
}
