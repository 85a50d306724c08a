import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { charges, hearingMessage, type Listing } from '../../src/app/demonstration/court-messages.ts'
import { spiResult } from '../../src/app/demonstration/spi-result.ts'
import { type MadeUpLife, madeUpAnswers } from '../../src/app/made-up-people/answers.ts'
import type { MadeUpPerson } from '../../src/app/made-up-people/people.ts'
import { fieldsAt } from '../../src/domains/advice/parameters/report-fields.ts'
import type { ReportSection } from '../../src/domains/advice/report-model.ts'
import { filled } from '../../src/domains/advice/rules/filled-report.fixture.ts'
import { questionSet, sectionsFor } from '../../src/domains/assessment/index.ts'
import { addProvisionalPerson, openRecord } from '../../src/domains/person/index.ts'
import { plusDays } from '../../src/platform/calendar/index.ts'
import { fillByHand, fillTheRest } from '../support/fill-assessment.ts'
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
async function personOnRecord(person: MadeUpPerson): Promise<{ readonly personId: string; readonly crn: string }> {
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
    return { personId, crn: (await openRecord(ctx, personId, 'staff')).crn }
  })
}

/** A window of somebody of the demonstration region, with the few words this journey needs. */
async function windowOf(username: string, script: boolean) {
  const context: BrowserContext = await product.browser.newContext({ javaScriptEnabled: script })
  await product.signedIn(username, context)
  const page: Page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return {
    page,
    complaints: complaintsOf(page),
    open: (path: string) => page.goto(product.address + path),
    press: (name: string | RegExp) => page.getByRole('button', { name }).first().click(),
    follow: (name: string | RegExp) => page.getByRole('link', { name }).first().click(),
    /** Ticks the choice of this value in the field. */
    choose: (field: string, value: string) => page.locator(`input[name="${field}"][value="${value}"]`).check(),
    type: (field: string, words: string) => page.locator(`[name="${field}"]`).fill(words),
    main: () => page.locator('main').innerText(),
    path: () => new URL(page.url()).pathname,
    /** A form that saves itself has said so. */
    savedItself: () =>
      page
        .getByText(/Saved at/)
        .first()
        .waitFor(),
    close: () => context.close(),
  }
}
type Window = Awaited<ReturnType<typeof windowOf>>

/** Somebody who drinks and does not think ahead, and could do serious harm to the public. */
const life: MadeUpLife = {
  ...{ problems: ['drink', 'thinking'], harm: 'HIGH', sanctions: 3, violent: 1, firstSanctionAge: 17 },
  ...{ offenceCode: '00801', sentencedOn: '2026-11-02' },
}

/** Asked of an agency and answered: nothing is known. */
async function enquire(officer: Window, crn: string, kind: string, askedOf: string): Promise<void> {
  await officer.open(`/case/${crn}/enquiries/ask`)
  await officer.page.getByLabel('What kind of enquiry?').selectOption({ value: kind })
  await officer.type('askedOf', askedOf)
  await officer.press('Record the enquiry')
  await officer.follow(/Chase, answer or close/)
  await officer.choose('found', 'nothing-known')
  await officer.type('answer', `${askedOf} holds nothing.`)
  await officer.press('Record the answer')
  expect(await officer.main()).toContain(`${askedOf} holds nothing.`)
}

/** Three areas, the screening among them, are filled in by clicking; the rest by the command behind the form, with
 *  made-up answers, because clicking through 300 questions would show nothing more. */
async function assess(officer: Window, at: { readonly personId: string; readonly crn: string }, script: boolean) {
  const { server } = product
  const { viewer } = await server.signedIn('court')
  const set = questionSet(server.services.clock().today)
  const answers = madeUpAnswers(set, 'L3', life)
  await officer.open(`/case/${at.crn}/assessments`)
  await officer.press('Start an assessment')
  await officer.page.getByLabel('What is it for?').selectOption({ label: 'Pre-sentence report' })
  await officer.choose('layer', 'L3')
  await officer.press('Start')
  const assessment = officer.path()
  const byHand = ['3', '9', 'ROSH']
  for (const section of sectionsFor(set, 'L3').filter(one => byHand.includes(one.code))) {
    await officer.open(assessment)
    await officer.follow(section.title)
    await fillByHand(officer.page, section, answers)
    if (script) await officer.savedItself()
    await officer.press('Save and see all areas')
    expect(await officer.main()).toContain(`${section.title} is saved`)
  }
  // What the screening found opens the full analysis.
  expect(await officer.main()).toContain('Full analysis: this offence')
  const assessmentId = assessment.split('/').at(-1)!
  await fillTheRest(server, viewer, { personId: at.personId, assessmentId }, answers, byHand)
  await officer.open(`${assessment}/sign`)
  await officer.follow(/Go to the actions/)
  for (const factor of [answers.get('RM28') ?? []].flat()) await officer.choose('factors', factor)
  await officer.type('owner', 'Samir Haddad')
  await officer.type('what', 'Ask the police each month about weapons.')
  await officer.type('dueOn', 'today')
  await officer.type('contingency', 'Call in within a day.')
  await officer.press('Add the action')
  await officer.open(`${assessment}/sign`)
  expect(await officer.main()).toContain('Everything that must be there is there')
  await officer.page.getByRole('checkbox', { name: /sign all the same/ }).check()
  await officer.press('Sign the assessment')
  expect(await officer.main()).toContain('Signed, and sent to be countersigned')
}

/** What the record lacks is answered once, and the author builds another order than the packages offered. */
async function propose(officer: Window, request: string): Promise<void> {
  await officer.open(request)
  await officer.follow('the proposal')
  await officer.follow('Answer or change what was asked')
  const chosen = {
    ...{ 'case.seriousness': 'medium', 'case.imprisonable': 'yes', 'case.domestic-abuse': 'no' },
    ...{ 'case.sexual': 'no', 'case.images': 'no', 'case.alcohol-factor': 'yes', 'case.drug-factor': 'no' },
    ...{ 'person.unpaid-work': 'able', 'alcohol.dependent': 'no', 'person.curfew-address-suitable': 'yes' },
  }
  const typed = {
    ...{ 'case.outstanding-hours': '0', 'person.cannot-attend-hours': 'none' },
    ...{ 'person.cannot-attend-places': 'none', 'person.free-hours': '20' },
  }
  for (const [field, value] of Object.entries(chosen)) await officer.choose(field, value)
  for (const [field, words] of Object.entries(typed)) await officer.type(field, words)
  await officer.press('Keep the answers')
  // The needs of the assessment are there without being asked.
  expect(await officer.main()).toMatch(/Choose package 1/)
  await officer.follow('Build another order and say why')
  await officer.choose('family', 'community-order')
  await officer.type('months', '12')
  await officer.choose('requirements', 'unpaid-work')
  await officer.type('amount-unpaid-work', '120 hours')
  await officer.choose('requirements', 'alcohol-abstinence')
  await officer.type('amount-alcohol-abstinence', '90 days')
  await officer.choose('codes', 'circumstance-not-in-tool')
  await officer.type('text', 'Stopped drinking once before while wearing a tag.')
  await officer.press('Choose this order')
  expect(await officer.main()).toContain('The author chose otherwise: circumstance not in tool.')
}

/** Writes what the record does not hold, section by section; answers where each was found filled in already. */
async function write(officer: Window, report: string, script: boolean): Promise<void> {
  const words = filled('SHORT', { isDangerousReport: 'no' })
  const sections: readonly ReportSection[] = ['offence-analysis', 'behaviour', 'proposal', 'sign']
  for (const section of sections) {
    await officer.open(`${report}/${section}`)
    for (const { id, kind } of fieldsAt('SHORT', section)) {
      const field = officer.page.locator(`[name="${id}"]`)
      const value = [words.get(id) ?? ''].flat()[0] ?? ''
      if (kind === 'text' || kind === 'line') {
        if ((await field.inputValue()) === '') await field.fill(value)
      } else if ((await officer.page.locator(`[name="${id}"]:checked`).count()) === 0) await officer.choose(id, value)
    }
    if (script) await officer.savedItself()
    await officer.press('Save')
    expect(await officer.main()).toContain('Saved')
  }
}

test.each([
  { script: false, lastName: 'Trevethick', firstName: 'Lowenna', urn: '26ZW1234601' },
  { script: true, lastName: 'Quillfeather', firstName: 'Dominic', urn: '26ZW1234602' },
])(
  'from the request for a report to a sentence with another requirement (script: $script)',
  async ({ script, lastName, firstName, urn }) => {
    const { today } = product.server.services.clock()
    const person: MadeUpPerson = {
      ...{ firstName, middleNames: null, lastName, dateOfBirth: '1991-03-14', sex: script ? 'male' : 'female' },
      ...{ addressLine: `${script ? 7 : 8} Harbour Rise`, postcode: 'ZW4 7AB', pnc: null, cro: null },
    }
    const at = await personOnRecord(person)
    const { crn } = at
    const plea: Listing = {
      ...{ courtCode: 'B10JQ', courtName: "North Tyneside Magistrates' Court", room: 'Courtroom 9' },
      ...{ day: plusDays(today, -14), time: '10:00', hearingType: 'First hearing', urn },
      defendants: [{ person, offences: [{ ...charges[2]!, plea: 'GUILTY' }] }],
    }
    const listed = hearingMessage(`report ${urn}`, plea)
    await courtSends(`/hearing/${listed.id}`, listed.body)
    const officer = await windowOf('court', script)
    const senior = await windowOf('team-manager', script)

    // The outcome that the officer records asks for the report; nobody types it again.
    await officer.open(`/courts/B10JQ/${plea.day}?q=${lastName}`)
    await officer.follow(new RegExp(lastName))
    expect(await officer.page.getByText('Linked to').first().textContent()).toContain(crn)
    await officer.page.getByLabel('Main outcome').selectOption({ label: 'Report requested' })
    await officer.press('Save outcome')
    await officer.open('/reports')
    await officer.follow(new RegExp(lastName))
    const request = officer.path()
    const why = script ? 'Nothing was found that needs a written report' : 'Priority cohort: women'
    expect(await officer.main()).toContain(why)

    // Triage is decided, with the reason where it differs from what the facts suggest; a writer is named.
    await officer.choose('depth', 'SHORT')
    await officer.page.getByLabel('How it is given').selectOption({ label: 'Written, after an adjournment' })
    if (script) await officer.type('differsBecause', 'The court wants it in writing by the day of sentence.')
    await officer.press('Record the decision')
    await officer.page.getByLabel('Give it to').selectOption({ label: 'Samir Haddad' })
    await officer.press('Allocate')
    expect(await officer.main()).toContain('Samir Haddad writes the report.')

    await enquire(officer, crn, 'police-domestic-abuse', 'The public protection desk')
    await enquire(officer, crn, 'childrens-services', 'Westmere Council')

    await assess(officer, at, script)
    await senior.open('/countersigning')
    await senior.follow(new RegExp(lastName))
    for (const question of await senior.page.locator('main fieldset').all()) {
      await question.getByRole('radio').first().check()
    }
    await senior.press('Countersign')
    expect(await senior.main()).toContain('The assessment is countersigned')

    await propose(officer, request)

    // The report opens with the record, the assessment, the scores and the proposal in it.
    await officer.open(request)
    await officer.follow('The report')
    await officer.choose('depth', 'SHORT')
    await officer.press('Start the report')
    const report = officer.path()
    expect(await officer.main()).toMatch(/Risk\s+Complete[\s\S]*Sources of information\s+Complete/)
    await officer.follow('Risk')
    expect(await officer.page.locator('input[name=riskToPublic]:checked').getAttribute('value')).toBe('HIGH')
    expect(await officer.page.locator('[name=riskPredictors]').inputValue()).toMatch(/VRP.*generation 2/)
    await write(officer, report, script)
    await officer.open(`${report}/proposal`)
    expect(await officer.page.locator('[name=proposedSentence]').inputValue()).toContain('Unpaid work: 120 hours')

    await officer.open(report)
    await officer.press('Check and sign')
    expect(await officer.main()).toContain('A countersignature is needed because')
    await officer.choose('authorQualified', 'yes')
    await officer.press('Sign the report')
    expect(await officer.main()).toContain('It waits for a countersignature')
    await senior.open(report)
    await senior.press(/countersign/i)
    await senior.press('Countersign the report')
    expect(await senior.main()).toContain('The report is countersigned')

    await officer.open(report)
    await officer.press(/deliver|reached/i)
    await officer.choose('way', 'digital-case-system')
    await officer.type(
      'time',
      new Date().toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }),
    )
    await officer.press('Record the delivery')
    expect(await officer.main()).toContain('Uploaded to the digital case system')

    // The court makes another requirement than was proposed; accepted, the order is on the record.
    const sentenced: Listing = { ...plea, day: today, time: '14:00', hearingType: 'Sentence' }
    const second = hearingMessage(`sentence ${urn}`, sentenced)
    await courtSends(`/hearing/${second.id}`, second.body)
    await courtSends('/spi/results', spiResult(sentenced, 0))
    await officer.open('/court/proposals')
    await officer.follow(new RegExp(lastName))
    await officer.press('Accept as proposed')
    await officer.open(`/case/${crn}/orders`)
    expect(await officer.main()).toMatch(/Rehabilitation activity[\s\S]*20 days/)

    await officer.open(`${request}/proposal`)
    const compared = await officer.main()
    for (const words of [
      'Proposed and sentenced',
      'Alcohol abstinence and monitoring: proposed, not made.',
      'Rehabilitation activity: added by the court.',
      'Unpaid work: as proposed.',
    ])
      expect(compared).toContain(words)
    await officer.open('/reports/concordance?by=court&show=in-part')
    expect(await officer.page.locator('#cases').innerText()).toContain(lastName)
    expect(await officer.page.getByRole('row', { name: /^All/ }).innerText()).toMatch(/in part/)

    expect([...officer.complaints, ...senior.complaints]).toEqual([])
    await officer.close()
    await senior.close()
  },
  180_000,
)
