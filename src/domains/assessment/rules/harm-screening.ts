import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Decision, decided, type Reason, reason } from '../../../platform/rules/index.ts'
import { unknownCountsAsYes } from '../parameters/harm-rules.ts'
import { isAnswered } from '../questions/asked.ts'
import type { AnswerValues } from '../questions/question.ts'

/** 'open': do the full analysis. 'decide': something calls for it and nobody has decided yet. 'decided-against': called
 *  for and not done, with the reason and opinion given or still to give. 'not-called-for': nothing calls for it so far. */
export type ScreeningOutcome = 'open' | 'decide' | 'decided-against' | 'not-called-for'

export type HarmScreening = Decision<ScreeningOutcome> & {
  /** Something calls for the full analysis. */
  readonly triggered: boolean
  /** The answers that do, by question: a yes, or a "not known" that is not resolved. */
  readonly because: readonly { readonly question: string; readonly answer: 'YES' | 'DK' }[]
  /** The sections of the full analysis to fill in; empty while it is not open. */
  readonly sectionsToOpen: readonly string[]
  /** The decision (R5.2), or the reason (R5.2a) or opinion (R5.2b) that goes with not doing it, is still to be given. */
  readonly decisionNeeded: boolean
}

/** Whether the full analysis is called for, and which parts. Any yes in R1 to R5 calls for it; "not known" does in the
 *  parts the rule names. It can be opened by judgement (R5.2 yes with the reason in R5.1.t). Not doing it when called
 *  for needs the reason and, separately, the professional opinion. Source: assessment-and-plan.md section 4.1. */
export function harmScreening(answers: AnswerValues, asAt: LocalDate): HarmScreening {
  const unknown = unknownCountsAsYes.on(asAt)
  const because = [...answers].flatMap(([question, answer]): HarmScreening['because'] => {
    if (!calls.test(question)) return []
    if (answer === 'YES') return [{ question, answer }]
    const counts = answer === 'DK' && unknown.value.parts.some(part => question.startsWith(`${part}.`))
    return counts ? [{ question, answer: 'DK' }] : []
  })
  const triggered = because.length > 0
  const decision = answers.get('R5.2')
  const outcome = outcomeOf(triggered, decision)
  const reasons: Reason[] = because.map(({ question, answer }) => reason('screening-answer', { question, answer }))
  if (outcome === 'open' && !triggered) reasons.push(reason('opened-by-judgement'))
  const against = outcome === 'decided-against'
  const unsaid = against && !(isAnswered(answers.get('R5.2a')) && isAnswered(answers.get('R5.2b')))
  return {
    ...decided(outcome, [unknown], ...reasons),
    triggered,
    because,
    sectionsToOpen: outcome === 'open' ? sectionsFor(because.map(({ question }) => question)) : [],
    decisionNeeded: outcome === 'decide' || unsaid,
  }
}

/** The questions of R1 to R5 that call for the analysis; not the decision (R5.2) nor who the children are (R2.2.1). */
const calls = /^R(1\.[23]\.\d+\.[12]|2\.[12]|3\.\d|4\.\d|5\.1)$/

function outcomeOf(triggered: boolean, decision: unknown): ScreeningOutcome {
  if (decision === 'YES') return 'open'
  if (!triggered) return 'not-called-for'
  return decision === 'NO' ? 'decided-against' : 'decide'
}

function sectionsFor(questions: readonly string[]): readonly string[] {
  const some = (pattern: RegExp) => questions.some(question => pattern.test(question))
  return [
    'R6.1',
    ...(some(/^R1\.[23]\.\d+\.2$/) ? ['R6.2'] : []),
    ...(some(/^R2\./) ? ['R7'] : []),
    ...(some(/^R[34]\./) ? ['R8'] : []),
    ...(questions.length === 0 || some(/^R5\./) ? ['R9'] : []),
  ]
}

export type AbuseAssessment = {
  /** An answer on domestic abuse calls for a SARA. */
  readonly called: boolean
  readonly because: readonly string[]
  /** Called for, and neither done nor a reason given. */
  readonly missing: boolean
}

/** Whether a spousal assault risk assessment (SARA) is called for, and whether it or the reason for having none is
 *  there. Source: assessment-and-plan.md section 4.1. */
export function abuseAssessment(answers: AnswerValues): AbuseAssessment {
  const because = ['6.7', 'R1.3.3.1', 'R1.3.3.2'].filter(question => answers.get(question) === 'YES')
  const called = because.length > 0
  const said = answers.get('SARA') === 'YES' || isAnswered(answers.get('SARA.reason'))
  return { called, because, missing: called && !said }
}
