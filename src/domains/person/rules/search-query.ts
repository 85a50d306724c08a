import { type LocalDate, readDate } from '../../../platform/calendar/index.ts'
import { readCrn, readCro, readPnc } from './identifiers.ts'
import { nameTokens } from './name-search.ts'

/** One way of reading typed names: which words are taken for the surname. */
export type NameReading = { readonly surname: string | null; readonly forenames: readonly string[] }

/** What somebody typed into the search box. `readings` are tried all; `names` are the words as searched for.
 *  `dateTyped` says that something looked like a date and was none; `problem` what to type instead. */
export type SearchQuery = {
  readonly crn: string | null
  readonly pnc: string | null
  readonly cro: string | null
  readonly dateOfBirth: LocalDate | null
  readonly names: readonly string[]
  readonly readings: readonly NameReading[]
  readonly problem: string | null
}

const mostWords = 6
const longestWord = 60

/** Dates inside other words: 1/2/1980, 1980-02-01, 1 Feb 80, 01021980. */
const dateShapes = [
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/,
  /\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})\b/,
  /\b\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -]?'?(?:\d{4}|\d{2})\b/i,
  /\b(?:\d{8}|\d{6})\b/,
]

/** Reads what was typed: a CRN, a police number, else names with or without a date of birth in any form and order.
 *  "Smith, Jon", "Jon Smith" and "smith jon" all find Jon Smith. */
export function readSearch(typed: string, asAt: LocalDate): SearchQuery {
  const text = [...typed.normalize('NFC')]
    .filter(letter => letter >= ' ')
    .join('')
    .trim()
    .slice(0, 400)
  const none = { crn: null, pnc: null, cro: null, dateOfBirth: null, names: [], readings: [], problem: null }
  const crn = readCrn(text).canonical
  if (crn !== null) return { ...none, crn }
  const pnc = readPnc(text, asAt).canonical
  const cro = readCro(text, asAt).canonical
  if (pnc !== null || cro !== null) return { ...none, pnc, cro }

  const { dateOfBirth, rest, problem } = dateIn(text, asAt)
  const readings = readingsOf(rest)
  const names = [...new Set(readings.flatMap(one => [one.surname, ...one.forenames]))].filter(word => word !== null)
  return { ...none, dateOfBirth, names, readings, problem }
}

function dateIn(
  text: string,
  asAt: LocalDate,
): { readonly dateOfBirth: LocalDate | null; readonly rest: string; readonly problem: string | null } {
  for (const shape of dateShapes) {
    const found = shape.exec(text)
    if (!found) continue
    const date = readDate(found[0], 'birth', asAt)
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    return date.ok
      ? { dateOfBirth: date.date, rest, problem: null }
      : { dateOfBirth: null, rest, problem: date.problem.message }
  }
  return { dateOfBirth: null, rest: text, problem: null }
}

function readingsOf(text: string): readonly NameReading[] {
  const [before = '', ...after] = text.split(',')
  const given = wordsOf(after.join(' '))
  const first = wordsOf(before)
  // "Smith, Jon": the comma says which is which.
  if (given.length > 0 && first.length > 0) {
    return first.map(surname => ({ surname, forenames: given }))
  }
  const words = [...first, ...given]
  const last = words.at(-1)
  if (last === undefined) return []
  if (!/\S\s+\S/.test(text.trim())) {
    // One word; of a hyphenated one the whole stands last.
    return [
      { surname: last, forenames: [] },
      { surname: null, forenames: [last] },
    ]
  }
  return [
    { surname: last, forenames: words.slice(0, -1) },
    { surname: words[0]!, forenames: words.slice(1) },
  ]
}

function wordsOf(text: string): readonly string[] {
  return nameTokens(text)
    .slice(0, mostWords)
    .map(word => word.slice(0, longestWord))
}
