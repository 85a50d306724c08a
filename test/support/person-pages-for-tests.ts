import { permissions as assessment } from '../../src/domains/assessment/index.ts'
import {
  addProvisionalPerson,
  limitsOf,
  openRecord,
  type PersonFacts,
  permissions,
  personPages,
} from '../../src/domains/person/index.ts'
import { facts, user } from '../../src/domains/person/test-people.ts'
import type { Permission, Role } from '../../src/platform/access/index.ts'
import { inContext } from '../../src/platform/context/index.ts'
import type { Page } from '../../src/platform/web/index.ts'
import { dropAll, testDatabase } from './database.ts'
import { staffBrowser } from './staff-for-tests.ts'
import { webForTests } from './web-for-tests.ts'

/** The person domain's pages on a fresh database; staff and records belong to one region. Close it in `afterAll`. */
export async function personWeb(pages: readonly Page[] = personPages, more: readonly Permission[] = []) {
  // The tabs of a record ask for permissions of higher domains.
  const higher = assessment.filter(({ action }) => more.every(one => one.action !== action))
  const web = await webForTests(await testDatabase(), {
    pages,
    permissions: [...permissions, ...higher, ...more],
    limitsOf,
  })
  const maker = user('maker', ['practitioner', 'case-admin'], { regionCode: 'J' })
  return {
    web,
    maker,
    staff: (username: string, role: Role, regionCode = 'J') =>
      staffBrowser(web, { username, roles: [role], regionCode, teamCode: 'J1T001', providerCode: 'J1' }),
    record: (change: Partial<PersonFacts>): Promise<{ readonly personId: string; readonly crn: string }> =>
      inContext(web.services, { viewer: maker, requestId: 'test', channel: 'test' }, async ctx => {
        const personId = await addProvisionalPerson(ctx, facts(change))
        return { personId, ...(await openRecord(ctx, personId, 'staff')) }
      }),
    async close() {
      await web.close()
      await dropAll()
    },
  }
}

export type PersonWeb = Awaited<ReturnType<typeof personWeb>>
export type StaffBrowser = Awaited<ReturnType<PersonWeb['staff']>>

/** Sends a form of the page at `url` as its own button would. */
export async function sendForm(browser: StaffBrowser, url: string, fields: Readonly<Record<string, string>>) {
  return browser.post(url, { _csrf: await browser.token(url), ...fields })
}
