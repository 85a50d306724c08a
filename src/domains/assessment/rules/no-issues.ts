import { isAsked } from '../questions/asked.ts'
import type { AnswerValue, AnswerValues, Section } from '../questions/question.ts'

const noneFound = 'No issues identified.'

/** What the shortcut "no issues" adds to a need section: to every scoring question that is asked the answer without
 *  points, the text that nothing was found, and no link to harm or reoffending. An answer already given stays, and
 *  nothing risk-critical is answered this way: that drugs were never misused is said, not assumed. */
export function noIssues(section: Section, answers: AnswerValues): AnswerValues {
  const added = new Map<string, AnswerValue>()
  if (section.kind !== 'need') return added
  const all = new Map(answers)
  for (const question of section.questions) {
    if (answers.has(question.code) || question.riskCritical !== null || !isAsked(section, question, all)) continue
    const answer = noIssueAnswer(question)
    if (answer === undefined) continue
    added.set(question.code, answer)
    all.set(question.code, answer)
  }
  return added
}

function noIssueAnswer({ scored, role, options }: Section['questions'][number]): string | undefined {
  if (role === 'issues') return noneFound
  if (role === 'harm-link' || role === 'reoffending-link') return 'NO'
  if (!scored) return undefined
  return (options.find(option => option.code === 'NO') ?? options.find(option => option.score === 0))?.code
}
