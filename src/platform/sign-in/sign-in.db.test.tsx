import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { browserOf, type TestWeb, webForTests } from '../../../test/support/web-for-tests.ts'
import { addAccount, type NewAccount } from '../access/index.ts'
import { ok, problems } from '../errors/index.ts'
import type { Database } from '../store/index.ts'
import { Form, page, post } from '../web/index.ts'

const start = '2026-11-21T09:00:00.000Z'
const minutes = (n: number) => new Date(Date.parse(start) + n * 60_000).toISOString()
const password = 'correct horse battery'
const saved: string[] = []

const notePage = page<null>({
  path: '/note',
  name: 'test.note',
  title: 'A note',
  allow: 'test.note',
  view: async () => null,
  body: () => (
    <Form intent="save">
      <textarea name="text" />
    </Form>
  ),
  posts: {
    save: post({
      allow: 'test.note',
      form: z.object({ text: z.string() }),
      async run(_ctx, form) {
        if (form.text === 'refused') return problems({ field: 'text', code: 'refused', text: 'Not this text' })
        saved.push(form.text)
        return ok({ to: '/note', say: 'Saved' })
      },
    }),
  },
})

let db: Database
let owner: pg.Client
let web: TestWeb

beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.settings.ownerUrl })
  await owner.connect()
  web = await webForTests(db, {
    demonstration: true,
    pages: [notePage],
    permissions: [{ action: 'test.note', about: 'write notes', roles: { court: 'any', 'case-admin': 'any' } }],
  })
  await account('ada', { roles: ['court'], password, displayName: 'Ada Example' })
  await account('grace', { roles: ['case-admin'], password })
  await account('demo-admin', { roles: ['admin'], demonstration: true, displayName: 'Dot Admin' })
  await account('demo-court', { roles: ['court'], demonstration: true, displayName: 'Cy Court' })
})
afterAll(async () => {
  await owner.end()
  await web.close()
  await dropAll()
})
beforeEach(() => {
  web.at(start)
  saved.length = 0
})

async function account(username: string, more: Partial<NewAccount>): Promise<void> {
  const added = await db.transaction('web', null, tx =>
    addAccount(tx, { username, displayName: username, openedBy: 'test', ...more }, start),
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
}

async function signedIn(username = 'ada') {
  const browser = browserOf(web.app)
  await browser.post('/sign-in', { username, password, next: '/note' })
  return browser
}

describe('the sign-in page', () => {
  test('is where a page leads to somebody who is not signed in, and back again', async () => {
    const browser = browserOf(web.app)
    const refused = await browser.get('/note?tab=2')
    expect(refused.headers.location).toBe('/sign-in?next=%2Fnote%3Ftab%3D2')
    const form = await browser.get(String(refused.headers.location))
    expect(form.body).toContain('name="next" value="/note?tab=2"')
    const done = await browser.post('/sign-in', { username: 'Ada', password, next: '/note?tab=2' })
    expect([done.statusCode, done.headers.location]).toEqual([303, '/note?tab=2'])
    expect((await browser.get('/note')).statusCode).toBe(200)
    expect((await browser.get('/sign-in')).statusCode).toBe(303)
  })

  test('keeps the session in a cookie that no script reads and no other site sends with a form', async () => {
    const browser = browserOf(web.app)
    const done = await browser.post('/sign-in', { username: 'ada', password })
    const cookie = done.cookies.find(one => one.name === 'throughline')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  test('names what is missing or wrong beside the field, keeps the user name and never the password', async () => {
    const browser = browserOf(web.app)
    const empty = await browser.post('/sign-in', {})
    expect(empty.statusCode).toBe(400)
    expect(empty.body).toContain('Enter your user name.')
    expect(empty.body).toContain('Enter your password.')
    const wrong = await browser.post('/sign-in', { username: 'ada', password: 'my old password' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('The user name or the password is not right')
    expect(wrong.body).toContain('value="ada"')
    expect(wrong.body).not.toContain('my old password')
    expect(browser.cookies.size).toBe(0)
  })

  test('answers a guesser with the time to wait', async () => {
    const browser = browserOf(web.app)
    for (let n = 0; n < 5; n++) await browser.post('/sign-in', { username: 'guessed', password: `guess ${n}` })
    const slowed = await browser.post('/sign-in', { username: 'guessed', password: 'guess 6' })
    expect(slowed.statusCode).toBe(429)
    expect(slowed.body).toContain('Wait 5 seconds, then try again.')
  })

  test('refuses a form another site sent', async () => {
    const browser = browserOf(web.app)
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const answer = await browser.post('/sign-in', { username: 'ada', password }, headers as Record<string, string>)
      expect(answer.statusCode, JSON.stringify(headers)).toBe(403)
    }
    expect(browser.cookies.size).toBe(0)
  })

  test('never leads to another site afterwards', async () => {
    const done = await browserOf(web.app).post('/sign-in', { username: 'ada', password, next: '//evil.example/x' })
    expect(done.headers.location).toBe('/')
  })

  test('leaves a trace of every sign-in and every refusal, without what was typed', async () => {
    await signedIn()
    await browserOf(web.app).post('/sign-in', { username: 'typed-my-password-here', password: 'x' })
    const { rows } = await owner.query(`SELECT actor, body FROM platform.audit_entry WHERE what = 'access.sign-in'`)
    expect(rows.some(row => row.actor === 'ada' && row.body.includes('"outcome":"success"'))).toBe(true)
    expect(rows.some(row => row.actor === 'system:sign-in' && row.body.includes('"outcome":"denied"'))).toBe(true)
    expect(JSON.stringify(rows)).not.toContain('typed-my-password-here')
  })
})

describe('demonstration mode', () => {
  test('lists one account for each role, in the order of the roles, with one click to sign in', async () => {
    const browser = browserOf(web.app)
    const { body } = await browser.get('/sign-in')
    expect(body.indexOf('Cy Court')).toBeGreaterThan(0)
    expect(body.indexOf('Cy Court')).toBeLessThan(body.indexOf('Dot Admin'))
    expect(body).not.toContain('Ada Example')
    const id = /value="([0-9a-f-]{36})"/.exec(body)![1]!
    const done = await browser.post('/sign-in/demonstration', { account: id, next: '/note' })
    expect(done.headers.location).toBe('/note')
    expect((await browser.get('/note')).body).toContain('Cy Court')
  })

  test('signs nobody in as an account that is not one of its own', async () => {
    const { rows } = await owner.query(`SELECT id FROM platform.account WHERE username = 'ada'`)
    const answer = await browserOf(web.app).post('/sign-in/demonstration', { account: rows[0].id })
    expect(answer.statusCode).toBe(403)
  })

  test('off, no account is listed and none can be clicked', async () => {
    const real = await webForTests(db, {})
    const browser = browserOf(real.app)
    expect((await browser.get('/sign-in')).body).not.toContain('Cy Court')
    const { rows } = await owner.query(`SELECT id FROM platform.account WHERE username = 'demo-court'`)
    expect((await browser.post('/sign-in/demonstration', { account: rows[0].id })).statusCode).toBe(403)
    await real.close()
  })
})

describe('signing out', () => {
  test('asks first, then ends the session for good', async () => {
    const browser = await signedIn()
    const cookie = browser.cookies.get('throughline')!
    expect((await browser.get('/sign-out')).body).toContain('Stay signed in')
    const done = await browser.post('/sign-out', { _csrf: await browser.token('/note') })
    expect(done.headers.location).toBe('/signed-out')
    expect(browser.cookies.has('throughline')).toBe(false)
    browser.cookies.set('throughline', cookie)
    expect((await browser.get('/note')).statusCode).toBe(303)
  })

  test('needs the token of the session, so that another site cannot sign anybody out', async () => {
    const browser = await signedIn()
    expect((await browser.post('/sign-out', { _csrf: 'forged' })).statusCode).toBe(403)
    expect((await browser.get('/note')).statusCode).toBe(200)
  })

  test('without a session says that one is signed out', async () => {
    const browser = browserOf(web.app)
    expect((await browser.post('/sign-out', {})).headers.location).toBe('/signed-out')
    expect((await browser.get('/signed-out')).body).toContain('You are signed out')
  })
})

describe('a form sent after the session ended', () => {
  const words = 'Long words <b>& "quotes"</b>\nsecond line 🙂'

  test('waits for the same user and is sent again with one click', async () => {
    const browser = await signedIn()
    const token = await browser.token('/note')
    web.at(minutes(45))
    const late = await browser.post('/note', { _csrf: token, intent: 'save', text: words })
    expect(late.headers.location).toBe('/sign-in?ended=1&held=1')
    expect((await browser.get(String(late.headers.location))).body).toContain('What you sent is kept')
    const back = await browser.post('/sign-in', { username: 'ada', password })
    expect(back.headers.location).toBe('/held-forms')
    const page = await browser.get('/held-forms')
    expect(page.body).toContain('Long words &lt;b>&amp; &quot;quotes&quot;')
    expect(page.body).toContain('second line 🙂')
    const held = /name="held" value="([^"]+)"/.exec(page.body)![1]!
    const csrf = await browser.token('/held-forms')
    const sent = await browser.post('/held-forms', { _csrf: csrf, held, do: 'send' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/note'])
    expect(saved).toEqual([words])
    expect((await browser.get('/held-forms')).body).toContain('Nothing is waiting')
  })

  test('is offered to nobody else', async () => {
    const browser = await signedIn()
    const token = await browser.token('/note')
    web.at(minutes(45))
    await browser.post('/note', { _csrf: token, intent: 'save', text: 'for my eyes' })
    const other = await browser.post('/sign-in', { username: 'grace', password, next: '/note' })
    expect(other.headers.location).toBe('/note')
    expect((await browser.get('/held-forms')).body).not.toContain('for my eyes')
    await owner.query('DELETE FROM platform.held_form')
  })

  test('can be thrown away', async () => {
    const browser = await signedIn()
    const token = await browser.token('/note')
    web.at(minutes(45))
    await browser.post('/note', { _csrf: token, intent: 'save', text: words })
    await browser.post('/sign-in', { username: 'ada', password })
    const page = await browser.get('/held-forms')
    const held = /name="held" value="([^"]+)"/.exec(page.body)![1]!
    await browser.post('/held-forms', { _csrf: await browser.token('/held-forms'), held, do: 'drop' })
    expect((await browser.get('/held-forms')).body).toContain('Nothing is waiting')
    const again = await browser.post('/held-forms', { _csrf: await browser.token('/note'), held, do: 'send' })
    expect(again.statusCode).toBe(410)
    expect(saved).toEqual([])
  })

  test('refused for its words comes back with them on its own page', async () => {
    const browser = await signedIn()
    const token = await browser.token('/note')
    web.at(minutes(45))
    await browser.post('/note', { _csrf: token, intent: 'save', text: 'refused' })
    await browser.post('/sign-in', { username: 'ada', password })
    const page = await browser.get('/held-forms')
    const held = /name="held" value="([^"]+)"/.exec(page.body)![1]!
    const sent = await browser.post('/held-forms', { _csrf: await browser.token('/note'), held, do: 'send' })
    expect(sent.statusCode).toBe(400)
    expect(sent.body).toContain('action="/note"')
  })

  test('still open in another tab can be sent from the next session', async () => {
    const browser = await signedIn()
    const token = await browser.token('/note')
    web.at(minutes(45))
    await browser.post('/sign-in', { username: 'ada', password })
    const sent = await browser.post('/note', { _csrf: token, intent: 'save', text: 'from the other tab' })
    expect(sent.statusCode).toBe(303)
    expect(saved).toEqual(['from the other tab'])
  })
})

test('no request of these tests was a defect', () => {
  expect(web.defects).toEqual([])
})
