import { ageOn, type LocalDate, plusMonths } from '../../../platform/calendar/index.ts'
import type { OffenceDetails } from '../../court/index.ts'
import type { SentenceToCount } from '../../sentence/index.ts'
import { countedFromAge, sentencedFamilies } from '../parameters/report-measures.ts'
import { recentReportMonths } from '../parameters/report-triage.ts'
import type { CohortCode, ReportDepth, ReportKind } from '../request-model.ts'
import { custodyRiskFromRecord } from './custody-risk-from-record.ts'
import type { RequestState } from './request-state.ts'

/** A request with only what counting asks of it. */
export type RequestToCount = {
  readonly personId: string
  readonly id: string
  readonly kind: ReportKind
  readonly courtCode: string
  readonly askedOn: LocalDate
  readonly requiredBy: LocalDate | null
  readonly depth: ReportDepth | null
  /** Days on which a version of it reached the court, the earliest first. */
  readonly deliveredOn: readonly LocalDate[]
  readonly state: RequestState
  /** Null before triage. */
  readonly cohorts: readonly CohortCode[] | null
  readonly cohortsNotKnown: readonly CohortCode[]
}

/** One person with all of their sentences and requests; `personId` is the id the record is shown under. */
export type PersonToCount = {
  readonly personId: string
  readonly dateOfBirth: LocalDate | null
  readonly sex: 'male' | 'female' | null
  readonly ethnicity: string | null
  readonly sentences: readonly SentenceToCount[]
  readonly requests: readonly RequestToCount[]
}

export type Sentence = 'community-order' | 'suspended-sentence' | 'custody'
export type CustodyRisk = 'at-risk' | 'not-at-risk' | 'not-known'
export type NoReport =
  | 'none-asked'
  | 'withdrawn'
  | 'not-completed'
  | 'refused'
  | 'sealed'
  | 'delivered-later'
  | 'not-delivered'

/** A person sentenced at a court on a day: what the share counts. */
export type SentencedCase = {
  readonly personId: string
  /** Null where the record names no court. */
  readonly courtCode: string | null
  readonly sentencedOn: LocalDate
  /** The heaviest of that day at that court. */
  readonly sentence: Sentence
  readonly sex: 'male' | 'female' | null
  readonly age: number | null
  readonly ethnicity: string | null
  readonly custodyRisk: CustodyRisk
  /** The report delivered for this sentence. */
  readonly report: RequestToCount | null
  readonly noReport: NoReport | null
}

export type OffenceTable = (code: string) => OffenceDetails | undefined

/** The cases sentenced from `from` to `to`: person, court and day of sentence with a sentence in scope. Breaches alone
 *  are left out, and so are people known to be under age; a committal is no sentence and so never here. Source:
 *  pre-sentence report specification, section 9. */
export function sentencedCases(
  person: PersonToCount,
  from: LocalDate,
  to: LocalDate,
  offences: OffenceTable,
): readonly SentencedCase[] {
  const counted = person.sentences.filter(one => isCounted(one, person, offences))
  const days = new Map<string, SentenceToCount[]>()
  for (const one of counted) {
    if (one.sentencedOn < from || one.sentencedOn > to) continue
    const key = `${one.sentencedOn} ${site(one.courtCode)}`
    days.set(key, [...(days.get(key) ?? []), one])
  }
  return [...days.values()].map(sentences => caseOf(person, sentences, counted, offences))
}

function caseOf(
  person: PersonToCount,
  sentences: readonly SentenceToCount[],
  counted: readonly SentenceToCount[],
  offences: OffenceTable,
): SentencedCase {
  const { courtCode, sentencedOn } = sentences[0]!
  const before = counted
    .filter(one => one.sentencedOn < sentencedOn && sameCourt(one.courtCode, courtCode))
    .map(one => one.sentencedOn)
    .sort()
    .at(-1)
  const own = person.requests
    .filter(one => one.kind !== 'breach' && one.askedOn <= sentencedOn && sameCourt(one.courtCode, courtCode))
    .filter(one => isFor(one, sentencedOn, before))
    .sort((a, b) => (a.askedOn < b.askedOn ? 1 : -1))
  const inTime = (one: RequestToCount) => one.deliveredOn.some(day => day <= sentencedOn)
  const report = own.find(one => inTime(one) && one.state !== 'SEALED') ?? null
  const born = person.dateOfBirth
  return {
    ...{ personId: person.personId, courtCode, sentencedOn, sex: person.sex, ethnicity: person.ethnicity },
    sentence: heaviest(sentences),
    age: born !== null && born <= sentencedOn ? ageOn(born, sentencedOn) : null,
    custodyRisk: custodyRisk(own, () => custodyRiskFromRecord(person, sentences, offences)),
    report,
    noReport: report ? null : whyNone(own[0]),
  }
}

function isCounted(one: SentenceToCount, person: PersonToCount, offences: OffenceTable): boolean {
  if (!sentencedFamilies.on(one.sentencedOn).value.includes(one.family)) return false
  const born = person.dateOfBirth
  const underAge = born !== null && ageOn(born, one.sentencedOn) < countedFromAge.on(one.sentencedOn).value
  return !underAge && !isBreachOnly(one, person.sentences, offences)
}

/** Sentenced for a breach and nothing new: every offence is a breach, or the sentence takes the place of an order that
 *  ended that day for breach and holds no offence the order did not hold. */
export function isBreachOnly(one: SentenceToCount, all: readonly SentenceToCount[], offences: OffenceTable): boolean {
  const codes = one.offenceCodes
  if (codes.length === 0) return false
  if (codes.every(code => code !== null && offences(code)?.category === 'CB')) return true
  return all.some(
    held =>
      held.id !== one.id &&
      held.terminationReason === 'replaced-on-breach' &&
      held.endedOn === one.sentencedOn &&
      codes.every(code => code !== null && held.offenceCodes.includes(code)),
  )
}

/** A report belongs to the first sentence at its court since it was delivered (a request, since it was asked), unless it
 *  had grown too old by then. */
function isFor(one: RequestToCount, sentencedOn: LocalDate, before: LocalDate | undefined): boolean {
  const since = one.deliveredOn[0] ?? one.askedOn
  if (before !== undefined && since <= before) return false
  const last = one.deliveredOn.at(-1) ?? one.requiredBy ?? one.askedOn
  return last >= sentencedOn || plusMonths(last, recentReportMonths.on(last).value) >= sentencedOn
}

function whyNone(newest: RequestToCount | undefined): NoReport {
  if (!newest) return 'none-asked'
  switch (newest.state) {
    case 'WITHDRAWN':
      return 'withdrawn'
    case 'NOT_COMPLETED':
      return 'not-completed'
    case 'REFUSED':
      return 'refused'
    case 'SEALED':
      return 'sealed'
    default:
      return newest.deliveredOn.length > 0 ? 'delivered-later' : 'not-delivered'
  }
}

/** What triage found for this sentence; where nobody asked for a report, what the record alone says. */
function custodyRisk(requests: readonly RequestToCount[], fromRecord: () => CustodyRisk): CustodyRisk {
  const triaged = requests.find(one => one.cohorts !== null)
  if (!triaged) return fromRecord()
  if (triaged.cohorts?.includes('AT_RISK_OF_CUSTODY')) return 'at-risk'
  return triaged.cohortsNotKnown.includes('AT_RISK_OF_CUSTODY') ? 'not-known' : 'not-at-risk'
}

function heaviest(sentences: readonly SentenceToCount[]): Sentence {
  const families = sentences.map(one => one.family)
  if (families.includes('custody') || families.includes('youth-custody')) return 'custody'
  return families.includes('suspended-sentence') ? 'suspended-sentence' : 'community-order'
}

/** A court code names the building in its first five letters and the courtroom after them. */
function site(courtCode: string | null): string | null {
  return courtCode === null ? null : courtCode.slice(0, 5)
}

function sameCourt(one: string | null, other: string | null): boolean {
  return one === null || other === null || site(one) === site(other)
}
