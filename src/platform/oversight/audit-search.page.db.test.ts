import { beforeAll, describe, expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'
import { newId } from '../store/index.ts'

const oversight = oversightForTests()
let admin: Awaited<ReturnType<typeof oversight.signedIn>>

beforeAll(async () => {
  admin = await oversight.signedIn('dot')
})

test('the page is for administrators only', async () => {
  expect((await admin.get('/admin/audit')).statusCode).toBe(200)
  expect((await (await oversight.signedIn('cy')).get('/admin/audit')).statusCode).toBe(403)
})

describe('audit search', () => {
  test('finds entries by who, what and when, counts people without naming them, and is itself an entry', async () => {
    const person = newId()
    await oversight.asWorker(async ctx => ctx.look('court.case-list', [person, newId()], { justification: 'duty day' }))
    const found = await admin.get('/admin/audit?what=court.&from=21+November+2026&to=today&actor=system:test')
    expect(found.statusCode).toBe(200)
    expect(found.body).toContain('court.case-list')
    expect(found.body).toContain('duty day')
    expect(found.body).not.toContain(person)
    expect((await admin.get('/admin/audit?what=court.&to=yesterday')).body).toContain(
      'No entry of the log is like this',
    )
    expect((await admin.get('/admin/audit?what=platform.search-audit')).body).toContain('dot')
    const denied = await admin.get('/admin/audit?denied=1')
    expect(denied.body).toContain('platform.search-audit')
    expect(denied.body).not.toContain('duty day')
  })

  test('names a date it cannot read and nonsense in the address changes nothing', async () => {
    const answer = await admin.get('/admin/audit?from=soon')
    expect(answer.body).toContain('There is a problem')
    for (const query of [
      'before=x',
      'before=2026-99-99T00:00:00.000Z_1_1',
      'operation=x',
      'from=&from=',
      'what=%27;%25',
    ]) {
      expect((await admin.get(`/admin/audit?${query}`)).statusCode, query).toBe(200)
    }
  })

  test('goes through the log page by page, each entry once', async () => {
    await oversight.asWorker(async ctx => {
      for (let n = 0; n < 250; n++) ctx.record('system', `paging.${n}`, [])
    })
    const seen: string[] = []
    let address: string | null = '/admin/audit?what=paging.'
    while (address !== null) {
      const { body }: { body: string } = await admin.get(address)
      seen.push(...[...body.matchAll(/>paging\.(\d+)</g)].map(match => match[1]!))
      address = /href="(\/admin\/audit\?[^"]*before=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null
    }
    expect([seen.length, new Set(seen).size]).toEqual([250, 250])
  })
})
