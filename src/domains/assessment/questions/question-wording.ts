import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Source } from '../../../platform/rules/index.ts'
import type { Question, QuestionSet } from './question.ts'
import { QuestionFileError } from './question-rows.ts'

/** A deployer's own words for the questions of one of our sets, such as the licensed ones. Both days are included; `to`
 *  null has no end. Questions and options it does not name keep our words. */
export type QuestionWording = {
  readonly version: string
  /** The set it words. */
  readonly questionSet: string
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly source: Source
  readonly questions: ReadonlyMap<string, Words>
}

type Words = {
  readonly text: string
  readonly hint?: string | null | undefined
  readonly options: { readonly [code: string]: string }
}

const text = z.string().trim().min(1)
const day = z.custom<LocalDate>(isLocalDate, 'must be a date such as 2026-11-21')
const words = z.strictObject({
  text,
  hint: text.nullable().optional(),
  options: z.record(z.string(), text).default({}),
})
const wording = z.strictObject({
  version: text,
  questionSet: text.default('1'),
  from: day,
  to: day.nullable().default(null),
  source: z.strictObject({
    kind: z.enum(['statute', 'policy', 'guidance', 'public-code', 'assumption']),
    cite: text,
    note: text.optional(),
  }),
  questions: z.record(z.string(), z.unknown()),
})

/** Reads the wordings of a deployer: one, or a list (the schema is in data/README.md). Throws QuestionFileError, naming
 *  the wording and the row, for a missing source or text, a question or option the set does not have, a version given
 *  twice, or two that hold on the same day. */
export function readQuestionWording(file: unknown, sets: readonly QuestionSet[]): readonly QuestionWording[] {
  const read = (Array.isArray(file) ? file : [file]).map((one: unknown, index) => readOne(one, index + 1, sets))
  read.forEach((one, index) => {
    for (const earlier of read.slice(0, index)) {
      const where = `wording ${index + 1} (${one.version})`
      if (earlier.version === one.version) throw new QuestionFileError(where, 'that version is there twice')
      if (earlier.questionSet !== one.questionSet || !holdTogether(earlier, one)) continue
      throw new QuestionFileError(where, `holds on the same days as ${earlier.version}: say when one of them ends`)
    }
  })
  return read
}

function readOne(file: unknown, number: number, sets: readonly QuestionSet[]): QuestionWording {
  const { questions, ...rest } = checked(wording, file, `wording ${number}`)
  const where = `wording ${number} (${rest.version})`
  const set = sets.find(one => one.version === rest.questionSet)
  if (!set) throw new QuestionFileError(where, `there is no question set ${rest.questionSet} to put into words`)
  if (rest.to !== null && rest.to < rest.from) throw new QuestionFileError(where, 'ends before it begins')
  const known = new Map(set.sections.flatMap(section => section.questions.map(one => [one.code, one] as const)))
  const rows = Object.entries(questions).map(([code, row]) => {
    const question = known.get(code)
    if (!question) throw new QuestionFileError(where, `row ${code}: not a question of set ${set.version}`)
    const read = checked(words, row, `${where} row ${code}`)
    const unknown = Object.keys(read.options).find(option => !question.options.some(one => one.code === option))
    if (unknown !== undefined) throw new QuestionFileError(where, `row ${code}: has no option ${unknown}`)
    return [code, read] as const
  })
  const { note, ...source } = rest.source
  return { ...rest, source: note === undefined ? source : { ...source, note }, questions: new Map(rows) }
}

function holdTogether(a: QuestionWording, b: QuestionWording): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
}

/** The set in those words, as a version of its own: `1+name`. Codes, scores, conditions and limits stay ours. */
export function inWords(set: QuestionSet, wording: QuestionWording): QuestionSet {
  const { from, source, questions } = wording
  return {
    version: `${set.version}+${wording.version}`,
    from: from > set.from ? from : set.from,
    source,
    sections: set.sections.map(section => ({
      ...section,
      questions: section.questions.map(question => {
        const said = questions.get(question.code)
        return said ? worded(question, said) : question
      }),
    })),
  }
}

function worded(question: Question, said: Words): Question {
  const options = question.options.map(option => ({ ...option, text: said.options[option.code] ?? option.text }))
  const hint = said.hint === undefined ? question.hint : said.hint
  return { ...question, text: said.text, hint, options, wording: 'licensed' }
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Value {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new QuestionFileError(where, `${issue?.path.join('.') || 'it'}: ${issue?.message}`)
}
