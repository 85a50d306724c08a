import { type Dated, dated, type Source } from '../../../platform/rules/index.ts'
import type { RequirementKind, Term } from '../model.ts'

/** Hours or days, both ends allowed; null has no limit. */
export type AmountLimit = { readonly unit: 'hours' | 'days'; readonly min: number | null; readonly max: number | null }
/** Calendar time from the day the term begins; both ends allowed. */
export type TermLimit = { readonly min: Term | null; readonly max: Term | null }
export type CurfewLimit = {
  readonly hoursADay: { readonly min: number; readonly max: number }
  readonly hoursInSevenDays: number | null
  readonly within: Term
}
/** Which day chooses the entry that applies. */
export type ChosenBy = 'offence' | 'conviction' | 'sentence'

const unconfirmed = 'Restated from knowledge of the statute; to be confirmed by a lawyer.'
function unverified(cite: string): Source {
  return { kind: 'assumption', cite, note: unconfirmed }
}

/** Chosen by the day of conviction, as commencement provisions of the Code are. */
export const communityOrderLength = dated<TermLimit>('sentence.community-order-length', [
  {
    from: '2005-04-04',
    value: { min: null, max: { years: 3 } },
    source: { kind: 'statute', cite: 'Criminal Justice Act 2003 s.177(5); Sentencing Act 2020 Part 9 Chapter 2' },
  },
])

export const suspendedTerm = dated<TermLimit>('sentence.suspended-term', [
  {
    from: '2012-12-03',
    value: { min: { days: 14 }, max: { years: 2 } },
    source: {
      kind: 'assumption',
      cite: 'Sentencing Act 2020 s.277; before it Criminal Justice Act 2003 s.189 as amended in 2012',
      note: `${unconfirmed} Sentencing Act 2026 ss.1-2 widen it once commenced (prospective).`,
    },
  },
])

export const operationalPeriodLength = dated<TermLimit>('sentence.operational-period', [
  {
    from: '2005-04-04',
    value: { min: { months: 6 }, max: { years: 2 } },
    source: {
      kind: 'assumption',
      cite: 'Sentencing Act 2020 s.288; before it Criminal Justice Act 2003 s.189',
      note: `${unconfirmed} Up to three years under the Sentencing Act 2026 once commenced (prospective).`,
    },
  },
])

export const deferralLength = dated<TermLimit>('sentence.deferral', [
  {
    from: '2005-04-04',
    value: { min: null, max: { months: 6 } },
    source: {
      kind: 'statute',
      cite: 'Sentencing Act 2020 Part 2 Chapter 1 (deferment)',
      note: 'Twelve months under the Sentencing Act 2026 once commenced (prospective).',
    },
  },
])

export const unpaidWorkHours = dated<AmountLimit>('sentence.unpaid-work-hours', [
  {
    from: '2005-04-04',
    value: { unit: 'hours', min: 40, max: 300 },
    source: {
      kind: 'statute',
      cite: 'Sentencing Act 2020 Schedule 9 Part 1; before it Criminal Justice Act 2003 s.199',
      note: 'In aggregate over the requirements of one order.',
    },
  },
])

export const defaultOrderUnpaidWorkHours = dated<AmountLimit>('sentence.default-order-unpaid-work-hours', [
  {
    from: '2015-02-01',
    value: { unit: 'hours', min: 20, max: 60 },
    source: { kind: 'statute', cite: 'Criminal Justice Act 2003 s.256AC and Schedule 19A' },
  },
])

/** Chosen by the day of conviction. */
export const curfewLimit = dated<CurfewLimit>('sentence.curfew', [
  {
    from: '2012-12-03',
    value: { hoursADay: { min: 2, max: 16 }, hoursInSevenDays: null, within: { months: 12 } },
    source: { kind: 'statute', cite: 'Sentencing Act 2020 Schedule 9 Part 5, as enacted; before it CJA 2003 s.204' },
  },
  {
    from: '2022-06-28',
    value: { hoursADay: { min: 2, max: 20 }, hoursInSevenDays: 112, within: { years: 2 } },
    source: {
      kind: 'statute',
      cite: 'Sentencing Act 2020 Schedule 9 Part 5, as amended by Police, Crime, Sentencing and Courts Act 2022 s.150',
      note: 'For convictions on or after 28 June 2022; the day is taken from the sister provision for youth orders.',
    },
  },
])

const exclusionLength = dated<TermLimit>('sentence.exclusion', [
  {
    from: '2005-04-04',
    value: { min: null, max: { years: 2 } },
    source: unverified('Sentencing Act 2020 Schedule 9 Part 6: exclusion of at most two years'),
  },
])

const foreignTravelLength = dated<TermLimit>('sentence.foreign-travel', [
  {
    from: '2012-12-03',
    value: { min: null, max: { months: 12 } },
    source: unverified('Sentencing Act 2020 Schedule 9 Part 8: within twelve months'),
  },
])

const abstinenceLength = dated<TermLimit>('sentence.alcohol-abstinence', [
  {
    from: '2020-10-21',
    value: { min: null, max: { days: 120 } },
    source: {
      kind: 'statute',
      cite: 'Sentencing Act 2020 Schedule 9 Part 12',
      note: 'The first day stands for October 2020 in Wales and March 2021 in England: our assumption.',
    },
  },
])

/** Chosen by the day of conviction: adults convicted later cannot be given it. */
export const attendanceCentre = dated<{ readonly hours: AmountLimit; readonly underAge: number }>(
  'sentence.attendance-centre',
  [
    {
      from: '2005-04-04',
      value: { hours: { unit: 'hours', min: 12, max: 36 }, underAge: 25 },
      source: unverified('Sentencing Act 2020 Schedule 9 Part 13: 12 to 36 hours, under 25 on conviction'),
    },
    {
      from: '2022-06-28',
      value: null,
      source: unverified('Sentencing Act 2020 s.291(3) table: only for convictions before 28 June 2022'),
    },
  ],
)

/** Chosen by the day of conviction. */
export const drugTestingAvailable = dated<{ readonly pilotAreasOnly: boolean }>('sentence.drug-testing-available', [
  {
    from: '2022-06-28',
    value: { pilotAreasOnly: true },
    source: unverified('Sentencing Act 2020 Schedule 9 Part 10A: convictions from 28 June 2022, in pilot areas'),
  },
])

/** Calendar limits on one requirement, and which day chooses the entry. */
export const requirementTermLimits: {
  readonly [Kind in RequirementKind]?: { readonly limit: Dated<TermLimit>; readonly chosenBy: ChosenBy }
} = {
  exclusion: { limit: exclusionLength, chosenBy: 'conviction' },
  'foreign-travel-prohibition': { limit: foreignTravelLength, chosenBy: 'conviction' },
  'alcohol-abstinence': { limit: abstinenceLength, chosenBy: 'sentence' },
}

/** Law that is passed but has no commencement day we know of. Nothing here takes part in a decision: a deployer adds
 *  an entry to the parameter named, with the day, once there is one. */
export type ProspectiveLaw = {
  readonly id: string
  readonly source: Source
  readonly changes: string
  readonly parameters: readonly string[]
  readonly inForceFrom: null
}

export const prospectiveLaw: readonly ProspectiveLaw[] = [
  prospective('suspension-presumed', 's.1', 'Terms of twelve months or less are presumed to be suspended', []),
  prospective('suspension-widened', 's.2', 'More sentences may be suspended', ['sentence.suspended-term']),
  prospective('longer-operational-period', 'Act as a whole', 'Operational period up to three years', [
    'sentence.operational-period',
  ]),
  prospective('longer-deferral', 'Act as a whole', 'Deferral up to twelve months', ['sentence.deferral']),
  prospective(
    'probation-requirement',
    'ss.12-13',
    'The probation requirement takes the place of rehabilitation activity',
    [],
  ),
  prospective('new-prohibitions', 'ss.14-17', 'Driving, public events, drinking establishments, restriction zone', []),
  prospective('unpaid-work-window', 's.36', 'Unpaid work no longer has to be done within twelve months', [
    'sentence.unpaid-work-window',
  ]),
  prospective('early-end', 'ss.38-39', 'Supervision ends early once requirements and plan objectives are met', []),
]

function prospective(id: string, section: string, changes: string, parameters: readonly string[]): ProspectiveLaw {
  const source: Source = {
    kind: 'statute',
    cite: `Sentencing Act 2026 ${section}`,
    note: 'Prospective: not commenced.',
  }
  return { id, source, changes, parameters, inForceFrom: null }
}
