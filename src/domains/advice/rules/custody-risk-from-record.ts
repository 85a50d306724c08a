import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { SentenceToCount } from '../../sentence/index.ts'
import { imprisonable } from './offence-scope.ts'
import { priorityCohorts } from './priority-cohorts.ts'
import type { CustodyRisk, OffenceTable, PersonToCount } from './sentenced-cases.ts'
import type { TriageFacts } from './triage-facts.ts'

const community: readonly string[] = ['community-order', 'suspended-sentence']
const custody: readonly string[] = ['custody', 'youth-custody']

/** Risk of custody of somebody for whom no report was triaged, by the same test on what the record held before the
 *  sentence: earlier orders and custody. Scores, remand and what the court said are not looked at, so the test finds
 *  fewer than triage does. */
export function custodyRiskFromRecord(
  person: Pick<PersonToCount, 'sentences'>,
  sentences: readonly SentenceToCount[],
  offences: OffenceTable,
): CustodyRisk {
  const day = sentences[0]!.sentencedOn
  const earlier = person.sentences.filter(one => one.sentencedOn < day)
  const charged = sentences
    .flatMap(one => one.offenceCodes)
    .map(code => ({ code, title: '', committedOn: null, convictedOn: null, main: false, maximumPenalty: null }))
  const { outcome } = priorityCohorts({
    ...nothingKnown(day),
    imprisonable: imprisonable(charged, offences),
    orders: earlier
      .filter(one => community.includes(one.family))
      .map(({ family, endedOn }) => ({ family, endedOn: endedOn !== null && endedOn <= day ? endedOn : null })),
    custodialSentences: earlier.filter(one => custody.includes(one.family)).length,
  })
  if (outcome.found.some(one => one.cohort === 'AT_RISK_OF_CUSTODY')) return 'at-risk'
  return outcome.notKnown.some(one => one.cohort === 'AT_RISK_OF_CUSTODY') ? 'not-known' : 'not-at-risk'
}

/** The facts of the cohorts' test on a day when nothing is known yet. */
export function nothingKnown(day: LocalDate): TriageFacts {
  return {
    ...{ hearingOn: day, askedOn: day, requiredBy: null, plea: 'not-known', remand: 'not-known', orders: [] },
    ...{ sex: null, age: null, ethnicity: null, imprisonable: null, knownToProbation: null, bands: null },
    ...{ courtIndicatesCustody: null, breachOfSuspendedSentence: null, custodialSentences: null },
    ...{ recentReport: null, dangerousness: null, sexual: null, domesticAbuse: null, rosh: null, mappa: null },
    ...{ custodyMonthsLikely: null, treatment: null, careHistory: null },
  }
}
