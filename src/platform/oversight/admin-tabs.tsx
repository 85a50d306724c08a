import { MojSubNavigation } from '../components/index.ts'

const tabs = [
  { name: 'accounts', text: 'Accounts', href: '/admin/accounts' },
  { name: 'jobs', text: 'Jobs', href: '/admin/jobs' },
  { name: 'audit', text: 'Audit search', href: '/admin/audit' },
  { name: 'webhooks', text: 'Webhooks', href: '/admin/webhooks' },
  { name: 'clients', text: 'Other systems', href: '/admin/clients' },
] as const

/** The administrator's pages, and which one is open. */
export function AdminTabs({ active }: { readonly active: (typeof tabs)[number]['name'] }) {
  return (
    <MojSubNavigation
      label="Administration"
      items={tabs.map(({ name, text, href }) => ({ text, href, active: name === active }))}
    />
  )
}
