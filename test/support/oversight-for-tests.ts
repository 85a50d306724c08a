import { afterAll, beforeAll, expect } from 'vitest'
import { addAccount, machine, type Role } from '../../src/platform/access/index.ts'
import { type Context, inContext } from '../../src/platform/context/index.ts'
import { oversightPages, platformPermissions } from '../../src/platform/oversight/index.ts'
import type { Database } from '../../src/platform/store/index.ts'
import { dropAll, testDatabase } from './database.ts'
import { browserOf, type TestWeb, webForTests } from './web-for-tests.ts'

const password = 'correct horse battery'

/** The administrator's pages on a database of their own, with 'dot' the administrator and 'cy' the court officer. */
export type Oversight = {
  readonly db: Database
  readonly web: TestWeb
  signedIn(username: 'dot' | 'cy'): Promise<ReturnType<typeof browserOf>>
  asWorker<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

/** To be called at the top of a test file; what it answers is ready inside tests. A defect fails the file. */
export function oversightForTests(): Oversight {
  const ready: { db?: Database; web?: TestWeb } = {}
  beforeAll(async () => {
    const db = await testDatabase()
    ready.db = db
    ready.web = await webForTests(db, {
      pages: oversightPages(db.settings.secret),
      permissions: [
        ...platformPermissions,
        { action: 'test.send', about: 'send lists', roles: {}, scope: 'test.send' },
      ],
    })
    await account(db, 'dot', 'admin')
    await account(db, 'cy', 'court')
  })
  afterAll(async () => {
    expect(ready.web?.defects).toEqual([])
    await ready.web?.close()
    await dropAll()
  })
  return {
    get db() {
      return ready.db!
    },
    get web() {
      return ready.web!
    },
    async signedIn(username) {
      const browser = browserOf(ready.web!.app)
      await browser.post('/sign-in', { username, password })
      return browser
    },
    asWorker: work =>
      inContext(ready.web!.services, { viewer: machine('test'), requestId: 'test', channel: 'job' }, work),
  }
}

async function account(db: Database, username: string, role: Role): Promise<void> {
  const more = { username, displayName: username, roles: [role], password, openedBy: 'test' }
  const added = await db.transaction('web', null, tx => addAccount(tx, more, '2026-11-21T09:00:00.000Z'))
  if (!added.ok) throw new Error(JSON.stringify(added))
}
