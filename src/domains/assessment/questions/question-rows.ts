import { z } from 'zod'
import type { Question, QuestionOption, Section } from './question.ts'

/** A file of questions that cannot be used; the message names the file and the row. */
export class QuestionFileError extends Error {
  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.name = 'QuestionFileError'
  }
}

const text = z.string().trim().min(1)
const option = z.strictObject({ code: text, text, score: z.number().nullable().default(null) })
const optionLists = z.record(z.string(), z.array(option).min(2))

const condition = z.strictObject({ question: text, isOneOf: z.array(text).min(1) })
const common = {
  mandatory: z.boolean().optional(),
  askedWhen: condition.nullable().optional(),
  scored: z.boolean().optional(),
}

const ownRow = z.strictObject({
  ...common,
  code: text,
  text,
  hint: text.nullable().default(null),
  inTable: z.strictObject({ row: text, column: text }).nullable().default(null),
  kind: z.enum(['choice', 'choices', 'text', 'count', 'date']).default('choice'),
  options: z.union([text, z.array(option).min(2)]).optional(),
  predictor: z.boolean().default(false),
  riskCritical: text.nullable().default(null),
  forThePerson: z.boolean().optional(),
  role: z
    .enum([
      'issues',
      'harm-link',
      'harm-link-details',
      'reoffending-link',
      'reoffending-link-details',
      'attention',
      'attention-reason',
      'wants-change',
      'strengths',
      'strengths-details',
      'complete',
    ])
    .nullable()
    .default(null),
  weight: z.number().positive().nullable().default(null),
  longest: z.number().int().positive().optional(),
})

/** A question of another section asked here too: one fact, one code, one wording. */
const sameRow = z.strictObject({ ...common, same: text })

const sectionRow = z.strictObject({
  code: text,
  title: text,
  kind: z.enum([
    'offending',
    'need',
    'strengths',
    'health',
    'harm-screening',
    'harm-analysis',
    'harm-summary',
    'risk-management',
    'self-assessment',
    'quality',
  ]),
  layers: z.array(z.enum(['CSRP', 'L1', 'L3', 'L3.2', 'FAST'])),
  area: z
    .enum([
      'accommodation',
      'education-employment',
      'finance',
      'relationships',
      'lifestyle',
      'drugs',
      'alcohol',
      'emotional-wellbeing',
      'thinking-behaviour',
      'attitudes',
    ])
    .nullable(),
  mostPoints: z.number().int().positive().nullable(),
  needFrom: z.number().int().nonnegative().nullable(),
  severeFrom: z.number().int().positive().nullable(),
  questions: z.array(z.unknown()).min(1),
})

const file = z.strictObject({ source: text, sections: z.array(z.unknown()).min(1) })

type SectionRow = Omit<z.infer<typeof sectionRow>, 'questions'> & { readonly rows: readonly Row[] }
type Row = { readonly where: string } & (
  | { readonly own: z.infer<typeof ownRow> }
  | { readonly same: z.infer<typeof sameRow> }
)

/** Kinds of section that are about harm, victims or staff, and so are never shown to the person. */
const neverForThePerson = ['harm-screening', 'harm-analysis', 'harm-summary', 'risk-management', 'quality']
const longestText = 4000

/** The sections of several files put together. `files` maps a name to parsed JSON; `options` are the lists that rows
 *  name. Throws QuestionFileError naming the file, section and row for a field missing or unknown, a code given twice
 *  on one form, an unknown list of options, a condition on a question that is not there, or a section whose scores do
 *  not add up to its most points. */
export function readSections(files: ReadonlyMap<string, unknown>, options: unknown): readonly Section[] {
  const lists = checked(optionLists, options, 'options')
  const sections = [...files].flatMap(([name, json]) =>
    checked(file, json, name).sections.map((section, index) => readSection(section, `${name} section ${index + 1}`)),
  )
  const defined = new Map<string, Question>()
  for (const section of sections) {
    for (const row of section.rows) {
      if (!('own' in row)) continue
      const question = questionFrom(row.own, lists, section, row.where)
      if (defined.has(question.code)) throw new QuestionFileError(row.where, `${question.code} is there twice`)
      defined.set(question.code, question)
    }
  }
  const read = sections.map(section => withQuestions(section, defined))
  checkConditions(read, defined)
  checkCodes(read)
  checkPoints(read)
  return read
}

function readSection(section: unknown, where: string): SectionRow {
  const { questions, ...rest } = checked(sectionRow, section, where)
  const rows = questions.map((row, index) => {
    const place = `${where} (${rest.code}) row ${index + 1}`
    const isSame = typeof row === 'object' && row !== null && 'same' in row
    return isSame
      ? { where: place, same: checked(sameRow, row, place) }
      : { where: place, own: checked(ownRow, row, place) }
  })
  return { ...rest, rows }
}

function questionFrom(
  row: z.infer<typeof ownRow>,
  lists: z.infer<typeof optionLists>,
  section: SectionRow,
  where: string,
): Question {
  const isText = row.kind === 'text'
  return {
    code: row.code,
    text: row.text,
    hint: row.hint,
    wording: 'ours',
    kind: row.kind,
    options: optionsOf(row, lists, where),
    mandatory: row.mandatory ?? false,
    askedWhen: row.askedWhen ?? null,
    predictor: row.predictor,
    scored: row.scored ?? false,
    riskCritical: row.riskCritical,
    forThePerson: row.forThePerson ?? !neverForThePerson.includes(section.kind),
    role: row.role,
    inTable: row.inTable,
    weight: row.weight,
    longest: isText ? (row.longest ?? longestText) : null,
  }
}

function optionsOf(
  row: z.infer<typeof ownRow>,
  lists: z.infer<typeof optionLists>,
  where: string,
): readonly QuestionOption[] {
  const chosen = row.kind === 'choice' || row.kind === 'choices'
  if (chosen !== (row.options !== undefined)) {
    throw new QuestionFileError(where, `${row.code} ${chosen ? 'needs options' : `is a ${row.kind}: no options`}`)
  }
  if (row.options === undefined) return []
  if (typeof row.options !== 'string') return row.options
  const list = lists[row.options]
  if (!list) throw new QuestionFileError(where, `${row.code} names options ${row.options}, which are not there`)
  return list
}

function withQuestions({ rows, ...section }: SectionRow, defined: ReadonlyMap<string, Question>): Section {
  return {
    ...section,
    questions: rows.map(row => {
      const code = 'own' in row ? row.own.code : row.same.same
      const question = defined.get(code)
      if (!question) throw new QuestionFileError(row.where, `${code} is not a question of any section`)
      if ('own' in row) return question
      const { mandatory, askedWhen, scored } = row.same
      return {
        ...question,
        mandatory: mandatory ?? question.mandatory,
        askedWhen: askedWhen === undefined ? question.askedWhen : askedWhen,
        scored: scored ?? false,
      }
    }),
  }
}

function checkConditions(sections: readonly Section[], defined: ReadonlyMap<string, Question>): void {
  for (const { code: section, questions } of sections) {
    for (const { code, askedWhen } of questions) {
      if (!askedWhen) continue
      const known = defined.get(askedWhen.question)?.options.map(one => one.code) ?? []
      const unknown = askedWhen.isOneOf.find(answer => !known.includes(answer))
      if (unknown === undefined) continue
      const what = `${code} waits for ${askedWhen.question} = ${unknown}, which cannot be answered`
      throw new QuestionFileError(`section ${section}`, what)
    }
  }
}

/** A code stands once on each form, so that one answer has one place. */
function checkCodes(sections: readonly Section[]): void {
  const layers = new Set(sections.flatMap(section => section.layers))
  for (const layer of layers) {
    const seen = new Map<string, string>()
    for (const section of sections.filter(one => one.layers.includes(layer))) {
      for (const { code } of section.questions) {
        const before = seen.get(code)
        if (before)
          throw new QuestionFileError(`section ${section.code}`, `${code} is asked in ${before} too (${layer})`)
        seen.set(code, section.code)
      }
    }
  }
}

function checkPoints(sections: readonly Section[]): void {
  for (const { code, mostPoints, needFrom, questions } of sections) {
    const scored = questions.filter(question => question.scored)
    const most = scored.reduce((sum, { options }) => sum + Math.max(...options.map(one => one.score ?? 0)), 0)
    const where = `section ${code}`
    if (most !== (mostPoints ?? 0)) throw new QuestionFileError(where, `scores reach ${most}, not ${mostPoints}`)
    if ((mostPoints === null) !== (needFrom === null)) throw new QuestionFileError(where, 'needs both points and limit')
  }
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Value {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new QuestionFileError(where, `${issue?.path.join('.') || 'the row'}: ${issue?.message}`)
}
