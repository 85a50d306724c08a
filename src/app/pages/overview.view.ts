import { proposalPath, type WaitingProposal } from '../../domains/court/index.ts'
import type { Team } from '../../domains/organisation/index.ts'
import type { IdentityBar, ManagerOnRecord } from '../../domains/person/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { longDate, plural } from '../../platform/words/index.ts'
import { type CourtHistoryView, type HearingView, nextOf } from './court-history.view.ts'
import { courtName, type OrderView } from './orders.view.ts'

export type OverviewView = {
  readonly base: string
  readonly status: string
  readonly orders: readonly OrderView[]
  readonly noOrder: string | null
  readonly ended: string | null
  readonly next: HearingView | undefined
  readonly noHearing: string
  readonly waiting: readonly { readonly text: string; readonly href: string }[]
  readonly flags: readonly { readonly name: string; readonly since: string; readonly late: boolean }[]
  readonly managed: readonly { readonly key: string; readonly value: string }[]
}

export type OverviewFacts = {
  readonly crn: string
  readonly today: LocalDate
  readonly bar: IdentityBar
  readonly status: string
  readonly orders: readonly OrderView[]
  readonly history: CourtHistoryView
  readonly waiting: readonly WaitingProposal[]
  readonly courtNames: ReadonlyMap<string, string>
  readonly manager: ManagerOnRecord | undefined
  readonly team: Team | undefined
}

const proposed = { order: 'An order', requirement: 'A requirement', 'breach-outcome': 'A breach outcome' } as const
const changed = { new: 'is proposed', changed: 'is proposed anew', withdrawn: 'is withdrawn by the court' } as const

/** What somebody opening the record wants first: what runs, what is next, what waits, what to beware of, whose case. */
export function overviewView(facts: OverviewFacts): OverviewView {
  const current = facts.orders.filter(order => order.active)
  const ended = facts.orders.length - current.length
  return {
    base: `/case/${facts.crn}`,
    status: facts.status,
    orders: current,
    noOrder: current.length === 0 ? `No order runs on ${longDate(facts.today)}.` : null,
    ended: ended > 0 ? `${plural(ended, 'ended order')}` : null,
    next: nextOf(facts.history),
    noHearing: `No hearing from ${longDate(facts.today)} on is known.`,
    waiting: facts.waiting.map(one => ({
      text: `${proposed[one.kind]} ${changed[one.change]}: ${courtName(one.courtCode, facts.courtNames)}, ${longDate(one.hearingDay)}`,
      href: proposalPath(one.personId, one.id),
    })),
    flags: facts.bar.flags.map(flag => ({
      name: flag.name,
      since: [
        `Since ${longDate(flag.startsOn)}`,
        flag.nextReviewOn ? `review due ${longDate(flag.nextReviewOn)}` : 'no review set',
      ].join(', '),
      late: flag.nextReviewOn !== null && flag.nextReviewOn < facts.today,
    })),
    managed: managedBy(facts),
  }
}

function managedBy({ manager, team }: OverviewFacts): OverviewView['managed'] {
  if (!manager) return [{ key: 'Practitioner', value: 'Not known' }]
  return [
    { key: 'Practitioner', value: manager.staffName ?? 'Not allocated to a practitioner' },
    { key: 'Team', value: team?.name ?? manager.teamCode },
    { key: 'Since', value: longDate(manager.startsOn) },
  ]
}
