import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, type Seeded, seededThings } from '../support/addresses.ts'
import { dropAll } from '../support/database.ts'
import { type Caller, type ProductServer, productServer } from '../support/product-server.ts'

let server: ProductServer
let things: Seeded
let machine: Caller
let officer: Caller

beforeAll(async () => {
  server = await productServer()
  things = await seededThings(server)
  machine = await server.client(['people:read', 'court:read', 'court:write'])
  officer = await server.signedIn('court')
}, 240_000)
afterAll(async () => {
  await server?.close()
  await dropAll()
})

async function get(url: string, caller: Caller = machine) {
  const answer = await server.app.inject({ method: 'GET', url: `/api${url}`, headers: caller.headers })
  expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, ''])
  return answer.json()
}

function send(url: string, body: object, caller: Caller = officer, headers: Record<string, string> = {}) {
  return server.app.inject({
    method: 'POST',
    url: `/api${url}`,
    headers: { ...caller.headers, 'x-csrf-token': caller.csrf, ...headers },
    payload: body,
  })
}

test('every route that reads answers in the form its description promises', async () => {
  const questions: Readonly<Record<string, string>> = {
    '/people': '?q=smith',
    '/court-counts': '?courts=B10JQ,B41ME&from=2026-01-01&to=2027-12-31',
    '/court-measures': '?from=2026-01-01&to=2026-12-31',
  }
  const routes = server.routes.filter(route => route.method === 'GET' && route.allow && route.url.startsWith('/api/'))
  expect(routes.length).toBeGreaterThan(15)
  for (const { url } of routes) {
    const path = url.slice('/api'.length)
    await get(addressOf(path, { ...things, region: 'ZW' }) + (questions[path] ?? ''), officer)
  }
}, 60_000)

test('a machine reads a person, their orders and the court list by the same rules as a screen', async () => {
  const { crn, court, day, person, appearance } = things
  const found = await get(`/people?q=${crn}`)
  expect(found.found[0].person).toMatchObject({ crn, limited: false })
  const { person: identity } = await get(`/people/${crn}`)
  expect(identity.name).toEqual(found.found[0].person.name)
  const { places } = await get(`/court/${court}/days/${day}`)
  expect(places.find((place: { appearanceId: string }) => place.appearanceId === appearance).entry.name).toBeTruthy()
  expect((await get(`/court/defendants/${person}/${appearance}`)).crn).toBe(crn)
})

test('a limited person is a CRN and no more, and their record is refused', async () => {
  const [limited] = await server.rows<{ crn: string }>('SELECT crn FROM person.stub WHERE restricted LIMIT 1')
  const { found, hidden } = await get(`/people?q=${limited!.crn}`)
  expect(found[0].person).toMatchObject({ crn: limited!.crn, limited: true, name: null, dateOfBirth: null, flags: [] })
  expect(hidden).toBe(1)
  const refused = await server.app.inject({ url: `/api/people/${limited!.crn}`, headers: machine.headers })
  expect(refused.statusCode).toBe(403)
})

test('an outcome is recorded once for a key, and what is wrong is named by field', async () => {
  const [free] = await server.rows<{ id: string }>(
    `SELECT a.appearance_id AS id FROM court.list_entry a
      WHERE a.outcome_state IS NULL AND NOT a.excluded AND NOT a.restricted LIMIT 1`,
  )
  const url = `/court/appearances/${free!.id}/outcome`
  const wrong = await send(url, { types: ['SOMETHING'] })
  expect([wrong.statusCode, wrong.json().problems[0].field]).toEqual([400, 'types'])
  const key = { 'idempotency-key': 'outcome-1' }
  const first = await send(url, { types: ['ADJOURNED'] }, officer, key)
  const again = await send(url, { types: ['ADJOURNED'] }, officer, key)
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body])
  expect((await send(url, { types: ['ADJOURNED'] })).statusCode).toBe(409)
  const note = await send(`/court/appearances/${free!.id}/notes`, { body: 'Adjourned to next week.' })
  expect(note.statusCode).toBe(201)
})

test('a proposed sentence is refused with a reason, and of two decisions one wins', async () => {
  const { proposals } = await get('/court/B10JQ/proposals', officer)
  const { proposalId, version } = proposals[0]
  const noReason = await send(`/court/proposals/${proposalId}/refuse`, { version, reason: ' ' })
  expect([noReason.statusCode, noReason.json().problems[0].field]).toEqual([400, 'reason'])
  expect((await send(`/court/proposals/${proposalId}/refuse`, { version, reason: 'Wrong person' })).statusCode).toBe(
    200,
  )
  expect((await send(`/court/proposals/${proposalId}/accept`, { version })).statusCode).toBe(409)
})
