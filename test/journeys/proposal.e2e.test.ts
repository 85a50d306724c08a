import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveProposalFacts } from '../../src/domains/advice/index.ts'
import { axeFaults, complaintsOf, type ProductBrowser, productBrowser } from '../support/product-browser.ts'

let product: ProductBrowser
beforeAll(async () => {
  product = await productBrowser()
}, 180_000)
afterAll(() => product.close())

/** A made-up person of Westmere with a request for a report and everything answered that a proposal asks. */
async function seeded(): Promise<string> {
  const { server } = product
  const offence = { code: 'TH68001', title: 'Theft', committedOn: '2026-08-03', convictedOn: '2026-11-02', main: true }
  const [request] = await server.rows<{ personId: string; requestId: string; crn: string }>(
    `WITH chosen AS (
       SELECT person_id, crn FROM person.stub
        WHERE crn IS NOT NULL AND region_code = 'ZW' AND NOT restricted AND NOT excluded ORDER BY crn LIMIT 1),
     made AS (
       INSERT INTO advice.request (person_id, id, kind, source, source_id, court_code, asked_at, asked_by, facts, team_code)
       SELECT person_id, gen_random_uuid(), 'after-conviction', 'manual', 'journey', 'B10JQ', '2026-11-03', 'court', $1,
              'ZW1CVA' FROM chosen RETURNING person_id, id)
     SELECT made.person_id AS "personId", made.id AS "requestId", chosen.crn FROM made JOIN chosen USING (person_id)`,
    [JSON.stringify({ offences: [offence] })],
  )
  const { personId, requestId, crn } = request!
  const { viewer } = await server.signedIn('court')
  const answers = {
    ...{ 'case.seriousness': 'medium', 'case.imprisonable': 'yes', 'case.outstanding-hours': '0' },
    ...{ 'person.cannot-attend-hours': 'none', 'person.cannot-attend-places': 'none', 'person.free-hours': '20' },
    ...{ 'person.curfew-address-suitable': 'yes', 'person.household-consents': 'yes', 'person.unpaid-work': 'able' },
  }
  expect(await server.as(viewer, ctx => giveProposalFacts(ctx, { personId, requestId, answers }))).toMatchObject({
    ok: true,
  })
  return `/case/${crn}/reports/${requestId}/proposal`
}

test('the proposal opens filled in with packages to choose, and none of its screens has a fault for anybody', async () => {
  const base = await seeded()
  const context = await product.browser.newContext({ viewport: { width: 1100, height: 900 } })
  await product.signedIn('court', context)
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const places = [
    base,
    `${base}/facts`,
    `${base}/own`,
    '/reports/concordance',
    '/catalogue',
    '/catalogue/coverage',
    '/catalogue/pathways',
  ]
  for (const place of places) {
    await page.goto(product.address + place)
    expect([place, await axeFaults(page)]).toEqual([place, []])
    await page.setViewportSize({ width: 320, height: 800 })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([place, wider <= 0]).toEqual([place, true])
    await page.setViewportSize({ width: 1100, height: 900 })
  }
  await page.goto(product.address + base)
  await page.getByRole('button', { name: 'Choose package 1' }).click()
  await page.waitForLoadState()
  expect(await page.locator('main').textContent()).toContain('A package of the list was chosen')
  expect(complaints).toEqual([])
}, 120_000)
