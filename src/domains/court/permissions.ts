import type { Permission, Relation, Role } from '../../platform/access/index.ts'

const atCourt: Readonly<Partial<Record<Role, Relation>>> = { court: 'any', 'case-admin': 'any' }
const readers: Readonly<Partial<Record<Role, Relation>>> = {
  ...atCourt,
  practitioner: 'any',
  'team-manager': 'any',
  'pdu-head': 'any',
}

export const permissions: readonly Permission[] = [
  { action: 'court.take-in', about: 'send court messages', roles: {}, scope: 'court:write' },
  { action: 'court.see-list', about: 'see court lists and cases', roles: readers, scope: 'court:read' },
  { action: 'court.match', about: 'decide who a defendant is', roles: atCourt },
  { action: 'court.prepare', about: 'prepare a case for court', roles: atCourt },
  { action: 'court.write-note', about: 'write hearing notes', roles: atCourt },
  { action: 'court.comment', about: 'comment on a court case', roles: readers },
  { action: 'court.add-document', about: 'add documents to a court case', roles: atCourt },
  { action: 'court.record-outcome', about: 'record the outcome of a hearing', roles: atCourt, scope: 'court:write' },
  { action: 'court.assign-outcome', about: 'take on or assign outcomes', roles: atCourt },
  { action: 'court.result', about: 'result a hearing to the record', roles: atCourt },
  { action: 'court.decide-proposal', about: 'accept or refuse a proposed sentence', roles: atCourt },
  { action: 'court.enter-sentence', about: 'enter a sentence made at court', roles: atCourt },
  {
    action: 'court.see-messages',
    about: 'look at court messages that were not taken in',
    roles: { court: 'any', 'case-admin': 'any', admin: 'any' },
  },
  {
    action: 'court.replay-message',
    about: 'take a court message in again',
    roles: { court: 'any', 'case-admin': 'any', admin: 'any' },
  },
  { action: 'court.merge-cases', about: 'merge court cases', roles: atCourt },
  {
    action: 'court.see-measures',
    about: 'see how court work is doing',
    roles: { ...readers, region: 'any', analyst: 'any', inspector: 'any', admin: 'any' },
  },
]
