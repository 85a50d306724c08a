import type { Permission } from '../../platform/access/index.ts'

export const permissions: readonly Permission[] = [
  {
    action: 'sentence.record-order',
    about: 'put a sentence on a record',
    roles: { court: 'any', 'case-admin': 'any', practitioner: 'any', 'team-manager': 'any' },
  },
  {
    action: 'sentence.change-order',
    about: 'change or end an order or its requirements',
    roles: { court: 'any', 'case-admin': 'any', practitioner: 'any', 'team-manager': 'any' },
  },
]
