import { newId, type Tx } from '../../../platform/store/index.ts'
import type { Candidate } from '../../person/index.ts'
import { insertRows } from './insert-rows.ts'

type Flags = { readonly excluded: boolean; readonly restricted: boolean }

/** The people staff have said this defendant is not. */
export async function rejectedCandidates(tx: Tx, personId: string, defendantId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT candidate_person_id AS id FROM court.candidate
      WHERE person_id = $1 AND defendant_id = $2 AND rejected_at IS NOT NULL`,
    [personId, defendantId],
  )
  return new Set(rows.map(row => row.id))
}

export type CandidatesFound = Flags & {
  readonly personId: string
  readonly defendantId: string
  readonly candidates: readonly Candidate[]
  /** Matched before, so that earlier undecided candidates give way. */
  readonly again: boolean
}

/** Puts the candidates found in place of those nobody decided on. A limited record has no explanation: which facts are
 *  equal would tell who it is. */
export async function replaceCandidates(tx: Tx, found: readonly CandidatesFound[], now: string): Promise<void> {
  const again = found.filter(one => one.again)
  if (again.length > 0) {
    await tx.run(
      `DELETE FROM court.candidate WHERE person_id = ANY ($1) AND defendant_id = ANY ($2)
          AND confirmed_at IS NULL AND rejected_at IS NULL`,
      [again.map(one => one.personId), again.map(one => one.defendantId)],
    )
  }
  const decided = await Promise.all(again.map(async one => [one.defendantId, await decidedOn(tx, one)] as const))
  const known = new Map(decided)
  await insertRows(
    tx,
    'court.candidate',
    found.flatMap(({ personId, defendantId, candidates, excluded, restricted }) =>
      candidates
        .filter(candidate => !known.get(defendantId)?.has(candidate.personId))
        .map(candidate => ({
          person_id: personId,
          id: newId(),
          defendant_id: defendantId,
          candidate_person_id: candidate.personId,
          crn: candidate.crn,
          weight: candidate.weight,
          band: candidate.band,
          twins: candidate.twins,
          limited: candidate.limited,
          explanation: candidate.explanation ?? {},
          found_at: now,
          excluded,
          restricted,
        })),
    ),
  )
}

async function decidedOn(
  tx: Tx,
  { personId, defendantId }: { readonly personId: string; readonly defendantId: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(
    'SELECT candidate_person_id AS id FROM court.candidate WHERE person_id = $1 AND defendant_id = $2',
    [personId, defendantId],
  )
  return new Set(rows.map(row => row.id))
}

export type LinkDecision = Flags & {
  readonly personId: string
  readonly defendantId: string
  readonly what: 'linked' | 'unlinked' | 'rejected' | 'no-record-confirmed' | 'record-created'
  readonly toPersonId?: string | null
  readonly crn?: string | null
  readonly reason?: string | null
  readonly hearingDay?: string | null
}

export async function insertLinkDecisions(
  tx: Tx,
  decisions: readonly LinkDecision[],
  by: { readonly name: string; readonly machine: boolean; readonly at: string },
): Promise<void> {
  await insertRows(
    tx,
    'court.link_decision',
    decisions.map(decision => ({
      person_id: decision.personId,
      id: newId(),
      defendant_id: decision.defendantId,
      what: decision.what,
      to_person_id: decision.toPersonId ?? null,
      crn: decision.crn ?? null,
      by: by.name,
      by_machine: by.machine,
      at: by.at,
      reason: decision.reason ?? null,
      hearing_day: decision.hearingDay ?? null,
      excluded: decision.excluded,
      restricted: decision.restricted,
    })),
  )
}
