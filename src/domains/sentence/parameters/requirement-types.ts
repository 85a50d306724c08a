import type { Source } from '../../../platform/rules/index.ts'
import type { DisposalFamily, LengthUnit, RequirementKind } from '../model.ts'

/** A requirement a court can make. `units` are those its length may be given in, the usual one first; none means that
 *  the court gives no length. `recordCodes` are codes of the older record, where one is public. `courtEffect` is the
 *  name in court-result-codes.csv (REQ:...). `punitive` says whether it can meet the duty of s.208(10). */
export type RequirementType = {
  readonly kind: RequirementKind
  readonly name: string
  readonly units: readonly LengthUnit[]
  readonly orders: readonly DisposalFamily[]
  readonly punitive: boolean
  readonly recordCodes: readonly string[]
  readonly courtEffect: string | null
  readonly source: Source
  /** Passed but not yet in force: no order can carry it. */
  readonly prospective?: true
}

const relevant: readonly DisposalFamily[] = ['community-order', 'suspended-sentence']
const withYouth: readonly DisposalFamily[] = [...relevant, 'youth-rehabilitation-order']
const withDefault: readonly DisposalFamily[] = [...withYouth, 'supervision-default-order']
const youthOnly: readonly DisposalFamily[] = ['youth-rehabilitation-order']
const terms: readonly LengthUnit[] = ['months', 'weeks', 'days', 'years']
const some: readonly LengthUnit[] = ['days', 'sessions', 'hours']

function part(number: string): Source {
  return { kind: 'statute', cite: `Sentencing Act 2020 Schedule 9 Part ${number}` }
}
function youth(what: string): Source {
  return { kind: 'assumption', cite: `Sentencing Act 2020 Schedule 6 (${what})`, note: 'Youth orders: not confirmed.' }
}
function act2026(section: string): Source {
  return { kind: 'statute', cite: `Sentencing Act 2026 ${section}`, note: 'Prospective: not commenced.' }
}

/** The one list of requirements, from requirement-types.csv and the court's result codes together. */
export const requirementTypes: readonly RequirementType[] = [
  type('unpaid-work', 'Unpaid work', ['hours'], withDefault, true, part('1'), 'UNPAID_WORK', ['W', 'W0', 'W1', 'W2']),
  type(
    'rehabilitation-activity',
    'Rehabilitation activity',
    ['days'],
    relevant,
    false,
    part('2'),
    'REHABILITATION_ACTIVITY',
    ['F'],
  ),
  type('programme', 'Accredited programme', ['sessions', 'days'], withYouth, false, part('3'), 'PROGRAMME', ['7']),
  type('prohibited-activity', 'Prohibited activity', terms, withYouth, true, part('4'), 'PROHIBITED_ACTIVITY'),
  type('curfew', 'Curfew', terms, withDefault, true, part('5'), 'CURFEW'),
  type('exclusion', 'Exclusion', terms, withYouth, true, part('6'), 'EXCLUSION'),
  type('residence', 'Residence', terms, withYouth, false, part('7'), 'RESIDENCE'),
  type('foreign-travel-prohibition', 'Foreign travel prohibition', terms, relevant, true, part('8'), 'FOREIGN_TRAVEL'),
  type(
    'mental-health-treatment',
    'Mental health treatment',
    terms,
    withYouth,
    false,
    part('9'),
    'MENTAL_HEALTH_TREATMENT',
  ),
  type('drug-rehabilitation', 'Drug rehabilitation', terms, relevant, false, part('10'), 'DRUG_REHABILITATION'),
  type('drug-testing', 'Drug testing', terms, withYouth, false, part('10A'), 'DRUG_TESTING'),
  type('alcohol-treatment', 'Alcohol treatment', terms, relevant, false, part('11'), 'ALCOHOL_TREATMENT'),
  type(
    'alcohol-abstinence',
    'Alcohol abstinence and monitoring',
    ['days', 'weeks', 'months'],
    relevant,
    true,
    part('12'),
    'ALCOHOL_ABSTINENCE',
  ),
  type('attendance-centre', 'Attendance centre', ['hours'], withYouth, true, part('13'), 'ATTENDANCE_CENTRE'),
  type(
    'electronic-compliance-monitoring',
    'Electronic monitoring of compliance',
    terms,
    withYouth,
    false,
    part('14'),
    null,
  ),
  type(
    'electronic-whereabouts-monitoring',
    'Electronic monitoring of whereabouts',
    terms,
    relevant,
    true,
    part('14'),
    'ELECTRONIC_MONITORING',
  ),
  type(
    'activity',
    'Activity',
    some,
    withYouth,
    false,
    {
      kind: 'statute',
      cite: 'Criminal Justice Act 2003 s.201, until Offender Rehabilitation Act 2014 s.15 (1 February 2015)',
      note: 'On adult orders only for offences before 1 February 2015; it lives on in youth orders.',
    },
    'ACTIVITY',
  ),
  type(
    'supervision',
    'Supervision',
    terms,
    withYouth,
    false,
    {
      kind: 'statute',
      cite: 'Criminal Justice Act 2003 s.213, until Offender Rehabilitation Act 2014 s.15 (1 February 2015)',
      note: 'On adult orders only for offences before 1 February 2015; it lives on in youth orders.',
    },
    null,
  ),
  type(
    'local-authority-residence',
    'Local authority residence',
    terms,
    youthOnly,
    false,
    youth('residence'),
    'LOCAL_AUTHORITY_RESIDENCE',
  ),
  type('drug-treatment', 'Drug treatment', terms, youthOnly, false, youth('drug treatment'), 'DRUG_TREATMENT'),
  type(
    'intoxicating-substance-treatment',
    'Intoxicating substance treatment',
    terms,
    youthOnly,
    false,
    youth('intoxicating substances'),
    'INTOXICATING_SUBSTANCE',
  ),
  type('education', 'Education', terms, youthOnly, false, youth('education'), 'EDUCATION'),
  {
    ...type('probation-requirement', 'Probation requirement', [], relevant, false, act2026('ss.12-13'), null),
    prospective: true,
  },
  {
    ...type('driving-prohibition', 'Driving prohibition', terms, relevant, true, act2026('s.14'), null),
    prospective: true,
  },
  {
    ...type(
      'public-event-attendance-prohibition',
      'Public event attendance prohibition',
      terms,
      relevant,
      true,
      act2026('s.15'),
      null,
    ),
    prospective: true,
  },
  {
    ...type(
      'drinking-establishment-entry-prohibition',
      'Drinking establishment entry prohibition',
      terms,
      relevant,
      true,
      act2026('s.16'),
      null,
    ),
    prospective: true,
  },
  { ...type('restriction-zone', 'Restriction zone', terms, relevant, true, act2026('s.17'), null), prospective: true },
]

const byKind = new Map(requirementTypes.map(one => [one.kind, one]))

/** The catalogue entry of a kind. */
export function requirementType(kind: RequirementKind): RequirementType {
  return byKind.get(kind)!
}

/** The requirement a court result makes; `effect` is probation_effect with or without REQ:. Undefined when unknown. */
export function requirementTypeOfCourtEffect(effect: string): RequirementType | undefined {
  const name = effect.replace(/^REQ:/, '')
  return requirementTypes.find(one => one.courtEffect === name)
}

/** The requirement of a code of the older record ('F', 'W1'), undefined when the code is not known. */
export function requirementTypeOfRecordCode(code: string): RequirementType | undefined {
  return requirementTypes.find(one => one.recordCodes.includes(code.trim().toUpperCase()))
}

function type(
  kind: RequirementKind,
  name: string,
  units: readonly LengthUnit[],
  orders: readonly DisposalFamily[],
  punitive: boolean,
  source: Source,
  courtEffect: string | null,
  recordCodes: readonly string[] = [],
): RequirementType {
  return { kind, name, units, orders, punitive, recordCodes, courtEffect, source }
}
