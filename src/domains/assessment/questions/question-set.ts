import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { projectRoot } from '../../../platform/reference/index.ts'
import { dated } from '../../../platform/rules/index.ts'
import type { Layer, Question, QuestionSet, Section } from './question.ts'
import { readSections } from './question-rows.ts'
import { inWords, type QuestionWording, readQuestionWording } from './question-wording.ts'

/** Which files hold the questions asked from a day on. A change of questions is a new entry with new files. */
export const questionFiles = dated<{
  readonly version: string
  readonly options: string
  readonly files: readonly string[]
}>('assessment.question-files', [
  {
    from: '2000-01-01',
    value: {
      version: '1',
      options: 'questions-1-options.json',
      files: [
        'questions-1-offending.json',
        'questions-1-predictors.json',
        'questions-1-needs.json',
        'questions-1-strengths.json',
        'questions-1-self-and-quality.json',
        'questions-1-harm.json',
      ],
    },
    source: {
      kind: 'assumption',
      cite: 'Codes, scores and thresholds: ministryofjustice/offender-assessments-api-kotlin, migration V1_98; words: ours',
      note: 'One set of questions is public. That it is asked on every day is our assumption.',
    },
  },
])

let read: readonly QuestionSet[] | undefined
let wordings: readonly { readonly wording: QuestionWording; readonly set: QuestionSet }[] = []

/** The questions asked on the day, in the deployer's words where there are any. Throws NoRuleInForce before the first
 *  set, QuestionFileError for a bad file. */
export function questionSet(asAt: LocalDate): QuestionSet {
  const { version } = questionFiles.on(asAt).value
  const worded = wordings.find(
    ({ wording: { questionSet, from, to } }) => questionSet === version && from <= asAt && (to === null || asAt <= to),
  )
  return worded?.set ?? questionSetVersion(version)
}

/** The set an answer was given in. Throws Error for a version that never was. */
export function questionSetVersion(version: string): QuestionSet {
  const set = [...ourSets(), ...wordings.map(one => one.set)].find(one => one.version === version)
  if (!set) throw new Error(`There is no question set ${version}`)
  return set
}

/** Puts questions into the deployer's words from their first day on, in place of any used before. Answers stay with the
 *  set they were given in. Throws QuestionFileError naming the row (see `readQuestionWording`); then nothing changes. */
export function useQuestionWording(file: unknown): readonly string[] {
  const sets = ourSets()
  wordings = readQuestionWording(file, sets).map(wording => ({
    wording,
    set: inWords(sets.find(set => set.version === wording.questionSet)!, wording),
  }))
  return wordings.map(one => one.set.version)
}

/** The sections of a form, in order. */
export function sectionsFor(set: QuestionSet, layer: Layer): readonly Section[] {
  return set.sections.filter(section => section.layers.includes(layer))
}

/** The question with that code; undefined when the set has none. */
export function questionOf(set: QuestionSet, code: string): Question | undefined {
  return indexOf(set).get(code)
}

/** The section of a form in which a question stands. A question may stand in one section of each form. */
export function sectionOf(set: QuestionSet, code: string, layer: Layer): Section | undefined {
  return sectionsFor(set, layer).find(section => section.questions.some(question => question.code === code))
}

function ourSets(): readonly QuestionSet[] {
  read ??= readAll()
  return read
}

function readAll(): readonly QuestionSet[] {
  return questionFiles.entries.flatMap(({ from, value, source }) => {
    if (value === null) return []
    const files = new Map(value.files.map(name => [name, jsonOf(name)]))
    return [{ version: value.version, from, source, sections: readSections(files, jsonOf(value.options)) }]
  })
}

function jsonOf(name: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot(), 'src/domains/assessment/data', name), 'utf8'))
}

const indexes = new WeakMap<QuestionSet, ReadonlyMap<string, Question>>()

function indexOf(set: QuestionSet): ReadonlyMap<string, Question> {
  let index = indexes.get(set)
  if (!index) {
    // The first place a question stands in is the one that defines it.
    index = new Map(set.sections.flatMap(section => section.questions.map(one => [one.code, one] as const)).reverse())
    indexes.set(set, index)
  }
  return index
}
