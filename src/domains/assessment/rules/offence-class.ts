import { readReference } from '../../../platform/reference/index.ts'

let classes: ReadonlyMap<string, string> | undefined

/** The five-digit offence code the predictors use, of an offence code as a court gives it. Five digits stand for
 *  themselves; a suffix letter (attempt, aiding) falls back on the offence itself. Null when the public table has no
 *  class for the code: then the detailed code is asked. Source: the public offence tables of the court domain. */
export function offenceClassOf(given: string): string | null {
  const code = given.trim().toUpperCase()
  if (/^\d{5}$/.test(code)) return code
  classes ??= new Map(readReference('court', 'court-offences.csv').map(row => [row.cjs_code!, row.ho_class ?? '']))
  const found = classes.get(code) ?? (/\d[A-Z]$/.test(code) ? classes.get(code.slice(0, -1)) : undefined)
  const digits = found?.replace('/', '') ?? ''
  return /^\d{5}$/.test(digits) && !unclassified.has(digits) ? digits : null
}

/** Classes the table uses for "not classified". */
const unclassified = new Set(['00000', '99999', '09999'])
