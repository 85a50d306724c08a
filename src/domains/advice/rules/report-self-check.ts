import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type InForce, type Reason, reason } from '../../../platform/rules/index.ts'
import { plainFrom } from '../parameters/report-countersign.ts'
import { fieldsAt } from '../parameters/report-fields.ts'
import type { ReportDepth, ReportValues } from '../report-model.ts'
import { countedLength, plainText } from './counted-length.ts'
import { readingEase } from './readability.ts'

/** A requirement of the proposal and what it is for: need areas or harm factors; none is a question to the writer. */
export type RequirementPurpose = { readonly name: string; readonly answers: readonly string[] }

/** What a careful writer looks at once more before signing. It blocks nothing. 'good' has no reason left.
 *  Source: pre-sentence-report.md section 11.7. */
export function selfCheck(
  given: {
    readonly depth: ReportDepth
    readonly values: ReportValues
    readonly requirements: readonly RequirementPurpose[]
    readonly factsUnanswered: number
  },
  asAt: LocalDate,
): Decision<'good' | 'look-again'> {
  const { depth, values } = given
  const written = (field: string) => {
    const value = values.get(field)
    return typeof value === 'string' && countedLength(value) > 0
  }
  const plain = plainFrom.on(asAt)
  const prose = fieldsAt(depth)
    .filter(field => field.kind === 'text')
    .map(field => values.get(field.id))
    .filter(value => typeof value === 'string')
    .join('\n')
  const ease = readingEase(plainText(prose))
  const reasons: Reason[] = []
  if (!written('victimImpact')) reasons.push(reason('victim-not-considered', {}))
  if (depth !== 'ORAL' && !written('strengths')) reasons.push(reason('strengths-not-named', {}))
  if (depth !== 'ORAL' && !written('personsAccount')) reasons.push(reason('person-not-heard', {}))
  for (const { name, answers } of given.requirements) {
    if (answers.length === 0) reasons.push(reason('requirement-without-purpose', { requirement: name }))
  }
  if (given.factsUnanswered > 0) reasons.push(reason('facts-unconfirmed', { count: given.factsUnanswered }))
  if (ease !== null && ease < plain.value) reasons.push(reason('hard-to-read', { ease, plainFrom: plain.value }))
  const rules = [plain as InForce<unknown>]
  return decided(reasons.length === 0 ? 'good' : 'look-again', rules, ...reasons)
}
