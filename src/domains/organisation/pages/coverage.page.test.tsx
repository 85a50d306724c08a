import { expect, test } from 'vitest'
import type { Area, CatalogueEntry } from '../delivery.ts'
import { coverageView } from './coverage.view.ts'

const region: Area = { code: 'ZZ', name: 'Northmoor Region', kind: 'region', regionCode: 'ZZ' }
const unit: Area = { code: 'ZZNOR', name: 'Northmoor', kind: 'delivery-unit', regionCode: 'ZZ' }
const entry: CatalogueEntry = {
  ...{ deliveryId: 'd', version: 1, areaCode: 'ZZNOR', option: 'drug-rehabilitation', runs: true, provider: null },
  ...{ place: null, nextStartOn: '2026-12-07', waitWeeks: 9, hoursAWeek: null, times: null, activities: [] },
  ...{ checkedOn: '2026-11-20', note: null, ended: false, keptAt: '2026-11-20T09:00:00.000Z', keptByName: 'F' },
  checkedByName: 'F',
}

test('each treatment and programme has a cell for each unit, in words as well as colour', () => {
  const model = coverageView([region, unit], [entry], '2026-11-21')
  expect(model.units).toEqual([{ code: 'ZZNOR', name: 'Northmoor' }])
  const row = model.rows.find(one => one.name === 'Drug rehabilitation')!
  expect(row.covered).toBe('1 of 1 area')
  expect(row.cells[0]).toMatchObject({
    tag: { text: 'Long wait', colour: 'yellow' },
    more: '9 weeks, starts 7 December 2026',
  })
  expect(model.rows.map(one => one.name)).not.toContain('Unpaid work')
  expect(model.waits).toEqual([{ label: 'Northmoor', value: 9 }])
  expect(row.running).toBe(1)
  expect([model.longWaits, model.gaps, model.notKnown]).toEqual([1, 0, model.rows.length - 1])
})
