import { createHash } from 'node:crypto'
import type { Viewer } from '../access/index.ts'
import type { Tx } from '../store/index.ts'

/** The six operations whose logging DPA 2018 s.62 requires, and `system` for what touches no person. */
export type Operation = 'collect' | 'alter' | 'consult' | 'disclose' | 'combine' | 'erase' | 'system'

export type AuditEntry = {
  readonly operation: Operation
  /** What was done, in the present: 'court.case-list', 'person.link-defendant'. */
  readonly what: string
  readonly people: readonly string[]
  /** Why, where the law or the data boundary asks: a purpose code and the user's words. */
  readonly justification?: string
  /** To whom it was disclosed. */
  readonly recipient?: string
  readonly outcome?: 'success' | 'denied'
  /** Object type and id, search terms, changed field names. Never a person's data beyond ids. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export const auditStreams = 64

/** Entries about one person share a stream; entries about nobody go by actor. */
export function streamOf(people: readonly string[], actor: string): number {
  const key = people.length === 1 ? people[0]! : actor
  return createHash('sha256').update(key).digest().readUInt16BE(0) % auditStreams
}

/** Writes the entries at the end of the transaction they belong to, streams in ascending order so that none waits in a ring. */
export async function appendAudit(
  tx: Tx,
  who: { readonly viewer: Viewer; readonly at: string; readonly requestId: string; readonly channel: string },
  entries: readonly AuditEntry[],
): Promise<void> {
  const placed = entries
    .map(entry => ({ entry, stream: streamOf(entry.people, who.viewer.username) }))
    .sort((a, b) => a.stream - b.stream)
  // One connection answers in the order it was asked, so the entries of a stream keep theirs.
  await Promise.all(
    placed.map(({ entry, stream }) =>
      tx.rows('SELECT platform.audit_append($1, $2, $3, $4, $5, $6, $7)', [
        stream,
        who.at,
        who.viewer.username,
        entry.operation,
        entry.what,
        entry.people,
        canonicalBody(who, entry, stream),
      ]),
    ),
  )
}

/** The text the hash covers: keys in a fixed order, nothing left to how a database writes JSON back. */
export function canonicalBody(
  who: { readonly viewer: Viewer; readonly at: string; readonly requestId: string; readonly channel: string },
  entry: AuditEntry,
  stream: number,
): string {
  return JSON.stringify({
    stream,
    at: who.at,
    actor: who.viewer.username,
    actorId: who.viewer.id,
    roles: who.viewer.roles,
    provider: who.viewer.providerCode,
    operation: entry.operation,
    what: entry.what,
    people: entry.people,
    justification: entry.justification ?? null,
    recipient: entry.recipient ?? null,
    outcome: entry.outcome ?? 'success',
    detail: entry.detail ?? {},
    request: who.requestId,
    channel: who.channel,
  })
}
