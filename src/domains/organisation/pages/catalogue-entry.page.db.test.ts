import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CatalogueWeb, catalogueWeb } from '../../../../test/support/catalogue-web.ts'
import { dropAll } from '../../../../test/support/database.ts'
import { catalogueEntries, deliveryCatalogueOf } from '../queries/delivery-catalogue.ts'

let web: CatalogueWeb
type Browser = Awaited<ReturnType<CatalogueWeb['staff']>>
let keeper: Browser
let officer: Browser

beforeAll(async () => {
  web = await catalogueWeb()
  keeper = await web.staff('fiona', 'region')
  officer = await web.staff('judge', 'sentencer')
})
afterAll(async () => {
  await web.close()
  await dropAll()
})

const send = async (url: string, fields: Readonly<Record<string, string>>) =>
  keeper.post(url, { _csrf: await keeper.token(url), ...fields })
const catalogue = (area: string) => web.inside(ctx => deliveryCatalogueOf(ctx.tx, area, ctx.today))
const form = { intent: 'keep', delivery: '', version: '0', area: 'ZZNOR', option: 'drug-rehabilitation', runs: 'yes' }

test('what is kept is read by proposals; a change is a new version and the old one stays', async () => {
  const added = await send('/catalogue/entry?area=ZZNOR', {
    ...form,
    provider: 'Recovery <North>',
    place: 'Northmoor',
    nextStartOn: '7 12 2026',
    waitWeeks: '3',
    hoursAWeek: '2.5',
    times: 'Monday 9am to 11am\nTuesday 6pm to 8pm',
    activities: 'Relapse group | Recovery North | Six sessions, reviewed each month',
  })
  expect([added.statusCode, added.headers.location]).toEqual([303, '/catalogue?area=ZZNOR'])
  const [entry] = await web.inside(ctx => catalogueEntries(ctx.tx, ['ZZNOR']))
  const shown = await officer.get('/catalogue?area=ZZNOR')
  expect(shown.body).toContain('Recovery &lt;North>')
  expect(shown.body).toContain('Wait of 3 weeks')
  expect(shown.body).toContain('Six sessions, reviewed each month')

  const url = `/catalogue/entry?delivery=${entry!.deliveryId}`
  const changed = await send(url, {
    ...form,
    delivery: entry!.deliveryId,
    version: '1',
    waitWeeks: '5',
    times: 'any time',
  })
  expect(changed.statusCode).toBe(303)
  expect((await catalogue('ZZNOR')).entries).toEqual([
    {
      ...{ option: 'drug-rehabilitation', runs: true, provider: null, place: null, nextStartOn: null },
      ...{ waitWeeks: 5, hoursAWeek: null, times: [], activities: [], checkedOn: '2026-11-21' },
    },
  ])
  expect((await keeper.get(url)).body).toContain('wait, hours a week, times, activities')
  const late = await send(url, { ...form, delivery: entry!.deliveryId, version: '1' })
  expect(late.statusCode).toBe(409)
  expect(web.defects).toEqual([])
})

test('what cannot be understood is refused by the field, and what was typed stays', async () => {
  const url = '/catalogue/entry?area=ZZNOR'
  const refused = await send(url, {
    ...form,
    option: 'no-such-thing',
    runs: '',
    nextStartOn: 'soonish',
    times: 'when it rains',
    provider: 'Kept',
  })
  expect(refused.statusCode).toBe(400)
  for (const text of ['Choose what is delivered', 'Say whether it runs here', 'when it rains', 'value="Kept"']) {
    expect(refused.body).toContain(text)
  }
  const numbers = await send(url, { ...form, waitWeeks: '1.5', hoursAWeek: 'lots', activities: 'A group' })
  expect(numbers.statusCode).toBe(400)
  for (const text of ['whole weeks', 'hours a week from 0', 'the standard it is held to, parted by']) {
    expect(numbers.body).toContain(text)
  }
  expect((await keeper.get('/catalogue/entry?delivery=nothing')).statusCode).toBe(404)
})

test('an entry nobody confirmed for four weeks is an assumption until it is confirmed again', async () => {
  web.at('2026-12-19T09:00:00.000Z')
  keeper = await web.staff('fiona.later', 'region')
  officer = await web.staff('judge.later', 'sentencer')
  expect((await officer.get('/catalogue?area=ZZNOR')).body).toContain('Assumption')
  const [entry] = await web.inside(ctx => catalogueEntries(ctx.tx, ['ZZNOR']))
  const url = `/catalogue/entry?delivery=${entry!.deliveryId}`
  const fields = { intent: 'check', delivery: entry!.deliveryId, area: 'ZZNOR', version: String(entry!.version) }
  expect((await send(url, fields)).statusCode).toBe(303)
  const after = (await officer.get('/catalogue?area=ZZNOR')).body
  expect(after).toContain('19 December 2026, fiona.later')
  expect(after).not.toContain('Assumption')
})
