import { type Decision, decided, reason } from '../../../platform/rules/index.ts'

/** What is stored of the hearing the message is about; instants in UTC. `factsAt` and `resultsAt` are the shared times
 *  of the messages whose facts and results are stored, null when none of them said. */
export type StoredOrder = {
  readonly factsAt: string | null
  readonly resultsAt: string | null
  readonly deletedAt: string | null
  readonly deletedSharedAt: string | null
}

export type MessageOrder = 'apply' | 'results-only' | 'older' | 'deleted'

/** May the message change what is stored? By shared time where both sides have one, else by arrival (court
 *  specification, section 7): an older message never overwrites newer facts, an older result that brings the first or
 *  newer results still brings them, and a deleted hearing stays deleted until a later-shared message. */
export function messageOrder(
  stored: StoredOrder,
  message: { readonly sharedTime?: string | undefined; readonly hasResults: boolean },
): Decision<MessageOrder> {
  const shared = message.sharedTime ?? null
  if (stored.deletedAt) {
    const since = stored.deletedSharedAt ?? stored.deletedAt
    if (!shared || shared <= since) return decided('deleted', [], reason('hearing-deleted', { since, shared }))
  }
  const older = shared !== null && stored.factsAt !== null && shared < stored.factsAt
  if (!older) return decided('apply', [], reason('not-older-than-stored', { shared, stored: stored.factsAt }))
  if (message.hasResults && (stored.resultsAt === null || shared >= stored.resultsAt)) {
    return decided('results-only', [], reason('older-facts-newer-results', { shared, stored: stored.factsAt }))
  }
  return decided('older', [], reason('older-than-stored', { shared, stored: stored.factsAt }))
}

/** Does a deletion shared at this time still hold against the facts stored? */
export function deletionHolds(stored: StoredOrder, sharedTime: string | undefined): boolean {
  return !sharedTime || !stored.factsAt || sharedTime >= stored.factsAt
}

/** The later of two moments, where null is "not said". */
export function laterOf(left: string | null, right: string | null | undefined): string | null {
  if (!left || !right) return left ?? right ?? null
  return left > right ? left : right
}
