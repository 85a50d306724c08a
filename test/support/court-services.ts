import { permissions as court } from '../../src/domains/court/index.ts'
import { limitsOf, permissions as person } from '../../src/domains/person/index.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { permissionTable, type Viewer } from '../../src/platform/access/index.ts'
import { instant, type LocalDate } from '../../src/platform/calendar/index.ts'
import type { Services } from '../../src/platform/context/index.ts'
import type { Database } from '../../src/platform/store/index.ts'

/** The product's services on a test database, on a day of the test's choosing. */
export function courtServices(db: Database, today: LocalDate = '2026-03-02', time = '09:00:00.000'): Services {
  let ticks = 0
  const start = Date.parse(`${today}T${time}Z`)
  return {
    db,
    permissions: permissionTable(person, sentence, court),
    // Each transaction is a second later, so that "later" in a test is later on the clock.
    clock: () => ({ now: instant(start + ticks++ * 1000), today }),
    limitsOf,
    reactions: new Map(),
  }
}

/** Somebody at court, for commands and queries. */
export function courtOfficer(name = 'ada', more: Partial<Viewer> = {}): Viewer {
  return {
    id: `00000000-0000-7000-8000-0000000000${(name.charCodeAt(0) % 90) + 10}`,
    username: name,
    name: `${name[0]?.toUpperCase()}${name.slice(1)} Officer`,
    kind: 'person',
    roles: ['court'],
    scopes: [],
    providerCode: 'N07',
    regionCode: 'N07',
    teamCode: null,
    courtCodes: ['B10JQ'],
    ...more,
  }
}
