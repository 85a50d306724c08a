import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../test/support/database.ts'
import type { Database, Tx } from '../../platform/store/index.ts'
import { loadReference, loadStructure } from './commands/load-reference.ts'
import { activeCourts, allCourts, courtByCode, courtsByPsaCode, regions, teamByCode, teamsOf } from './store.ts'

let db: Database
const day = '2026-11-21'

beforeAll(async () => {
  db = await testDatabase()
  await inside(tx => loadReference(tx))
})
afterAll(dropAll)

function inside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction('worker', { userId: 'system:test', allowed: [], barred: [] }, work)
}

test('loading the reference tables again changes nothing and keeps an edit', async () => {
  await inside(tx => tx.run(`UPDATE organisation.court SET name = 'Our own name' WHERE code = 'B01BE'`))
  expect(await inside(tx => loadReference(tx))).toEqual({ courts: 0, regions: 0 })
  expect(await inside(tx => courtByCode(tx, 'B01BE', day))).toMatchObject({ name: 'Our own name' })
})

test('the list of courts has every court, and fewer whose lists are taken in', async () => {
  const all = await inside(tx => allCourts(tx, day))
  const active = await inside(tx => activeCourts(tx, day))
  expect(all).toHaveLength(397)
  expect(active.length).toBeGreaterThan(100)
  expect(active.length).toBeLessThan(all.length)
  expect(active.every(court => court.active)).toBe(true)
})

test('a court is found by the code that also names its room, and by its petty sessions area', async () => {
  expect(await inside(tx => courtByCode(tx, 'b01be00', day))).toMatchObject({ code: 'B01BE', kind: 'magistrates' })
  expect((await inside(tx => courtsByPsaCode(tx, '2575', day))).map(court => court.code)).toContain('B01BE')
  expect(await inside(tx => courtByCode(tx, 'ZZZZZ', day))).toBeUndefined()
})

test('a court that closed is not found after its last day', async () => {
  await inside(tx => tx.run(`UPDATE organisation.court SET valid_to = '2026-06-30' WHERE code = 'B01BH'`))
  expect(await inside(tx => courtByCode(tx, 'B01BH', '2026-06-30'))).toMatchObject({ code: 'B01BH' })
  expect(await inside(tx => courtByCode(tx, 'B01BH', '2026-07-01'))).toBeUndefined()
})

test('teams are listed by region through their delivery unit', async () => {
  await inside(tx =>
    loadStructure(tx, {
      providers: [{ code: 'N07', name: 'London', private: false }],
      deliveryUnits: [{ code: 'N07MAD', name: 'Made-up Unit', regionCode: 'J' }],
      teams: [{ code: 'N07T01', name: 'Made-up Team', deliveryUnitCode: 'N07MAD', providerCode: 'N07' }],
    }),
  )
  expect(await inside(tx => regions(tx, day))).toHaveLength(12)
  expect(await inside(tx => teamsOf(tx, 'J', day))).toEqual([
    { code: 'N07T01', name: 'Made-up Team', deliveryUnitCode: 'N07MAD', regionCode: 'J', providerCode: 'N07' },
  ])
  expect(await inside(tx => teamsOf(tx, 'A', day))).toEqual([])
  expect(await inside(tx => teamByCode(tx, 'N07T01', day))).toMatchObject({ name: 'Made-up Team' })
})

test('nobody reads the organisation without being identified', async () => {
  expect(await db.transaction('web', null, tx => allCourts(tx, day))).toEqual([])
})
