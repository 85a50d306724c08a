import { reactions } from '../../src/app/reactions.ts'
import { permissions as advice } from '../../src/domains/advice/index.ts'
import { permissions as assessment } from '../../src/domains/assessment/index.ts'
import { permissions as court } from '../../src/domains/court/index.ts'
import { addProvisionalPerson, openRecord, permissions as person } from '../../src/domains/person/index.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { machine, permissionTable, type Viewer } from '../../src/platform/access/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import { inContext, type Services } from '../../src/platform/context/index.ts'
import type { Database } from '../../src/platform/store/index.ts'
import { courtOfficer, courtServices } from './court-services.ts'

/** The services with the permissions of reports, on a test database and a day of the test's choosing. */
export function adviceServices(db: Database, today: LocalDate = '2026-03-02'): Services {
  return {
    ...courtServices(db, today),
    reactions,
    permissions: permissionTable(person, sentence, court, assessment, advice),
  }
}

/** A senior of the court team: allocates, countersigns and takes decisions. */
export function courtSenior(name = 'zoe'): Viewer {
  return courtOfficer(name, { roles: ['team-manager'] })
}

/** A person on record, and the CRN. */
export async function personOnRecord(
  services: Services,
  given: { readonly lastName?: string; readonly sex?: 'male' | 'female'; readonly born?: LocalDate } = {},
): Promise<{ readonly personId: string; readonly crn: string }> {
  const facts = {
    firstName: 'Corwin',
    lastName: given.lastName ?? 'Asterley',
    dateOfBirth: given.born ?? '1984-06-17',
    sex: given.sex ?? 'male',
    source: 'STAFF' as const,
    sourceId: `test ${given.lastName ?? 'Asterley'}`,
  }
  return inContext(services, { viewer: machine('test'), requestId: 't', channel: 'test' }, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts)
    const { crn } = await openRecord(ctx, personId, 'staff')
    return { personId, crn }
  })
}
