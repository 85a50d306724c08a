import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { charges, hearingMessage, type Listing } from '../../src/app/demonstration/court-messages.ts'
import { spiResult } from '../../src/app/demonstration/spi-result.ts'
import type { MadeUpPerson } from '../../src/app/made-up-people/people.ts'
import { addProvisionalPerson, openRecord } from '../../src/domains/person/index.ts'
import { plusMonths } from '../../src/platform/calendar/index.ts'
import { longDate } from '../../src/platform/words/index.ts'
import { complaintsOf, type ProductBrowser, productBrowser } from '../support/product-browser.ts'
import type { Caller } from '../support/product-server.ts'

let product: ProductBrowser
let gateway: Caller

beforeAll(async () => {
  product = await productBrowser()
  gateway = await product.server.client(['court:write'])
}, 240_000)
afterAll(() => product?.close())

/** Sends a message as a court's system does. */
async function courtSends(path: string, body: string): Promise<void> {
  const answer = await fetch(product.address + path, { method: 'POST', headers: gateway.headers, body })
  expect([path, answer.status]).toEqual([path, 200])
}

/** Somebody whom probation knows, on record in the region. */
async function personOnRecord(person: MadeUpPerson): Promise<string> {
  const { viewer } = await product.server.signedIn('case-admin')
  return product.server.as(viewer, async ctx => {
    const personId = await addProvisionalPerson(ctx, {
      firstName: person.firstName,
      middleNames: person.middleNames,
      lastName: person.lastName,
      dateOfBirth: person.dateOfBirth,
      sex: person.sex,
      address: { lines: [person.addressLine], postcode: person.postcode },
      pnc: person.pnc,
      source: 'STAFF',
      sourceId: `journey ${person.lastName}`,
    })
    return (await openRecord(ctx, personId, 'staff')).crn
  })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test.each([
  { script: false, lastName: 'Trevethick', firstName: 'Lowenna', courtSays: 'Lowena', urn: '26ZW1234501' },
  { script: true, lastName: 'Quillfeather', firstName: 'Dominic', courtSays: 'Dominik', urn: '26ZW1234502' },
])(
  'from the message of a court to the record of a person, nothing typed twice (script: $script)',
  async ({ script, lastName, firstName, courtSays, urn }) => {
    const { today } = product.server.services.clock()
    const person: MadeUpPerson = {
      ...{ firstName, middleNames: null, lastName, dateOfBirth: '1991-03-14', sex: 'female' },
      ...{ addressLine: `${script ? 7 : 8} Harbour Rise`, postcode: 'ZW4 7AB', pnc: null, cro: null },
    }
    const crn = await personOnRecord(person)
    const listing: Listing = {
      ...{ courtCode: 'B10JQ', courtName: "North Tyneside Magistrates' Court", room: 'Courtroom 9', day: today },
      ...{ time: '10:00', hearingType: 'Sentence', urn },
      defendants: [{ person: { ...person, firstName: courtSays }, offences: [charges[0]!] }],
    }
    const message = hearingMessage(`journey ${urn}`, listing)
    await courtSends(`/hearing/${message.id}`, message.body)

    const context = await product.browser.newContext({ javaScriptEnabled: script })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
    const show = (text: string | RegExp) => page.locator('summary', { hasText: text }).first().click()

    // The officer signs in and finds the defendant on the list of the day.
    await page.goto(`${product.address}/courts/B10JQ/${today}`)
    await press('Sign in as Samir Haddad')
    await page.goto(`${product.address}/courts/B10JQ/${today}?q=${lastName}`)
    await page
      .getByRole('link', { name: new RegExp(lastName) })
      .first()
      .click()
    expect(await heading(page).textContent()).toContain(lastName)
    const atCourt = page.url()

    // The service says who it may be and why; the officer decides.
    await page.getByRole('radio', { name: new RegExp(crn) }).check()
    await press('Save decision')
    expect(await page.getByText('Linked to').first().textContent()).toContain(crn)

    // A note that keeps itself while it is written, or by its button.
    const note = page.getByLabel('Add a hearing note')
    await note.fill('Pleaded guilty. Sentenced today; came with her sister.')
    if (script)
      await page
        .getByText(/Saved at/)
        .first()
        .waitFor()
    else await press('Save draft')
    await page.goto(atCourt)
    expect(await note.inputValue()).toContain('came with her sister')
    await press('Save note')
    expect(await page.locator('section', { has: page.locator('#notes') }).textContent()).toContain(
      'came with her sister',
    )

    // What happened: recorded, taken on and resulted.
    await page.getByLabel('Main outcome').selectOption({ label: 'Probation sentence' })
    await press('Save outcome')
    await page.goto(`${product.address}/court/outcomes`)
    await page.getByRole('checkbox', { name: new RegExp(lastName) }).check()
    await press('Take on or assign the chosen ones')
    await page.goto(`${product.address}/court/outcomes?tab=IN_PROGRESS`)
    await show(new RegExp(lastName))
    await page.locator('details[open]', { hasText: lastName }).getByRole('button', { name: 'Mark as resulted' }).click()

    // The court's result becomes a proposed sentence; accepted, it is on the record.
    const result = spiResult(listing, 0)
    await courtSends('/spi/results', result)
    await page.goto(`${product.address}/court/proposals`)
    await page
      .getByRole('link', { name: new RegExp(lastName) })
      .first()
      .click()
    expect(await page.getByText('120 hours').first().isVisible()).toBe(true)
    await press('Accept as proposed')

    await page.goto(`${product.address}/case/${crn}/orders`)
    const order = page.locator('main')
    expect(await order.textContent()).toContain('Community order')
    expect(await order.textContent()).toContain(longDate(plusMonths(today, 12)))
    expect(await order.textContent()).toMatch(/Unpaid work[\s\S]*120 hours/)
    expect(await order.textContent()).toMatch(/20 days/)
    await page.locator('main details summary').first().click()
    expect(await page.locator('main details[open] p').first().isVisible()).toBe(true)

    // The court corrects itself: shown beside what it said before, accepted, and changed on the record.
    await courtSends(
      '/spi/results',
      result.replaceAll('120 hours', '80 hours').replace('<DC:DurationValue>120<', '<DC:DurationValue>80<'),
    )
    await page.goto(`${product.address}/court/proposals`)
    await page
      .getByRole('link', { name: new RegExp(lastName) })
      .first()
      .click()
    const compared = page.locator('table', { hasText: 'Compared with what was proposed before' })
    expect(await compared.textContent()).toContain('120 hours')
    expect(await compared.textContent()).toContain('80 hours')
    await press('Accept as proposed')

    await page.goto(`${product.address}/case/${crn}/orders`)
    expect(await order.textContent()).toMatch(/Unpaid work[\s\S]*80 hours/)
    expect(await page.getByText('Nothing was changed since the order was recorded.').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  },
  120_000,
)
