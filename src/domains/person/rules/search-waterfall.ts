import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import { type IdentifierReading, readCro, readPnc } from './identifiers.ts'
import { lenientDates } from './lenient-dates.ts'

/** What is asked of the older search. A surname is always given; an absent value is not asked about. */
export type WaterfallRequest = {
  readonly firstName?: string | null
  readonly surname?: string | null
  readonly dateOfBirth?: string | null
  readonly pncNumber?: string | null
  readonly croNumber?: string | null
  readonly nomsNumber?: string | null
  readonly crn?: string | null
  readonly activeSentence?: boolean | null
}

type Names = {
  readonly firstName: string
  readonly surname: string
  readonly dateOfBirth: string
}

/** A person of the index. `current`: has an active sentence. */
export type WaterfallPerson = Names & {
  readonly crn: string
  readonly pnc: string | null
  readonly cro: string | null
  readonly noms: string | null
  readonly aliases: readonly Names[]
  readonly current: boolean
  readonly deleted: boolean
}

export type WaterfallStep =
  | 'ALL_SUPPLIED'
  | 'ALL_SUPPLIED_ALIAS'
  | 'HMPPS_KEY'
  | 'EXTERNAL_KEY'
  | 'NAME'
  | 'PARTIAL_NAME'
  | 'PARTIAL_NAME_DOB_LENIENT'
  | 'NOTHING'

type Test = (person: WaterfallPerson) => boolean
type Step = readonly [WaterfallStep, (request: WaterfallRequest, asAt: LocalDate) => readonly Test[]]

/** The steps in order; a step may try several questions in turn. A question about something that was not supplied
 *  is left out. */
const steps: readonly Step[] = [
  ['ALL_SUPPLIED', (r, asAt) => [p => sameIds(r, p, asAt) && suppliedNames(r, p)]],
  ['ALL_SUPPLIED_ALIAS', (r, asAt) => [p => sameIds(r, p, asAt) && p.aliases.some(alias => suppliedNames(r, alias))]],
  ['HMPPS_KEY', r => (r.nomsNumber ? [p => same(r.nomsNumber, p.noms)] : [])],
  [
    'EXTERNAL_KEY',
    (r, asAt) => [
      ...(r.croNumber ? [(p: WaterfallPerson) => sameCro(r, p, asAt) && surnameOrBirth(r, p)] : []),
      ...(r.pncNumber ? [(p: WaterfallPerson) => samePnc(r, p, asAt) && surnameOrBirth(r, p)] : []),
    ],
  ],
  [
    'NAME',
    r =>
      r.firstName && r.surname && r.dateOfBirth ? [p => [p, ...p.aliases].some(names => suppliedNames(r, names))] : [],
  ],
  [
    'PARTIAL_NAME',
    r => (r.surname && r.dateOfBirth ? [p => same(r.surname, p.surname) && r.dateOfBirth === p.dateOfBirth] : []),
  ],
  [
    'PARTIAL_NAME_DOB_LENIENT',
    r => {
      if (!r.surname || !r.firstName || !isLocalDate(r.dateOfBirth)) return []
      const dates: readonly string[] = lenientDates(r.dateOfBirth)
      return [
        p =>
          same(r.surname, p.surname) &&
          [p, ...p.aliases].some(names => same(r.firstName, names.firstName)) &&
          dates.includes(p.dateOfBirth),
      ]
    },
  ],
]

/** The older probation search: the first step with a hit answers. Deleted people never match; an exact match is
 *  ALL_SUPPLIED with exactly one person. Kept to compare with and for its lenient dates; the product links with
 *  weights. Source: probation-offender-search, MatchService (matching specification section 10). */
export function searchWaterfall(
  request: WaterfallRequest,
  people: readonly WaterfallPerson[],
  asAt: LocalDate,
): { readonly matchedBy: WaterfallStep; readonly people: readonly WaterfallPerson[] } {
  const index = people.filter(person => !person.deleted && (!request.activeSentence || person.current))
  for (const [matchedBy, questions] of steps) {
    for (const question of questions(request, asAt)) {
      const found = index.filter(question)
      if (found.length > 0) return { matchedBy, people: found }
    }
  }
  return { matchedBy: 'NOTHING', people: [] }
}

function sameIds(request: WaterfallRequest, person: WaterfallPerson, asAt: LocalDate): boolean {
  return (
    (!request.crn || same(request.crn, person.crn)) &&
    (!request.nomsNumber || same(request.nomsNumber, person.noms)) &&
    (!request.pncNumber || samePnc(request, person, asAt)) &&
    (!request.croNumber || sameCro(request, person, asAt))
  )
}

function suppliedNames(request: WaterfallRequest, names: Names): boolean {
  return (
    (!request.firstName || same(request.firstName, names.firstName)) &&
    (!request.surname || same(request.surname, names.surname)) &&
    (!request.dateOfBirth || request.dateOfBirth === names.dateOfBirth)
  )
}

function surnameOrBirth(request: WaterfallRequest, person: WaterfallPerson): boolean {
  return [person, ...person.aliases].some(
    names => same(request.surname, names.surname) || (request.dateOfBirth ?? null) === names.dateOfBirth,
  )
}

/** The older search sets numbers out in full and does not look at the check letter. */
function samePnc(request: WaterfallRequest, person: WaterfallPerson, asAt: LocalDate): boolean {
  return sameAsRead(readPnc(request.pncNumber, asAt), readPnc(person.pnc, asAt))
}

function sameCro(request: WaterfallRequest, person: WaterfallPerson, asAt: LocalDate): boolean {
  return sameAsRead(readCro(request.croNumber, asAt), readCro(person.cro, asAt))
}

function sameAsRead(left: IdentifierReading, right: IdentifierReading): boolean {
  return left.asRead !== null && left.asRead === right.asRead
}

function same(left: string | null | undefined, right: string | null | undefined): boolean {
  return Boolean(left && right) && left?.trim().toUpperCase() === right?.trim().toUpperCase()
}
