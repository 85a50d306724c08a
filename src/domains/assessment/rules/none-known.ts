import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type EnquiryFacts, maySayNoneKnown } from '../../person/index.ts'
import { noneKnownAnswers } from '../parameters/none-known.ts'
import { isAnswered } from '../questions/asked.ts'
import type { AnswerValues } from '../questions/question.ts'

/** An answer that says "none known" while the enquiry does not let it. `standing`: why not (see `maySayNoneKnown`). */
export type NoneKnownFault = {
  readonly enquiry: string
  readonly question: string
  readonly standing: 'not-asked' | 'outstanding' | 'overdue' | 'something-known'
}

/** What stands in the way of a harm sign-off: answers that say nothing is known of domestic abuse or of a child at risk,
 *  although the agency that would know was not asked, has not answered, or told us something. One answer that says
 *  something is known is enough for an enquiry to be no obstacle. Unanswered questions are no answer (they are missing).
 *  Source: specification section 9 (R21, R22). */
export function noneKnownFaults(
  answers: AnswerValues,
  enquiries: readonly EnquiryFacts[],
  asAt: LocalDate,
): readonly NoneKnownFault[] {
  return noneKnownAnswers.on(asAt).value.flatMap(row => {
    const given = row.questions.filter(question => isAnswered(answers.get(question)))
    const saysNone = given.filter(question => row.none.includes(String(answers.get(question))))
    if (given.length === 0 || saysNone.length < given.length) return []
    const decision = maySayNoneKnown(enquiries, asAt, [row.enquiry])
    if (decision.outcome !== 'may-not-say') return []
    const standing = decision.reasons[0]!.code.replace('enquiry-', '') as NoneKnownFault['standing']
    return [{ enquiry: row.enquiry, question: saysNone[0]!, standing }]
  })
}
