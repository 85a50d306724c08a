import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { disposalType, disposalTypes } from './disposal-types.ts'
import { requirementTypeOfCourtEffect, requirementTypeOfRecordCode, requirementTypes } from './requirement-types.ts'
import { prospectiveLaw } from './statutory-limits.ts'

type Row = { readonly [column: string]: string }
const table = (file: string) =>
  parse(readFileSync(`src/domains/sentence/reference/${file}`), {
    columns: true,
    skip_empty_lines: true,
  }) as readonly Row[]

describe('the catalogue', () => {
  it('holds every kind of sentence of the reference table', () => {
    const rows = table('disposal-types.csv').map(row => [row.code, row.description])
    expect(disposalTypes.map(type => [type.code, type.name])).toEqual(rows)
    expect(disposalType(' 340 ')?.family).toBe('community-order')
    expect(disposalType('999')).toBeUndefined()
  })

  it('knows every confirmed requirement code of the reference table, with its unit', () => {
    for (const row of table('requirement-types.csv').filter(one => one.confirmed === 'Y')) {
      const type = requirementTypeOfRecordCode(row.main_code!)
      expect(type, row.main_code).toBeDefined()
      expect(row.unit).toContain(type?.units[0])
    }
  })

  it('knows every requirement a court result can make', () => {
    const effects = [
      'UNPAID_WORK',
      'ACTIVITY',
      'PROGRAMME',
      'PROHIBITED_ACTIVITY',
      'CURFEW',
      'EXCLUSION',
      'RESIDENCE',
      'MENTAL_HEALTH_TREATMENT',
      'DRUG_REHABILITATION',
      'ALCOHOL_TREATMENT',
      'ATTENDANCE_CENTRE',
      'LOCAL_AUTHORITY_RESIDENCE',
      'DRUG_TREATMENT',
      'DRUG_TESTING',
      'INTOXICATING_SUBSTANCE',
      'EDUCATION',
      'ALCOHOL_ABSTINENCE',
      'FOREIGN_TRAVEL',
      'ELECTRONIC_MONITORING',
      'REHABILITATION_ACTIVITY',
    ]
    expect(effects.filter(effect => !requirementTypeOfCourtEffect(`REQ:${effect}`))).toEqual([])
    expect(requirementTypeOfCourtEffect('FINE')).toBeUndefined()
  })

  it('lists each kind, record code and court effect once', () => {
    expect(requirementTypes.map(type => type.kind)).toEqual([...new Set(requirementTypes.map(type => type.kind))])
    const codes = requirementTypes.flatMap(type => [...type.recordCodes, type.courtEffect].filter(Boolean))
    expect(codes).toEqual([...new Set(codes)])
  })

  it('law that is not commenced is in no decision: it has no first day', () => {
    expect(prospectiveLaw.every(law => law.inForceFrom === null && law.source.note?.includes('not commenced'))).toBe(
      true,
    )
  })
})
