import type { LocalDate } from '../../../platform/calendar/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { ProposalKind } from '../store/proposal-store.ts'

/** Something a result would put on the record. `content` holds, under the name of its kind, what rules/proposal-items.ts
 *  made of it, and `offences`; `review` why a person should look with care. */
export type ProposalShown = {
  readonly proposalId: string
  readonly personId: string
  readonly appearanceId: string
  readonly hearingId: string
  readonly caseId: string
  readonly kind: ProposalKind
  readonly change: 'new' | 'changed' | 'withdrawn'
  readonly content: Readonly<Record<string, unknown>>
  readonly review: readonly { readonly code: string; readonly data: Readonly<Record<string, unknown>> }[]
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  readonly madeAt: string
  readonly name: string
  readonly crn: string | null
  readonly urn: string | null
  readonly disposalId: string | null
  readonly replaces: string | null
  readonly acceptedAt: string | null
  readonly acceptedBy: string | null
  readonly refusedAt: string | null
  readonly refusedBy: string | null
  readonly refusedReason: string | null
  readonly replacedAt: string | null
  readonly version: number
}

const shown = `SELECT p.id AS "proposalId", p.person_id AS "personId", p.appearance_id AS "appearanceId",
    p.hearing_id AS "hearingId", p.case_id AS "caseId", p.kind, p.change, p.content, p.review, p.court_code AS "courtCode",
    p.hearing_day AS "hearingDay", p.made_at AS "madeAt", coalesce(entry.name, '') AS name, entry.crn, entry.urn,
    p.disposal_id AS "disposalId", p.replaces, p.accepted_at AS "acceptedAt", p.accepted_by AS "acceptedBy",
    p.refused_at AS "refusedAt", p.refused_by AS "refusedBy", p.refused_reason AS "refusedReason",
    p.replaced_at AS "replacedAt", p.version
  FROM court.proposal p
  LEFT JOIN LATERAL (SELECT name, crn, urn FROM court.list_entry listed
                      WHERE listed.appearance_id = p.appearance_id AND listed.person_id = p.person_id
                      ORDER BY listed.day LIMIT 1) entry ON true`

/** What waits for a decision at these courts, the oldest hearing first. */
export function proposalsWaiting(tx: Tx, courtCodes: readonly string[]): Promise<ProposalShown[]> {
  return tx.rows<ProposalShown>(
    `${shown} WHERE p.court_code = ANY ($1) AND p.accepted_at IS NULL AND p.refused_at IS NULL AND p.replaced_at IS NULL
      ORDER BY p.hearing_day, entry.name, p.id`,
    [courtCodes],
  )
}

/** Everything ever proposed for a defendant at a hearing, newest first. */
export function proposalsOf(tx: Tx, personId: string, appearanceId: string): Promise<ProposalShown[]> {
  return tx.rows<ProposalShown>(
    `${shown} WHERE p.person_id = $1 AND p.appearance_id = $2 ORDER BY p.made_at DESC, p.id`,
    [personId, appearanceId],
  )
}

/** One proposal. Throws NotFound, also for a person the viewer may not see. */
export async function oneProposal(tx: Tx, proposalId: string): Promise<ProposalShown> {
  const found = await tx.maybe<ProposalShown>(`${shown} WHERE p.id = $1`, [proposalId])
  if (!found) throw new NotFound('This proposal does not exist')
  return found
}
