import { readReference } from '../../../platform/reference/index.ts'
import type { DurationUnit, PleaOrVerdict, Sex } from '../model.ts'

/** Codes of the court systems turned into ours at the edge. Tables: court-codes.csv (see reference README). */

const sexes: { readonly [given: string]: Sex } = {
  M: 'M',
  F: 'F',
  N: 'NOT_KNOWN',
  NS: 'NOT_SPECIFIED',
  MALE: 'M',
  FEMALE: 'F',
  NOT_KNOWN: 'NOT_KNOWN',
  NOT_SPECIFIED: 'NOT_SPECIFIED',
  '1': 'M',
  '2': 'F',
  '0': 'NOT_KNOWN',
  '9': 'NOT_SPECIFIED',
}

/** Sex from any source (list letters, Common Platform words, result-message digits); undefined when not in the table. */
export function sexOf(given: string | undefined): Sex | undefined {
  return given === undefined ? undefined : sexes[given.trim().toUpperCase()]
}

type CodeList = 'plea' | 'verdict' | 'mode_of_trial' | 'hearing_type'
type CodeRow = { readonly code: string; readonly description: string; readonly otherCode: string }

function codes(list: CodeList): readonly CodeRow[] {
  return readReference('court', 'court-codes.csv')
    .filter(row => row.list === list)
    .map(row => ({ code: row.code!, description: row.description!, otherCode: row.other_code! }))
}

/** Our code for a code of the results message ('7' is ADM); the given text when the table does not have it. */
export function codeFromResults(list: 'plea' | 'verdict' | 'mode_of_trial', given: string): string {
  const wanted = list === 'mode_of_trial' ? String(Number(given)) : given
  return codes(list).find(row => row.otherCode === wanted)?.code || given
}

/** A plea or verdict in words (GUILTY, not guilty, Admits) or as our code; the given text when it is neither. */
export function pleaOrVerdict(list: 'plea' | 'verdict', given: string): PleaOrVerdict {
  const plain = plainWords(given)
  const found = codes(list).find(row => plainWords(row.description) === plain || row.code === given.toUpperCase())
  return { value: found?.code || given, given }
}

/** The code of a hearing type given as code (SWPSR) or description ('Sentence, With Pre-Sentence Report'). */
export function hearingTypeCode(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const plain = plainWords(given)
  return codes('hearing_type').find(row => row.code === given.trim() || plainWords(row.description) === plain)?.code
}

/** Is a pre-sentence report before the court at this hearing? 'unknown' when the type does not say. */
export function reportAtHearing(hearingType: string | undefined): 'with-report' | 'without-report' | 'unknown' {
  const code = hearingTypeCode(hearingType)
  if (code === 'SWPSR') return 'with-report'
  return code === 'STPSR' ? 'without-report' : 'unknown'
}

const units: readonly DurationUnit[] = ['D', 'W', 'M', 'Y', 'H', 'S', 'L']

/** Unit of a duration: empty or '.' means sessions (court specification, section 10); an unknown one stays as given. */
export function durationUnit(given: string | undefined): DurationUnit | string {
  const unit = (given ?? '').trim()
  if (unit === '' || unit === '.') return 'S'
  return units.find(candidate => candidate === unit.toUpperCase()) ?? unit
}

export function isDurationUnit(unit: string): unit is DurationUnit {
  return (units as readonly string[]).includes(unit)
}

/** Lower case, words only, so that punctuation and spacing do not matter. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
