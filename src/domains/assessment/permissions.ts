import type { Permission, Relation, Role } from '../../platform/access/index.ts'

type Roles = Readonly<Partial<Record<Role, Relation>>>
const assessors: Roles = { practitioner: 'any', 'team-manager': 'any', court: 'any', pom: 'any' }
// Everybody here may open the record itself; programme staff cannot yet.
const readers: Roles = { ...assessors, 'pdu-head': 'any', inspector: 'any' }
const overseers: Roles = { 'team-manager': 'any', 'pdu-head': 'any' }
const watchers: Roles = { ...overseers, region: 'any', inspector: 'any', analyst: 'any' }

export const permissions: readonly Permission[] = [
  { action: 'assessment.view', about: 'read assessments', roles: readers, scope: 'assessments:read' },
  { action: 'assessment.write', about: 'write assessments', roles: assessors },
  { action: 'assessment.sign', about: 'sign assessments', roles: assessors },
  { action: 'assessment.countersign', about: 'countersign assessments', roles: overseers },
  {
    action: 'assessment.unlock',
    about: 'roll back, delete or restore a signed assessment',
    roles: { 'pdu-head': 'any' },
  },
  {
    action: 'assessment.set-framework-role',
    about: 'say what staff are approved to sign',
    roles: { ...overseers, admin: 'any' },
  },
  {
    action: 'assessment.oversee',
    about: 'see which assessments wait, were rejected or are late',
    roles: { ...overseers, region: 'any' },
  },
  {
    action: 'assessment.see-harm-levels',
    about: 'see the levels of risk of serious harm in the community',
    roles: { ...readers, provider: 'any' },
  },
  { action: 'assessment.see-plan', about: 'read sentence plans', roles: { ...readers, provider: 'any' } },
  { action: 'assessment.plan', about: 'write sentence plans', roles: assessors },
  { action: 'assessment.check-quality', about: 'check the quality of assessments', roles: overseers },
  { action: 'assessment.see-quality', about: 'see the quality of assessments', roles: watchers },
  { action: 'assessment.see-needs', about: 'see needs by team and area', roles: watchers },
  {
    action: 'assessment.rescore',
    about: 'try and take in new actuarial data',
    roles: { analyst: 'any', admin: 'any' },
  },
]
