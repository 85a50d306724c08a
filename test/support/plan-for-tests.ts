import { permissions as assessment, assessmentPages } from '../../src/domains/assessment/index.ts'
import { addProvisionalPerson, permissions as person } from '../../src/domains/person/index.ts'
import { asMachine, facts, testServices, user } from '../../src/domains/person/test-people.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { permissionTable } from '../../src/platform/access/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { Services } from '../../src/platform/context/index.ts'
import type { Database } from '../../src/platform/store/index.ts'
import { personWeb } from './person-pages-for-tests.ts'

export { user }

/** The services that plans need, on a test database. */
export function planServices(db: Database, today?: LocalDate): Services {
  return { ...testServices(db, today), permissions: permissionTable(person, sentence, assessment) }
}

/** A made-up person without a record number; answers the id. */
export function anyPerson(services: Services): Promise<string> {
  return asMachine(services, ctx => addProvisionalPerson(ctx, facts()))
}

/** The pages of assessment and plan on a fresh database. Close it in `afterAll`. */
export const planWeb = () => personWeb(assessmentPages, [...sentence, ...assessment])
