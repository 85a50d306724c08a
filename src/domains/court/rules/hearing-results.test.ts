import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { CourtOffence, CourtResult } from '../model.ts'
import { hearingResults } from './hearing-results.ts'
import { codedResult } from './judicial-result.ts'
import { nextHearing } from './next-hearing.ts'
import { offenceDetails, seriousFurtherOffence } from './offence-details.ts'
import { resultClass } from './result-class.ts'
import { endDatesInText, sameLength } from './text-durations.ts'

const hearing: LocalDate = '2026-03-02'
const result = (code: number, more: Partial<CourtResult> = {}): CourtResult => ({ code, qualifiers: [], ...more })
const offence = (results: readonly CourtResult[], more: Partial<CourtOffence> = {}): CourtOffence => ({
  sequence: 1,
  code: 'TH68010',
  convictionDate: hearing,
  results,
  ...more,
})
const reviewsOf = (results: readonly CourtResult[], more: Partial<CourtOffence> = {}) =>
  hearingResults([offence(results, more)], hearing).reviews.map(({ code }) => code)
const ADM = { value: 'ADM', given: '7' }
const NG = { value: 'NG', given: 'N' }

describe('the class of a result', () => {
  it.each<[string, CourtResult, Partial<CourtOffence>, string]>([
    ['convicted earlier, sentenced now', result(1116), { convictionDate: '2026-02-01' }, 'SENTENCE'],
    ['convicted earlier, put off', result(4027), { convictionDate: '2026-02-01' }, 'ADJOURNMENT_POST_JUDGEMENT'],
    ['convicted today', result(1116), {}, 'JUDGEMENT_WITH_FINAL_RESULT'],
    ['convicted today, put off', result(4506), {}, 'ADJOURNMENT_WITH_JUDGEMENT'],
    ['admitted', result(1116), { convictionDate: undefined, plea: ADM }, 'JUDGEMENT_WITH_FINAL_RESULT'],
    ['dismissed', result(2006), { convictionDate: undefined }, 'JUDGEMENT_WITH_FINAL_RESULT'],
    ['not guilty', result(2004), { convictionDate: undefined, verdict: NG }, 'JUDGEMENT_WITH_FINAL_RESULT'],
    ['not guilty and put off', result(4506), { convictionDate: undefined, verdict: NG }, 'UNRESULTED'],
    ['put off before any verdict', result(4506), { convictionDate: undefined }, 'ADJOURNMENT_PRE_JUDGEMENT'],
    ['a warrant before any verdict', result(4575), { convictionDate: undefined }, 'ADJOURNMENT_PRE_JUDGEMENT'],
    ['nothing decided', result(4594), { convictionDate: undefined }, 'UNRESULTED'],
    ['a conviction after the hearing', result(1116), { convictionDate: '2026-03-03' }, 'UNRESULTED'],
  ])('%s', (_, given, more, expected) => {
    expect(resultClass(given, offence([given], more), hearing).outcome).toBe(expected)
  })

  it('a next court makes any result an adjournment', () => {
    const given = result(1000, { nextHearing: { courtCode: 'B01EF' } })
    expect(resultClass(given, offence([given]), hearing).outcome).toBe('ADJOURNMENT_WITH_JUDGEMENT')
  })

  it.each([4000, 4010, 4018, 4022, 4026, 4036, 4049, 4052, 4059, 4507, 4540, 4573, 4590])(
    '%i is no adjournment',
    code => {
      expect(resultClass(result(code), offence([]), hearing).outcome).toBe('JUDGEMENT_WITH_FINAL_RESULT')
    },
  )
})

describe('orders proposed from results', () => {
  const order = (results: readonly CourtOffence[]) => hearingResults(results, hearing).proposal

  it('one order for several offences, each equal requirement once', () => {
    const work = result(3101, { duration: { value: 80, unit: 'H' } })
    const curfew = result(3105, { duration: { value: 2, unit: 'M' } })
    const made = result(1116, { endDate: '2027-03-01' })
    const { orders } = order([offence([made, work]), offence([made, work, curfew], { sequence: 2 })])
    expect(orders).toHaveLength(1)
    expect(orders[0]).toMatchObject({ type: 'COMMUNITY_ORDER', offenceSequences: [1, 2], endDate: '2027-03-01' })
    expect(orders[0]!.requirements.map(({ type, offenceSequences }) => [type, offenceSequences])).toEqual([
      ['UNPAID_WORK', [1, 2]],
      ['CURFEW', [2]],
    ])
  })

  it('a requirement goes on the order of its own offence, else on another of the hearing', () => {
    const { orders } = order([
      offence([result(1116, { endDate: '2027-03-01' })]),
      offence([result(1115, { duration: { value: 8, unit: 'W' } }), result(3103)], { sequence: 2 }),
      offence([result(3272, { duration: { value: 20, unit: 'D' } })], { sequence: 3 }),
    ])
    expect(orders.map(({ type, requirements }) => [type, requirements.map(one => one.type)])).toEqual([
      ['COMMUNITY_ORDER', ['REHABILITATION_ACTIVITY']],
      ['SUSPENDED_SENTENCE', ['PROGRAMME']],
    ])
  })

  it('a requirement is never put on custody', () => {
    const { orders, requirementsWithoutOrder } = order([
      offence([result(1002, { duration: { value: 3, unit: 'M' } }), result(3101)]),
    ])
    expect(orders[0]!.requirements).toEqual([])
    expect(requirementsWithoutOrder.map(({ type }) => type)).toEqual(['UNPAID_WORK'])
  })

  it('tagging said on the order belongs to its curfew only', () => {
    const { orders } = order([
      offence([
        result(1116, { qualifiers: ['BA'] }),
        result(3105),
        result(3101, { duration: { value: 40, unit: 'H' } }),
      ]),
    ])
    expect(orders[0]!.requirements.map(one => [one.type, one.electronicMonitoring])).toEqual([
      ['CURFEW', true],
      ['UNPAID_WORK', false],
    ])
  })

  it('custodial terms say whether they run together', () => {
    const term = { duration: { value: 3, unit: 'M' } }
    const { orders } = order([
      offence([result(1002, term)]),
      offence([result(1002, { ...term, qualifiers: ['C'] })], { sequence: 2 }),
      offence([result(1002, { ...term, text: '3 months consecutive' })], { sequence: 3 }),
    ])
    expect(orders[0]!.terms.map(one => one.order)).toEqual(['not-stated', 'concurrent', 'consecutive'])
  })

  it('no result loses or invents an offence', () => {
    const codes = fc.constantFrom(1002, 1115, 1116, 1141, 3101, 3105, 3110, 3272, 4027, 1015, 1029, 1507, 1000, 9)
    fc.assert(
      fc.property(fc.array(fc.array(codes, { maxLength: 5 }), { maxLength: 5 }), lists => {
        const offences = lists.map((list, index) =>
          offence(
            list.map(code => result(code)),
            { sequence: index + 1 },
          ),
        )
        const meant = hearingResults(offences, hearing)
        expect(meant.results).toHaveLength(lists.flat().length)
        const placed = [
          ...meant.proposal.orders.flatMap(one => one.requirements),
          ...meant.proposal.requirementsWithoutOrder,
        ]
        const asked = new Set(lists.flat().filter(code => code >= 3100 && code < 3300))
        expect(new Set(placed.map(one => one.code))).toEqual(asked)
        expect(new Set(meant.proposal.orders.map(one => one.type)).size).toBe(meant.proposal.orders.length)
      }),
    )
  })
})

describe('reviews', () => {
  const length = (value: number, unit: string) => ({ duration: { value, unit } })
  it.each<[string, string[], CourtResult[]]>([
    [
      'text and code of a length disagree',
      ['length-text-differs'],
      [result(1002, { ...length(3, 'M'), text: '12 months' })],
    ],
    ['twelve months is a year', [], [result(1002, { ...length(1, 'Y'), text: 'Imprisonment for 12 months' })]],
    ['unpaid work in weeks', ['unit-not-fitting'], [result(1116), result(3101, length(12, 'W'))]],
    ['a requirement without its order', ['requirement-without-order'], [result(3101, length(40, 'H'))]],
    [
      'requirements only the text names',
      ['requirement-only-in-text', 'requirement-only-in-text'],
      [result(1116, { text: 'Community order: alcohol treatment for 6 months. Supervision.' })],
    ],
    [
      'an end date the text gives otherwise',
      ['end-date-text-differs'],
      [result(1116, { endDate: '2027-03-01', text: 'until 01/04/2027' })],
    ],
    ['free text', ['free-text-result'], [result(1000, { text: 'As discussed' })]],
    ['a code nobody knows', ['code-not-known'], [result(9)]],
    ['an adjournment without court and day', ['HO100322', 'HO100323'], [result(4506)]],
    ['an adjournment without day', ['HO100323'], [result(4506, { nextHearing: { courtCode: 'B01EF' } })]],
    ['a warrant has no next hearing', [], [result(4575)]],
  ])('%s', (_, expected, results) => {
    expect(reviewsOf(results)).toEqual(expected)
  })

  it('only a hearing without any review is clean', () => {
    expect(hearingResults([offence([result(1116), result(3101, length(100, 'H'))])], hearing).clean).toBe(true)
    expect(hearingResults([offence([result(1000)])], hearing).clean).toBe(false)
  })

  it('an order on an offence nobody was convicted of', () => {
    expect(reviewsOf([result(1116)], { convictionDate: undefined })).toEqual(['order-without-conviction'])
  })
})

describe('what else results say', () => {
  it('adjourned for a pre-sentence report: due before the next hearing', () => {
    const next = { courtCode: 'B01EF', date: '2026-04-01' as LocalDate }
    const meant = hearingResults([offence([result(4027, { qualifiers: ['DA'], nextHearing: next })])], hearing)
    expect(meant.reportRequest).toEqual({ offenceSequences: [1], before: '2026-04-01' })
    expect(meant.adjourned).toBe(true)
  })

  it.each([4001, 4014, 4015, 4016, 4017])('%i commits to the Crown Court for sentence', code => {
    expect(hearingResults([offence([result(code)])], hearing).committedToCrown).toBe(true)
  })

  it.each([1015, 1017, 1018, 2006, 2050, 2051])('%i is nothing for probation', code => {
    expect(hearingResults([offence([result(code)])], hearing).nonProbation.map(one => one.code)).toEqual([code])
  })

  it('a sentence with or without report by the type of hearing', () => {
    const at = (type: string) => hearingResults([], hearing, type).sentencedWith
    expect([at('SWPSR'), at('Sentence, Without Pre-Sentence Report'), at('Trial')]).toEqual([
      'with-report',
      'without-report',
      'unknown',
    ])
  })

  it('offences taken into consideration are counted from the text', () => {
    const meant = hearingResults([offence([result(3118, { text: '4 offences taken into consideration' })])], hearing)
    expect(meant.results[0]!.offencesTakenIntoConsideration).toBe(4)
  })

  it('a revoked order ends, unless its offence is sentenced again', () => {
    const revoked = offence([result(1029)], { code: 'CJ03511', plea: ADM, convictionDate: undefined })
    const again = offence([result(1002)], { sequence: 2, code: 'CJ03522' })
    const of = (offences: CourtOffence[]) =>
      hearingResults(offences, hearing).breachOutcomes.map(one => one.consequence)
    expect(of([revoked])).toEqual(['end-order'])
    expect(of([revoked, again])).toEqual(['replace-order'])
  })

  it('an activated suspended sentence is custody of its length, consecutive by qualifier', () => {
    const given = result(1507, { duration: { value: 4, unit: 'M' }, qualifiers: ['F'] })
    expect(hearingResults([offence([given])], hearing).breachOutcomes[0]).toMatchObject({
      kind: 'suspended-sentence-activated',
      consequence: 'custody',
      length: { value: 4, unit: 'M' },
      order: 'consecutive',
    })
  })
})

describe('the next hearing', () => {
  it.each([
    'Committed to Chelmsford Crown Court on unconditional bail, to appear on 01/04/2026 or such other date',
    'On bail to appear at Chelmsford Crown Court on 01/04/2026',
    'In custody, to be brought before Chelmsford Crown Court on 01/04/2026',
  ])('is read from the text: %s', text => {
    expect(nextHearing(result(4016, { text }))).toEqual({
      courtCode: 'C42CF',
      courtName: 'Chelmsford',
      date: '2026-04-01',
      from: 'text',
    })
  })
  it('as coded comes first', () => {
    const coded = { courtCode: 'B01EF', date: '2026-05-01' as LocalDate }
    const text = 'to appear at Chelmsford Crown Court on 01/04/2026'
    expect(nextHearing(result(4027, { nextHearing: coded, text }))).toEqual({ ...coded, from: 'code' })
  })
  it('a court nobody knows keeps its name', () => {
    const found = nextHearing(result(4016, { text: 'Committed to Atlantis Crown Court' }))
    expect(found).toMatchObject({ courtCode: undefined, courtName: 'Atlantis Crown Court' })
  })
})

describe('a judicial result of Common Platform', () => {
  const judicial = (label: string, prompts: CourtResult['prompts'] = []) =>
    codedResult({ label, qualifiers: [], prompts })
  const prompt = (label: string, value: string, type?: string) => ({ label, value, type })

  it.each([
    ['Community order England / Wales', 1116],
    ['Imprisonment', 1002],
    ['Unpaid work', 3101],
    ['Curfew Requirement', 3105],
    ['Suspended imprisonment', 1115],
  ])('%s is %i', (label, code) => {
    expect(judicial(label)).toMatchObject({ kind: 'coded', result: { code } })
  })

  it.each(['Granted', 'label', 'Community orders of some kind', ''])('"%s" is left to a person', label => {
    expect(judicial(label)).toMatchObject({ kind: 'label-not-known', result: { label } })
  })

  it('a label of several codes with different or no meaning is left to a person', () => {
    expect(judicial('Combination order')).toMatchObject({ kind: 'label-not-clear', codes: [1095, 1503] })
  })

  it('length, end, amount and next hearing come from the prompts', () => {
    expect(judicial('Unpaid work', [prompt('Number of hours', '80', 'INT')])).toMatchObject({
      result: { duration: { value: 80, unit: 'H' } },
    })
    expect(
      judicial('Community order', [prompt('End date', '01/03/2027', 'DATE'), prompt('Fine', '£1,200.50', 'CURR')]),
    ).toMatchObject({ result: { endDate: '2027-03-01', amount: 1200.5 } })
    const sentence = judicial('Suspended imprisonment', [
      prompt('Imprisonment period', '12 Weeks', 'DURATION'),
      prompt('Suspended period', '18 Months', 'DURATION'),
    ])
    expect(sentence).toMatchObject({
      result: { duration: { value: 12, unit: 'W' }, secondaryDuration: { value: 18, unit: 'M' } },
    })
    const adjourned = judicial('Adjournment', [
      prompt('Courthouse organisation name', "Croydon Magistrates' Court"),
      prompt('Date of hearing', '2026-04-01', 'DATE'),
    ])
    expect(adjourned).toMatchObject({ result: { code: 4506, nextHearing: { courtCode: 'B01EF', date: '2026-04-01' } } })
  })
})

describe('an offence code', () => {
  it('has its category, title and maximum', () => {
    expect(offenceDetails('CJ03510')).toMatchObject({ category: 'CB' })
    expect(offenceDetails('th68010')).toMatchObject({
      code: 'TH68010',
      category: 'CE',
      homeOfficeClass: expect.any(String),
    })
  })
  it('of nothing we know is undefined', () => {
    expect(offenceDetails('ABC001')).toBeUndefined()
  })
  it('is a serious further offence when listed, a variant when only its base code is', () => {
    expect(seriousFurtherOffence('AT01002')).toBe('listed')
    expect(seriousFurtherOffence('AT01002E')).toBe('listed')
    expect(seriousFurtherOffence('AT01002Q')).toBe('variant-of-listed')
    expect(seriousFurtherOffence('TH68010')).toBe('not-listed')
  })
})

describe('lengths and days in a text', () => {
  it('compare across units that are exact multiples only', () => {
    expect(sameLength({ value: 2, unit: 'W' }, { value: 14, unit: 'D' })).toBe(true)
    expect(sameLength({ value: 52, unit: 'W' }, { value: 12, unit: 'M' })).toBe(false)
  })
  it('a day that is not real is not read', () => {
    expect(endDatesInText('until 31/02/2026, by 01/03/2026')).toEqual(['2026-03-01'])
  })
})
