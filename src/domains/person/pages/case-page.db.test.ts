import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { staffBrowser } from '../../../../test/support/staff-for-tests.ts'
import { type TestWeb, webForTests } from '../../../../test/support/web-for-tests.ts'
import { refreshFlags } from '../access-flags.ts'
import { addProvisionalPerson } from '../commands/add-person.ts'
import { openRecord } from '../commands/open-record.ts'
import { permissions } from '../permissions.ts'
import { limitsOf } from '../queries/limits-of.ts'
import { asUser, facts, testDay, user } from '../test-people.ts'
import { personPages } from './index.ts'

let web: TestWeb
type Browser = Awaited<ReturnType<typeof staffBrowser>>
let londoner: Browser
let northerner: Browser
let analyst: Browser

beforeAll(async () => {
  // The tabs ask for rows of domains above, which are not part of these pages.
  const tabs = ['assessment.view', 'assessment.see-plan'].map(action => ({ action, about: 'see a tab', roles: {} }))
  web = await webForTests(await testDatabase(), {
    pages: personPages,
    permissions: [...permissions, ...tabs],
    limitsOf,
  })
  londoner = await staffBrowser(web, { username: 'anna.london', roles: ['practitioner'], regionCode: 'J' })
  northerner = await staffBrowser(web, { username: 'ned.north', roles: ['practitioner'], regionCode: 'A' })
  analyst = await staffBrowser(web, { username: 'ana.lyst', roles: ['analyst'], regionCode: 'J' })
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

const maker = user('maker', ['practitioner'], { regionCode: 'J' })

function record(lastName: string): Promise<{ personId: string; crn: string }> {
  return asUser(web.services, maker, async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ lastName, pnc: '2004/0012345A' }))
    return { personId, ...(await openRecord(ctx, personId, 'staff')) }
  })
}

async function restrict(personId: string): Promise<void> {
  await asUser(web.services, maker, async ctx => {
    await ctx.tx.run(
      `INSERT INTO person.access_limit (person_id, id, kind, subject_kind, subject, starts_on, reason_code, reason,
         authoriser, review_on, started_at, started_by)
       VALUES ($1, $1, 'restriction', 'user', 'someone.else', '2026-01-01', 'victim', 'Sister works here', 'boss',
         '2027-01-01', now(), 'test')`,
      [personId],
    )
    await refreshFlags(ctx.tx, personId, testDay)
  })
}

test('a case shows its identity bar, its tabs and its facts', async () => {
  const { crn } = await record('Shownhere')
  const page = await londoner.get(`/case/${crn}/details`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Shownhere, Tomasz')
  expect(page.body).toContain(`CRN ${crn}`)
  expect(page.body).toContain(`href="/case/${crn}/orders"`)
  expect(page.body).toContain('Kept as given and not used')
  expect(page.body).not.toMatch(/<title>[^<]*(Shownhere|[A-Z]\d{6})/)
})

test('outside the own region the page first asks why, keeps what was typed, and then opens', async () => {
  const { crn } = await record('Faraway')
  const url = `/case/${crn}/details`
  const asked = await northerner.get(url)
  expect(asked.body).toContain('Say why you need this record')
  expect(asked.body).not.toContain('Faraway')
  const token = await northerner.token(url)
  const give = (fields: Record<string, string>) =>
    northerner.post(url, { _csrf: token, intent: 'give-purpose', ...fields })

  const refused = await give({ code: 'other', words: '' })
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('There is a problem')
  expect(refused.body).toMatch(/value="other"[^>]*checked|checked[^>]*value="other"/)
  expect((await give({ code: 'cover', words: '' })).headers.location).toBe(url)
  expect((await northerner.get(url)).body).toContain('Faraway, Tomasz')
})

test('a restricted person is a CRN and whom to ask, on every page, and the attempt is logged', async () => {
  const { crn, personId } = await record('Hiddenname')
  await restrict(personId)
  for (const { path } of personPages.filter(page => page.path.startsWith('/case/:crn'))) {
    const page = await londoner.get(path.replace(':crn', crn).replace(/:[a-z]+/gi, personId))
    expect(page.statusCode).toBe(403)
    expect(page.body).toContain('Access is limited')
    expect(page.body).toContain('limited-access administrator')
    expect(page.body).not.toMatch(/Hiddenname|Tomasz|Sister works here|someone\.else|17 April/)
  }
  const denied = await asUser(web.services, maker, ctx =>
    ctx.tx.rows(
      `SELECT 1 FROM platform.audit_entry WHERE actor = 'anna.london' AND people @> ARRAY[$1::uuid]
                   AND body LIKE '%denied%'`,
      [personId],
    ),
  )
  expect(denied.length).toBeGreaterThan(0)
})

test('a role that may not open records is refused, and a number nobody holds is not found', async () => {
  const { crn } = await record('Norole')
  expect((await analyst.get(`/case/${crn}/details`)).statusCode).toBe(403)
  expect((await londoner.get('/case/Z999999/details')).statusCode).toBe(404)
  expect((await londoner.get('/case/%3Cscript%3E/details')).statusCode).toBe(404)
  expect(web.defects).toEqual([])
})
