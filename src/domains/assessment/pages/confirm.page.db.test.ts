import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { type Context, inContext } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { personPages } from '../../person/index.ts'
import { permissions as sentencePermissions } from '../../sentence/index.ts'
import { startAssessment } from '../commands/start-assessment.ts'
import { permissions } from '../permissions.ts'
import { answerForTest } from '../signing.fixture.ts'
import { assessmentPages } from './index.ts'

let pages: PersonWeb
let officer: StaffBrowser

beforeAll(async () => {
  pages = await personWeb([...personPages, ...assessmentPages], [...permissions, ...sentencePermissions])
  officer = await pages.staff('imo.farrow', 'practitioner')
})
afterAll(() => pages.close())

const as = <T>(work: (ctx: Context) => Promise<T>) =>
  inContext(pages.web.services, { viewer: pages.maker, requestId: 't', channel: 'test' }, work)

/** Somebody with a signed full assessment of a period of supervision that is over. */
async function assessedBefore(lastName: string) {
  const { personId, crn } = await pages.record({ lastName })
  await as(async ctx => {
    const begun = await startAssessment(ctx, { personId, layer: 'L3', purpose: 'review', periodId: newId() })
    if (!begun.ok) throw new Error('not started')
    const { id } = begun.value
    await answerForTest(ctx, personId, id, { '8.1': 'YES', '10.8': 'NO', 'R3.1': 'YES', 'R3.2': 'DK', '3.4': '1' })
    await ctx.tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name)
       VALUES ($1, $2, $3, 'signed', $4, 'imo.farrow', 'Imo Farrow')`,
      [personId, newId(), id, ctx.now],
    )
    await ctx.tx.run('DELETE FROM assessment.open_assessment WHERE person_id = $1', [personId])
  })
  return `/case/${crn}/assessments`
}

const review = { intent: 'start', purpose: 'review', layer: 'L3' }

test('a new period of supervision asks whether to begin with what an earlier one left, and does as told', async () => {
  const list = await assessedBefore('Earlier')
  const asked = await sendForm(officer, `${list}/start`, review)
  expect(asked.statusCode).toBe(400)
  expect(asked.body).toContain('Begin with the answers of an earlier period of supervision?')
  const begun = await sendForm(officer, `${list}/start`, { ...review, cloneHistoric: 'no' })
  const overview = (await officer.get(begun.headers.location as string)).body
  expect(overview).not.toContain('carried forward')
})

test('carried answers are confirmed group by group, all of a group in view, and the page counts them', async () => {
  const list = await assessedBefore('Confirmed')
  const begun = await sendForm(officer, `${list}/start`, { ...review, cloneHistoric: 'yes' })
  const base = begun.headers.location as string
  const overview = (await officer.get(base)).body
  expect(overview).toContain('5 answers carried forward')
  expect(overview).toContain('3 of 3 risk-critical groups still to be confirmed')
  const url = `${base}/confirm`
  const before = (await officer.get(url)).body
  expect(before).toContain('0 of 3 confirmed')
  expect(before).toContain('Is there a risk that they end their life?')
  expect(before).toContain('Is there a risk that they harm themselves?')
  const seen = JSON.stringify({ 'R3.1': 1, 'R3.2': 1 })
  const done = await sendForm(officer, url, { intent: 'confirm', group: 'risks-to-self', seen })
  expect(done.headers.location).toBe(url)
  expect((await officer.get(url)).body).toContain('1 of 3 confirmed')
  const stale = await sendForm(officer, url, { intent: 'confirm', group: 'drugs-ever', seen: '{"8.1":7}' })
  expect(stale.statusCode).toBe(409)
  expect((await sendForm(officer, url, { intent: 'confirm', group: 'none', seen: '{' })).statusCode).toBe(404)
  expect(pages.web.defects).toEqual([])
})
