import type { Viewer } from '../../platform/access/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { longDate, plural } from '../../platform/words/index.ts'

/** A row of work with its one next action. */
export type HomeRow = { readonly text: string; readonly more: string; readonly href: string }

/** Work of one kind. The heading counts it and opens the whole list, where there is one list of all of it; each row
 *  opens its own. `empty` says what there is none of, and when. */
export type HomeBlock = {
  readonly heading: string
  readonly href: string | null
  readonly rows: readonly HomeRow[]
  readonly empty: string
  readonly rest: string | null
}

export type HomeView = {
  readonly greeting: string
  readonly blocks: readonly HomeBlock[]
  /** What this role can already do here. */
  readonly places: readonly { readonly text: string; readonly href: string; readonly about: string }[]
  readonly maySearch: boolean
}

const mostRows = 5
const mostBlocks = 4

/** One block: at most five rows, the rest by the link; without one list of them all, every row. */
export function block(input: {
  readonly one: string
  readonly many?: string
  readonly count: number
  readonly href: string | null
  readonly rows: readonly HomeRow[]
  readonly empty: string
}): HomeBlock {
  const rows = input.href === null ? input.rows : input.rows.slice(0, mostRows)
  return {
    heading: plural(input.count, input.one, input.many),
    href: input.href,
    rows,
    empty: input.empty,
    rest: rows.length < input.rows.length ? `See all ${input.count}` : null,
  }
}

export type HomeFacts = {
  readonly today: LocalDate
  readonly viewer: Pick<Viewer, 'name'>
  readonly blocks: readonly HomeBlock[]
  readonly can: (action: string) => boolean
}

const places = [
  { text: 'Courts', href: '/courts', about: 'Lists of the courts you work in', allow: 'court.see-list' },
  {
    text: 'Set a limit on who may see a person',
    href: '/limited-access/set',
    about: 'Exclusions and restrictions',
    allow: 'person.limit-access',
  },
  {
    text: 'Who looked at a person',
    href: '/who-looked',
    about: 'Every look at and change of a record',
    allow: 'person.who-looked',
  },
  {
    text: 'Rules and their sources',
    href: '/help/rules',
    about: 'Each value this service decides with',
    allow: 'app.read-rules',
  },
] as const

/** The first page: work first, at most four blocks; then what else this role can do here. */
export function homeView({ today, viewer, blocks, can }: HomeFacts): HomeView {
  return {
    greeting: `${viewer.name}, ${longDate(today)}`,
    blocks: blocks.slice(0, mostBlocks),
    places: places.filter(place => can(place.allow)).map(({ text, href, about }) => ({ text, href, about })),
    maySearch: can('person.search'),
  }
}
