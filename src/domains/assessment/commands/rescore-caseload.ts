import type { Viewer } from '../../../platform/access/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlagsOfEach } from '../../person/index.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import type { AnswerValue, Layer } from '../questions/question.ts'
import { predictorFacts, type RecordFacts } from '../rules/predictor-facts.ts'
import { qualityMarks } from '../rules/quality-marks.ts'
import { digestOfSet, type ScoredSet, scoredSet } from '../rules/scored-set.ts'
import { listedPredictors, standingBands } from '../rules/standing-bands.ts'

export type Rescored = {
  readonly batchId: string
  readonly people: number
  /** People for whom a new set of scores was written. */
  readonly changed: number
  /** Of those, people with another band in any listed predictor. */
  readonly moved: number
}

const peopleInBatch = 1000
const nobodyYet = '00000000-0000-0000-0000-000000000000'

/** Works out everybody's scores again with the data in force on each day of assessment, and writes those that changed.
 *  The facts are those the scores in force were made from; a change of facts scores by itself. Batches commit one by
 *  one, so a run that is broken off is begun again without harm. One audit entry stands for the whole. */
export async function rescoreCaseload(
  services: Services,
  given: { readonly by: Viewer; readonly progress?: (done: number, all: number) => void },
): Promise<Rescored> {
  const as = <T>(work: (ctx: Context) => Promise<T>) =>
    inContext(services, { viewer: given.by, requestId: 'rescore', channel: 'command', role: 'worker' }, work)
  const batchId = newId()
  const all = await as(async ctx => {
    await ctx.tx.run('INSERT INTO assessment.rescore_batch (id, data_version, began_at, by) VALUES ($1, $2, $3, $4)', [
      batchId,
      actuarialData(ctx.today).version,
      ctx.now,
      ctx.viewer.username,
    ])
    return (await ctx.tx.one<{ n: number }>('SELECT count(*) AS n FROM assessment.score_in_force')).n
  })
  let people = 0
  let changed = 0
  let moved = 0
  let after = nobodyYet
  for (;;) {
    const rows = await as(async ctx => {
      const read = await nextPeople(ctx, after)
      const other = read.flatMap(again)
      await writeChanged(ctx, batchId, other)
      changed += other.length
      moved += other.filter(one => one.moved).length
      return read
    })
    if (rows.length === 0) break
    people += rows.length
    after = rows.at(-1)!.personId
    given.progress?.(people, Math.max(all, people))
  }
  await as(async ctx => {
    await ctx.tx.run(
      'UPDATE assessment.rescore_batch SET ended_at = $2, people = $3, changed = $4, moved = $5 WHERE id = $1',
      [batchId, ctx.now, people, changed, moved],
    )
    ctx.record('alter', 'assessment.rescore-caseload', [], { detail: { batchId, people, changed, moved } })
  })
  return { batchId, people, changed, moved }
}

type ToScore = {
  readonly personId: string
  readonly setId: string
  readonly digest: string
  readonly bands: readonly (string | null)[]
  readonly assessedOn: LocalDate
  readonly layer: Layer | null
  readonly record: RecordFacts
  readonly answers: Readonly<Record<string, AnswerValue>>
}

function nextPeople(ctx: Context, after: string): Promise<ToScore[]> {
  return ctx.tx.rows<ToScore>(
    `SELECT held.person_id AS "personId", held.set_id AS "setId", held.digest,
            ARRAY[held.arp, held.vrp, held.svrp, held.dc_srp, held.iic_srp, held.csrp, held.ogrs3, held.rsr1] AS bands,
            made.assessed_on AS "assessedOn", made.layer, made.record, made.answers
       FROM (SELECT * FROM assessment.score_in_force WHERE person_id > $1 ORDER BY person_id LIMIT $2) AS held
       JOIN assessment.score_set made ON made.person_id = held.person_id AND made.id = held.set_id
      ORDER BY held.person_id`,
    [after, peopleInBatch],
  )
}

type Changed = {
  readonly row: ToScore
  readonly id: string
  readonly set: ScoredSet
  readonly digest: string
  readonly dataVersion: string
  readonly bands: readonly (string | null)[]
  readonly marks: ReturnType<typeof qualityMarks>
  readonly moved: boolean
}

/** The scores worked out again, or nothing where they say what they said. */
function again(row: ToScore): readonly Changed[] {
  const answers = new Map(Object.entries(row.answers))
  const facts = predictorFacts(row.record, answers, { assessedOn: row.assessedOn, layer: row.layer })
  const set = scoredSet(facts, row.record, answers)
  const digest = digestOfSet(set)
  if (digest === row.digest) return []
  const standing = standingBands(set)
  const bands = listedPredictors.map(name => standing[name])
  const moved = bands.some((band, index) => band !== row.bands[index])
  const dataVersion = actuarialData(row.assessedOn).version
  return [{ row, id: newId(), set, digest, dataVersion, bands, marks: qualityMarks(facts.two), moved }]
}

async function writeChanged(ctx: Context, batchId: string, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return
  const flags = await lockFlagsOfEach(
    ctx.tx,
    changed.map(one => one.row.personId),
  )
  const rows = changed.map(({ row, id, set, digest, dataVersion, bands, marks }) => ({
    person_id: row.personId,
    old_id: row.setId,
    id,
    digest,
    data_version: dataVersion,
    generation_two: set.generationTwo,
    generation_one: set.generationOne,
    screens: set.screens,
    ...Object.fromEntries(bandColumns.map((column, index) => [column, bands[index] ?? null])),
    wrong: marks.wrong,
    to_ask: marks.toAsk,
    at_an_edge: marks.atAnEdge,
    static_for_want: marks.staticForWant,
    excluded: flags.get(row.personId)?.excluded ?? false,
    restricted: flags.get(row.personId)?.restricted ?? false,
  }))
  const body = JSON.stringify(rows)
  await ctx.tx.run(
    `INSERT INTO assessment.score_set (person_id, id, assessment_id, layer, assessed_on, scored_at, scored_by, team_code,
       region_code, batch_id, data_version, record, answers, inputs, generation_two, generation_one, screens, digest,
       excluded, restricted)
     SELECT old.person_id, now.id, old.assessment_id, old.layer, old.assessed_on, $2, $3, old.team_code, old.region_code,
            $4, now.data_version, old.record, old.answers, old.inputs, now.generation_two, now.generation_one,
            now.screens, now.digest, now.excluded, now.restricted
       FROM jsonb_to_recordset($1::jsonb) AS now (person_id uuid, old_id uuid, id uuid, digest text, data_version text,
              generation_two jsonb, generation_one jsonb, screens jsonb, excluded boolean, restricted boolean)
       JOIN assessment.score_set old ON old.person_id = now.person_id AND old.id = now.old_id`,
    [body, ctx.now, ctx.viewer.username, batchId],
  )
  await ctx.tx.run(
    `UPDATE assessment.score_in_force held SET set_id = now.id, scored_on = $2, digest = now.digest,
            data_version = now.data_version, arp = now.arp, vrp = now.vrp, svrp = now.svrp, dc_srp = now.dc_srp,
            iic_srp = now.iic_srp, csrp = now.csrp, ogrs3 = now.ogrs3, rsr1 = now.rsr1, wrong = now.wrong,
            to_ask = now.to_ask, at_an_edge = now.at_an_edge, static_for_want = now.static_for_want
       FROM jsonb_to_recordset($1::jsonb) AS now (person_id uuid, old_id uuid, id uuid, digest text, data_version text,
              arp text, vrp text, svrp text, dc_srp text, iic_srp text, csrp text, ogrs3 text, rsr1 text, wrong integer,
              to_ask integer, at_an_edge boolean, static_for_want boolean)
      WHERE held.person_id = now.person_id AND held.set_id = now.old_id`,
    [body, ctx.today],
  )
}

/** In the order of `listedPredictors`. */
const bandColumns = ['arp', 'vrp', 'svrp', 'dc_srp', 'iic_srp', 'csrp', 'ogrs3', 'rsr1'] as const
