import { loadStructure, organisationPages, permissions } from '../../src/domains/organisation/index.ts'
import type { Role } from '../../src/platform/access/index.ts'
import { type Context, inContext } from '../../src/platform/context/index.ts'
import { testDatabase } from './database.ts'
import { staffBrowser } from './staff-for-tests.ts'
import { webForTests } from './web-for-tests.ts'

/** The catalogue's pages on a fresh database with one made-up region of two delivery units, at 9am on 21 November
 *  2026. Close it, and drop the databases, in `afterAll`. */
export async function catalogueWeb() {
  const web = await webForTests(await testDatabase(), { pages: organisationPages, permissions })
  const viewer = {
    ...{ id: '00000000-0000-7000-8000-0000000000aa', username: 'fiona', name: 'Fiona Strand', kind: 'person' as const },
    ...{ roles: ['region'] as const, scopes: [], providerCode: null, regionCode: 'ZZ', teamCode: null, courtCodes: [] },
  }
  const inside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    inContext(web.services, { viewer, requestId: 'test', channel: 'test' }, work)
  await inside(ctx =>
    loadStructure(ctx.tx, {
      regions: [{ code: 'ZZ', name: 'Northmoor Region' }],
      providers: [],
      deliveryUnits: [
        { code: 'ZZNOR', name: 'Northmoor', regionCode: 'ZZ' },
        { code: 'ZZSOU', name: 'Southmoor', regionCode: 'ZZ' },
      ],
      teams: [],
    }),
  )
  return {
    ...web,
    inside,
    staff: (username: string, role: Role) => staffBrowser(web, { username, roles: [role], regionCode: 'ZZ' }),
  }
}

export type CatalogueWeb = Awaited<ReturnType<typeof catalogueWeb>>
