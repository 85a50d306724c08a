import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reported, type ReportWeb, reportWeb, sendForm } from '../../../../test/support/report-web.ts'

let web: ReportWeb
let at: Reported
beforeAll(async () => {
  web = await reportWeb()
  at = await web.requested()
  await web.written(at)
})
afterAll(() => web.close())

/** What a form drawn now sends back of each field. */
function hiddenOf(body: string): Record<string, string> {
  return Object.fromEntries(
    [...body.matchAll(/name="(seen\.\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
}

const words = (field: string) =>
  web
    .rows<{ value: string; version: number }>(
      'SELECT value, version FROM advice.report_text WHERE person_id = $1 AND field = $2',
      [at.personId, field],
    )
    .then(rows => rows[0]!)

test('a section saves itself: the script is told the new mark of each field, and can save again', async () => {
  const ada = await web.staff('ada', 'court')
  const url = `${at.path}/offence-analysis`
  const drawn = await ada.get(url)
  const _csrf = await ada.token(url)
  const json = { accept: 'application/json' }
  const send = (fields: Record<string, string>) => ada.post(url, { _csrf, intent: 'save', ...fields }, json)
  const first = await send({ ...hiddenOf(drawn.body), victimImpact: 'The shop lost stock.' })
  expect(first.statusCode).toBe(200)
  const { hidden, problems } = first.json<{ hidden: Record<string, string>; problems: unknown[] }>()
  expect(problems).toEqual([])
  const again = await send({ ...hiddenOf(drawn.body), ...hidden, victimImpact: 'The shop lost stock & time.' })
  expect(again.json<{ problems: unknown[] }>().problems).toEqual([])
  expect((await words('victimImpact')).value).toBe('The shop lost stock & time.')
})

test('two tabs: both texts are kept and shown, neither is overwritten, and one is chosen', async () => {
  const ada = await web.staff('ada2', 'court')
  const ben = await web.staff('ben', 'practitioner')
  const url = `${at.path}/behaviour`
  const drawn = hiddenOf((await ada.get(url)).body)
  await sendForm(ada, url, { intent: 'save', ...drawn, strengths: 'Ada says this.', issues: 'health' })
  const late = await ben.post(
    url,
    { _csrf: await ben.token(url), intent: 'save', ...drawn, strengths: '<b>Ben</b> says that.', issues: 'health' },
    { accept: 'application/json' },
  )
  expect(late.json<{ problems: { text: string }[] }>().problems[0]?.text).toContain('Both texts are kept')
  expect((await words('strengths')).value).toBe('Ada says this.')
  const page = (await ben.get(url)).body
  expect(page).toContain('Ada says this.')
  expect(page).toContain('Ben says that.')
  expect(page).not.toContain('<b>Ben')
  const change = /name="change" value="([^"]+)"/.exec(page)![1]!
  expect((await sendForm(ben, url, { intent: 'settle', change, use: 'mine' })).statusCode).toBe(303)
  expect((await words('strengths')).value).toBe('<b>Ben</b> says that.')
  const kept = await web.rows<{ value: string }>(
    "SELECT value FROM advice.report_text_change WHERE person_id = $1 AND field = 'strengths'",
    [at.personId],
  )
  expect(kept.map(row => row.value)).toContain('Ada says this.')
})

test('a text over its limit is kept whole as a draft and said so', async () => {
  const ada = await web.staff('ada3', 'court')
  const url = `${at.path}/proposal`
  const long = `${'word '.repeat(1_000)}end`
  const drawn = hiddenOf((await ada.get(url)).body)
  await sendForm(ada, url, { intent: 'save', ...drawn, proposedSentence: long })
  expect((await words('proposedSentence')).value).toBe(long)
  const page = (await ada.get(url)).body
  expect(page).toContain('This text is 1,003 characters too long')
  expect(page).toContain('end</textarea>')
})

test('pasted mail and angle brackets are taken as text and shown escaped; own sources are kept', async () => {
  const ada = await web.staff('ada4', 'court')
  const url = `${at.path}/sources`
  const drawn = hiddenOf((await ada.get(url)).body)
  const pasted = '<script>alert(1)</script> From: a@b.example <a@b.example>\r\n&nbsp;Hi'
  const own = 'sourcesOfInformation-own'
  await sendForm(ada, url, {
    intent: 'save',
    ...drawn,
    sourcesLimits: pasted,
    sourcesOfInformation: 'interview',
    [own]: 'A letter\nA call',
  })
  const page = (await ada.get(url)).body
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;script>alert(1)&lt;/script>')
  expect((await words('sourcesOfInformation')).value).toEqual(['interview', 'A letter', 'A call'])
})

test('a fact of the record is confirmed, or corrected with what is right', async () => {
  const ada = await web.staff('ada5', 'court')
  const url = `${at.path}/offences`
  const [fact] = [.../name="fact" value="([^"]+)"/g[Symbol.matchAll]((await ada.get(url)).body)].map(found => found[1]!)
  const bad = await sendForm(ada, url, { intent: 'fact', fact: fact!, stillTrue: 'no' })
  expect([bad.statusCode, bad.body.includes('Say what is right instead')]).toEqual([400, true])
  await sendForm(ada, url, { intent: 'fact', fact: fact!, stillTrue: 'no', [`nowKnown-${fact}`]: 'Theft by finding' })
  expect((await ada.get(url)).body).toContain('Not true any more, says ada5: Theft by finding')
  await sendForm(ada, url, { intent: 'fact', fact: fact!, stillTrue: 'yes' })
  expect((await ada.get(url)).body).toContain('Still true, says ada5')
})

test('an unknown section is not found, and nothing went wrong inside', async () => {
  const ada = await web.staff('ada6', 'court')
  expect((await ada.get(`${at.path}/nothing`)).statusCode).toBe(404)
  expect(web.web.defects).toEqual([])
})
