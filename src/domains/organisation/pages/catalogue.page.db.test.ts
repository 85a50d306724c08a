import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CatalogueWeb, catalogueWeb } from '../../../../test/support/catalogue-web.ts'
import { dropAll } from '../../../../test/support/database.ts'
import { loadCatalogue } from '../commands/keep-delivered-option.ts'
import { deliveryCatalogueOf } from '../queries/delivery-catalogue.ts'

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

const blank = {
  ...{ provider: null, place: null, nextStartOn: null, waitWeeks: null, hoursAWeek: null, times: null },
  ...{ activities: [], note: null },
}

test('an area nobody described says of every option that it is not known, and a sentencer may read but not keep', async () => {
  const page = await officer.get('/catalogue?area=ZZNOR')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Of 27 options nobody has said whether they run here')
  expect(page.body).not.toContain('/catalogue/entry')
  expect((await officer.get('/catalogue/entry?area=ZZNOR')).statusCode).toBe(403)
  expect(await catalogue('ZZNOR')).toEqual({ area: 'Northmoor', entries: [] })
  expect(await catalogue('NOWHERE')).toEqual({ area: 'NOWHERE', entries: [] })
})

const kept = {
  ...blank,
  ...{ areaCode: 'ZZNOR', option: 'drug-rehabilitation', runs: true },
}

test('a region’s entry holds in each unit that says nothing of its own, and loading never touches what people keep', async () => {
  const entries = [
    { ...blank, areaCode: 'ZZ', option: 'drug-rehabilitation', runs: false },
    { ...blank, areaCode: 'ZZ', option: 'alcohol-abstinence', runs: true, waitWeeks: 0 },
  ]
  expect(await web.inside(ctx => loadCatalogue(ctx, [kept]))).toEqual({ ok: true, value: { added: 1 } })
  expect(await web.inside(ctx => loadCatalogue(ctx, entries))).toEqual({ ok: true, value: { added: 2 } })
  expect(await web.inside(ctx => loadCatalogue(ctx, entries))).toEqual({ ok: true, value: { added: 0 } })
  const of = async (area: string) => (await catalogue(area)).entries.map(one => [one.option, one.runs])
  expect(await of('ZZNOR')).toEqual([
    ['alcohol-abstinence', true],
    ['drug-rehabilitation', true],
  ])
  expect(await of('ZZSOU')).toEqual([
    ['alcohol-abstinence', true],
    ['drug-rehabilitation', false],
  ])
})

test('the coverage map tells gaps, waits and what is not known apart', async () => {
  const page = (await officer.get('/catalogue/coverage')).body
  for (const text of ['Coverage map', 'Northmoor', 'Southmoor', 'Gap', 'Runs', 'no wait', 'Not known']) {
    expect(page).toContain(text)
  }
  expect(page).toContain('1 gap')
})

test('a pathway without an owner is kept and shown as a gap until it has one', async () => {
  const url = '/catalogue/pathway?area=ZZNOR&need=drugs'
  expect((await send(url, { intent: 'keep', version: '0', areaCode: 'ZZNOR', need: 'drugs' })).body).toContain(
    'Give the pathway a name',
  )
  const kept = { intent: 'keep', version: '0', areaCode: 'ZZNOR', need: 'drugs', name: 'Drug recovery' }
  expect((await send(url, kept)).statusCode).toBe(303)
  expect((await officer.get('/catalogue/pathways')).body).toContain('No owner')
  const link = /\/catalogue\/pathway\?pathway=([^"]*)/.exec((await keeper.get('/catalogue/pathways')).body)?.[1] ?? ''
  const change = { ...kept, pathway: link, version: '1', owner: 'Director of Public Health, Northmoor' }
  expect((await send(`/catalogue/pathway?pathway=${link}`, change)).statusCode).toBe(303)
  expect((await officer.get('/catalogue/pathways')).body).toContain('Director of Public Health, Northmoor')
  expect((await send(`/catalogue/pathway?pathway=${link}`, change)).statusCode).toBe(409)
  expect((await officer.get('/catalogue/pathways?show=gaps')).body).not.toContain('Drug recovery')
  expect((await officer.get('/catalogue/pathway')).statusCode).toBe(403)
  expect(web.defects).toEqual([])
})
