import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'

/** An action of the risk management plan. Open until it is done or withdrawn; done, it still addresses its factors. */
export type RiskAction = {
  readonly personId: string
  readonly id: string
  /** Codes of the ticked factors it addresses, such as RM28.0.1. */
  readonly factors: readonly string[]
  readonly owner: string
  readonly what: string
  readonly dueOn: LocalDate
  readonly contingency: string
  readonly addedAt: Instant
  readonly addedByName: string
  readonly endedAt: Instant | null
  readonly endedAs: 'done' | 'withdrawn' | null
  readonly endedReason: string | null
  readonly version: number
}

/** The risk management actions of one person (all ids of the identity group): open ones first, the soonest due on top. */
export function riskActionsOf(tx: Tx, group: readonly string[]): Promise<RiskAction[]> {
  return tx.rows<RiskAction>(
    `SELECT person_id AS "personId", id, factors, owner, what, due_on AS "dueOn", contingency, added_at AS "addedAt",
            added_by_name AS "addedByName", ended_at AS "endedAt", ended_as AS "endedAs",
            ended_reason AS "endedReason", version
       FROM assessment.risk_action WHERE person_id = ANY ($1) ORDER BY ended_at NULLS FIRST, due_on, id`,
    [group],
  )
}
