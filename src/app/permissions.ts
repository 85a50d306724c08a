import type { Permission, Role } from '../platform/access/index.ts'
import { roles } from '../platform/access/index.ts'

/** Everyone who works here; people on probation have their own pages. */
const staff = Object.fromEntries(
  roles.filter(role => role !== 'person').map(role => [role, 'any'] as const),
) as Partial<Record<Role, 'any'>>

export const appPermissions: readonly Permission[] = [
  { action: 'app.home', about: 'open your first page', roles: { ...staff, person: 'any' } },
  {
    action: 'app.export',
    about: 'give out the record in open formats',
    roles: { 'information-rights': 'any', admin: 'any' },
    scope: 'export',
  },
  { action: 'app.read-rules', about: 'read the rules and their sources', roles: { ...staff, person: 'any' } },
]
