import { readReference } from '../../../platform/reference/index.ts'
import { plainWords } from './court-codes.ts'

export type ResultCode = {
  readonly code: number
  readonly description: string
  /** What it means for probation (court-result-codes.csv, probation_effect); '' when nothing. */
  readonly effect: string
}

let byCode: ReadonlyMap<number, ResultCode> | undefined
let byWords: ReadonlyMap<string, readonly ResultCode[]> | undefined

function table(): ReadonlyMap<number, ResultCode> {
  byCode ??= new Map(
    readReference('court', 'court-result-codes.csv').map(row => [
      Number(row.code),
      { code: Number(row.code), description: row.description!, effect: row.probation_effect! },
    ]),
  )
  return byCode
}

/** The entry of a result code; undefined when the table does not have it. */
export function resultCode(code: number): ResultCode | undefined {
  return table().get(code)
}

/** Codes described exactly by these words (punctuation and case aside), also when the words leave out a closing
 *  "requirement" or add a closing "England / Wales". Never a likeness. */
export function resultCodesDescribedBy(label: string): readonly ResultCode[] {
  if (!byWords) {
    const grouped = new Map<string, ResultCode[]>()
    for (const entry of table().values()) {
      const words = plainWords(entry.description)
      grouped.set(words, [...(grouped.get(words) ?? []), entry])
    }
    byWords = grouped
  }
  const words = plainWords(label).replace(/ england wales$/, '')
  return byWords.get(words) ?? byWords.get(`${words} requirement`) ?? []
}

/** 'CURFEW' for 'REQ:CURFEW'; undefined for an effect that is not a requirement. */
export function requirementType(effect: string): string | undefined {
  return effect.startsWith('REQ:') ? effect.slice('REQ:'.length) : undefined
}

/** The words of a qualifier code; undefined when the table does not have it. */
export function qualifierDescription(code: string): string | undefined {
  return readReference('court', 'court-result-qualifiers.csv').find(row => row.code === code)?.description
}
