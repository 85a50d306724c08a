import type { LocalDate } from '../../../platform/calendar/index.ts'
import { mayBeNotKnown } from '../parameters/harm-rules.ts'
import { askedQuestions, isAnswered } from '../questions/asked.ts'
import type { AnswerValues, Layer, Question, QuestionSet, Section } from '../questions/question.ts'
import { questionOf, sectionOf, sectionsFor } from '../questions/question-set.ts'
import type { ConfirmationGroup } from './confirmation-groups.ts'
import { previousConvictions } from './generation-two-requirements.ts'
import { harmLevels } from './harm-levels.ts'
import { abuseAssessment, harmScreening } from './harm-screening.ts'
import { type FactorAction, managementChecklist, managementPlanNeeded, unaddressedFactors } from './management-plan.ts'
import { previousQuestions } from './predictor-facts.ts'
import type { MismatchOutcome } from './score-harm-mismatch.ts'

export type MissingCode =
  | 'mandatory-question'
  | 'not-known-not-allowed'
  | 'decide-full-analysis'
  | 'abuse-assessment'
  | 'custody-level'
  | 'factor-without-action'
  | 'area-not-complete'
  | 'mismatch-without-reason'
  | 'carried-not-confirmed'
  | 'agreement'
  | 'optional-question'
  | 'predictor-input'

/** What stands in the way of signing, or is pointed out. `section` and `question` say where to go; null is nowhere in
 *  the form. */
export type Missing = {
  readonly code: MissingCode
  readonly section: string | null
  readonly question: string | null
  readonly text: string
}

export type SigningFacts = {
  readonly layer: Layer
  readonly set: QuestionSet
  readonly answers: AnswerValues
  readonly asAt: LocalDate
  /** In custody, or sentenced to it: then the custody levels are needed too. */
  readonly inCustody: boolean
  /** Actions of the risk management plan. */
  readonly actions: readonly FactorAction[]
  readonly mismatch: MismatchOutcome
  /** Groups of carried-forward answers (confirmation-groups.ts). */
  readonly confirmations: readonly ConfirmationGroup[]
  /** Whether the plan's agreement question has an answer; null where this kind of assessment has no plan. */
  readonly agreementAnswered: boolean | null
  /** Inputs that predictors lack, as the scores name them: a question code or words. */
  readonly predictorInputs: readonly string[]
}

/** What blocks signing and what is only warned of. Blocking: mandatory questions that are asked, the screening, the full
 *  analysis and its levels when called for, the risk management plan where required with an action for each factor
 *  ticked, complete strengths areas, risk-critical answers carried forward and not confirmed, the agreement question.
 *  Warnings: optional questions, and predictor inputs. Source: assessment-and-plan.md section 5.2. */
export function missingAtSigning(facts: SigningFacts): {
  readonly blocking: readonly Missing[]
  readonly warnings: readonly Missing[]
} {
  const { answers, set, layer, asAt } = facts
  const needed = neededSections(facts)
  const notKnown = layer === 'L3' || layer === 'FAST' ? mayBeNotKnown.on(asAt).value.sections : []
  const questions = needed.flatMap(section => mandatoryGaps(section, answers, notKnown.includes(section.code)))
  const blocking = [
    ...questions,
    ...harmGaps(facts),
    ...planGaps(facts),
    ...strengthGaps(needed, answers),
    ...confirmationGaps(facts),
  ]
  if (facts.agreementAnswered === false) {
    const text = 'Say whether the person agrees to the plan'
    blocking.push({ code: 'agreement', section: null, question: null, text })
  }
  const predictors = facts.predictorInputs.map((input): Missing => {
    const question = questionOf(set, codeOfInput(input))
    const section = question ? sectionOf(set, question.code, layer) : undefined
    const where = { section: section?.code ?? null, question: section && question ? question.code : null }
    return { code: 'predictor-input', ...where, text: `A score lacks: ${question?.text ?? input}` }
  })
  return { blocking, warnings: [...needed.flatMap(section => optionalGaps(section, answers)), ...predictors] }
}

/** The sections of the form that this person needs: the full analysis, summary and plan only where they are called
 *  for. */
export function neededSections({
  set,
  layer,
  answers,
  asAt,
}: Pick<SigningFacts, 'set' | 'layer' | 'answers' | 'asAt'> & Partial<SigningFacts>): readonly Section[] {
  const screening = harmScreening(answers, asAt)
  const planned = managementPlanNeeded(harmLevels(answers, asAt), asAt).outcome === 'needed'
  return sectionsFor(set, layer).filter(({ code, kind }) => {
    if (kind === 'quality') return false
    if (kind === 'harm-analysis') return screening.sectionsToOpen.includes(code)
    if (kind === 'harm-summary') return screening.outcome === 'open'
    return kind === 'risk-management' ? planned : true
  })
}

/** The question behind an input as the predictors name it: `q3_4` is 3.4, `R1.2 arson` the earlier conviction. */
function codeOfInput(input: string): string {
  const kind = previousConvictions.find(one => input === `R1.2 ${one}`)
  return kind ? previousQuestions[kind] : input.replace(/^q(\d+)_(\d+)$/, '$1.$2')
}

function mandatoryGaps(section: Section, answers: AnswerValues, mayNotKnow: boolean): readonly Missing[] {
  return askedQuestions(section, answers).flatMap(question => {
    const answer = answers.get(question.code)
    if (!question.mandatory || isAnswered(answer)) return []
    if (answer === 'M') {
      return mayNotKnow ? [] : [gap('not-known-not-allowed', section, question, `Not known is no answer here`)]
    }
    return [gap('mandatory-question', section, question, 'Answer')]
  })
}

function optionalGaps(section: Section, answers: AnswerValues): readonly Missing[] {
  return askedQuestions(section, answers).flatMap(question =>
    question.mandatory || isAnswered(answers.get(question.code))
      ? []
      : [gap('optional-question', section, question, 'Not answered')],
  )
}

function harmGaps(facts: SigningFacts): readonly Missing[] {
  const { set, layer, answers, asAt, inCustody, mismatch } = facts
  const screening = harmScreening(answers, asAt)
  const missing: Missing[] = []
  const add = (code: MissingCode, question: string, text: string) => {
    const section = sectionOf(set, question, layer)
    if (section) missing.push({ code, section: section.code, question, text })
  }
  if (screening.outcome === 'decide') {
    add('decide-full-analysis', 'R5.2', 'Decide about the full analysis: the screening calls for it')
  }
  if (abuseAssessment(answers).missing) {
    add('abuse-assessment', 'SARA', 'Record the spousal assault risk assessment, or why there is none')
  }
  if (screening.outcome === 'open' && !screening.triggered && !isAnswered(answers.get('R5.1.t'))) {
    add('mandatory-question', 'R5.1.t', 'Say why you open the full analysis')
  }
  if (screening.outcome === 'open' && inCustody) {
    for (const code of ['SUM6.1.2', 'SUM6.2.2', 'SUM6.3.2', 'SUM6.4.2', 'SUM6.5.2']) {
      const question = questionOf(set, code)
      if (question && !isAnswered(answers.get(code))) add('custody-level', code, `Answer: ${question.text}`)
    }
  }
  const apart = mismatch === 'score-above' || mismatch === 'level-above'
  if (apart && screening.outcome === 'open' && !isAnswered(answers.get('SUM8'))) {
    add('mismatch-without-reason', 'SUM8', 'Say why the level and the predicted risk differ')
  }
  return missing
}

function planGaps({ set, layer, answers, actions, asAt }: SigningFacts): readonly Missing[] {
  if (managementPlanNeeded(harmLevels(answers, asAt), asAt).outcome !== 'needed') return []
  const section = sectionOf(set, 'RM28', layer)?.code
  if (section === undefined) return []
  return unaddressedFactors(managementChecklist(set, answers, actions, asAt)).map(({ text }) => ({
    code: 'factor-without-action',
    section,
    question: 'RM28',
    text: `Add an action for: ${text}`,
  }))
}

function strengthGaps(sections: readonly Section[], answers: AnswerValues): readonly Missing[] {
  return sections.flatMap(section => {
    const complete = section.questions.find(question => question.role === 'complete')
    if (!complete || answers.get(complete.code) !== 'NO') return []
    const text = `${section.title} is marked as not complete`
    return [{ code: 'area-not-complete' as const, section: section.code, question: complete.code, text }]
  })
}

function confirmationGaps({ set, layer, confirmations }: SigningFacts): readonly Missing[] {
  return confirmations
    .filter(group => group.toConfirm)
    .map(({ title, answers }) => {
      const question = answers[0]?.question.code ?? null
      const section = question === null ? null : (sectionOf(set, question, layer)?.code ?? null)
      return { code: 'carried-not-confirmed' as const, section, question, text: `Confirm or change: ${title}` }
    })
}

function gap(code: MissingCode, section: Section, question: Question, what: string): Missing {
  return { code, section: section.code, question: question.code, text: `${what}: ${question.text}` }
}
