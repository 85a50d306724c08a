import { type Permission, type Relation, type Role, roles } from '../../platform/access/index.ts'

type Roles = Readonly<Partial<Record<Role, Relation>>>
const everyone: Roles = Object.fromEntries(roles.map(role => [role, 'any'] as const))
/** Everyone who works here, the sentencer and providers too: what an area offers is about nobody. */
const staff: Roles = Object.fromEntries(roles.filter(role => role !== 'person').map(role => [role, 'any'] as const))

export const permissions: readonly Permission[] = [
  {
    action: 'organisation.read',
    about: 'read the names of courts, regions and teams',
    roles: everyone,
    scope: 'court:read',
  },
  { action: 'organisation.see-catalogue', about: 'see what is delivered in an area', roles: staff },
  {
    action: 'organisation.keep-catalogue',
    about: 'keep the catalogue of what is delivered',
    roles: {
      'team-manager': 'any',
      'pdu-head': 'any',
      region: 'any',
      programmes: 'any',
      'contract-manager': 'any',
      admin: 'any',
    },
  },
]
