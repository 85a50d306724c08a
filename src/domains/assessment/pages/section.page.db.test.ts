import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { inContext } from '../../../platform/context/index.ts'
import { personPages } from '../../person/index.ts'
import { permissions as sentencePermissions } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { assessmentPages } from './index.ts'

let pages: PersonWeb
let officer: StaffBrowser

beforeAll(async () => {
  pages = await personWeb([...personPages, ...assessmentPages], [...permissions, ...sentencePermissions])
  officer = await pages.staff('imo.farrow', 'practitioner')
})
afterAll(() => pages.close())

async function started(lastName: string) {
  const { crn } = await pages.record({ lastName })
  const list = `/case/${crn}/assessments`
  const begun = await sendForm(officer, `${list}/start`, { intent: 'start', purpose: 'review', layer: 'L3' })
  expect(begun.statusCode).toBe(303)
  return { base: begun.headers.location as string }
}

test('an area is filled in, saves itself, goes on to the next, and shows what was answered', async () => {
  const { base } = await started('Filled')
  const url = `${base}/3`
  const form = (await officer.get(url)).body
  expect(form).toContain('Are they without a fixed home?')
  expect(form).toContain('data-saves="autosave"')
  const token = await officer.token(url)
  const kept = await officer.post(
    url,
    { _csrf: token, intent: 'autosave', seen: '{}', '3.3': 'NO', '3.97': 'A <room>' },
    { accept: 'application/json' },
  )
  const answer = kept.json<{ hidden: { seen: string }; problems: unknown[] }>()
  expect([kept.statusCode, answer.problems]).toEqual([200, []])
  expect(JSON.parse(answer.hidden.seen)).toMatchObject({ '3.3': 1, '3.97': 1 })
  const saved = await sendForm(officer, url, { intent: 'save', seen: answer.hidden.seen, '3.3': 'NO', '3.4': '2' })
  expect(saved.headers.location).toBe(`${base}/4`)
  expect((await officer.get(url)).body).toContain('A &lt;room')
  expect((await officer.get(base)).body).toContain('3 left')
})

test('two windows: both texts are shown, and saving again is the choice', async () => {
  const { base } = await started('Windows')
  const url = `${base}/3`
  const send = (fields: Record<string, string>) => sendForm(officer, url, { intent: 'save', ...fields })
  await send({ seen: '{}', '3.97': 'Written in one window' })
  const met = await send({ seen: '{}', '3.97': 'Written in the other' })
  expect(met.statusCode).toBe(400)
  expect(met.body).toContain('Written in one window')
  expect(met.body).toContain('Written in the other')
  const seen = /name="seen" value="([^"]*)"/.exec(met.body)?.[1]?.replaceAll('&quot;', '"') ?? ''
  expect((await send({ seen, '3.97': 'Written in the other' })).statusCode).toBe(303)
})

test('what cannot be an answer is named beside its question, and a text too long is kept and named', async () => {
  const { base } = await started('Faulty')
  const wrong = await sendForm(officer, `${base}/1`, { intent: 'save', seen: '{', '1.32': 'many', '1.8': '14' })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('Enter a whole number')
  expect(wrong.body).toContain('value="many"')
  const long = 'y'.repeat(4003)
  const kept = await sendForm(officer, `${base}/3`, { intent: 'save', seen: '{}', '3.97': long })
  expect(kept.headers.location).toBe(`${base}/3`)
  const shown = (await officer.get(`${base}/3`)).body
  expect(shown).toContain('Shorten this by 3 characters')
  expect(shown).toContain(long)
})

test('scores follow what saves itself and "no issues", and nothing is scored for an answer that no predictor reads', async () => {
  const { base } = await started('Scored')
  const sets = async () => {
    const { count } = await inContext(
      pages.web.services,
      { viewer: pages.maker, requestId: 't', channel: 'test' },
      ctx => ctx.tx.one<{ count: number }>('SELECT count(*)::int AS count FROM assessment.score_set'),
    )
    return count
  }
  const autosave = async (section: string, fields: Record<string, string>) => {
    const token = await officer.token(`${base}/${section}`)
    const sent = { _csrf: token, intent: 'autosave', seen: '{}', ...fields }
    expect((await officer.post(`${base}/${section}`, sent, { accept: 'application/json' })).statusCode).toBe(200)
  }
  const before = await sets()
  await autosave('3', { '3.97': 'Nothing a predictor reads.' })
  expect(await sets()).toBe(before)
  await autosave('3', { '3.4': '2' })
  expect(await sets()).toBe(before + 1)
  await sendForm(officer, `${base}/12`, { intent: 'no-issues' })
  expect(await sets()).toBe(before + 2)
})

test('the screening is a table whose every field says its whole question', async () => {
  const { base } = await started('Screened')
  const form = (await officer.get(`${base}/ROSH`)).body
  expect(form).toMatch(/<th scope="col" [^>]*>Convicted before<\/th>/)
  expect(form).toContain('Convicted before of arson?')
  expect(form).toContain('name="R1.2.7.2"')
})
