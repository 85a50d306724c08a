import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Database, Tx } from '../store/index.ts'
import { addAccount, closeAccount } from './accounts.ts'
import { dropHeldForm, heldForms, holdForm, sweepHeldForms } from './held-forms.ts'
import { addClientSecret, endClientSecrets, readBearer } from './machine-clients.ts'
import { endSession, endSessionsOf, readSession, startSession, sweepSessions } from './sessions.ts'

const now = '2026-11-21T09:00:00.000Z'
const minutes = (n: number) => new Date(Date.parse(now) + n * 60_000).toISOString()
const limits = { idleMinutes: 30, maxHours: 12 }

let database: Database
let owner: pg.Pool
let account: string
let names = 0
const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.transaction('web', null, work)
const read = (token: string, at = now) => inTx(tx => readSession(tx, token, at, limits))

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Pool({ connectionString: database.settings.ownerUrl, max: 1 })
})
afterAll(async () => {
  await owner.end()
  await dropAll()
})
beforeEach(async () => {
  account = await opened('person')
})

async function opened(kind: 'person' | 'machine', scopes: readonly string[] = []): Promise<string> {
  const username = `user-${names++}`
  const added = await inTx(tx => addAccount(tx, { username, displayName: 'Ada', kind, scopes, openedBy: 'test' }, now))
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  return added.value.id
}

describe('a session', () => {
  test('is found by its token, and the token is stored nowhere', async () => {
    const { token, csrf } = await inTx(tx => startSession(tx, account, now))
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await read(token)).toMatchObject({ viewer: { id: account, kind: 'person' }, csrf, startedAt: now })
    const { rows } = await owner.query('SELECT * FROM platform.session WHERE account_id = $1', [account])
    expect(rows[0].token_hash).toEqual(createHash('sha256').update(token).digest())
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('of another token is nobody', async () => {
    expect(await read('AAAA')).toBeNull()
    expect(await read('')).toBeNull()
  })

  test('ends after thirty idle minutes, and every use starts them anew', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now))
    expect(await read(token, minutes(29))).not.toBeNull()
    expect(await read(token, minutes(58))).not.toBeNull()
    expect(await read(token, minutes(89))).toBeNull()
  })

  test('ends after twelve hours however much it is used', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now))
    for (let at = 20; at < 720; at += 20) expect(await read(token, minutes(at))).not.toBeNull()
    expect(await read(token, minutes(720))).toBeNull()
  })

  test('notes its use at most once a minute', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now))
    const usedAt = async () =>
      (await owner.query('SELECT used_at FROM platform.session WHERE account_id = $1', [account])).rows[0].used_at
    await read(token, minutes(0.9))
    expect((await usedAt()).toISOString()).toBe(now)
    await read(token, minutes(1.5))
    expect((await usedAt()).toISOString()).toBe(minutes(1.5))
  })

  test('ends on sign-out and its identity token is forgotten', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now, 'id-token'))
    expect(await read(token)).toMatchObject({ idToken: 'id-token' })
    await inTx(tx => endSession(tx, token, now))
    expect(await read(token)).toBeNull()
    const { rows } = await owner.query('SELECT id_token FROM platform.session WHERE account_id = $1', [account])
    expect(rows[0].id_token).toBeNull()
  })

  test('all sessions of an account end together, and when it is closed', async () => {
    const first = await inTx(tx => startSession(tx, account, now))
    await inTx(tx => startSession(tx, account, now))
    expect(await inTx(tx => endSessionsOf(tx, account, now, 'roles-changed'))).toBe(2)
    expect(await read(first.token)).toBeNull()
    const third = await inTx(tx => startSession(tx, account, now))
    await inTx(tx => closeAccount(tx, account, 'test', now))
    expect(await read(third.token, minutes(1))).toBeNull()
  })

  test('is swept away only when no late form can belong to it', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now))
    await inTx(tx => sweepSessions(tx, minutes(60 * 24 * 6), 7))
    expect(await inTx(tx => holdForm(tx, token, '/x', {}, now))).toBe(false)
    expect(await inTx(tx => sweepSessions(tx, minutes(60 * 24 * 8), 7))).toBeGreaterThan(0)
  })
})

describe('a form posted after its session ended', () => {
  const later = minutes(90)

  test('is held for the same user, without the old token, and for nobody else', async () => {
    const { token, csrf } = await inTx(tx => startSession(tx, account, now))
    const answers = { _csrf: csrf, intent: 'save', text: 'Long words <b>& "quotes"</b> 🙂' }
    expect(await inTx(tx => holdForm(tx, token, '/hearing/1/note', answers, later))).toBe(true)
    const [held] = await inTx(tx => heldForms(tx, account, later))
    expect(held).toMatchObject({
      path: '/hearing/1/note',
      answers: { intent: 'save', text: 'Long words <b>& "quotes"</b> 🙂' },
    })
    expect(held!.answers).not.toHaveProperty('_csrf')
    const other = await opened('person')
    expect(await inTx(tx => heldForms(tx, other, later))).toEqual([])
    expect(await inTx(tx => dropHeldForm(tx, other, held!.id))).toBe(false)
    expect(await inTx(tx => dropHeldForm(tx, account, held!.id))).toBe(true)
    expect(await inTx(tx => heldForms(tx, account, later))).toEqual([])
  })

  test('is not held when the form was not drawn in that session', async () => {
    const { token } = await inTx(tx => startSession(tx, account, now))
    expect(await inTx(tx => holdForm(tx, token, '/x', { _csrf: 'forged' }, later))).toBe(false)
    expect(await inTx(tx => holdForm(tx, 'unknown', '/x', { _csrf: 'forged' }, later))).toBe(false)
  })

  test('is not held after signing out on purpose', async () => {
    const { token, csrf } = await inTx(tx => startSession(tx, account, now))
    await inTx(tx => endSession(tx, token, now))
    expect(await inTx(tx => holdForm(tx, token, '/x', { _csrf: csrf }, later))).toBe(false)
  })

  test('is thrown away after a week', async () => {
    const { token, csrf } = await inTx(tx => startSession(tx, account, now))
    await inTx(tx => holdForm(tx, token, '/x', { _csrf: csrf, text: 'words' }, later))
    const week = minutes(90 + 60 * 24 * 7)
    expect(await inTx(tx => heldForms(tx, account, week))).toEqual([])
    expect(await inTx(tx => sweepHeldForms(tx, minutes(91 + 60 * 24 * 7)))).toBeGreaterThan(0)
  })
})

describe('a machine client', () => {
  test('is known by its secret, of which only the hash is stored', async () => {
    const client = await opened('machine', ['court.hearings.write'])
    const { token } = await inTx(tx => addClientSecret(tx, client, 'test', now))
    expect(await inTx(tx => readBearer(tx, token, now))).toMatchObject({
      id: client,
      kind: 'machine',
      scopes: ['court.hearings.write'],
    })
    const { rows } = await owner.query('SELECT * FROM platform.client_secret WHERE account_id = $1', [client])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('is refused with an unknown, expired or ended secret, or a closed account', async () => {
    const client = await opened('machine')
    const expiring = await inTx(tx => addClientSecret(tx, client, 'test', now, minutes(10)))
    const lasting = await inTx(tx => addClientSecret(tx, client, 'test', now))
    const bearer = (token: string, at: string) => inTx(tx => readBearer(tx, token, at))
    expect(await bearer(expiring.token, minutes(9))).not.toBeNull()
    expect(await bearer(expiring.token, minutes(10))).toBeNull()
    expect(await bearer('tl_unknown', now)).toBeNull()
    expect(await bearer('', now)).toBeNull()
    expect(await inTx(tx => endClientSecrets(tx, client, 'test', minutes(11)))).toBe(2)
    expect(await bearer(lasting.token, minutes(12))).toBeNull()
    const renewed = await inTx(tx => addClientSecret(tx, client, 'test', minutes(12)))
    await inTx(tx => closeAccount(tx, client, 'test', minutes(13)))
    expect(await bearer(renewed.token, minutes(14))).toBeNull()
  })

  test('cannot use the secret of a person, and a person cannot be a bearer', async () => {
    const { token } = await inTx(tx => addClientSecret(tx, account, 'test', now))
    expect(await inTx(tx => readBearer(tx, token, now))).toBeNull()
  })
})
