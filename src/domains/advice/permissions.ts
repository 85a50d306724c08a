import type { Permission, Relation, Role } from '../../platform/access/index.ts'

type Roles = Readonly<Partial<Record<Role, Relation>>>
const writers: Roles = { court: 'any', practitioner: 'any', 'team-manager': 'any' }
const overseers: Roles = { 'team-manager': 'any', 'pdu-head': 'any' }

export const permissions: readonly Permission[] = [
  {
    action: 'advice.see-reports',
    about: 'see court reports and requests for them',
    roles: { ...writers, ...overseers, 'case-admin': 'any', inspector: 'any' },
    scope: 'reports:read',
  },
  { action: 'advice.request', about: 'ask for a court report', roles: { ...writers, 'case-admin': 'any' } },
  {
    action: 'advice.allocate',
    about: 'triage and allocate court reports',
    roles: { ...overseers, court: 'any', 'case-admin': 'any' },
  },
  { action: 'advice.write', about: 'write court reports and proposals', roles: writers },
  { action: 'advice.countersign', about: 'countersign court reports', roles: overseers },
  { action: 'advice.agree-outside-frame', about: 'agree a proposal outside the sentence frame', roles: overseers },
  {
    action: 'advice.deliver',
    about: 'record that a report reached the court',
    roles: { court: 'any', 'case-admin': 'any' },
  },
  { action: 'advice.read-at-court', about: 'read the reports for your court', roles: { sentencer: 'any' } },
  { action: 'advice.check-quality', about: 'check the quality of court reports', roles: overseers },
  {
    action: 'advice.see-quality',
    about: 'see what checks of court reports found',
    roles: { ...overseers, region: 'any', inspector: 'any', analyst: 'any' },
  },
  {
    action: 'advice.see-measures',
    about: 'see how court reports are doing',
    roles: { ...overseers, court: 'any', 'case-admin': 'any', region: 'any', inspector: 'any', analyst: 'any' },
  },
  { action: 'advice.pilot', about: 'mark courts as pilots', roles: { 'pdu-head': 'any', region: 'any', admin: 'any' } },
]
