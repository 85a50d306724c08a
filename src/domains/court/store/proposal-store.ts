import type { LocalDate } from '../../../platform/calendar/index.ts'
import { newId, type Tx } from '../../../platform/store/index.ts'
import type { ResultReview } from '../rules/result-review.ts'
import { insertRows } from './insert-rows.ts'

type Flags = { readonly excluded: boolean; readonly restricted: boolean }

export type ProposalKind = 'order' | 'requirement' | 'breach-outcome'

export type StoredProposal = {
  readonly personId: string
  readonly id: string
  readonly defendantId: string
  readonly key: string
  readonly kind: ProposalKind
  readonly content: unknown
  readonly digest: string
  readonly accepted: boolean
  readonly refused: boolean
  readonly eventId: string | null
  readonly disposalId: string | null
}

/** What stands proposed for these people at the hearing: the newest of each key. */
export function standingProposals(tx: Tx, people: readonly string[], hearingId: string): Promise<StoredProposal[]> {
  return tx.rows<StoredProposal>(
    `SELECT person_id AS "personId", id, defendant_id AS "defendantId", key, kind, content, digest,
            accepted_at IS NOT NULL AS accepted, refused_at IS NOT NULL AS refused, event_id AS "eventId",
            disposal_id AS "disposalId"
       FROM court.proposal WHERE person_id = ANY ($1) AND hearing_id = $2 AND replaced_at IS NULL FOR UPDATE`,
    [people, hearingId],
  )
}

export type NewProposal = Flags & {
  readonly personId: string
  readonly appearanceId: string
  readonly hearingId: string
  readonly caseId: string
  readonly defendantId: string
  readonly key: string
  readonly kind: ProposalKind
  readonly content: unknown
  readonly digest: string
  readonly review: readonly (ResultReview | { readonly code: string; readonly data: object })[]
  readonly change: 'new' | 'changed' | 'withdrawn'
  readonly replaces: string | null
  readonly messageId: string | null
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  readonly eventId: string | null
  readonly disposalId: string | null
}

export async function insertProposals(
  tx: Tx,
  proposals: readonly NewProposal[],
  made: { readonly at: string; readonly by: string },
): Promise<void> {
  await insertRows(
    tx,
    'court.proposal',
    proposals.map(one => ({
      person_id: one.personId,
      id: newId(),
      appearance_id: one.appearanceId,
      hearing_id: one.hearingId,
      case_id: one.caseId,
      defendant_id: one.defendantId,
      key: one.key,
      kind: one.kind,
      content: one.content,
      digest: one.digest,
      review: one.review,
      change: one.change,
      replaces: one.replaces,
      message_id: one.messageId,
      court_code: one.courtCode,
      hearing_day: one.hearingDay,
      made_at: made.at,
      made_by: made.by,
      event_id: one.eventId,
      disposal_id: one.disposalId,
      version: 1,
      excluded: one.excluded,
      restricted: one.restricted,
    })),
  )
}

/** Marks proposals as followed by a newer reading of the same thing. */
export async function replaceProposals(
  tx: Tx,
  people: readonly string[],
  ids: readonly string[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return
  await tx.run(
    'UPDATE court.proposal SET replaced_at = $3, version = version + 1 WHERE person_id = ANY ($1) AND id = ANY ($2)',
    [people, ids, now],
  )
}

export type ProposalToDecide = StoredProposal & {
  readonly appearanceId: string
  readonly caseId: string
  readonly hearingId: string
  readonly change: 'new' | 'changed' | 'withdrawn'
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  readonly replaced: boolean
  readonly version: number
  readonly decidedBy: string | null
  readonly acceptedContent: unknown
  readonly refusedReason: string | null
}

/** The proposal, locked until the decision is written. */
export function proposalForDecision(tx: Tx, proposalId: string): Promise<ProposalToDecide | undefined> {
  return tx.maybe<ProposalToDecide>(
    `SELECT person_id AS "personId", id, defendant_id AS "defendantId", appearance_id AS "appearanceId",
            case_id AS "caseId", hearing_id AS "hearingId", key, kind, content, digest, change,
            accepted_at IS NOT NULL AS accepted, refused_at IS NOT NULL AS refused, replaced_at IS NOT NULL AS replaced,
            event_id AS "eventId", disposal_id AS "disposalId", court_code AS "courtCode", hearing_day AS "hearingDay",
            version, coalesce(accepted_by, refused_by) AS "decidedBy", accepted_content AS "acceptedContent",
            refused_reason AS "refusedReason"
       FROM court.proposal WHERE id = $1 FOR UPDATE`,
    [proposalId],
  )
}
