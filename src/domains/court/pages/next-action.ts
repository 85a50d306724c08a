import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { ListEntry, ListPlace } from '../queries/case-list.ts'

/** The one thing to do next: who it is, then what is on record, then prepare, then the outcome. */
export function nextAction(
  place: ListPlace,
  entry: ListEntry,
  { day, today }: { readonly day: LocalDate; readonly today: LocalDate },
  href: string,
): { readonly text: string; readonly href: string } | null {
  if (place.removed) return { text: 'Open', href }
  if (entry.possible) return { text: 'Check the match', href: `${href}#match` }
  if (entry.defendantType !== 'ORGANISATION' && entry.probationStatus === 'UNCONFIRMED_NO_RECORD') {
    return { text: 'Confirm no record', href: `${href}#match` }
  }
  const noOutcome = entry.outcomeState === null && !entry.outcomeNotRequired
  if (day <= today && noOutcome) return { text: 'Add outcome', href: `${href}#outcome` }
  if (day >= today && entry.preparation === 'NOT_STARTED') return { text: 'Prepare', href: `${href}#preparation` }
  if (entry.outcomeState === 'NEW') return { text: 'Take on to result', href: `${href}#outcome` }
  if (entry.outcomeState === 'IN_PROGRESS') return { text: 'Result', href: `${href}#outcome` }
  if (entry.outcomeState === 'ON_HOLD') return { text: 'See why on hold', href: `${href}#outcome` }
  return { text: 'Open', href }
}
