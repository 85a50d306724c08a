import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { identityGroup, lockFlags, managersOf } from '../../person/index.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { type FactsForPredictors, factsForPredictors } from '../queries/facts-for-predictors.ts'
import { latestScores } from '../queries/scores-of.ts'
import { qualityMarks } from '../rules/quality-marks.ts'
import { digestOfSet, type ScoredSet, scoredSet } from '../rules/scored-set.ts'
import { standingBands } from '../rules/standing-bands.ts'

/** Scores a person from the record and an assessment's answers (the newest assessment when `assessmentId` is null) and
 *  keeps the scores when any result or input is not as it was. Called when answers change, at signing, and when the
 *  record changes; whoever may do that may have scores follow. Answers whether something was written. */
export async function scoreAssessment(
  ctx: Context,
  input: { readonly personId: string; readonly assessmentId: string | null },
): Promise<{ readonly changed: boolean; readonly setId: string | null }> {
  const group = await identityGroup(ctx.tx, input.personId)
  const [personId] = group
  const flags = await lockFlags(ctx.tx, personId!)
  const gathered = await factsForPredictors(ctx.tx, group, input.assessmentId, ctx.today)
  const set = scoredSet(gathered.facts, gathered.record, gathered.answers)
  const digest = digestOfSet(set)
  const last = await latestScores(ctx.tx, group)
  if (last && last.digest === digest && sameInputs(last, gathered)) return { changed: false, setId: last.id }

  const id = newId()
  const [manager] = await managersOf(ctx.tx, group, ctx.today)
  const dataVersion = actuarialData(gathered.assessedOn).version
  const teamCode = manager?.teamCode ?? ctx.viewer.teamCode
  await ctx.tx.run(
    `INSERT INTO assessment.score_set (person_id, id, assessment_id, layer, assessed_on, scored_at, scored_by, team_code,
       region_code, data_version, record, answers, inputs, generation_two, generation_one, screens, digest, excluded,
       restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      personId!,
      id,
      gathered.assessmentId,
      gathered.layer,
      gathered.assessedOn,
      ctx.now,
      ctx.viewer.username,
      teamCode,
      ctx.viewer.regionCode,
      dataVersion,
      JSON.stringify(gathered.record),
      JSON.stringify(Object.fromEntries(gathered.answers)),
      JSON.stringify(gathered.inputs),
      JSON.stringify(set.generationTwo),
      JSON.stringify(set.generationOne),
      JSON.stringify(set.screens),
      digest,
      flags.excluded,
      flags.restricted,
    ],
  )
  await putInForce(ctx, { personId: personId!, id, gathered, set, digest, dataVersion, teamCode, flags })
  ctx.record('alter', 'assessment.score', [personId!], { detail: { id, assessmentId: gathered.assessmentId } })
  return { changed: true, setId: id }
}

type InForce = {
  readonly personId: string
  readonly id: string
  readonly gathered: FactsForPredictors
  readonly set: ScoredSet
  readonly digest: string
  readonly dataVersion: string
  readonly teamCode: string | null
  readonly flags: { readonly excluded: boolean; readonly restricted: boolean }
}

async function putInForce(ctx: Context, made: InForce): Promise<void> {
  const { gathered, set } = made
  const bands = standingBands(set)
  const marks = qualityMarks(gathered.facts.two)
  await ctx.tx.run(
    `INSERT INTO assessment.score_in_force (person_id, set_id, assessment_id, assessed_on, scored_on, team_code,
       region_code, digest, data_version, arp, vrp, svrp, dc_srp, iic_srp, csrp, ogrs3, rsr1, wrong, to_ask,
       at_an_edge, static_for_want, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     ON CONFLICT (person_id) DO UPDATE SET set_id = excluded.set_id, assessment_id = excluded.assessment_id,
       assessed_on = excluded.assessed_on, scored_on = excluded.scored_on, team_code = excluded.team_code,
       region_code = excluded.region_code, digest = excluded.digest, data_version = excluded.data_version,
       arp = excluded.arp, vrp = excluded.vrp, svrp = excluded.svrp, dc_srp = excluded.dc_srp,
       iic_srp = excluded.iic_srp, csrp = excluded.csrp, ogrs3 = excluded.ogrs3, rsr1 = excluded.rsr1,
       wrong = excluded.wrong, to_ask = excluded.to_ask,
       at_an_edge = excluded.at_an_edge, static_for_want = excluded.static_for_want`,
    [
      made.personId,
      made.id,
      gathered.assessmentId,
      gathered.assessedOn,
      ctx.today,
      made.teamCode,
      ctx.viewer.regionCode,
      made.digest,
      made.dataVersion,
      bands.ARP,
      bands.VRP,
      bands.SVRP,
      bands['DC-SRP'],
      bands['IIC-SRP'],
      bands.CSRP,
      bands.OGRS3,
      bands.RSR1,
      marks.wrong,
      marks.toAsk,
      marks.atAnEdge,
      marks.staticForWant,
      made.flags.excluded,
      made.flags.restricted,
    ],
  )
}

/** JSON from the database has its keys in another order, so inputs are compared one by one. */
function sameInputs(last: { readonly inputs: FactsForPredictors['inputs'] }, now: FactsForPredictors): boolean {
  const said = (inputs: FactsForPredictors['inputs']) =>
    JSON.stringify(
      inputs.map(({ name, value, origin }) => [name, value, origin?.from, origin?.on, origin?.by, origin?.carriedFrom]),
    )
  return said(last.inputs) === said(now.inputs)
}
