import type { Layer } from '../../src/domains/assessment/index.ts'
import type { Context } from '../../src/platform/context/index.ts'
import { newId } from '../../src/platform/store/index.ts'

/** An assessment as filling in and signing leave it, for tests of what is built on it. `acts` in their order. */
export async function assessmentOnRecord(
  ctx: Context,
  personId: string,
  given: {
    readonly layer: Layer
    readonly answers: Readonly<Record<string, string | readonly string[]>>
    readonly acts: readonly string[]
    /** Questions whose answers hold third-party information. */
    readonly thirdParty?: readonly string[]
  },
): Promise<string> {
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
       opened_by_name) VALUES ($1, $2, $3, 'report', '1', $4, $5, 'test', 'Test')`,
    [personId, id, given.layer, ctx.today, ctx.now],
  )
  for (const [question, value] of Object.entries(given.answers)) {
    await ctx.tx.run(
      `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, third_party,
         answered_at, answered_by) VALUES ($1, $2, $3, $4, '1', 'practitioner', $5, $6, 'test')`,
      [personId, id, question, JSON.stringify(value), given.thirdParty?.includes(question) ?? false, ctx.now],
    )
  }
  for (const kind of given.acts) {
    await ctx.tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name, detail)
       VALUES ($1, $2, $3, $4, $5, 'test', 'Test', '{}')`,
      [personId, newId(), id, kind, ctx.now],
    )
  }
  return id
}
