import { sameAnswer } from './same-answer.ts'
import { casesIn, readVectorFile, VectorFileError } from './vector-file.ts'

/** One golden case run through the real rules. */
export type VectorCase = {
  readonly id: string
  readonly expected: unknown
  readonly actual: unknown
  readonly agrees: boolean
}

/** A file of golden cases that a domain answers. `family` is its path without ending, such as 'supervision/rar-days'.
 *  `run` answers no cases when the folder does not hold the family. `data` names files of the folder (without
 *  ending) that the family reads besides its own, so that they are not reported as families nobody answers. */
export type VectorFamily = {
  readonly family: string
  readonly run: (folder: string, samples: string) => Promise<readonly VectorCase[]>
  readonly data?: readonly string[]
}

/** The usual shape of a case. Families with other shapes read their own fields from it. */
export type JsonCase<Input = unknown, Expected = unknown> = {
  readonly id: string
  readonly input: Input
  readonly expected: Expected
  readonly [field: string]: unknown
}

/** `actual` runs one case through the rules; `prepared` is what `prepare` answered once for the file (its parsed
 *  content, data files, weights). An exception is the case's answer `{ threw }` and never agrees by default. */
export type JsonFamily<Case, Prepared> = {
  readonly family: string
  /** The file when it is not `family` with .json or .jsonl. */
  readonly file?: string
  readonly data?: readonly string[]
  readonly prepare?: (file: unknown, folder: string, samples: string) => Prepared | Promise<Prepared>
  readonly actual: (one: Case, prepared: Prepared) => unknown
  /** Where the list is, when not the file itself, `vectors` or `cases`. */
  readonly cases?: (file: unknown) => readonly Case[]
  readonly id?: (one: Case, index: number) => string
  readonly expected?: (one: Case, prepared: Prepared) => unknown
  /** Numbers may differ by this much; 0 when absent. Not used when `agrees` is given. */
  readonly tolerance?: number
  readonly agrees?: (expected: unknown, actual: unknown, one: Case) => boolean
}

/** Makes a family of a JSON file (an array, `{ vectors }`, `{ cases }`) or of JSON lines.
 *  Throws VectorFileError, naming the file, when it holds no list of cases or a case without id. */
export function jsonFamily<Case = JsonCase, Prepared = unknown>(spec: JsonFamily<Case, Prepared>): VectorFamily {
  const run: VectorFamily['run'] = async (folder, samples) => {
    const file = await readVectorFile(folder, spec.file ?? spec.family)
    if (file === undefined) return []
    const list = spec.cases ? spec.cases(file) : (casesIn(file) as readonly Case[] | undefined)
    if (!list) throw new VectorFileError(`${spec.family}: holds no list of cases`)
    const prepared = (spec.prepare ? await spec.prepare(file, folder, samples) : undefined) as Prepared
    const answers: VectorCase[] = []
    for (const [index, one] of list.entries()) {
      const id = spec.id ? spec.id(one, index) : (one as { id?: unknown } | null)?.id
      if (typeof id !== 'string') throw new VectorFileError(`${spec.family}: case ${index + 1} has no id`)
      answers.push(await answered(spec, id, one, prepared))
    }
    return answers
  }
  return spec.data ? { family: spec.family, run, data: spec.data } : { family: spec.family, run }
}

async function answered<Case, Prepared>(
  spec: JsonFamily<Case, Prepared>,
  id: string,
  one: Case,
  prepared: Prepared,
): Promise<VectorCase> {
  const expected = spec.expected ? spec.expected(one, prepared) : (one as { expected?: unknown }).expected
  try {
    const actual = await spec.actual(one, prepared)
    const agrees = spec.agrees ? spec.agrees(expected, actual, one) : sameAnswer(expected, actual, spec.tolerance)
    return { id, expected, actual, agrees }
  } catch (error) {
    return { id, expected, actual: { threw: error instanceof Error ? error.message : String(error) }, agrees: false }
  }
}
