import type { DisposalFamily } from '../model.ts'

/** A kind of sentence as the record codes it. `unpaidWorkIncentive` is null where the source does not say. */
export type DisposalType = {
  readonly code: string
  readonly name: string
  readonly family: DisposalFamily
  readonly unpaidWorkIncentive: boolean | null
}

/** From reference/disposal-types.csv (a test keeps the two equal). */
export const disposalTypes: readonly DisposalType[] = [
  { code: '201', name: 'Community order (CJA 2003)', family: 'community-order', unpaidWorkIncentive: true },
  { code: '340', name: 'Community order (Sentencing Act 2020)', family: 'community-order', unpaidWorkIncentive: true },
  { code: '203', name: 'Suspended sentence order (CJA 2003)', family: 'suspended-sentence', unpaidWorkIncentive: true },
  {
    code: '216',
    name: 'Suspended sentence supervision order',
    family: 'suspended-sentence',
    unpaidWorkIncentive: true,
  },
  {
    code: '341',
    name: 'Suspended sentence order (Sentencing Act 2020)',
    family: 'suspended-sentence',
    unpaidWorkIncentive: true,
  },
  { code: '408', name: 'Suspended sentence', family: 'suspended-sentence', unpaidWorkIncentive: true },
  { code: '234', name: 'Scottish community order (CPA 1995)', family: 'community-order', unpaidWorkIncentive: true },
  { code: '235', name: 'Scottish community payback (CJLA 2010)', family: 'community-order', unpaidWorkIncentive: true },
  {
    code: '233',
    name: 'Supervision default order (ORA)',
    family: 'supervision-default-order',
    unpaidWorkIncentive: false,
  },
  { code: '212', name: 'Enforcement order (pre-CJA)', family: 'other', unpaidWorkIncentive: false },
  { code: '226', name: 'Enforcement order (C&AA 2006)', family: 'other', unpaidWorkIncentive: false },
  { code: '237', name: 'Community service and probation order (Jersey)', family: 'other', unpaidWorkIncentive: false },
  { code: '123', name: 'Deferred sentence', family: 'deferred-sentence', unpaidWorkIncentive: false },
  { code: '202', name: 'Deferred sentence (CJA)', family: 'deferred-sentence', unpaidWorkIncentive: false },
  { code: '407', name: 'Deferred sentence (pre-CJA 2003)', family: 'deferred-sentence', unpaidWorkIncentive: false },
  {
    code: '204',
    name: 'Youth rehabilitation order (CJA)',
    family: 'youth-rehabilitation-order',
    unpaidWorkIncentive: false,
  },
  {
    code: '331',
    name: 'Youth rehabilitation order (ORA)',
    family: 'youth-rehabilitation-order',
    unpaidWorkIncentive: null,
  },
  {
    code: '342',
    name: 'Youth rehabilitation order (SA 2020)',
    family: 'youth-rehabilitation-order',
    unpaidWorkIncentive: false,
  },
  { code: '307', name: 'Adult custody under 12 months', family: 'custody', unpaidWorkIncentive: null },
  { code: '318', name: 'Detention and training order', family: 'youth-custody', unpaidWorkIncentive: null },
  {
    code: '305',
    name: 'Young offender institution under 12 months',
    family: 'youth-custody',
    unpaidWorkIncentive: null,
  },
  {
    code: '306',
    name: 'Young offender institution 12 months or more',
    family: 'youth-custody',
    unpaidWorkIncentive: null,
  },
  { code: '310', name: 'Life imprisonment (youth)', family: 'youth-custody', unpaidWorkIncentive: null },
  { code: '328', name: 'Youth custody including PSS (ORA)', family: 'youth-custody', unpaidWorkIncentive: null },
  { code: '332', name: 'Referral order (youth)', family: 'youth-other', unpaidWorkIncentive: null },
  { code: '221', name: 'Parenting order', family: 'youth-other', unpaidWorkIncentive: null },
  { code: '227', name: 'Intensive alternative to custody', family: 'youth-other', unpaidWorkIncentive: null },
  { code: '228', name: 'Intensive supervision and control', family: 'youth-other', unpaidWorkIncentive: null },
]

const byCode = new Map(disposalTypes.map(type => [type.code, type]))

/** The kind of sentence of a record code, undefined when the code is not known. */
export function disposalType(code: string): DisposalType | undefined {
  return byCode.get(code.trim())
}

/** What a court result creates (court-result-codes.csv, probation_effect), undefined for effects that are no sentence. */
export function disposalFamilyOfCourtEffect(effect: string): DisposalFamily | undefined {
  return courtEffects[effect]
}

const courtEffects: { readonly [effect: string]: DisposalFamily } = {
  COMMUNITY_ORDER: 'community-order',
  SUSPENDED_SENTENCE: 'suspended-sentence',
  CUSTODY: 'custody',
  CUSTODY_YOUTH: 'youth-custody',
  YOUTH_REHABILITATION_ORDER: 'youth-rehabilitation-order',
}
