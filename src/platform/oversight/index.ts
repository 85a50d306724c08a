import type { Page } from '../web/index.ts'
import { accountPage, accountsPage } from './accounts.page.tsx'
import { auditSearchPage } from './audit-search.page.tsx'
import { clientsPage } from './clients.page.tsx'
import { jobsPage } from './jobs.page.tsx'
import { permissionsPage } from './permissions.page.tsx'
import { webhookPages } from './webhooks.page.tsx'

export { platformPermissions } from './permissions.ts'

/** The screens for looking after the service. `secret` is the deployment's. */
export function oversightPages(secret: string): readonly Page[] {
  return [permissionsPage, accountsPage, accountPage, auditSearchPage, jobsPage, clientsPage, ...webhookPages(secret)]
}
