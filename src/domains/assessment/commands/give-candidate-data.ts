import type { Context } from '../../../platform/context/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type ActuarialData, actuarialDataOf, offenceMapText } from '../parameters/actuarial-data.ts'

export type CandidateData = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly coefficients: string
  readonly offenceMap: string | null
}

/** Keeps a data file to be tried over the caseload. Nobody is scored by it. Refuses a file that is no data file, with
 *  what it lacks. */
export async function giveCandidateData(
  ctx: Context,
  given: { readonly name: string; readonly coefficients: string; readonly offenceMap: string | null },
): Promise<Result<{ readonly id: string }>> {
  ctx.may('assessment.rescore')
  if (given.coefficients.trim() === '') {
    return problems({ field: 'coefficients', code: 'file-missing', text: 'Choose the file of coefficients' })
  }
  let data: ActuarialData
  try {
    data = candidateData(given, ctx.today)
  } catch (error) {
    const text = `The file cannot be used: ${(error as Error).message}`
    return problems({ field: 'coefficients', code: 'file-wrong', text })
  }
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO assessment.candidate_data (id, name, version, coefficients, offence_map, given_at, given_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, given.name, data.version, given.coefficients, given.offenceMap, ctx.now, ctx.viewer.username],
  )
  ctx.record('system', 'assessment.give-candidate-data', [], { detail: { id, version: data.version } })
  return ok({ id })
}

/** The data of a candidate; where it brings no offence map, with the one in force on the day. Throws Error. */
export function candidateData(
  given: { readonly coefficients: string; readonly offenceMap: string | null },
  on: Context['today'],
): ActuarialData {
  return actuarialDataOf(given.coefficients, given.offenceMap ?? offenceMapText(on))
}
