import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { type KeptScore, latestAssessedFacts, latestScores, type PredictorName } from '../../assessment/index.ts'
import { offenceDetails } from '../../court/index.ts'
import { deliveryCatalogueOf, teamByCode } from '../../organisation/index.ts'
import { birthAndSexOf, managersOf } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import type { BandedScore } from '../model.ts'
import { harmFactorOptions } from '../parameters/harm-factor-options.ts'
import type { ReportRequest } from '../request-model.ts'
import { assessedTreatment } from '../rules/assessed-treatment.ts'
import { imprisonable, isSexual } from '../rules/offence-scope.ts'
import type { FactGiven, ProposalSources } from '../rules/proposal-facts.ts'

/** Everything the record holds for a proposal. Ethnicity, religion and nationality are read by no statement here. */
export async function proposalSources(
  tx: Tx,
  at: { readonly personId: string; readonly group: readonly string[]; readonly today: LocalDate },
  request: Pick<ReportRequest, 'id' | 'requiredBy' | 'facts' | 'teamCode'>,
): Promise<ProposalSources> {
  const { group, today } = at
  const person = await birthAndSexOf(tx, at.personId)
  const orders = await ordersOf(tx, group, today)
  const working = orders.filter(one => one.active && one.requirements.some(open => isOpenWork(open)))
  const { requiredBy } = request
  return {
    sentencedOn: requiredBy !== null && requiredBy >= today ? requiredBy : today,
    person: {
      dateOfBirth: person?.dateOfBirth ?? null,
      sex: person?.sex === 'male' || person?.sex === 'female' ? person.sex : null,
    },
    offences: request.facts.offences.map(({ committedOn, convictedOn }) => ({ committedOn, convictedOn })),
    outstandingHours: working.length === 0 ? 0 : null,
    imprisonable: imprisonable(request.facts.offences, offenceDetails),
    sexual: isSexual(request.facts.offences, offenceDetails),
    domesticAbuse: request.facts.answers.domesticAbuse,
    custodyMonths: request.facts.answers.custodyMonthsLikely,
    assessed: await assessedFor(tx, group, today),
    scores: await scoresFor(tx, group),
    catalogue: await deliveryCatalogueOf(tx, await areaOf(tx, group, request.teamCode, today), today),
    given: await factsGiven(tx, group, request.id),
  }
}

/** The newest of each fact that was given: of the person for any request, of a case for this one. */
export async function factsGiven(
  tx: Tx,
  group: readonly string[],
  requestId: string,
): Promise<ReadonlyMap<string, FactGiven>> {
  const rows = await tx.rows<FactGiven>(
    `SELECT DISTINCT ON (code) code, value, at, by_name AS "byName" FROM advice.proposal_fact
      WHERE person_id = ANY ($1) AND (request_id IS NULL OR request_id = $2)
      ORDER BY code, at DESC, id DESC`,
    [group, requestId],
  )
  return new Map(rows.map(row => [row.code, row]))
}

/** The needs, harm factors and answers of the newest assessment that stands, whichever form it was made on: one that was
 *  signed before one that is still open. */
async function assessedFor(tx: Tx, group: readonly string[], today: LocalDate): Promise<ProposalSources['assessed']> {
  const facts = await latestAssessedFacts(tx, group, today)
  if (!facts) return null
  const options = harmFactorOptions.on(today).value
  return {
    on: facts.signedOn ?? facts.assessedOn,
    signed: facts.signedOn !== null,
    needs: facts.needs
      .filter(one => one.level !== null || one.harmLinked !== null)
      .map(one => ({
        area: one.area,
        severity: one.level,
        harmLinked: one.harmLinked === true,
        reoffendingLinked: one.reoffendingLinked === true,
      })),
    harmFactors: facts.harmFactors
      .filter(factor => factor.ticked)
      .map(({ code, text }) => ({ id: code, name: text, managedBy: options[code] ?? [] })),
    treatment: assessedTreatment(facts.answers),
  }
}

/** The screens and the bands of sexual reoffending of generation 2, as last scored. */
async function scoresFor(tx: Tx, group: readonly string[]): Promise<ProposalSources['scores']> {
  const stored = await latestScores(tx, group)
  if (!stored) return null
  return {
    on: stored.scoredOn,
    directContact: banded(stored.generationTwo, 'DC-SRP'),
    images: banded(stored.generationTwo, 'IIC-SRP'),
    ...stored.screens,
  }
}

function banded(scores: readonly KeptScore[], predictor: PredictorName): BandedScore | null {
  const score = scores.find(one => one.predictor === predictor)
  if (!score) return null
  if (score.outcome === 'scored' && score.band !== null) return { outcome: 'scored', band: score.band }
  return { outcome: 'no-score', why: score.why ?? 'missing' }
}

function isOpenWork(requirement: { readonly kind: string; readonly terminatedOn: LocalDate | null }): boolean {
  return requirement.kind === 'unpaid-work' && requirement.terminatedOn === null
}

/** The delivery unit of whoever manages the person, else of the team that writes the report. '' is not known. */
async function areaOf(tx: Tx, group: readonly string[], teamCode: string | null, today: LocalDate): Promise<string> {
  const [manager] = await managersOf(tx, group, today)
  for (const code of [manager?.teamCode, teamCode]) {
    const team = code ? await teamByCode(tx, code, today) : undefined
    if (team) return team.deliveryUnitCode
  }
  return ''
}
