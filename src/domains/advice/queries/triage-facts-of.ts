import { ageOn, type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { latestScores } from '../../assessment/index.ts'
import { offenceDetails } from '../../court/index.ts'
import { detailsOnRecord, identityBar, identityGroup } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { imprisonable, isSexual } from '../rules/offence-scope.ts'
import { askedOn } from '../rules/report-deadlines.ts'
import type { RecordedBand, RoshLevel, TriageFacts } from '../rules/triage-facts.ts'
import { reportRequestsOf } from '../store/request-store.ts'

const roshLevels: readonly (RoshLevel | null)[] = [null, 'low', 'medium', 'high', 'very-high']
const finished = ['DELIVERED', 'USED', 'NOT_USED']
const custody = ['custody', 'youth-custody']

/** Everything triage asks that the record or the request holds, on the day. */
export async function triageFactsOf(tx: Tx, request: ReportRequest, today: LocalDate): Promise<TriageFacts> {
  const group = await identityGroup(tx, request.personId)
  const { person } = await detailsOnRecord(tx, group)
  const bar = (await identityBar(tx, [group[0]!])).get(group[0]!)
  const orders = await ordersOf(tx, group, today)
  const others = (await reportRequestsOf(tx, group)).filter(one => one.id !== request.id)
  const scores = await latestScores(tx, group)
  const { facts } = request
  const hearingOn = request.requiredBy ?? facts.hearingDay ?? askedOn(request)
  const born = person.dateOfBirth
  const delivered = others.flatMap(one => {
    const act = one.acts.findLast(({ kind }) => kind === 'delivered')
    return act && finished.includes(one.state)
      ? [{ requestId: one.id, deliveredOn: londonDay(act.at), depth: one.depth ?? ('ORAL' as const) }]
      : []
  })
  return {
    hearingOn,
    askedOn: askedOn(request),
    requiredBy: request.requiredBy,
    imprisonable: imprisonable(facts.offences, offenceDetails),
    plea: facts.plea,
    knownToProbation: orders.length > 0,
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
    age: born !== null && born <= hearingOn ? ageOn(born, hearingOn) : null,
    ethnicity: person.ethnicity,
    remand: facts.remand,
    courtIndicatesCustody: facts.answers.courtIndicatesCustody,
    orders: orders
      .filter(({ family }) => family === 'community-order' || family === 'suspended-sentence')
      .map(({ family, active, terminatedOn, endsOn }) => ({
        family,
        endedOn: active ? null : (terminatedOn ?? endsOn),
      })),
    breachOfSuspendedSentence: facts.breachOfSuspendedSentence,
    custodialSentences: orders.filter(({ family }) => custody.includes(family)).length,
    bands: scores && bandsOf([...scores.generationTwo, ...scores.generationOne]),
    recentReport: delivered.sort((a, b) => (a.deliveredOn < b.deliveredOn ? 1 : -1))[0] ?? null,
    dangerousness: facts.answers.dangerousness,
    sexual: isSexual(facts.offences, offenceDetails),
    domesticAbuse: facts.answers.domesticAbuse,
    rosh: bar?.rosh ? (roshLevels[bar.rosh.level] ?? null) : null,
    custodyMonthsLikely: facts.answers.custodyMonthsLikely,
    treatment: facts.answers.treatment,
    mappa: bar ? bar.flags.some(flag => /mappa/i.test(flag.name)) : null,
    careHistory: facts.answers.careHistory,
  }
}

/** General and serious reoffending: the predictors the at-risk-of-custody test names, of both generations. */
const predictors = ['OGRS3', 'RSR1', 'ARP', 'CSRP']
const bands: readonly RecordedBand[] = ['low', 'medium', 'high', 'very-high']

function bandsOf(
  scores: readonly { readonly predictor: string; readonly generation: number; readonly band: string | null }[],
): TriageFacts['bands'] {
  return scores.flatMap(({ predictor, generation, band }) => {
    const known = bands.find(one => one === band)
    return known && predictors.includes(predictor) ? [{ predictor, generation, band: known }] : []
  })
}
