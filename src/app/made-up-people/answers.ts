import {
  type AnswerValue,
  type AnswerValues,
  askedQuestions,
  type HarmLevel,
  isAnswered,
  type Layer,
  type Question,
  type QuestionSet,
  type Section,
  sectionsFor,
} from '../../domains/assessment/index.ts'
import { type LocalDate, plusMonths } from '../../platform/calendar/index.ts'

/** Who a made-up person is, as far as their assessment tells: which areas are a problem, and how much harm they could
 *  do. `harm` null has no yes in the screening, and so no full analysis and no level. */
export type MadeUpLife = {
  readonly problems: readonly ('home' | 'work' | 'family' | 'friends' | 'drugs' | 'drink' | 'thinking')[]
  readonly harm: HarmLevel | null
  readonly sanctions: number
  readonly violent: number
  readonly firstSanctionAge: number
  readonly offenceCode: string
  readonly sentencedOn: LocalDate
}

const sectionsOf: Readonly<Record<MadeUpLife['problems'][number], readonly string[]>> = {
  home: ['3'],
  work: ['4', '5'],
  family: ['6'],
  friends: ['7'],
  drugs: ['8'],
  drink: ['9'],
  thinking: ['11', '12'],
}

/** Every answer that a made-up assessment of this kind needs, question by question as the form asks them: what depends
 *  on an earlier answer is asked only then. */
export function madeUpAnswers(set: QuestionSet, layer: Layer, life: MadeUpLife): AnswerValues {
  const answers = new Map<string, AnswerValue>()
  const sections = sectionsFor(set, layer).filter(({ kind }) => kind !== 'quality')
  // A question may be asked because of an answer in a later section.
  for (let round = 0; round < 3; round++) {
    for (const section of sections.filter(one => isFilled(one, life))) fillIn(section, life, answers)
  }
  return answers
}

/** The analysis of harm is written for those who could do some. */
function isFilled({ kind, code }: Section, { harm }: MadeUpLife): boolean {
  if (kind === 'harm-summary' || kind === 'risk-management') return harm !== null
  return kind === 'harm-analysis' ? harm !== null && code !== 'R7' && code !== 'R8' : true
}

function fillIn(section: Section, life: MadeUpLife, answers: Map<string, AnswerValue>): void {
  const told = answersTold(life)
  for (;;) {
    const next = askedQuestions(section, answers).find(
      question =>
        !isAnswered(answers.get(question.code)) &&
        (told.has(question.code) || question.mandatory || question.scored || question.predictor),
    )
    if (!next) return
    answers.set(next.code, told.get(next.code) ?? usualAnswer(next, life))
  }
}

function usualAnswer(question: Question, life: MadeUpLife): AnswerValue {
  if (question.role === 'complete') return 'YES'
  if (question.kind === 'text') return textFor(question.code)
  if (question.kind === 'count') return '0'
  if (question.kind === 'date') return life.sentencedOn
  const chosen = isProblem(question.code, life) ? worse(question) : none(question)
  return question.kind === 'choices' ? [chosen] : chosen
}

function isProblem(code: string, { problems }: MadeUpLife): boolean {
  const section = code.split('.')[0]
  const harmOnly = code.endsWith('.98') || code === '4.96' || code === '6.7' || code === '6.11'
  return !harmOnly && problems.some(one => sectionsOf[one].includes(section ?? ''))
}

function worse({ options }: Question): string {
  const some = options.find(option => option.score === 1) ?? options.find(option => (option.score ?? 0) > 0)
  return (some ?? options.find(option => option.code === 'YES') ?? options[0])!.code
}

function none({ options }: Question): string {
  const words = ['NO', 'NONE', 'N/A', 'NA']
  const named = options.find(option => words.includes(option.code.toUpperCase()))
  return (named ?? options.find(option => option.score === 0) ?? options[0])!.code
}

/** What a life says outright, by question. */
function answersTold(life: MadeUpLife): AnswerValues {
  const { harm, sentencedOn, sanctions } = life
  const told = new Map<string, AnswerValue>([
    ['1.8', String(life.firstSanctionAge)],
    ['1.32', String(sanctions)],
    ['1.40', String(life.violent)],
    ['1.29', sentencedOn],
    ['1.47', life.offenceCode],
    ['1.38', sentencedOn],
    ['1.43', plusMonths(sentencedOn, -3)],
    ['1.30', 'NO'],
    ['1.39', 'YES'],
    ['2.1', 'An argument outside a shop at closing time that became a fight. Both had been drinking.'],
    ['2.2', life.violent > 0 ? ['ANYVIOL'] : ['NONE']],
    ['2.6', 'YES'],
    ['2.8', 'Says that he or she lost control. Drink and friends from before play a part.'],
    ['2.9', ['EMOTIONAL']],
    ['2.11', 'YES'],
    ['6.8', '3'],
    ['8.2', ['cannabis']],
    ['8.2.11.1', '110'],
    ['8.8', '1'],
    ['SAQA', 'NO'],
    ['R5.2', harm === null ? 'NO' : 'YES'],
  ])
  if (harm === null) return told
  for (const row of [1, 2, 3, 4]) told.set(`SUM6.${row}.1`, 'LOW')
  told.set('SUM6.2.1', harm)
  told.set('SUM8', 'The predictors count the past. The level comes from what was said and done in the last months.')
  told.set('R1.3.2.1', 'YES')
  told.set('R1.2.2.1', 'YES')
  told.set('RM1', harm === 'VERY_HIGH' ? 'YES' : 'NO')
  told.set('RM28', ['RM28.0.1'])
  return told
}

const texts: readonly (readonly [start: string, text: string])[] = [
  ['SAQ', 'Wants to begin with a place to live. The rest can wait for the next appointment.'],
  ['SUM1', 'Members of the public he or she meets when drinking; a former friend who gave evidence.'],
  ['SUM2', 'Being hit or kicked in a fight, with lasting injury.'],
  ['SUM3', 'At weekends, in and around licensed premises. Not immediate.'],
  ['SUM4', 'Heavy drinking, the company of two named friends, rent arrears.'],
  ['SUM5', 'Work in the week, a sister who visits, keeping appointments.'],
  ['RM31', 'Weekly appointments with the responsible officer, alternate weeks at home.'],
  ['RM32', 'An alcohol tag while it is ordered; the police tell us of any call.'],
  ['RM33', 'Work on drinking and on thinking before acting.'],
  ['RM34', 'No contact with the witness. Asked the police to tell us of any sighting.'],
  ['RM35', 'If drinking starts again or contact is made: call in within a day, tell the senior officer, review.'],
  ['RM28', 'Settled since sentence. One warning about a missed appointment.'],
  ['R5', 'Nothing in the record or the interview calls for more.'],
  ['FA', 'Seen in the interview, the police summary and the record; written out in the report to the court.'],
]

function textFor(code: string): string {
  const found = texts.find(([start]) => code.startsWith(start))
  return found?.[1] ?? 'Talked about in the first appointment. Nothing that the record does not show already.'
}

/** A life for the nth person of the demonstration: what they need in turn. */
export function madeUpLife(n: number, sentencedOn: LocalDate, harm: HarmLevel | null): MadeUpLife {
  const all: readonly (readonly MadeUpLife['problems'][number][])[] = [
    ['work', 'drink'],
    ['home', 'drugs', 'friends'],
    ['thinking'],
    ['family', 'drink', 'thinking'],
    [],
  ]
  const sanctions = 1 + ((n * 5) % 14)
  return {
    problems: all[n % all.length]!,
    harm,
    sanctions,
    violent: harm === null ? 0 : 1 + (n % 3),
    firstSanctionAge: 14 + (n % 9),
    offenceCode: harm === null ? '04900' : '00801',
    sentencedOn,
  }
}
