import type { Permission } from '../access/index.ts'
import { roles } from '../access/index.ts'

const everyone = Object.fromEntries(roles.map(role => [role, 'any'] as const))

/** Who may look after the service itself. */
export const platformPermissions: readonly Permission[] = [
  { action: 'platform.read-permissions', about: 'read who may do what', roles: everyone },
  { action: 'platform.search-audit', about: 'search the audit log', roles: { admin: 'any' } },
  { action: 'platform.see-jobs', about: 'see what jobs ran, failed and wait', roles: { admin: 'any' } },
  { action: 'platform.manage-webhooks', about: 'decide where events are sent', roles: { admin: 'any' } },
  { action: 'platform.manage-accounts', about: 'open, change and close accounts', roles: { admin: 'any' } },
  { action: 'platform.manage-clients', about: 'give other systems access', roles: { admin: 'any' } },
]
