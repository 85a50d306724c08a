import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaffBrowser, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { type ProposalWeb, proposalWeb } from '../../../../test/support/proposal-web.ts'
import { newId } from '../../../platform/store/index.ts'

let pages: ProposalWeb
let officer: StaffBrowser
beforeAll(async () => {
  pages = await proposalWeb()
  officer = await pages.staff('sam.court', 'court')
})
afterAll(() => pages.close())

const answers = {
  intent: 'keep',
  'case.seriousness': 'medium',
  'case.imprisonable': 'yes',
  'person.unpaid-work': 'able',
  'person.curfew-address-suitable': 'yes',
  'person.household-consents': 'yes',
  'person.cannot-attend-hours': 'none',
  'person.cannot-attend-places': 'none',
}

test('the proposal opens filled in, says what is open and where it is settled, and never asks for ethnicity', async () => {
  const { base, crn } = await pages.request()
  const first = (await officer.get(base)).body
  expect(first).toContain('How serious the offence is has not been recorded')
  expect(first).toContain(`href="${base}/facts#case.seriousness"`)
  expect(first).toContain(`href="/case/${crn}/scores"`)
  expect((await officer.get(`${base}/facts`)).body).not.toMatch(/ethnic|religion|nationality/i)
  const kept = await sendForm(officer, `${base}/facts`, answers)
  expect([kept.statusCode, kept.headers.location]).toEqual([303, base])
  const then = (await officer.get(base)).body
  expect(then).toContain('The frame for medium is community order (an assumption until confirmed)')
  expect(then).toContain('Assumption')
  for (const heading of ['Available (', 'Needs information (', 'Not eligible (', 'Unlawful ('])
    expect(then).toContain(heading)
  expect(then).toContain('Curfew: is it delivered in Northmoor?')
  expect(then).toContain('Community order: unpaid work')
  expect(then).toContain('starts 7 December 2026, wait of 2 weeks, Northmoor works')
  expect(then).toContain('not known yet')
  expect((await officer.get(`${base}/facts`)).body).toMatch(/value="medium" checked|checked[^>]*value="medium"/)
  expect(pages.web.defects).toEqual([])
})

test('a package is chosen as it was shown, and not when what it is made from has changed meanwhile', async () => {
  const { base } = await pages.request()
  await sendForm(officer, `${base}/facts`, { ...answers, 'case.outstanding-hours': '0' })
  const own = { intent: 'choose', place: '1', digest: 'of another day', order: '' }
  const changed = await sendForm(officer, base, own)
  expect(changed.statusCode).toBe(400)
  expect(changed.body).toContain('has changed since you opened it')
  expect((await officer.get(base)).body).not.toContain('A package of the list was chosen')
  const digest = /name="digest" value="([^"]*)"/.exec((await officer.get(base)).body)?.[1] ?? ''
  expect((await sendForm(officer, base, { ...own, digest })).statusCode).toBe(303)
  const chosen = (await officer.get(base)).body
  expect(chosen).toContain('A package of the list was chosen')
  expect(chosen).toContain('Stands')
})

test('a proposal that rests on an assessment nobody signed says so, until it is signed', async () => {
  const { base, personId } = await pages.request()
  const warning = 'Rests on an assessment that is not signed'
  expect((await officer.get(base)).body).not.toContain(warning)
  const { db } = pages.web.services
  const worker = { userId: 'test', allowed: [], barred: [] }
  const assessmentId = newId()
  await db.transaction('worker', worker, tx =>
    tx.run(
      `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
         opened_by_name) VALUES ($1, $2, 'L1', 'report', '1', '2026-11-10', '2026-11-10T09:00:00Z', 'ada', 'Ada')`,
      [personId, assessmentId],
    ),
  )
  const unsigned = (await officer.get(base)).body
  expect(unsigned).toContain(warning)
  expect(unsigned).toContain('assessment of 10 November 2026')
  await db.transaction('worker', worker, tx =>
    tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name)
       VALUES ($1, $2, $3, 'signed', '2026-11-11T09:00:00Z', 'ada', 'Ada')`,
      [personId, newId(), assessmentId],
    ),
  )
  expect((await officer.get(base)).body).not.toContain(warning)
})

test('the page of the request says how the sentence compares with what was proposed', async () => {
  const { base, personId, requestId } = await pages.request()
  const request = base.replace('/proposal', '')
  await sendForm(officer, `${base}/facts`, { ...answers, 'case.outstanding-hours': '0' })
  const digest = /name="digest" value="([^"]*)"/.exec((await officer.get(base)).body)?.[1] ?? ''
  await sendForm(officer, base, { intent: 'choose', place: '1', digest, order: '' })
  expect((await officer.get(request)).body).not.toContain('Sentenced on')
  const worker = { userId: 'test', allowed: [], barred: [] }
  await pages.web.services.db.transaction('worker', worker, async tx => {
    const choice = await tx.one<{ id: string }>('SELECT id FROM advice.proposal_choice WHERE person_id = $1', [
      personId,
    ])
    await tx.run(
      `INSERT INTO advice.proposal_outcome (person_id, id, request_id, choice_id, disposal_id, court_code, sentenced_on,
         outcome, proposed, sentenced, reasons, overridden, author, author_name, at)
       VALUES ($1, $2, $3, $4, $2, 'B10JQ', '2026-11-20', 'not-followed', '{}', '{}', $5, false, 'ada', 'Ada',
               '2026-11-20T12:00:00Z')`,
      [
        ...[personId, newId(), requestId, choice.id],
        JSON.stringify([
          { code: 'another-order', data: { proposed: 'community-order', sentenced: 'suspended-sentence' } },
        ]),
      ],
    )
  })
  expect((await officer.get(request)).body).toContain('Sentenced on 20 November 2026')
})

test('a request of nobody is not found, and who may not write reports may not answer', async () => {
  const { base, crn } = await pages.request()
  expect((await officer.get(`/case/${crn}/reports/01a2004a-18b1-72e5-ae1d-3d3516c2eb33/proposal`)).statusCode).toBe(404)
  const inspector = await pages.staff('alasdair', 'inspector')
  expect((await inspector.get(base)).statusCode).toBe(200)
  expect((await inspector.get(`${base}/facts`)).statusCode).toBe(403)
  expect((await inspector.get(`${base}/own`)).statusCode).toBe(403)
})
