import { charges, hearingMessage } from '../../src/app/demonstration/court-messages.ts'
import { madeUpPeople } from '../../src/app/made-up-people/people.ts'
import { permissions as court, courtPages, takeInMessage } from '../../src/domains/court/index.ts'
import { loadReference } from '../../src/domains/organisation/index.ts'
import { permissions as person } from '../../src/domains/person/index.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { addAccount, machine, type Role, startSession } from '../../src/platform/access/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { Database } from '../../src/platform/store/index.ts'
import { browserOf, webForTests } from './web-for-tests.ts'

export const courtDay: LocalDate = '2026-11-21'

/** The court's screens on a test database with the courts loaded, at 9am on `courtDay`. */
export async function courtWeb(db: Database) {
  const web = await webForTests(db, { pages: courtPages, permissions: [...person, ...sentence, ...court] })
  const { services } = web
  const asWorker = { userId: 'test', allowed: [], barred: [] }
  await db.transaction('worker', asWorker, tx => loadReference(tx))
  return {
    ...web,
    /** A browser signed in as a new account of the role. */
    async browserAs(username: string, role: Role = 'court') {
      const { now } = services.clock()
      const token = await db.transaction('web', { userId: 'sign-in', allowed: [], barred: [] }, async tx => {
        const added = await addAccount(
          tx,
          { username, displayName: `${username} Officer`, subject: username, roles: [role], openedBy: 'test' },
          now,
        )
        if (!added.ok) throw new Error(added.problems[0]?.text)
        return (await startSession(tx, added.value.id, now)).token
      })
      const browser = browserOf(web.app)
      browser.cookies.set('throughline', token)
      return browser
    },
    /** Takes in a hearing of made-up people at B10JQ on `courtDay`, one defendant each, and says where each stands. */
    async listed(count = 1, seed = 1): Promise<readonly { readonly path: string; readonly name: string }[]> {
      const people = madeUpPeople(seed, courtDay)
      for (let n = 0; n < count; n++) {
        const message = hearingMessage(`test ${seed} ${n}`, {
          courtCode: 'B10JQ',
          courtName: 'North Shields',
          room: 'Courtroom 1',
          day: courtDay,
          time: '10:00',
          hearingType: 'First hearing',
          urn: `05AB12${34500 + n}`,
          defendants: [{ person: people.next().value, offences: [charges[0]!] }],
        })
        await takeInMessage(services, {
          channel: 'hearing',
          body: Buffer.from(message.body),
          pathId: message.id,
          receivedBy: machine('test', ['court:write']),
          requestId: 'test',
        })
      }
      return db.transaction('worker', asWorker, tx =>
        tx.rows<{ path: string; name: string }>(
          `SELECT '/court/defendants/' || person_id || '/' || appearance_id AS path, name
             FROM court.list_entry ORDER BY surname_key, id`,
        ),
      )
    },
  }
}
