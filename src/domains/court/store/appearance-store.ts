import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound } from '../../../platform/errors/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import type { MatchState } from '../rules/match-outcome.ts'
import { refreshList } from './list-store.ts'

export type AppearanceAtCourt = {
  readonly personId: string
  readonly id: string
  readonly hearingId: string
  readonly caseId: string
  readonly defendantId: string
  readonly defendantType: 'PERSON' | 'ORGANISATION'
  readonly matchState: MatchState
  readonly confirmed: boolean
  readonly dateOfBirth: LocalDate | null
  readonly courtCode: string | null
  /** The first day of the hearing. */
  readonly hearingDay: LocalDate
  readonly preparation: string
  readonly outcomeNotRequired: boolean
  readonly version: number
  readonly excluded: boolean
  readonly restricted: boolean
}

/** The defendant at a hearing, locked for the change that follows. Throws NotFound, also for a person the viewer may not
 *  see, and Conflict when `version` is not the one held. */
export async function appearanceForChange(tx: Tx, appearanceId: string, version?: number): Promise<AppearanceAtCourt> {
  const found = await tx.maybe<AppearanceAtCourt>(
    `SELECT a.person_id AS "personId", a.id, a.hearing_id AS "hearingId", a.case_id AS "caseId",
            a.defendant_id AS "defendantId", d.type AS "defendantType", d.match_state AS "matchState",
            d.confirmed_at IS NOT NULL AS confirmed, d.date_of_birth AS "dateOfBirth", h.court_code AS "courtCode",
            (SELECT min(day) FROM court.hearing_day sitting WHERE sitting.hearing_id = a.hearing_id) AS "hearingDay",
            a.preparation, a.outcome_not_required AS "outcomeNotRequired", a.version, a.excluded, a.restricted
       FROM court.appearance a
       JOIN court.defendant d ON d.person_id = a.person_id AND d.id = a.defendant_id
       JOIN court.hearing h ON h.id = a.hearing_id
      WHERE a.id = $1 FOR UPDATE OF a`,
    [appearanceId],
  )
  if (!found) throw new NotFound('This case is not on the list')
  if (version !== undefined && version !== found.version) {
    throw new Conflict('Someone else changed this case since you opened it', { theirs: found.preparation })
  }
  return found
}

/** The flags for a new row about the defendant, locked against a change of limits. An organisation has none. */
export async function flagsOf(
  tx: Tx,
  at: Pick<AppearanceAtCourt, 'personId' | 'defendantType'>,
): Promise<{ readonly excluded: boolean; readonly restricted: boolean }> {
  if (at.defendantType === 'ORGANISATION') return { excluded: false, restricted: false }
  return lockFlags(tx, at.personId)
}

/** Writes the list anew wherever this person is on it. */
export async function refreshListOf(
  ctx: Context,
  personId: string,
  links?: Parameters<typeof refreshList>[1]['links'],
): Promise<void> {
  const rows = await ctx.tx.rows<{ id: string }>('SELECT id FROM court.appearance WHERE person_id = $1', [personId])
  const listed = { people: [personId], appearances: rows.map(row => row.id), ...(links ? { links } : {}) }
  await refreshList(ctx.tx, listed, ctx.today)
}
