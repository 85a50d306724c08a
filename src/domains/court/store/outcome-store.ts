import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type OutcomeStep, type OutcomeType, outcomeState, outcomeStep } from '../rules/outcome-state.ts'
import { refreshList } from './list-store.ts'

export type StoredOutcome = {
  readonly personId: string
  readonly id: string
  readonly appearanceId: string
  readonly hearingId: string
  readonly hearingDay: LocalDate
  readonly courtCode: string | null
  readonly types: readonly OutcomeType[]
  readonly assignedTo: string | null
  readonly assignedName: string | null
  readonly heldAt: string | null
  readonly heldReason: string | null
  readonly resultedAt: string | null
  readonly version: number
  readonly excluded: boolean
  readonly restricted: boolean
}

const columns = `person_id AS "personId", id, appearance_id AS "appearanceId", hearing_id AS "hearingId",
  hearing_day AS "hearingDay", court_code AS "courtCode", types, assigned_to AS "assignedTo",
  assigned_name AS "assignedName", held_at AS "heldAt", held_reason AS "heldReason", resulted_at AS "resultedAt", version,
  excluded, restricted`

/** The outcome, locked for the step. Throws NotFound; NotAllowed where the step is another user's; Conflict in a state
 *  that has no such step, or when `version` is not the one held. */
export async function outcomeForStep(
  ctx: Context,
  outcomeId: string,
  step: OutcomeStep,
  version?: number,
): Promise<StoredOutcome> {
  const held = await ctx.tx.maybe<StoredOutcome>(`SELECT ${columns} FROM court.outcome WHERE id = $1 FOR UPDATE`, [
    outcomeId,
  ])
  if (!held) throw new NotFound('This outcome does not exist')
  if (version !== undefined && version !== held.version) {
    throw new Conflict('Someone else changed this outcome since you opened it', { theirs: held.types.join(', ') })
  }
  const decision = outcomeStep(held, step, ctx.viewer.username)
  if (decision.outcome === 'not-yours') {
    throw new NotAllowed('Only the person this outcome is assigned to can result it', 'court.result', [held.personId])
  }
  if (decision.outcome === 'wrong-state') {
    throw new Conflict(`This outcome cannot be changed like this: it is ${outcomeState(held).toLowerCase()}`)
  }
  return held
}

export async function outcomeOfAppearance(
  ctx: Context,
  personId: string,
  appearanceId: string,
): Promise<StoredOutcome | undefined> {
  return ctx.tx.maybe<StoredOutcome>(
    `SELECT ${columns} FROM court.outcome WHERE person_id = $1 AND appearance_id = $2 FOR UPDATE`,
    [personId, appearanceId],
  )
}

/** Writes what was done to the history, refreshes the list, and audits the change. */
export async function outcomeChanged(
  ctx: Context,
  outcome: Pick<StoredOutcome, 'personId' | 'id' | 'appearanceId' | 'excluded' | 'restricted'>,
  what: string,
  detail: object = {},
): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO court.outcome_change (person_id, id, outcome_id, what, detail, by, by_name, at, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      outcome.personId,
      newId(),
      outcome.id,
      what,
      JSON.stringify(detail),
      ctx.viewer.username,
      ctx.viewer.name,
      ctx.now,
      outcome.excluded,
      outcome.restricted,
    ],
  )
  await refreshList(ctx.tx, { people: [outcome.personId], appearances: [outcome.appearanceId] }, ctx.today)
  ctx.record('alter', `court.outcome-${what}`, [outcome.personId], { detail: { outcomeId: outcome.id } })
}
