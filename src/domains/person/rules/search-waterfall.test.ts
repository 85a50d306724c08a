import { describe, expect, it } from 'vitest'
import { lenientDates } from './lenient-dates.ts'
import { searchWaterfall, type WaterfallPerson } from './search-waterfall.ts'

const annie: WaterfallPerson = {
  crn: 'X100001',
  firstName: 'Annie',
  surname: 'Garside',
  dateOfBirth: '1969-08-10',
  pnc: '2018/0123456X',
  cro: '016328/98A',
  noms: 'G5555TT',
  aliases: [{ firstName: 'Anne', surname: 'Garsyde', dateOfBirth: '1968-08-10' }],
  current: true,
  deleted: false,
}
const ask = (request: Parameters<typeof searchWaterfall>[0], people = [annie]) =>
  searchWaterfall(request, people, '2026-06-30').matchedBy

describe('the older search', () => {
  it('answers with the first step that finds someone', () => {
    const name = { firstName: 'annie', surname: 'GARSIDE', dateOfBirth: '1969-08-10' }
    expect(ask({ ...name, pncNumber: '18/123456x' })).toBe('ALL_SUPPLIED')
    expect(ask({ firstName: 'Anne', surname: 'Garsyde', dateOfBirth: '1968-08-10' })).toBe('ALL_SUPPLIED_ALIAS')
    expect(ask({ surname: 'Other', nomsNumber: 'G5555TT' })).toBe('HMPPS_KEY')
    expect(ask({ surname: 'Garsyde', croNumber: '16328/98A', dateOfBirth: '1950-01-01' })).toBe('EXTERNAL_KEY')
    expect(ask({ ...name, pncNumber: '1999/0000001A' })).toBe('NAME')
    expect(ask({ ...name, firstName: 'Zoe' })).toBe('PARTIAL_NAME')
    expect(ask({ ...name, dateOfBirth: '1969-10-08' })).toBe('PARTIAL_NAME_DOB_LENIENT')
    expect(ask({ ...name, dateOfBirth: '1970-08-10' })).toBe('NOTHING')
  })

  it('never finds a deleted person, nor one without an active sentence when that is asked', () => {
    const name = { surname: 'Garside', dateOfBirth: '1969-08-10' }
    expect(ask(name, [{ ...annie, deleted: true }])).toBe('NOTHING')
    expect(ask({ ...name, activeSentence: true }, [{ ...annie, current: false }])).toBe('NOTHING')
  })

  it('takes a swapped or neighbouring day for the date, inside the month only', () => {
    expect(lenientDates('2001-03-04')).toContain('2001-04-03')
    expect(lenientDates('2001-03-01')).not.toContain('2001-02-28')
  })
})
