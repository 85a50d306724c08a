import type { Tx } from '../store/index.ts'
import { newId } from '../store/index.ts'

/** Something that happened, in the past tense: 'defendant-linked'. `body` holds ids and codes, never free text. */
export type DomainEvent<Type extends string = string, Body extends object = object> = {
  readonly type: Type
  /** The person it is about, or null. */
  readonly personId: string | null
  readonly body: Body
}

export const nobody = '00000000-0000-0000-0000-000000000000'

/** Writes the event in the commit that made it true; delivery happens later from the outbox. */
export async function appendEvent(
  tx: Tx,
  at: string,
  event: DomainEvent,
  flags: { readonly excluded: boolean; readonly restricted: boolean } = { excluded: false, restricted: false },
): Promise<string> {
  const id = newId()
  await tx.run(
    'INSERT INTO platform.outbox (person_id, id, at, type, body, excluded, restricted) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [event.personId ?? nobody, id, at, event.type, JSON.stringify(event.body), flags.excluded, flags.restricted],
  )
  return id
}
