import { type LocalDate, londonDay } from '../../../platform/calendar/index.ts'
import type { InForce } from '../../../platform/rules/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import type { ListedOutcome } from '../queries/outcomes.ts'
import { type OutcomeState, outcomeState } from '../rules/outcome-state.ts'
import { resultBy } from '../rules/result-by.ts'
import { outcomeStateWords, wordsFor } from '../words.ts'
import { defendantPath } from './addresses.ts'
import { outcomeWords } from './defendant-work.view.ts'

export const outcomeTabs = ['NEW', 'IN_PROGRESS', 'ON_HOLD', 'RESULTED'] as const

export type OutcomeRow = {
  readonly id: string
  readonly personId: string
  readonly href: string
  readonly name: string
  readonly outcome: string
  readonly hearing: string
  readonly court: string
  readonly due: string
  readonly late: boolean
  readonly who: string
  readonly mine: boolean
  readonly note: string | null
}

export type OutcomesModel = {
  readonly tab: OutcomeState
  readonly mineOnly: boolean
  readonly court: string
  readonly courts: readonly { readonly value: string; readonly text: string }[]
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly active: boolean }[]
  readonly summary: string
  readonly rows: readonly OutcomeRow[]
  readonly rule: InForce<number>
}

export function outcomesView(
  outcomes: readonly ListedOutcome[],
  asked: { readonly tab: OutcomeState; readonly mineOnly: boolean; readonly court: string },
  about: {
    readonly today: LocalDate
    readonly username: string
    readonly courtNames: ReadonlyMap<string, string>
    readonly rule: InForce<number>
  },
): OutcomesModel {
  const { tab, mineOnly, court } = asked
  const passing = outcomes.filter(
    one => (!mineOnly || one.assignedTo === about.username) && (court === '' || one.courtCode === court),
  )
  const inTab = passing.filter(one => outcomeState(one) === tab)
  const query = (state: OutcomeState) =>
    `?${new URLSearchParams({ tab: state, ...(mineOnly ? { mine: '1' } : {}), ...(court ? { court } : {}) })}`
  const codes = [...new Set(outcomes.flatMap(one => one.courtCode ?? []))]
  return {
    tab,
    mineOnly,
    court,
    courts: codes
      .map(value => ({ value, text: about.courtNames.get(value) ?? value }))
      .sort((left, right) => left.text.localeCompare(right.text)),
    tabs: outcomeTabs.map(state => ({
      text: `${wordsFor(outcomeStateWords, state)} (${passing.filter(one => outcomeState(one) === state).length})`,
      href: `/court/outcomes${query(state)}`,
      active: state === tab,
    })),
    summary: plural(inTab.length, 'outcome'),
    rows: inTab.map(one => outcomeRow(one, about)),
    rule: about.rule,
  }
}

function outcomeRow(
  one: ListedOutcome,
  about: {
    readonly today: LocalDate
    readonly username: string
    readonly courtNames: ReadonlyMap<string, string>
    readonly rule: InForce<number>
  },
): OutcomeRow {
  const due = resultBy(one.hearingDay, about.rule.value)
  const late = one.resultedAt === null && due < about.today
  const notes = [
    one.heldAt && one.heldReason ? `On hold: ${one.heldReason}` : null,
    one.changedBy ? `Changed by ${one.changedBy}` : null,
    one.byMachine ? 'Added by the service in the evening' : null,
  ].filter(Boolean)
  return {
    id: one.id,
    personId: one.personId,
    href: `${defendantPath(one.personId, one.appearanceId)}#outcome`,
    name: one.name || 'Name not known',
    outcome: outcomeWords(one.types),
    hearing: longDate(one.hearingDay),
    court: about.courtNames.get(one.courtCode ?? '') ?? one.courtCode ?? 'Court not known',
    due: one.resultedAt
      ? `Resulted ${longDate(londonDay(one.resultedAt as `${string}T${string}Z`))}`
      : `By ${longDate(due)}`,
    late,
    who: one.assignedTo === about.username ? 'You' : (one.assignedName ?? one.assignedTo ?? 'Nobody yet'),
    mine: one.assignedTo === about.username,
    note: notes.join('. ') || null,
  }
}
