import { type Permission, type Role, roles } from '../../platform/access/index.ts'

const everyone = Object.fromEntries(roles.map(role => [role, 'any'] as const)) as Readonly<Partial<Record<Role, 'any'>>>

export const permissions: readonly Permission[] = [
  {
    action: 'organisation.read',
    about: 'read the names of courts, regions and teams',
    roles: everyone,
    scope: 'court:read',
  },
]
