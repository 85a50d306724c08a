import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { AnswerValues } from '../questions/question.ts'

/** Two dates that cannot both be true. `questions`: those asked in the assessment, of which one may just have changed. */
export type DateContradiction = { readonly code: string; readonly questions: readonly string[]; readonly text: string }

const lastSanction = '1.29'
const lastSexualSanction = '1.33'
const mostRecentOffence = '1.43'
const named: Readonly<Record<string, string>> = {
  [lastSanction]: 'the date of the last sanction',
  [lastSexualSanction]: 'the date of the last sanction for a sexual offence',
  [mostRecentOffence]: 'the date of the most recent offence',
}

/** Dates among the answers that contradict the record, the calendar or each other: a sanction before birth, a past event
 *  in the future, a sexual sanction after the last sanction of any kind (issue of input quality, actuarial-risk.md
 *  section 8). A release before the sanction is unusual but possible and is asked about with the scores. */
export function dateContradictions(
  answers: AnswerValues,
  record: { readonly bornOn: LocalDate | null; readonly today: LocalDate },
): readonly DateContradiction[] {
  const found: DateContradiction[] = []
  const dayOf = (code: string): LocalDate | null => {
    const value = answers.get(code)
    return typeof value === 'string' && isLocalDate(value) ? value : null
  }
  for (const [code, name] of Object.entries(named)) {
    const day = dayOf(code)
    if (day === null) continue
    const say = (why: string, text: string) => found.push({ code: why, questions: [code], text })
    const start = `${name[0]!.toUpperCase()}${name.slice(1)}, ${longDate(day)},`
    if (record.bornOn !== null && day <= record.bornOn) {
      say(
        'date-before-birth',
        `${start} is before the person was born on ${longDate(record.bornOn)}. Correct one of them`,
      )
    }
    if (day > record.today && code !== lastSanction) {
      say('date-in-future', `${start} is still to come. Enter a day that has passed`)
    }
  }
  const any = dayOf(lastSanction)
  const sexual = dayOf(lastSexualSanction)
  if (any !== null && sexual !== null && sexual > any) {
    found.push({
      code: 'sexual-sanction-after-last',
      questions: [lastSexualSanction, lastSanction],
      text: `The last sanction for a sexual offence (${longDate(sexual)}) is after the last sanction of any kind (${longDate(any)}). Correct one of them`,
    })
  }
  return found
}
