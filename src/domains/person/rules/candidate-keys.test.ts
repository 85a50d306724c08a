import { describe, expect, it } from 'vitest'
import { candidateRulesHeld, searchKeys, storedKeys } from './candidate-keys.ts'
import { matchModel } from './model-in-use.ts'
import { type SourceRecord, standardise } from './standardise-record.ts'

const how = matchModel('2026-11-21').value.standardisation
const held = (left: SourceRecord, right: SourceRecord, rules: 'published' | 'extended' = 'extended') =>
  candidateRulesHeld(standardise(left, how), standardise(right, how), rules)

const marek: SourceRecord = { firstName: 'Marek', lastName: 'Smith', dateOfBirth: '1978-04-07' }

describe('candidates', () => {
  it('a record with first and last name crossed is found from either side', () => {
    const crossed = { ...marek, firstName: 'Smith', lastName: 'Marek' }
    expect(held(marek, crossed)).toContain('B14_CROSSED_NAMES_DOB')
    expect(held(crossed, marek)).toContain('B14_CROSSED_NAMES_DOB')
    expect(held(marek, marek)).not.toContain('B14_CROSSED_NAMES_DOB')
  })

  it('a crossed name is kept one way and looked for the other way', () => {
    const record = standardise(marek, how)
    const rule = 'B14_CROSSED_NAMES_DOB'
    expect(storedKeys(record, 'published')).toContainEqual({ rule, key: 'MAREK|SMITH|1978-04-07' })
    expect(searchKeys(record, 'published')).toContainEqual({ rule, key: 'SMITH|MAREK|1978-04-07' })
  })

  it('nothing known gives no key', () => {
    expect(storedKeys(standardise({ lastName: 'X' }, how), 'extended')).toEqual([])
  })

  it.each<[string, SourceRecord, SourceRecord, string]>([
    ['a second PNC', { pncs: ['1999/0000012X', '2012/0443841T'] }, { pncs: ['2012/0443841T'] }, 'T01_ANY_PNC'],
    ['a name that sounds alike', { lastName: 'Smyth', dateOfBirth: '1978-11-20' }, {}, 'T03_SOUND_YEAR'],
    ['a nickname', { firstName: 'Bill' }, { firstName: 'William' }, 'T06_NICKNAME_LASTNAME_DOB'],
    ['part of a surname', { lastName: 'Smith-Nowak' }, {}, 'T07_ANY_SURNAME_NAME1_DOB'],
    ['day and month swapped', { dateOfBirth: '1978-07-04' }, {}, 'T08_FULLNAME_DAY_MONTH'],
    ['the middle name used as the first', { firstName: 'Piotr', middleNames: 'Marek' }, {}, 'T09_ANY_GIVEN_NAME'],
  ])('%s still finds the person', (_, changed, other, rule) => {
    expect(held({ ...marek, ...changed }, { ...marek, ...other })).toContain(rule)
    expect(held({ ...marek, ...other }, { ...marek, ...changed })).toContain(rule)
    expect(held({ ...marek, ...changed }, { ...marek, ...other }, 'published')).not.toContain(rule)
  })
})
