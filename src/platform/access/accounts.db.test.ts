import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Database, Tx } from '../store/index.ts'
import {
  accountOfProvider,
  addAccount,
  closeAccount,
  type NewAccount,
  verifyPassword,
  wakeAccount,
} from './accounts.ts'
import { noteFailure, sweepFailures } from './sign-in-failures.ts'

const now = '2026-11-21T09:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString()
const password = 'correct horse battery'

let database: Database
let owner: pg.Pool
const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.transaction('web', null, work)

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Pool({ connectionString: database.settings.ownerUrl, max: 1 })
})
afterAll(async () => {
  await owner.end()
  await dropAll()
})

async function opened(username: string, more: Partial<NewAccount> = {}, at = now): Promise<string> {
  const added = await inTx(tx =>
    addAccount(tx, { username, displayName: 'Ada Example', password, roles: ['court'], openedBy: 'test', ...more }, at),
  )
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  return added.value.id
}

function attempt(username: string, typed: string, at = now, address = '192.0.2.1') {
  return inTx(tx => verifyPassword(tx, { username, password: typed, address }, at))
}

describe('opening an account', () => {
  test('a user name is taken whatever its capitals', async () => {
    await opened('Grace')
    const second = await inTx(tx => addAccount(tx, { username: 'gRACE', displayName: 'G', openedBy: 'test' }, now))
    expect(second).toMatchObject({ ok: false, problems: [{ field: 'username', code: 'taken' }] })
  })

  test('a short password, an unknown role and a user name with spaces are each named', async () => {
    const answer = await inTx(tx =>
      addAccount(
        tx,
        { username: 'two words', displayName: ' ', password: 'short', roles: ['king' as 'court'], openedBy: 'test' },
        now,
      ),
    )
    expect(answer.ok ? [] : answer.problems.map(problem => problem.field)).toEqual([
      'username',
      'displayName',
      'roles',
      'password',
    ])
  })

  test('the stored password is argon2id with 19 MiB and two passes', async () => {
    await opened('hashed')
    const { rows } = await owner.query(`SELECT password_hash FROM platform.account WHERE username_key = 'hashed'`)
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('a local password', () => {
  test('signs in with any capitals in the user name', async () => {
    await opened('Alan', { regionCode: 'N50', courtCodes: ['B14LO'] })
    expect(await attempt('ALAN ', password)).toMatchObject({
      ok: true,
      viewer: { username: 'Alan', roles: ['court'], regionCode: 'N50', courtCodes: ['B14LO'] },
    })
  })

  test('is answered alike for a wrong password and an unknown user', async () => {
    await opened('known')
    expect(await attempt('known', 'wrong password', now, '192.0.2.50')).toEqual({ ok: false, because: 'wrong' })
    expect(await attempt('nobody-of-this-name', 'wrong password', now, '192.0.2.50')).toEqual({
      ok: false,
      because: 'wrong',
    })
  })

  test('takes as long to refuse an unknown user as a wrong password', async () => {
    await opened('timed')
    const timings = { timed: [] as number[], untimed: [] as number[] }
    for (let round = 0; round < 9; round++) {
      for (const name of ['timed', 'untimed'] as const) {
        // Its own address and a clean slate each round, so that only the hashing is measured.
        await owner.query('DELETE FROM platform.sign_in_failure')
        const start = performance.now()
        await attempt(name, 'wrong password', now, `192.0.2.${100 + round}`)
        timings[name].push(performance.now() - start)
      }
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4]!
    expect(median(timings.untimed) / median(timings.timed)).toBeGreaterThan(0.4)
    expect(median(timings.untimed) / median(timings.timed)).toBeLessThan(2.5)
  })

  test('never signs in an account that the identity provider signs in', async () => {
    await opened('by-provider', { password: undefined } as unknown as Partial<NewAccount>)
    expect(await attempt('by-provider', '')).toMatchObject({ ok: false, because: 'wrong' })
    expect(await attempt('by-provider', 'nobody has this password')).toMatchObject({ ok: false, because: 'wrong' })
  })

  test('is slowed down after five failures of one account, twice as long each time', async () => {
    await opened('guessed')
    for (let n = 0; n < 5; n++) await attempt('guessed', 'wrong password', now, `198.51.100.${n}`)
    expect(await attempt('guessed', password, later(1), '198.51.100.9')).toEqual({
      ok: false,
      because: 'wait',
      waitSeconds: 4,
    })
    expect(await attempt('guessed', 'wrong again', later(6), '198.51.100.9')).toMatchObject({ because: 'wrong' })
    expect(await attempt('guessed', password, later(7), '198.51.100.9')).toMatchObject({ waitSeconds: 9 })
    expect(await attempt('guessed', password, later(17), '198.51.100.9')).toMatchObject({ ok: true })
    expect(await attempt('guessed', 'wrong', later(18), '198.51.100.9')).toMatchObject({ because: 'wrong' })
  })

  test('is slowed down after fifty failures from one address over many accounts', async () => {
    await opened('bystander')
    const address = '203.0.113.7'
    await inTx(async tx => {
      for (let n = 0; n < 50; n++) await noteFailure(tx, `sprayed-${n}`, address, now)
    })
    expect(await attempt('bystander', password, later(1), address)).toMatchObject({ ok: false, because: 'wait' })
    expect(await attempt('bystander', password, later(1), '203.0.113.8')).toMatchObject({ ok: true })
  })

  test('failures older than the window no longer count and are swept away', async () => {
    for (let n = 0; n < 6; n++) await attempt('forgotten', 'wrong password', now, '192.0.2.60')
    expect(await attempt('forgotten', 'wrong password', later(2), '192.0.2.61')).toMatchObject({ because: 'wait' })
    expect(await attempt('forgotten', 'wrong password', later(3601), '192.0.2.61')).toMatchObject({ because: 'wrong' })
    expect(await inTx(tx => sweepFailures(tx, later(3602)))).toBeGreaterThan(0)
  })

  test('does not open a closed account, and tells so only to who knows the password', async () => {
    const id = await opened('leaver')
    await inTx(tx => closeAccount(tx, id, 'test', now))
    expect(await attempt('leaver', password, later(1))).toEqual({ ok: false, because: 'closed' })
    expect(await attempt('leaver', 'wrong password', later(2))).toEqual({ ok: false, because: 'wrong' })
  })

  test('does not open an account nobody used for ninety days until it is woken', async () => {
    const id = await opened('sleeper', {}, '2026-08-01T09:00:00.000Z')
    expect(await attempt('sleeper', password)).toEqual({ ok: false, because: 'dormant' })
    await inTx(tx => wakeAccount(tx, id, now))
    expect(await attempt('sleeper', password)).toMatchObject({ ok: true })
  })
})

describe('an account of the identity provider', () => {
  const claims = { subject: 'sub-1', username: 'Katherine', name: 'Katherine Example', roles: ['court', 'queen'] }

  test('is bound to the subject at the first sign-in and found by it after a change of name', async () => {
    await opened('katherine', { password: undefined } as unknown as Partial<NewAccount>)
    expect(await inTx(tx => accountOfProvider(tx, claims, now))).toMatchObject({
      ok: true,
      viewer: { username: 'katherine', name: 'Katherine Example', roles: ['court'] },
    })
    expect(await inTx(tx => accountOfProvider(tx, { ...claims, username: 'renamed' }, now))).toMatchObject({ ok: true })
  })

  test('another subject with the same user name is refused', async () => {
    expect(await inTx(tx => accountOfProvider(tx, { ...claims, subject: 'sub-2' }, now))).toEqual({
      ok: false,
      because: 'wrong',
    })
  })

  test('a local account is never taken over by its user name', async () => {
    await opened('local')
    expect(
      await inTx(tx => accountOfProvider(tx, { ...claims, subject: 'sub-3', username: 'local' }, now)),
    ).toMatchObject({ ok: false, because: 'wrong' })
  })

  test('an unknown user is refused', async () => {
    expect(
      await inTx(tx => accountOfProvider(tx, { subject: 'sub-9', username: null, name: null, roles: null }, now)),
    ).toMatchObject({ ok: false, because: 'wrong' })
  })
})
