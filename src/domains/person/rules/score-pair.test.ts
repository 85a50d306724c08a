import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withCheckedNumbers } from './checked-numbers.ts'
import { bandOf, decideMatch, matchAlerts } from './match-band.ts'
import type { Frequencies } from './match-model.ts'
import { matchModel } from './model-in-use.ts'
import { explainPair } from './pair-explanation.ts'
import { rankCandidates } from './rank-candidates.ts'
import { ModelError, probabilityOf, scorerOf } from './score-pair.ts'
import { type SourceRecord, standardise } from './standardise-record.ts'

const ours = matchModel('2026-11-21')
const published = matchModel('2026-11-21', 'published-2026-02')

const frequencies: Frequencies = {
  of: (column, value) => (column === 'postcode' ? (value === 'LE74QT' ? 0.000004 : 0.002) : undefined),
  communal: postcode => postcode === 'HP111AA',
}
const harold: SourceRecord = {
  firstName: 'Harold',
  middleNames: 'Edwin',
  lastName: 'Bramwell',
  dateOfBirth: '1984-07-16',
  postcodes: ['LE7 4QT'],
}

function scored(left: SourceRecord, right: SourceRecord, model = ours) {
  const pair = [
    standardise(left, model.value.standardisation),
    standardise(right, model.value.standardisation),
  ] as const
  const score = scorerOf(model.value)(pair[0], pair[1], frequencies)
  const level = (comparison: string) => score.components.find(part => part.comparison === comparison)?.level
  return { score, level, band: bandOf(score, model.value.thresholds), pair }
}

describe('the model in use', () => {
  it('is throughline-1, and the published one can be asked for', () => {
    expect(ours.value.name).toBe('throughline-1')
    expect(published.value.name).toBe('published-2026-02')
  })

  it('an empty list of sentence dates says nothing', () => {
    expect(scored(harold, harold).level('sentenceDate')).toBe('NULL')
    expect(scored(harold, harold, published).level('sentenceDate')).toBe('ELSE')
  })

  it('a birth date with day and month swapped counts as a slip, not as another date', () => {
    const [left, right] = [
      { ...harold, dateOfBirth: '1984-03-05' },
      { ...harold, dateOfBirth: '1984-05-03' },
    ]
    expect(scored(left, right).level('dob')).toBe('SWAPPED_DAY_MONTH')
    expect(scored(left, right, published).level('dob')).toBe('WITHIN_5Y')
  })

  it('first and middle names written the other way round are recognised and counted once', () => {
    const { level } = scored(harold, { ...harold, firstName: 'Edwin', middleNames: 'Harold' })
    expect([level('name'), level('name2')]).toEqual(['FIRST_MIDDLE_SWAPPED', 'SWAPPED_WITH_FIRST'])
    expect(scored(harold, { ...harold, firstName: 'Edwin', middleNames: null }).level('name')).toBe('MIDDLE_AS_FIRST')
  })

  it('one part of a double-barrelled surname is a shared surname, and is not a middle name', () => {
    const { level } = scored(harold, { ...harold, lastName: 'Bramwell-Stone' })
    expect([level('name'), level('name2')]).toEqual(['ALIAS_FEW', 'EXACT'])
    expect(scored(harold, { ...harold, lastName: 'Bramwell-Stone' }, published).level('name')).toBe('FIRST_ONLY')
  })

  it('a particle of a surname is not a shared surname', () => {
    const { level } = scored({ ...harold, lastName: 'van der Berg' }, { ...harold, lastName: 'van Dyke' })
    expect(level('name')).toBe('FIRST_ONLY')
  })

  it('a person who uses a nickname is not taken for a twin', () => {
    const william = { ...harold, firstName: 'William', middleNames: null }
    const bill = { ...william, firstName: 'Bill' }
    expect(scored(william, bill, published).score).toMatchObject({ possibleTwins: true, weight: -5 })
    expect(scored(william, bill).score.possibleTwins).toBe(false)
    expect(scored(william, bill).level('name')).toBe('NICKNAME')
    expect(scored(william, bill).band).toBe('link')
  })

  it('any PNC of a record is compared, not only the first', () => {
    const left = { ...harold, pncs: ['1999/0000012X', '2012/0443841T'] }
    const right = { ...harold, pncs: ['2012/0443841T'] }
    expect(scored(left, right).level('id')).toBe('PNC')
    expect(scored(left, right, published).level('id')).toBe('ELSE_MISMATCH')
  })

  it('a refused number one edit from a valid one is some evidence, and two edits are none', () => {
    const right = { ...harold, pncs: ['2012/0443841T'] }
    expect(scored({ ...harold, rejectedNumbers: ['2012/0443842T'] }, right).level('id')).toBe('REFUSED_ONE_EDIT')
    expect(scored({ ...harold, rejectedNumbers: ['2012/0443852T'] }, right).level('id')).toBe('NULL_ONLY_REFUSED')
  })

  it('a placeholder number is never used', () => {
    const left = { ...harold, pncs: ['2003/0993399B'], cros: ['000000/00Z'] }
    expect(scored(left, left).level('id')).toBe('NULL')
  })

  it('the postcode of a prison or hostel does not count as rare', () => {
    const left = { ...harold, postcodes: ['HP11 1AA'] }
    expect(scored(left, left).level('postcode')).toBe('OUTCODE')
  })
})

describe('what is done with a pair', () => {
  it('twins are never linked and always shown', () => {
    const callum = { ...harold, firstName: 'Callum', middleNames: 'Dominic' }
    const twin = { ...callum, firstName: 'Bartholomew' }
    const { score } = scored(callum, twin)
    expect(decideMatch(score, ours)).toMatchObject({ outcome: 'possible', reasons: [{ code: 'possible-twins' }] })
  })

  it('a person who said two records differ is obeyed whatever the evidence', () => {
    const one = { ...harold, overrideMarker: 'a', overrideScopes: ['s1'] }
    const other = { ...harold, overrideMarker: 'b', overrideScopes: ['s1'] }
    expect(decideMatch(scored(one, other).score, ours)).toMatchObject({
      outcome: 'hidden',
      reasons: [{ code: 'kept-apart-by-a-person' }],
      rules: [{ parameter: 'person.match-model.throughline-1' }],
    })
  })

  it('a spouse at the same address is not put in the review queue', () => {
    expect(scored(harold, { ...harold, firstName: 'Mary', middleNames: null, dateOfBirth: '1986-01-30' }).band).toBe(
      'weak',
    )
  })

  it('one PNC on two different people raises an alert', () => {
    const left = { ...harold, pncs: ['2012/0443841T'] }
    const right = { firstName: 'Zoltan', lastName: 'Nowak', dateOfBirth: '1955-02-01', pncs: ['2012/0443841T'] }
    const { score, band } = scored(left, right)
    expect(matchAlerts(score)).toEqual(['same-number-different-person'])
    expect(band).not.toBe('link')
    expect(matchAlerts(scored(left, left).score)).toEqual([])
  })

  it('a weight is a chance: each bit doubles the odds', () => {
    expect(probabilityOf(0)).toBe(0.5)
    expect(probabilityOf(1)).toBeCloseTo(2 / 3, 12)
  })
})

describe('the candidates of a record', () => {
  it('stand in the order in which they matter', () => {
    const self = standardise(harold, ours.value.standardisation)
    const candidates = [
      { key: 'spouse', ...harold, firstName: 'Mary', middleNames: null, dateOfBirth: '1986-01-30' },
      { key: 'moved', ...harold, middleNames: null, postcodes: [] },
      { key: 'same', ...harold },
    ].map(({ key, ...raw }) => ({ key, record: standardise(raw, ours.value.standardisation) }))
    const ranked = rankCandidates(self, candidates, frequencies, ours)
    expect(ranked.map(({ key, band }) => [key, band])).toEqual([
      ['same', 'link'],
      ['moved', 'possible'],
      ['spouse', 'weak'],
    ])
  })

  it('carry their numbers checked: valid ones canonical, refused ones only for review', () => {
    const checked = withCheckedNumbers({ ...harold, pncs: ['02/73319Z', '02/73319A', 'rubbish'] }, '2026-11-21')
    expect(checked).toMatchObject({ pncs: ['2002/0073319Z'], rejectedNumbers: ['2002/0073319A'] })
  })
})

describe('the explanation of a pair', () => {
  it('adds up, is sorted by size, and shows what was compared', () => {
    const { score, pair } = scored(harold, { ...harold, firstName: 'Harry', postcodes: ['LE7 1HQ'] })
    const why = explainPair(pair[0], pair[1], score, ours.value)
    const sizes = why.lines.map(line => Math.abs(line.total))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(why.start + why.lines.reduce((sum, line) => sum + line.total, 0)).toBeCloseTo(why.evidence, 9)
    expect(why.lines.find(line => line.comparison === 'postcode')).toMatchObject({
      left: ['LE74QT'],
      right: ['LE71HQ'],
      equal: false,
      level: 'OUTCODE',
    })
    expect(why).toMatchObject({ model: 'throughline-1', band: 'likely', alerts: [] })
  })
})

describe('a score', () => {
  const text = (...values: string[]) => fc.constantFrom(...values)
  const maybe = (...values: string[]) => fc.option(text(...values), { nil: null })
  const record: fc.Arbitrary<SourceRecord> = fc.record({
    firstName: maybe('John', 'Jack', 'Jon', 'Mary-Ann', 'Smith'),
    middleNames: maybe('Lee', 'John', 'Paul Lee'),
    lastName: text('Smith', 'Smyth', 'John', 'Smith-Jones', 'O’Brien'),
    dateOfBirth: maybe('1990-02-03', '1990-03-02', '1990-02-04', '1961-12-12'),
    dateOfBirthAliases: fc.array(text('1990-02-03', '1985-01-01'), { maxLength: 2 }),
    firstNameAliases: fc.array(text('Jack', 'Paul'), { maxLength: 2 }),
    lastNameAliases: fc.array(text('Smith', 'Jones'), { maxLength: 2 }),
    postcodes: fc.array(text('LE7 4QT', 'LE7 1HQ', 'HP11 1AA'), { maxLength: 2 }),
    pncs: fc.array(text('2012/0443841T', '1999/0000012X', '2004/0046583U'), { maxLength: 2 }),
    cros: fc.array(text('046583/04R', '234567/01B'), { maxLength: 2 }),
    rejectedNumbers: fc.array(text('2012/0443842T'), { maxLength: 1 }),
    sentenceDates: fc.array(text('2020-01-01', '2020-01-10', '2021-05-05'), { maxLength: 3 }),
    overrideMarker: maybe('m1', 'm2'),
    overrideScopes: fc.array(text('s1', 's2'), { maxLength: 2 }),
    masterDefendantId: maybe('d1', 'd2'),
  })

  it('is the same whichever record comes first', () => {
    fc.assert(
      fc.property(record, record, (left, right) => {
        const [there, back] = [scored(left, right), scored(right, left)]
        expect(there.score.weight).toBeCloseTo(back.score.weight, 9)
        expect(there.band).toBe(back.band)
      }),
      { numRuns: 400 },
    )
  })

  it('a comparison that could end without an answer is refused', () => {
    const model = { ...ours.value, comparisons: [{ comparison: 'name' as const, levels: [] }] }
    expect(() => scorerOf(model)).toThrow(ModelError)
  })
})
