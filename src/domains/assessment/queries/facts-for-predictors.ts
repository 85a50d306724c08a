import { type Instant, type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { detailsOnRecord, identityBar } from '../../person/index.ts'
import { type OrderOnRecord, ordersOf } from '../../sentence/index.ts'
import type { AnswerValue, AnswerValues, Layer } from '../questions/question.ts'
import { type PredictorFacts, predictorFacts, type RecordFacts } from '../rules/predictor-facts.ts'
import {
  type AnswerOrigin,
  type PredictorInput,
  predictorInputs,
  type RecordOrigins,
} from '../rules/predictor-inputs.ts'
import { predictorQuestions } from '../rules/predictor-questions.ts'

/** Everything a scoring rests on. `assessmentId` null: the record alone, because nobody has begun an assessment. */
export type FactsForPredictors = {
  readonly assessmentId: string | null
  readonly layer: Layer | null
  readonly assessedOn: LocalDate
  readonly record: RecordFacts
  readonly answers: AnswerValues
  readonly facts: PredictorFacts
  readonly inputs: readonly PredictorInput[]
}

/** Gathers the facts of the predictors from the record and from the answers of one assessment, or of the newest when
 *  `assessmentId` is null, each with where it came from. */
export async function factsForPredictors(
  tx: Tx,
  group: readonly string[],
  assessmentId: string | null,
  asAt: LocalDate,
): Promise<FactsForPredictors> {
  const { record, origins } = await recordFacts(tx, group, asAt)
  const assessment = await assessmentScored(tx, group, assessmentId)
  const rows = assessment ? await answersRead(tx, group, assessment.id) : []
  const answers = new Map(rows.map(row => [row.question, row.value]))
  const answered = new Map(rows.map(row => [row.question, originOf(row)]))
  const layer = assessment?.layer ?? null
  const assessedOn = assessment?.assessedOn ?? asAt
  const facts = predictorFacts(record, answers, { assessedOn, layer })
  const inputs = predictorInputs(facts, { record, origins, answers, answered })
  return { assessmentId: assessment?.id ?? null, layer, assessedOn, record, answers, facts, inputs }
}

async function recordFacts(
  tx: Tx,
  group: readonly string[],
  asAt: LocalDate,
): Promise<{ readonly record: RecordFacts; readonly origins: RecordOrigins }> {
  const { person, changes } = await detailsOnRecord(tx, group)
  const flags = (await identityBar(tx, [group[0]!])).get(group[0]!)?.flags ?? []
  const order = newestConviction(await ordersOf(tx, group, asAt))
  const main = order?.offences.find(offence => offence.main) ?? order?.offences[0]
  const corrected = changes.find(change => 'dateOfBirth' in change.after || 'sex' in change.after)
  return {
    record: {
      dateOfBirth: person.dateOfBirth,
      sex: sexOf(person.sex),
      mappaEligible: flags.some(flag => flag.code === 'MAPP'),
      sentence: order
        ? {
            convictedOn: order.convictedOn ?? order.sentencedOn,
            sentencedOn: order.sentencedOn,
            kind: kindOf(order),
            offenceCode: main?.code ?? null,
            offenceTitle: main?.title ?? null,
          }
        : null,
    },
    origins: {
      person: { on: londonDay(corrected?.at ?? person.addedAt), by: corrected?.by ?? null },
      sentence: order
        ? {
            where: `Sentence of ${longDate(order.sentencedOn)}`,
            on: londonDay(order.recordedAt),
            by: order.recordedBy,
          }
        : null,
    },
  }
}

function newestConviction(orders: readonly OrderOnRecord[]): OrderOnRecord | undefined {
  const day = (order: OrderOnRecord) => order.convictedOn ?? order.sentencedOn
  return orders.reduce<OrderOnRecord | undefined>(
    (newest, order) => (newest === undefined || day(order) > day(newest) ? order : newest),
    undefined,
  )
}

function sexOf(sex: string): RecordFacts['sex'] {
  if (sex === 'male' || sex === 'female') return sex
  return sex === 'not-specified' ? 'other' : null
}

function kindOf({ family }: OrderOnRecord): 'community' | 'custody' | 'other' {
  if (family === 'custody' || family === 'youth-custody') return 'custody'
  return family === 'community-order' || family === 'suspended-sentence' || family === 'youth-rehabilitation-order'
    ? 'community'
    : 'other'
}

type AssessmentRow = { readonly id: string; readonly layer: Layer; readonly assessedOn: LocalDate }

function assessmentScored(tx: Tx, group: readonly string[], id: string | null): Promise<AssessmentRow | undefined> {
  return tx.maybe<AssessmentRow>(
    `SELECT a.id, a.layer, a.assessed_on AS "assessedOn" FROM assessment.assessment a
      WHERE a.person_id = ANY ($1) AND ($2::uuid IS NULL OR a.id = $2)
        AND ($2::uuid IS NOT NULL OR coalesce((SELECT act.kind FROM assessment.act
              WHERE act.person_id = a.person_id AND act.assessment_id = a.id AND act.kind IN ('deleted', 'restored')
              ORDER BY act.at DESC, act.id DESC LIMIT 1), '') <> 'deleted')
      ORDER BY a.opened_at DESC, a.id DESC LIMIT 1`,
    [group, id],
  )
}

type AnswerRow = {
  readonly question: string
  readonly value: AnswerValue
  readonly source: string
  readonly carriedFrom: LocalDate | null
  readonly confirmedAt: Instant | null
  readonly confirmedBy: string | null
  readonly answeredAt: Instant
  readonly answeredBy: string
}

async function answersRead(tx: Tx, group: readonly string[], assessmentId: string): Promise<readonly AnswerRow[]> {
  const rows = await tx.rows<AnswerRow>(
    `SELECT question, value, source, carried_from AS "carriedFrom", confirmed_at AS "confirmedAt",
            confirmed_by AS "confirmedBy", answered_at AS "answeredAt", answered_by AS "answeredBy"
       FROM assessment.answer WHERE person_id = ANY ($1) AND assessment_id = $2 ORDER BY question`,
    [group, assessmentId],
  )
  return rows.filter(row => predictorQuestions.has(row.question))
}

function originOf(row: AnswerRow): AnswerOrigin {
  const at = row.confirmedAt ?? row.answeredAt
  return {
    on: londonDay(at),
    by: row.confirmedBy ?? row.answeredBy,
    source: row.source,
    carriedFrom: row.confirmedAt === null ? row.carriedFrom : null,
  }
}
