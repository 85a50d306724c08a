import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

test('the copy in easy words carries nothing of the victim, risk or the writer’s analysis, on screen or printed', async () => {
  const at = await web.requested()
  await web.written(at, 'SHORT', {
    ...{ victimImpact: 'SECRET-VICTIM', riskAndHarmFactors: 'SECRET-HARM', proposedSentence: 'SECRET-PLACE' },
    ...{ personsAccount: 'I want to work.', defendantBehaviour: 'SECRET-LIFE', strengths: 'SECRET-PARTNER' },
  })
  await web.ready(at)
  const ada = await web.staff('ada', 'court')
  const screen = (await ada.get(`${at.path}/easy`)).body
  const printed = readPdf((await ada.get(`${at.path}/easy.pdf`)).rawPayload).text
  for (const words of [screen, printed]) {
    expect(words).not.toContain('SECRET')
    expect(words).toContain('I want to work.')
    expect(words).toContain('Unpaid work: 80 hours')
  }
})

test('what the person said is recorded with whether they were given the copy', async () => {
  const at = await web.requested()
  await web.written(at)
  const ada = await web.staff('ada2', 'court')
  const url = `${at.path}/easy`
  const empty = await sendForm(ada, url, { intent: 'comment' })
  expect([empty.statusCode, empty.body.includes('Say that the copy was given')]).toEqual([400, true])
  await sendForm(ada, url, { intent: 'comment', copyGiven: 'yes', comment: 'That is <not> fair.' })
  const page = (await ada.get(url)).body
  expect(page).toContain('That is &lt;not> fair.')
  expect(page).toContain('Given this copy, recorded by ada2')
  expect(web.web.defects).toEqual([])
})
