import type { CourtCase, CourtDefendant, CourtMessage, HearingDeleteMessage } from '../model.ts'
import { factsDigest } from '../rules/facts-digest.ts'
import { identityDigest, sameDefendant, withKeptFacts, withResultsOnly } from '../rules/kept-facts.ts'
import type { StoredCase, StoredDefendant } from '../store/listing-store.ts'

export type ListingMessage = Exclude<CourtMessage, HearingDeleteMessage>

/** `replace`: the message says who is listed and for what. `results-only`: only its results are laid over what is
 *  stored. `addUnknown`: a defendant not stored is added even then. */
export type PlanMode =
  | { readonly kind: 'replace'; readonly resulted: boolean }
  | { readonly kind: 'results-only'; readonly addUnknown: boolean }

export type PlannedDefendant = {
  readonly stored: StoredDefendant | undefined
  readonly key: string
  readonly facts: CourtDefendant
  readonly identity: string
  readonly identityChanged: boolean
}

export type PlannedCase = {
  readonly caseId: string
  /** As sent; undefined when only results are taken from the message. */
  readonly sent: CourtCase | undefined
  readonly defendants: readonly PlannedDefendant[]
  /** Listed before and no longer. */
  readonly gone: readonly StoredDefendant[]
  readonly facts: string
  readonly change: 'new' | 'changed' | 'unchanged'
}

/** What the message makes of one case, compared by value with what is stored. Decides only; writes nothing. */
export function planCase(message: ListingMessage, sent: CourtCase, stored: StoredCase, mode: PlanMode): PlannedCase {
  const defendants = mode.kind === 'replace' ? replaced(message, sent, stored, mode) : overlaid(sent, stored, mode)
  const listing = mode.kind === 'replace' ? digestOfListing(message, sent) : storedListingDigest(stored)
  const facts = `${listing}.${factsDigest(defendants.map(({ key, facts: held }) => ({ key, held })))}`
  const kept = new Set(defendants.map(({ stored: before }) => before?.id))
  const gone =
    mode.kind === 'replace'
      ? stored.defendants.filter(before => before.appearance && !before.appearance.removed && !kept.has(before.id))
      : []
  const same = stored.facts === facts && !stored.removed
  return {
    caseId: stored.caseId,
    sent: mode.kind === 'replace' ? sent : undefined,
    defendants,
    gone,
    facts,
    change: stored.facts === null ? 'new' : same ? 'unchanged' : 'changed',
  }
}

function replaced(
  message: ListingMessage,
  sent: CourtCase,
  stored: StoredCase,
  mode: { readonly resulted: boolean },
): readonly PlannedDefendant[] {
  const free = [...stored.defendants]
  return sent.defendants.map((defendant, index) => {
    // A list case has one defendant; it is the same one whatever was corrected.
    const [one] = free
    const only = message.source === 'LIBRA' && free.length === 1 && one?.facts.type === defendant.type ? one : undefined
    const before = only ?? sameDefendant(free, defendant)
    if (before) free.splice(free.indexOf(before), 1)
    return planned(before, withKeptFacts(before?.facts, defendant, mode.resulted), keyOf(defendant, before, index))
  })
}

function overlaid(
  sent: CourtCase,
  stored: StoredCase,
  mode: { readonly addUnknown: boolean },
): readonly PlannedDefendant[] {
  const here = stored.defendants.filter(before => before.appearance && !before.appearance.removed)
  const brought = new Map<StoredDefendant, CourtDefendant>()
  const added: PlannedDefendant[] = []
  sent.defendants.forEach((defendant, index) => {
    const before = sameDefendant(here, defendant)
    if (before) brought.set(before, defendant)
    else if (mode.addUnknown) {
      const elsewhere = sameDefendant(stored.defendants, defendant)
      added.push(
        planned(elsewhere, withKeptFacts(elsewhere?.facts, defendant, true), keyOf(defendant, elsewhere, index)),
      )
    }
  })
  const kept = here.map(before => {
    const defendant = brought.get(before)
    return planned(before, defendant ? withResultsOnly(before.facts, defendant) : before.facts, before.key)
  })
  return [...kept, ...added]
}

function planned(stored: StoredDefendant | undefined, facts: CourtDefendant, key: string): PlannedDefendant {
  const sorted = { ...facts, offences: [...facts.offences].sort((left, right) => left.sequence - right.sequence) }
  const identity = identityDigest(sorted)
  return { stored, key, facts: sorted, identity, identityChanged: stored !== undefined && stored.identity !== identity }
}

function keyOf(defendant: CourtDefendant, stored: StoredDefendant | undefined, index: number): string {
  return stored?.key ?? defendant.defendantId?.toLowerCase() ?? `list:${defendant.asn ?? index}`
}

function digestOfListing(message: ListingMessage, sent: CourtCase): string {
  const { hearingType, jurisdiction, court, days } = message.hearing
  const { caseNo, urn, listNo, initiationCode, prosecutingAuthority, applications } = sent
  const markers = [...sent.markers].sort()
  return factsDigest({
    hearing: { hearingType, jurisdiction, court, days },
    case: { caseNo, urn, listNo, initiationCode, prosecutingAuthority, applications, markers },
  })
}

function storedListingDigest(stored: StoredCase): string {
  return stored.facts?.split('.')[0] ?? ''
}
