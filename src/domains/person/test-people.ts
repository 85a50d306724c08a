import type { Role, Viewer } from '../../platform/access/index.ts'
import { machine, permissionTable } from '../../platform/access/index.ts'
import { instant, type LocalDate } from '../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../platform/context/index.ts'
import type { Database } from '../../platform/store/index.ts'
import type { PersonFacts } from './model.ts'
import { permissions } from './permissions.ts'
import { limitsOf } from './queries/limits-of.ts'

/** Made-up people and users for the database tests of this domain. */
export const testDay: LocalDate = '2026-11-21'

export function testServices(db: Database, today: LocalDate = testDay): Services {
  return {
    db,
    permissions: permissionTable(permissions),
    clock: () => ({ now: instant(new Date().toISOString()), today }),
    limitsOf,
    reactions: new Map(),
  }
}

let made = 0

export function facts(change: Partial<PersonFacts> = {}): PersonFacts {
  made += 1
  return {
    firstName: 'Tomasz',
    middleNames: null,
    lastName: 'Wellbeck',
    dateOfBirth: '1988-04-17',
    sex: 'male',
    source: 'COMMON_PLATFORM',
    sourceId: `source-${made}`,
    ...change,
  }
}

export function user(username: string, roles: readonly Role[], change: Partial<Viewer> = {}): Viewer {
  return {
    id: `00000000-0000-7000-8000-${Buffer.from(username).toString('hex').padStart(12, '0').slice(-12)}`,
    username,
    name: username,
    kind: 'person',
    roles,
    scopes: [],
    providerCode: null,
    regionCode: 'J',
    teamCode: null,
    courtCodes: [],
    ...change,
  }
}

/** Works in one transaction as the message intake. */
export function asMachine<T>(services: Services, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer: machine('test-intake'), requestId: 'test', channel: 'test' }, work)
}

export function asUser<T>(services: Services, viewer: Viewer, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inContext(services, { viewer, requestId: 'test', channel: 'test' }, work)
}
