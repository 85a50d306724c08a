import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { HarmLevel, PredictorName, Sex } from '../../assessment/index.ts'
import { reportField } from '../parameters/report-fields.ts'
import type { PrefilledField, RecordedFact, ReportSection, ReportValue, StoredText } from '../report-model.ts'

/** A fact as the record gives it: the words, where from, and the day it is of. */
export type Known = {
  readonly label: string
  readonly text: string
  readonly source: string
  readonly asAt: LocalDate | null
}

/** Everything the record holds that a report would otherwise ask for. Null and empty are not known, never "none". */
export type PrefillFacts = {
  readonly name: Known
  readonly dateOfBirth: Known | null
  readonly address: Known | null
  readonly pnc: Known | null
  readonly crn: Known
  readonly sex: Sex | null
  readonly adult: boolean | null
  readonly mainOffence: Known | null
  readonly otherOffences: readonly Known[]
  readonly plea: Known | null
  /** Orders now and before, and how they ended. */
  readonly orders: readonly Known[]
  /** What the newest assessment says of each area of need, with its day. */
  readonly needs: readonly (Known & { readonly issue: string | null; readonly isNeed: boolean })[]
  readonly strengths: readonly Known[]
  /** Levels of the full analysis; null when none was made. */
  readonly harm: {
    readonly children: HarmLevel | null
    readonly public: HarmLevel | null
    readonly knownAdult: HarmLevel | null
    readonly staff: HarmLevel | null
    readonly asAt: LocalDate | null
  } | null
  /** Who is at risk, of what and when, as the analysis says it; empty without one. */
  readonly harmTexts: readonly Known[]
  readonly harmFactors: readonly Known[]
  /** The only assessment is not signed, so nothing of it fills the report. */
  readonly unsigned: boolean
  readonly layer: 'full' | 'basic' | null
  readonly sexualOffence: boolean | null
  readonly scores: readonly {
    readonly predictor: PredictorName
    readonly generation: 1 | 2
    /** Null is no score. */
    readonly percent: number | null
    readonly band: string | null
    readonly asAt: LocalDate | null
  }[]
  readonly enquiries: readonly (Known & { readonly kind: string; readonly answered: boolean })[]
  /** The order chosen in the proposal, in words, a line a requirement. */
  readonly proposal: { readonly lines: readonly string[]; readonly asAt: LocalDate | null } | null
  readonly interviewedOn: LocalDate | null
}

/** Stands in for an answer that somebody else's information is in; never put into a field. */
export const thirdPartyWords = 'Held in the assessment with third-party information: read it there'

export type Prefill = { readonly facts: readonly RecordedFact[]; readonly fields: readonly PrefilledField[] }

const predictorWords: Readonly<Partial<Record<PredictorName, string>>> = {
  CSRP: 'Combined serious reoffending (CSRP)',
  'DC-SRP': 'Contact sexual reoffending (DC-SRP)',
  'IIC-SRP': 'Indecent images reoffending (IIC-SRP)',
  VRP: 'Violent reoffending (VRP)',
}

/** The predictors a report names: CSRP for everyone, the sexual ones for adult men with a sexual offence, VRP where a
 *  full assessment exists. Source: pre-sentence-report.md section 5. */
export function predictorsToName(
  facts: Pick<PrefillFacts, 'sex' | 'adult' | 'sexualOffence' | 'layer'>,
): readonly PredictorName[] {
  const sexual = facts.sex === 'male' && facts.adult === true && facts.sexualOffence === true
  return [
    'CSRP',
    ...(sexual ? (['DC-SRP', 'IIC-SRP'] as const) : []),
    ...(facts.layer === 'full' ? (['VRP'] as const) : []),
  ]
}

/** What the report opens with: facts of the record, each with its source and day, and the fields they fill. */
export function prefill(given: PrefillFacts): Prefill {
  const facts = [
    ...known('person', 'name', given.name),
    ...known('person', 'date-of-birth', given.dateOfBirth),
    ...known('person', 'address', given.address),
    ...known('person', 'pnc', given.pnc),
    ...known('person', 'crn', given.crn),
    ...known('offences', 'main-offence', given.mainOffence),
    ...given.otherOffences.flatMap((one, index) => known('offences', `other-offence-${index + 1}`, one)),
    ...known('offences', 'plea', given.plea),
    ...given.orders.flatMap((one, index) => known('offence-analysis', `order-${index + 1}`, one)),
    ...given.needs.flatMap((one, index) => known('behaviour', `need-${index + 1}`, one)),
    ...given.strengths.flatMap((one, index) => known('behaviour', `strength-${index + 1}`, one)),
    ...harmFacts(given),
    ...given.harmTexts.flatMap((one, index) => known('risk', `harm-text-${index + 1}`, one)),
    ...given.harmFactors.flatMap((one, index) => known('risk', `harm-factor-${index + 1}`, one)),
    ...scoreFacts(given),
    ...given.enquiries.flatMap((one, index) => known('sources', `enquiry-${index + 1}`, one)),
  ]
  return { facts, fields: fieldsFilled(given) }
}

function fieldsFilled(given: PrefillFacts): readonly PrefilledField[] {
  const fields: PrefilledField[] = []
  const put = (field: string, value: ReportValue | null) => {
    if (value !== null && value.length > 0) fields.push({ field, value })
  }
  put('mainOffence', given.mainOffence?.text ?? null)
  put('additionalOffences', given.otherOffences.map(one => one.text).join('\n'))
  put('issues', [...new Set(given.needs.flatMap(need => (need.isNeed && need.issue ? [need.issue] : [])))])
  const open = (known: readonly Known[]) => known.filter(one => one.text !== thirdPartyWords)
  put(
    'strengths',
    open(given.strengths)
      .map(one => `${one.label}: ${one.text}`)
      .join('\n'),
  )
  for (const [field, level] of harmFields(given)) put(field, level)
  put(
    'riskAndHarmFactors',
    open(given.harmTexts)
      .map(one => `${one.label} ${one.text}`)
      .join('\n'),
  )
  put(
    'riskPredictors',
    scoreFacts(given)
      .map(fact => `${fact.label}: ${fact.text}`)
      .join('\n'),
  )
  put('proposedSentence', given.proposal?.lines.join('\n') ?? null)
  put('sourcesOfInformation', sourcesUsed(given))
  return fields
}

/** The levels of the analysis. Without one each says that none was made, and none says "low"; while an assessment is not
 *  signed, nothing is filled in. */
function harmFields(given: PrefillFacts): readonly (readonly [string, string | null])[] {
  const { harm } = given
  const level = (of: HarmLevel | null | undefined) => (harm ? (of ?? null) : given.unsigned ? null : 'NOT_ANALYSED')
  return [
    ['riskToChildren', level(harm?.children)],
    ['riskToPublic', level(harm?.public)],
    ['riskToKnownAdults', level(harm?.knownAdult)],
    ['riskToStaff', level(harm?.staff)],
  ]
}

function harmFacts(given: PrefillFacts): readonly RecordedFact[] {
  const source = 'Assessment'
  if (!given.harm) {
    const text = given.unsigned
      ? 'The assessment is not signed yet, so there is no level'
      : 'No full analysis was made, so there is no level'
    return [{ section: 'risk', code: 'harm', label: 'Risk of serious harm', text, source, asAt: null }]
  }
  const { asAt } = given.harm
  return harmFields(given).map(([field, level]) => ({
    ...{ section: 'risk', code: field, label: reportField(field)!.label, source, asAt },
    text: reportField(field)!.choices.find(choice => choice.value === level)?.text ?? 'Not assessed',
  }))
}

function scoreFacts(given: PrefillFacts): readonly RecordedFact[] {
  return predictorsToName(given).map(predictor => {
    const score = given.scores.find(one => one.predictor === predictor)
    const base = { section: 'risk', code: `score-${predictor}`, label: predictorWords[predictor] ?? predictor } as const
    const source = 'Scores of the record'
    if (!score || score.percent === null) {
      return { ...base, text: 'no score', source, asAt: score?.asAt ?? null }
    }
    const band = score.band ? `, ${score.band.replace('-', ' ')}` : ''
    const when = score.asAt ? `, scored on ${longDate(score.asAt)}` : ''
    return {
      ...base,
      text: `${score.percent}%${band} (generation ${score.generation}${when})`,
      source,
      asAt: score.asAt,
    }
  })
}

function sourcesUsed(given: PrefillFacts): readonly string[] {
  const answered = (kind: string) => given.enquiries.some(one => one.kind === kind && one.answered)
  return [
    ...(answered('police-domestic-abuse') ? ['domestic-abuse-check'] : []),
    ...(answered('childrens-services') ? ['safeguarding-check'] : []),
    ...(answered('health') ? ['medical'] : []),
    ...(given.interviewedOn ? ['interview'] : []),
    ...(given.layer ? ['assessment'] : []),
    ...(given.orders.length > 0 ? ['service-records'] : []),
  ]
}

function known(section: ReportSection, code: string, fact: Known | null): readonly RecordedFact[] {
  if (!fact) return []
  const { label, text, source, asAt } = fact
  return [{ section, code, label, text, source, asAt }]
}

/** Fields the record filled in, and those of them that still say the same: the reuse measure's two numbers. */
export function reuse(texts: Iterable<Pick<StoredText, 'value' | 'prefilled'>>): {
  readonly prefilled: number
  readonly kept: number
} {
  const filled = [...texts].filter(text => text.prefilled !== null)
  const kept = filled.filter(text => JSON.stringify(text.value) === JSON.stringify(text.prefilled))
  return { prefilled: filled.length, kept: kept.length }
}
