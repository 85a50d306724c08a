import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { courtServices } from '../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import { addClientSecret } from '../../platform/access/index.ts'
import { projectRoot } from '../../platform/reference/index.ts'
import { type Database, newId } from '../../platform/store/index.ts'
import { registerCourtIntake } from './intake-routes.ts'

const folder = path.join(projectRoot(), 'samples/court')
const sample = (file: string) => readFileSync(path.join(folder, file), 'utf8')
let db: Database
let app: FastifyInstance
let token = ''
let readOnly = ''

async function client(scopes: readonly string[]): Promise<string> {
  return db.transaction('web', { userId: 'test', allowed: [], barred: [] }, async tx => {
    const id = newId()
    await tx.run(
      `INSERT INTO platform.account (id, username, username_key, display_name, kind, scopes, opened_at, opened_by)
       VALUES ($1, $3, $3, 'Court', 'machine', $2, '2026-01-01T00:00:00Z', 'test')`,
      [id, scopes, id],
    )
    return (await addClientSecret(tx, id, 'test', '2026-01-01T00:00:00Z')).token
  })
}

beforeAll(async () => {
  db = await testDatabase()
  token = await client(['court:write'])
  readOnly = await client(['court:read'])
  app = Fastify({ routerOptions: { maxParamLength: 500 } })
  await registerCourtIntake(app, courtServices(db))
})
afterAll(async () => {
  await app?.close()
  await dropAll()
})

function send(method: 'POST' | 'DELETE', url: string, payload = '', bearer = token) {
  const headers = { 'content-type': 'text/plain', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) }
  return app.inject({ method, url, headers, payload })
}

function count(sql: string): Promise<number> {
  return db.transaction(
    'worker',
    { userId: 'test', allowed: [], barred: [] },
    async tx => (await tx.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).n,
  )
}

const hearingId = 'E10E3EF3-8637-40E3-BDED-8ED104A380AC'

test('a sender nobody knows, or without the scope, sends nothing', async () => {
  const before = await count('court.message')
  expect((await send('POST', `/hearing/${hearingId}`, sample('cp/matcher-hearing.json'), '')).statusCode).toBe(401)
  expect((await send('POST', `/hearing/${hearingId}`, sample('cp/matcher-hearing.json'), 'tl_nobody')).statusCode).toBe(
    401,
  )
  expect((await send('POST', `/hearing/${hearingId}`, sample('cp/matcher-hearing.json'), readOnly)).statusCode).toBe(
    403,
  )
  expect(await count('court.message')).toBe(before)
})

test('a hearing is taken in, its copy changes nothing, its deletion takes it off the list', async () => {
  const first = await send('POST', `/hearing/${hearingId}`, sample('cp/matcher-hearing.json'))
  expect(first.statusCode).toBe(200)
  expect(first.json().parts).toMatchObject([{ fate: 'stored' }])
  const again = await send('POST', `/hearing/${hearingId}`, sample('cp/matcher-hearing.json'))
  expect(again.json().parts).toMatchObject([{ fate: 'unchanged' }])
  expect(await count('court.list_entry WHERE removed_at IS NULL')).toBe(4)
  const deleted = await send('DELETE', `/hearing/${hearingId}/delete`)
  expect(deleted.json().parts).toMatchObject([{ fate: 'updated' }])
  expect(await count('court.list_entry WHERE removed_at IS NULL')).toBe(0)
  expect(await count("court.list_entry WHERE removed_because = 'hearing-deleted'")).toBe(4)
  expect(await count('court.defendant')).toBe(2)
})

test('a hearing sent to another address is taken in under its own id, and staff are told', async () => {
  const answer = await send('POST', '/hearing/another', sample('cp/utils-hearing-morgan.json'))
  expect(answer.json().parts).toMatchObject([{ fate: 'stored' }])
  expect(await count("court.alert WHERE code = 'id-differs-from-address'")).toBe(1)
})

test('a required field that is missing is named', async () => {
  const answer = await send('POST', '/hearing/x', sample('cp-malformed/receiver-court-application-invalid.json'))
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json().problems).toMatchObject([{ field: 'hearing.id' }])
})

test('a list in SOAP is acknowledged in SOAP, a bad one is a fault that names the field', async () => {
  const good = await send('POST', '/libra/list', sample('libra-list-xml/gateway-sample-request.xml'))
  expect(good.statusCode).toBe(200)
  expect(good.body).toMatch(/<soap:Envelope[\s\S]*<MessageStatus>Success<\/MessageStatus>/)
  const bad = await send('POST', '/libra/list', sample('libra-list-malformed/gateway-sample-request-invalid-xml.xml'))
  expect(bad.statusCode).toBe(400)
  expect(bad.body).toMatch(/<soap:Fault>[\s\S]*soap:Sender[\s\S]*field="[^"]*documents/)
  const bare = await send('POST', '/libra/list', sample('libra-list-xml/utils-case-list-success.xml'))
  expect(bare.statusCode).toBe(200)
  expect(bare.body).not.toContain('Envelope')
})

test('a list case and a result come in by their own ways', async () => {
  expect((await send('POST', '/libra/case', sample('libra/matcher-case.json'))).json().parts).toMatchObject([
    { fate: 'stored' },
  ])
  const result = await send(
    'POST',
    '/spi/results',
    sample('spi-results/results-302-incorrectly-reused-asn__input-message-3.xml'),
  )
  expect(result.statusCode).toBe(200)
  expect(await count("court.proposal WHERE kind = 'order'")).toBe(1)
})

describe('bad input', () => {
  const good = sample('cp/utils-hearing-morgan.json')
  const id = (JSON.parse(good) as { hearing: { id: string } }).hearing.id
  const kept = () => count('court.message')

  test.each([
    ['broken JSON', '{"hearing": {'],
    ['an empty body', ''],
    ['a list where an object is meant', '[]'],
    ['text', 'hello'],
    ['no hearing', '{}'],
    ['neither person nor organisation', good.replace('"personDefendant"', '"somebody"')],
    ['a number where a text is meant', good.replace(/"lastName":\s*"[^"]*"/, '"lastName": {"a": 1}')],
    ['an id of senseless length', good.replace(id, 'x'.repeat(3000))],
    ['deep nesting', `${'{"hearing":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('%s is refused by the name of a field and kept', async (_, body) => {
    const before = await kept()
    const answer = await send('POST', `/hearing/${id}`, body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().problems[0].field).not.toBe('')
    expect(await kept()).toBe(before + 1)
  })

  test.each([
    [
      'a name with markup, emoji, marks from right to left and a null',
      "<script>alert(1)</script> \u202e\ud83d\ude00 \\u0000O'Neil",
    ],
    ['a name of 200 letters', 'Å'.repeat(200)],
    ['a half surrogate', '\\ud800 Smith'],
  ])('%s is stored as given', async (_, name) => {
    const body = good.replace(/"lastName":\s*"[^"]*"/, () => `"lastName": "${name}"`)
    expect(body).not.toBe(good)
    const answer = await send('POST', `/hearing/${id}`, body)
    expect(answer.statusCode).toBe(200)
  })

  test.each(['1900-01-01', '2199-12-31'])('a hearing on %s is taken in', async day => {
    const body = good.replace(/"sittingDay":\s*"[^"]*"/, `"sittingDay": "${day}T10:00:00Z"`)
    expect((await send('POST', `/hearing/${id}`, body)).statusCode).toBe(200)
  })

  test.each(['1990-02-30', '2990-01-01', 'unknown'])('a birth date of %s never stops a hearing', async day => {
    const body = good.replace(/"dateOfBirth":\s*"[^"]*"/, `"dateOfBirth": "${day}"`)
    expect((await send('POST', `/hearing/${id}`, body)).statusCode).toBeLessThan(500)
  })

  test('5,000 offences are stored', async () => {
    const message = JSON.parse(good) as {
      hearing: { prosecutionCases: { defendants: { offences: { id: string }[] }[] }[] }
    }
    const [defendant] = message.hearing.prosecutionCases[0]!.defendants
    const [offence] = defendant!.offences
    defendant!.offences = Array.from({ length: 5000 }, (__, index) => ({ ...offence!, id: `o${index}` }))
    expect((await send('POST', `/hearing/${id}`, JSON.stringify(message))).statusCode).toBe(200)
    expect(await count('court.offence')).toBeGreaterThanOrEqual(5000)
  })

  test('20 MB are taken or refused, never a defect', async () => {
    const answer = await send('POST', `/hearing/${id}`, `{"hearing": "${'x'.repeat(20 * 1024 * 1024)}"}`)
    expect(answer.statusCode).toBe(400)
    expect((await send('POST', `/hearing/${id}`, 'x'.repeat(33 * 1024 * 1024))).statusCode).toBe(413)
  })

  const strange = fc.oneof(
    fc.constantFrom(null, true, -1, 1e308, '', '\u0000', 'x'.repeat(201), '2026-02-30', [], {}, [null], '\ud83d'),
    fc.string(),
    fc.double(),
  )
  const texts = [
    'cp/utils-hearing-new-unmatched.json',
    'cp-application/utils-pic-test-id-85.json',
    'libra/matcher-case.json',
  ]

  test('no single changed value anywhere makes a defect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), strange, async (file, place, value) => {
        const message: unknown = JSON.parse(sample(file))
        const spots = spotsIn(message)
        const spot = spots[place % spots.length]!
        spot.holder[spot.key] = value
        const own = (message as { hearing?: { id?: unknown } }).hearing?.id
        const url = file.startsWith('libra')
          ? '/libra/case'
          : `/hearing/${encodeURIComponent(String(own ?? 'x')).slice(0, 200)}`
        const answer = await send('POST', url, JSON.stringify(message))
        expect([200, 400, 404], `${spot.path} = ${JSON.stringify(value)}: ${answer.body}`).toContain(answer.statusCode)
      }),
      { numRuns: 150, seed: 20260302 },
    )
  }, 120_000)

  test('no cut, doubled or changed piece of XML makes a defect', async () => {
    const ways = [
      ['/libra/list', 'libra-list-xml/gateway-sample-request.xml'],
      ['/spi/results', 'spi-results/results-112b-breach-further-offence__input-message.xml'],
    ] as const
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ways),
        fc.nat(),
        fc.nat(300),
        fc.string(),
        async ([url, file], from, length, put) => {
          const text = sample(file)
          const start = from % text.length
          const answer = await send('POST', url, text.slice(0, start) + put + text.slice(start + length))
          expect([200, 400], answer.body).toContain(answer.statusCode)
        },
      ),
      { numRuns: 150, seed: 20260302 },
    )
  }, 120_000)
})

type Spot = { readonly holder: Record<string, unknown>; readonly key: string; readonly path: string }

/** Every place of a JSON value where another value could be put. */
function spotsIn(value: unknown, path = ''): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key => {
    const here = `${path}.${key}`
    return [{ holder, key, path: here }, ...spotsIn(holder[key], here)]
  })
}
