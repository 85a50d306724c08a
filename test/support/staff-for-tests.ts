import { addAccount, type NewAccount, startSession } from '../../src/platform/access/index.ts'
import { sessionCookie } from '../../src/platform/web/index.ts'
import { browserOf, type TestWeb } from './web-for-tests.ts'

/** A browser with a session of a new member of staff, without going by the sign-in page. */
export async function staffBrowser(web: TestWeb, account: Omit<NewAccount, 'displayName' | 'openedBy'>) {
  const { db, clock } = web.services
  const token = await db.transaction('web', null, async tx => {
    const added = await addAccount(tx, { displayName: account.username, openedBy: 'test', ...account }, clock().now)
    if (!added.ok) throw new Error(JSON.stringify(added.problems))
    return (await startSession(tx, added.value.id, clock().now)).token
  })
  const browser = browserOf(web.app)
  browser.cookies.set(sessionCookie(false), token)
  return browser
}
