/** The roles of `users.md`, by the name access uses for them. */
export const roles = [
  'practitioner',
  'team-manager',
  'pdu-head',
  'court',
  'case-admin',
  'pom',
  'upw-supervisor',
  'upw-coordinator',
  'provider',
  'contract-manager',
  'region',
  'inspector',
  'analyst',
  'sentencer',
  'person',
  'victim-liaison',
  'programmes',
  'information-rights',
  'lao-admin',
  'admin',
] as const
export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, string>> = {
  practitioner: 'Probation practitioner',
  'team-manager': 'Senior probation officer',
  'pdu-head': 'Head of probation delivery unit',
  court: 'Court officer',
  'case-admin': 'Court or case administrator',
  pom: 'POM, prison',
  'upw-supervisor': 'Unpaid work supervisor',
  'upw-coordinator': 'Placement coordinator',
  provider: 'Provider worker',
  'contract-manager': 'Contract manager',
  region: 'Regional probation director',
  inspector: 'Inspector',
  analyst: 'Analyst',
  sentencer: 'Sentencer',
  person: 'Person on probation',
  'victim-liaison': 'Victim liaison officer',
  programmes: 'Programme facilitator',
  'information-rights': 'Information rights officer',
  'lao-admin': 'Limited-access administrator',
  admin: 'System administrator',
}

/** Who is looking: a member of staff or a machine, with where they belong. */
export type Viewer = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly kind: 'person' | 'machine'
  readonly roles: readonly Role[]
  readonly scopes: readonly string[]
  readonly providerCode: string | null
  readonly regionCode: string | null
  readonly teamCode: string | null
  readonly courtCodes: readonly string[]
}

/** The product acting by itself: jobs and message intake. `name` says which part. */
export function machine(name: string, scopes: readonly string[] = []): Viewer {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    username: `system:${name}`,
    name: `Throughline (${name})`,
    kind: 'machine',
    roles: [],
    scopes,
    providerCode: null,
    regionCode: null,
    teamCode: null,
    courtCodes: [],
  }
}
