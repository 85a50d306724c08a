import type { Structure } from '../../domains/organisation/index.ts'
import type { NewAccount, Role } from '../../platform/access/index.ts'
import { roles } from '../../platform/access/index.ts'

/** A region that does not exist, with the people who work there. Its courts bear real names, because lists of other
 *  courts are not taken in; nobody and nothing in them is real. */
export const demonstrationRegion = { code: 'ZW', name: 'Westmere' }
export const neighbouringRegion = { code: 'ZE', name: 'Eastholme' }

export const demonstrationCourts = ['B10JQ', 'B41ME', 'B01EF'] as const

export const structure: Structure = {
  regions: [demonstrationRegion, neighbouringRegion],
  providers: [
    { code: 'ZW1', name: 'Westmere Probation', private: false },
    { code: 'ZE1', name: 'Eastholme Probation', private: false },
    { code: 'ZW9', name: 'Bridgeway Support', private: true },
  ],
  deliveryUnits: [
    { code: 'ZWCALD', name: 'Calder Vale', regionCode: 'ZW' },
    { code: 'ZWHARB', name: 'Harbour', regionCode: 'ZW' },
    { code: 'ZEFENS', name: 'The Fens', regionCode: 'ZE' },
  ],
  teams: [
    { code: 'ZW1CVA', name: 'Calder Vale A', deliveryUnitCode: 'ZWCALD', providerCode: 'ZW1' },
    { code: 'ZW1CVC', name: 'Calder Vale Courts', deliveryUnitCode: 'ZWCALD', providerCode: 'ZW1' },
    { code: 'ZW1HAA', name: 'Harbour A', deliveryUnitCode: 'ZWHARB', providerCode: 'ZW1' },
    { code: 'ZW9BRI', name: 'Bridgeway', deliveryUnitCode: 'ZWCALD', providerCode: 'ZW9' },
    { code: 'ZE1FEA', name: 'The Fens A', deliveryUnitCode: 'ZEFENS', providerCode: 'ZE1' },
  ],
}

const names: Readonly<Record<Role, string>> = {
  practitioner: 'Imogen Farrow',
  'team-manager': 'Desmond Okoye',
  'pdu-head': 'Ruth Ashdown',
  court: 'Samir Haddad',
  'case-admin': 'Bethan Prosser',
  pom: 'Colin Thorpe',
  'upw-supervisor': 'Gary Linfield',
  'upw-coordinator': 'Ewa Zielinska',
  provider: 'Marcus Bell',
  'contract-manager': 'Harriet Colby',
  region: 'Fiona Strand',
  inspector: 'Alasdair Munro',
  analyst: 'Priya Nair',
  sentencer: 'Judge Eleanor Whitcombe',
  person: 'Jamie Ellwood',
  'victim-liaison': 'Noreen Tighe',
  programmes: 'Theo Marchant',
  'information-rights': 'Sylvia Penrose',
  'lao-admin': 'Oliver Denholm',
  admin: 'Kwame Mensah',
}

const teamOf: Readonly<Partial<Record<Role, string>>> = {
  practitioner: 'ZW1CVA',
  'team-manager': 'ZW1CVA',
  court: 'ZW1CVC',
  'case-admin': 'ZW1CVC',
  provider: 'ZW9BRI',
}

/** Known to everybody who reads the source: demonstration accounts exist in demonstration mode only. */
export const demonstrationPassword = 'throughline demonstration'

/** One account for each role, a practitioner of another region, and a machine that sends court messages. */
export function demonstrationAccounts(): readonly NewAccount[] {
  const people = roles.map(
    (role): NewAccount => ({
      username: role,
      displayName: names[role],
      password: demonstrationPassword,
      roles: [role],
      regionCode: demonstrationRegion.code,
      providerCode: role === 'provider' ? 'ZW9' : 'ZW1',
      ...(teamOf[role] ? { teamCode: teamOf[role] } : {}),
      ...(role === 'court' || role === 'case-admin' || role === 'sentencer'
        ? { courtCodes: [...demonstrationCourts] }
        : {}),
      demonstration: true,
      openedBy: 'demonstration',
    }),
  )
  const neighbour: NewAccount = {
    username: 'practitioner.eastholme',
    displayName: 'Nadia Rowntree',
    password: demonstrationPassword,
    roles: ['practitioner'],
    regionCode: neighbouringRegion.code,
    providerCode: 'ZE1',
    teamCode: 'ZE1FEA',
    demonstration: true,
    openedBy: 'demonstration',
  }
  return [...people, neighbour]
}
