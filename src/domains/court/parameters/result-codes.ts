import { dated, type Source } from '../../../platform/rules/index.ts'

/** A code or an inclusive range of codes. */
export type CodeRange = readonly [from: number, to: number]

export function inRanges(code: number, ranges: readonly CodeRange[]): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to)
}

const resultClassSource: Source = {
  kind: 'public-code',
  cite: 'ministryofjustice/bichard7-next-core:packages/core/phase1/lib/result',
  note: 'The code gives no day from which its lists hold; the year 1 stands for "always".',
}
const effectSource: Source = {
  kind: 'assumption',
  cite: 'Court specification, sections 9 and 10',
  note: 'What a result code means for probation is read from its description.',
}

/** Results that put the case off to another hearing. */
export const adjournmentCodes = dated<readonly CodeRange[]>('court.adjournment-codes', [
  {
    from: '0001-01-01',
    value: [
      [4001, 4009],
      [4011, 4017],
      [4020, 4021],
      [4023, 4025],
      [4027, 4035],
      [4046, 4048],
      [4050, 4051],
      [4053, 4058],
      [4506, 4506],
      [4508, 4508],
      [4541, 4572],
      [4574, 4574],
      [4587, 4589],
    ],
    source: resultClassSource,
  },
])

/** Warrants: like an adjournment, but without a next hearing. */
export const warrantCodes = dated<readonly CodeRange[]>('court.warrant-codes', [
  { from: '0001-01-01', value: [[4575, 4577]], source: resultClassSource },
])

/** Results that end the matter without a finding of guilt on this offence. */
export const finalWithoutVerdictCodes = dated<readonly CodeRange[]>('court.final-without-verdict-codes', [
  {
    from: '0001-01-01',
    value: [
      [1016, 1016],
      [1029, 1030],
      [1044, 1044],
      [2006, 2006],
      [2050, 2050],
      [2053, 2053],
      [2060, 2060],
      [2063, 2063],
      [2065, 2065],
      [3047, 3047],
      [3101, 3111],
      [3126, 3131],
      [3146, 3148],
      [3272, 3272],
      [4010, 4010],
    ],
    source: resultClassSource,
  },
])

/** Committed to the Crown Court for sentence. */
export const committedToCrownCodes = dated<readonly CodeRange[]>('court.committed-to-crown-codes', [
  {
    from: '0001-01-01',
    value: [
      [4001, 4001],
      [4014, 4017],
    ],
    source: effectSource,
  },
])

/** Fine, discharges, dismissed, withdrawn: nothing for probation to supervise. */
export const nonProbationCodes = dated<readonly CodeRange[]>('court.non-probation-codes', [
  {
    from: '0001-01-01',
    value: [
      [1015, 1015],
      [1017, 1018],
      [2006, 2006],
      [2050, 2051],
    ],
    source: effectSource,
  },
])

/** The qualifiers the rules look at. */
export const resultQualifiers = dated('court.result-qualifiers', [
  {
    from: '0001-01-01',
    value: { concurrent: 'C', consecutive: 'F', electronicTagging: 'BA', preSentenceReport: 'DA' },
    source: {
      kind: 'public-code',
      cite: 'npm @moj-bichard7-developers/bichard7-next-data 2.0.414, result-qualifier-code.json',
    },
  },
])

const period = ['D', 'W', 'M', 'Y']

/** Units in which the length of an order or a requirement makes sense; another unit is put to a person. */
export const fittingUnits = dated<{ readonly [type: string]: readonly string[] }>('court.fitting-duration-units', [
  {
    from: '0001-01-01',
    value: {
      CUSTODY: [...period, 'L'],
      CUSTODY_YOUTH: period,
      SUSPENDED_SENTENCE: period,
      COMMUNITY_ORDER: period,
      YOUTH_REHABILITATION_ORDER: period,
      UNPAID_WORK: ['H'],
      ATTENDANCE_CENTRE: ['H'],
      REHABILITATION_ACTIVITY: ['D'],
      ACTIVITY: [...period, 'H', 'S'],
      PROGRAMME: [...period, 'S'],
      EDUCATION: [...period, 'H', 'S'],
      PROHIBITED_ACTIVITY: period,
      CURFEW: period,
      EXCLUSION: period,
      RESIDENCE: period,
      LOCAL_AUTHORITY_RESIDENCE: period,
      MENTAL_HEALTH_TREATMENT: period,
      DRUG_REHABILITATION: period,
      DRUG_TREATMENT: period,
      DRUG_TESTING: period,
      INTOXICATING_SUBSTANCE: period,
      ALCOHOL_TREATMENT: period,
      ALCOHOL_ABSTINENCE: period,
      FOREIGN_TRAVEL: period,
      ELECTRONIC_MONITORING: period,
    },
    source: {
      kind: 'assumption',
      cite: 'Court specification, section 10; supervision specification, sections 2 and 4 (unpaid work hours, activity days)',
      note: 'Which units fit the other requirements is our reading of what each one is.',
    },
  },
])

/** Offence codes that stand for the offence of the earlier order when it is dealt with again. */
export const originalOffenceCodes = dated<readonly string[]>('court.original-offence-codes', [
  {
    from: '0001-01-01',
    value: ['CJ03522', 'CJ03523', 'SE20512'],
    source: {
      kind: 'public-code',
      cite: 'Court specification, section 9 (npm @moj-bichard7-developers/bichard7-next-data 2.0.414)',
    },
  },
])
