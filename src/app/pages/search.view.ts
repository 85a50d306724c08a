import type { Team } from '../../domains/organisation/index.ts'
import type { FoundPerson, FoundReason, IdentityBar, SearchAnswer } from '../../domains/person/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { age, listOf, longDate, resultsFor } from '../../platform/words/index.ts'

export type SearchRow = {
  readonly name: string
  readonly crn: string | null
  /** The record, or for a limited person the page that says whom to contact; null without a record. */
  readonly href: string | null
  readonly born: string
  readonly limited: boolean
  readonly riskToStaff: boolean
  readonly why: string
  readonly manager: readonly string[]
  readonly status: string
}

export type SearchView = {
  readonly asked: string
  readonly everyone: boolean
  /** Null before anything was asked. */
  readonly heading: string | null
  readonly problem: string | null
  readonly hidden: string | null
  readonly more: string | null
  readonly rows: readonly SearchRow[]
}

export type FoundReference = {
  readonly bar: IdentityBar
  readonly reasons: readonly ['reference-equal']
  readonly manager: null
}

/** What the page knows beyond the answer itself. */
export type SearchFacts = {
  readonly today: LocalDate
  readonly teams: ReadonlyMap<string, Team>
  readonly regions: ReadonlyMap<string, string>
  /** The probation status in words, by person. */
  readonly statuses: ReadonlyMap<string, string>
}

const reasonWords: Readonly<Record<FoundReason | 'reference-equal', string>> = {
  'crn-equal': 'CRN is the same',
  'pnc-equal': 'PNC number is the same',
  'cro-equal': 'CRO number is the same',
  'surname-equal': 'surname is the same',
  'surname-sounds-like': 'surname sounds alike',
  'surname-similar': 'surname is spelt alike',
  'forename-equal': 'first name is the same',
  'forename-short-form': 'first name is another form of it',
  'forename-sounds-like': 'first name sounds alike',
  'forename-similar': 'first name is spelt alike',
  'date-equal': 'date of birth is the same',
  'date-day-and-month-swapped': 'date of birth has day and month swapped',
  'other-name': 'under another of their names',
  'merged-record': 'this CRN was merged into the record shown',
  'reference-equal': 'charged under this court reference',
}

/** The page before anything was asked. */
export const nothingAsked: SearchView = {
  asked: '',
  everyone: false,
  heading: null,
  problem: null,
  hidden: null,
  more: null,
  rows: [],
}

/** The results in the order found, each with why it was found and who manages the person. A limited person is a CRN. */
export function searchView(
  asked: string,
  everyone: boolean,
  answer: SearchAnswer,
  byReference: readonly FoundReference[],
  facts: SearchFacts,
): SearchView {
  const known = new Set(answer.found.map(found => found.bar.personId))
  const found = [...answer.found, ...byReference.filter(one => !known.has(one.bar.personId))]
  return {
    asked,
    everyone,
    heading: resultsFor(found.length, asked),
    problem: answer.problem,
    hidden: answer.hidden > 0 ? `${answer.hidden} of them limited access` : null,
    more: answer.more ? 'More people match less well. Add a first name or a date of birth to narrow the search.' : null,
    rows: found.map(one => rowOf(one, facts)),
  }
}

function rowOf({ bar, reasons, manager }: FoundPerson | FoundReference, facts: SearchFacts): SearchRow {
  const href = bar.crn ? `/case/${bar.crn}` : null
  if (bar.limited) {
    return {
      name: 'Limited access',
      crn: bar.crn,
      href,
      born: '',
      limited: true,
      riskToStaff: false,
      why: sentence(reasons),
      manager: ['Open to see whom to contact'],
      status: 'Limited access',
    }
  }
  return {
    name: bar.name ?? 'Name not known',
    crn: bar.crn,
    href,
    born: bornText(bar, facts.today),
    limited: false,
    riskToStaff: bar.riskToStaff,
    why: sentence(reasons),
    manager: managerLines(manager, facts),
    status: facts.statuses.get(bar.personId) ?? 'Not known',
  }
}

function bornText({ dateOfBirth, diedOn }: IdentityBar, today: LocalDate): string {
  if (!dateOfBirth) return 'Date of birth not known'
  const old = diedOn || dateOfBirth > today ? '' : `, ${age(dateOfBirth, today)}`
  return `Born ${longDate(dateOfBirth)}${old}`
}

function sentence(reasons: FoundPerson['reasons'] | FoundReference['reasons']): string {
  const text = listOf(reasons.map(reason => reasonWords[reason]))
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function managerLines(manager: FoundPerson['manager'], { teams, regions }: SearchFacts): readonly string[] {
  if (!manager) return ['Not known']
  const team = teams.get(manager.teamCode)
  const region = team?.regionCode ? regions.get(team.regionCode) : undefined
  return [
    manager.staffName ?? 'Not allocated to a practitioner',
    [team?.name ?? manager.teamCode, region].filter(Boolean).join(', '),
  ]
}
