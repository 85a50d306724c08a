import { expect, test } from 'vitest'
import type { Area } from '../delivery.ts'
import { pathwayNeeds } from '../parameters/deliverable-options.ts'
import { pathwaysView } from './pathways.view.ts'

const unit: Area = { code: 'ZZNOR', name: 'Northmoor', kind: 'delivery-unit', regionCode: 'ZZ' }

test('every need without a pathway is a gap, and a region’s pathway serves its units', () => {
  const regional = {
    ...{ pathwayId: 'p', version: 1, areaCode: 'ZZ', need: 'drugs', name: 'Recovery', partner: null, gap: null },
    ...{ owner: 'Director of Public Health', howToRefer: null, reviewOn: null, ended: false, keptByName: 'F' },
    keptAt: '2026-11-20T09:00:00.000Z' as const,
  }
  const model = pathwaysView([unit], [regional], '2026-11-21', false)
  expect(model.rows).toHaveLength(pathwayNeeds.length)
  expect(model.rows[0]).toMatchObject({ need: 'Drugs', gaps: [], pathways: [{ owner: 'Director of Public Health' }] })
  expect(model.withGaps).toBe(pathwayNeeds.length - 1)
  expect(pathwaysView([unit], [regional], '2026-11-21', true).rows).toHaveLength(pathwayNeeds.length - 1)
})
