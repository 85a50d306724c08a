import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { BreachOutcome } from '../rules/breach-outcome.ts'
import type { ProposalOffence } from '../rules/order-form.ts'
import type { ProposedOrder, ProposedRequirement } from '../rules/proposed-orders.ts'

export type ProposalReview = {
  readonly code: string
  readonly offenceSequence?: number
  readonly resultCode?: number
  readonly data: Readonly<Record<string, unknown>>
}

export type ProposalContent = {
  readonly order?: ProposedOrder
  readonly requirement?: ProposedRequirement
  readonly 'breach-outcome'?: BreachOutcome
  readonly offences: readonly ProposalOffence[]
}

export type ListedProposal = {
  readonly personId: string
  readonly id: string
  readonly kind: 'order' | 'requirement' | 'breach-outcome'
  readonly change: 'new' | 'changed' | 'withdrawn'
  readonly content: ProposalContent
  readonly review: readonly ProposalReview[]
  readonly name: string
  readonly onRecord: boolean
  readonly courtCode: string | null
  readonly hearingDay: LocalDate
  readonly madeAt: string
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly accepted: boolean
  readonly refusedReason: string | null
}

const listed = `p.person_id AS "personId", p.id, p.kind, p.change, p.content, p.review,
  concat_ws(', ', d.surname, nullif(array_to_string(d.forenames, ' '), '')) AS name,
  d.match_state = 'EXACT' AS "onRecord", p.court_code AS "courtCode", p.hearing_day AS "hearingDay", p.made_at AS "madeAt",
  coalesce(p.accepted_at, p.refused_at) AS "decidedAt", coalesce(p.accepted_by, p.refused_by) AS "decidedBy",
  p.accepted_at IS NOT NULL AS accepted, p.refused_reason AS "refusedReason"`

/** What waits for a decision, the oldest hearing first; at most 500. */
export function proposalsWaiting(tx: Tx): Promise<ListedProposal[]> {
  return tx.rows<ListedProposal>(
    `SELECT ${listed} FROM court.proposal p
       JOIN court.defendant d ON d.person_id = p.person_id AND d.id = p.defendant_id
      WHERE p.accepted_at IS NULL AND p.refused_at IS NULL AND p.replaced_at IS NULL
      ORDER BY p.hearing_day, d.surname, p.id LIMIT 500`,
  )
}

/** What was decided since the day, the newest first; at most 500. */
export function proposalsDecided(tx: Tx, since: LocalDate): Promise<ListedProposal[]> {
  return tx.rows<ListedProposal>(
    `SELECT ${listed} FROM court.proposal p
       JOIN court.defendant d ON d.person_id = p.person_id AND d.id = p.defendant_id
      WHERE coalesce(p.accepted_at, p.refused_at) >= $1::date::timestamp AT TIME ZONE 'Europe/London'
      ORDER BY coalesce(p.accepted_at, p.refused_at) DESC, p.id LIMIT 500`,
    [since],
  )
}

export type OneProposal = ListedProposal & {
  readonly appearanceId: string
  readonly defendantId: string
  readonly version: number
  readonly messageId: string | null
  readonly replaced: boolean
  readonly acceptedContent: unknown
  readonly disposalId: string | null
  readonly courtName: string | null
  readonly before: { readonly content: ProposalContent; readonly acceptedContent: unknown } | null
}

/** One proposal with what it followed; undefined when there is none the viewer may see. */
export function proposalById(tx: Tx, personId: string, id: string): Promise<OneProposal | undefined> {
  return tx.maybe<OneProposal>(
    `SELECT ${listed}, p.appearance_id AS "appearanceId", p.defendant_id AS "defendantId", p.version,
            p.message_id AS "messageId", p.replaced_at IS NOT NULL AS replaced, p.accepted_content AS "acceptedContent",
            p.disposal_id AS "disposalId", h.court_name AS "courtName",
            (SELECT json_build_object('content', earlier.content, 'acceptedContent', earlier.accepted_content)
               FROM court.proposal earlier WHERE earlier.person_id = p.person_id AND earlier.id = p.replaces) AS before
       FROM court.proposal p
       JOIN court.defendant d ON d.person_id = p.person_id AND d.id = p.defendant_id
       JOIN court.hearing h ON h.id = p.hearing_id
      WHERE p.person_id = $1 AND p.id = $2`,
    [personId, id],
  )
}
