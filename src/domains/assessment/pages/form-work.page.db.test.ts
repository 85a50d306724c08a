import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SigningWeb, signAt, signingWeb } from '../../../../test/support/signing-web.ts'
import { inContext } from '../../../platform/context/index.ts'

let web: SigningWeb
beforeAll(async () => {
  web = await signingWeb()
})
afterAll(() => web.pages.close())

/** A signed screening that took so many seconds and actions. */
async function signedAfter(lastName: string, seconds: number, actions: number) {
  const base = await web.opened(lastName, true)
  await inContext(web.pages.web.services, { viewer: web.pages.maker, requestId: 't', channel: 'test' }, ctx =>
    ctx.tx.run(
      `INSERT INTO assessment.form_use (person_id, assessment_id, layer, actions, seconds, last_at)
       SELECT person_id, id, layer, $2, $3, $4 FROM assessment.assessment WHERE id::text = $1`,
      [base.split('/').at(-1) ?? '', actions, seconds, ctx.now],
    ),
  )
  expect((await signAt(web, base)).statusCode).toBe(303)
  return base
}

test('the median minutes and actions of signed assessments stand by kind, and a number opens its list', async () => {
  expect((await web.senior.get('/assessments/work')).body).toContain('No assessment of your region was signed yet')
  const short = await signedAfter('Short', 600, 40)
  await signedAfter('Middle', 1500, 70)
  await signedAfter('Long', 7200, 300)
  const { body } = await web.senior.get('/assessments/work')
  expect(body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(
    /Screening 3 for Screening.* 25 for Screening.* 70 for Screening/,
  )
  expect(body).not.toContain(short)
  const list = (await web.senior.get('/assessments/work?kind=L1')).body
  expect(list).toContain(short)
  expect(list.indexOf('Long')).toBeLessThan(list.indexOf('Short'))
  expect((await web.senior.get('/assessments/work?kind=nonsense')).statusCode).toBe(200)
  expect((await web.officer.get('/assessments/work')).statusCode).toBe(403)
  const elsewhere = await web.pages.staff('eve', 'team-manager', 'K')
  expect((await elsewhere.get('/assessments/work')).body).toContain('No assessment of your region was signed yet')
  expect(web.pages.web.defects).toEqual([])
})
