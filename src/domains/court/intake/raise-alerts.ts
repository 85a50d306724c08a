import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { seriousFurtherOffenceWindowDays } from '../parameters/outcomes.ts'
import {
  type CourtAlert,
  caseAlerts,
  defendantAlerts,
  messageAlerts,
  seriousFurtherAlert,
} from '../rules/court-alerts.ts'
import { factsDigest } from '../rules/facts-digest.ts'
import { insertRows } from '../store/insert-rows.ts'
import { recordsAtCourt } from '../store/list-store.ts'
import type { ListingMessage, PlannedCase } from './listing-plan.ts'
import type { WrittenDefendant } from './write-listing.ts'

type Raised = CourtAlert & { readonly about: WrittenDefendant }

/** Raises what in the message a person should look at, once each, and closes what the newest message put right. A grave
 *  new charge against somebody under supervision is announced to the region as 'serious-further-offence-charged'. */
export async function raiseAlerts(
  ctx: Context,
  at: { readonly hearingId: string; readonly isNew: boolean; readonly day: LocalDate; readonly messageId: string },
  message: ListingMessage,
  defendants: readonly WrittenDefendant[],
  cases: readonly PlannedCase[],
): Promise<void> {
  const [first] = defendants
  if (!first) return
  const serious = await seriousFurtherOffences(ctx, at, defendants)
  const raised: readonly Raised[] = [
    ...messageAlerts(message.notes).map(alert => ({ ...alert, about: first })),
    ...cases.flatMap(({ caseId, sent }) => {
      const about = defendants.find(one => one.caseId === caseId)
      return sent && about ? caseAlerts(message.hearing, sent).map(alert => ({ ...alert, about })) : []
    }),
    ...defendants.flatMap(about => defendantAlerts(about.facts, at.day).map(alert => ({ ...alert, about }))),
    ...defendants.flatMap(about =>
      (about.candidates ?? []).flatMap(({ crn, alerts }) =>
        alerts.map(code => ({ code: String(code), field: 'identity', data: { crn }, about })),
      ),
    ),
    ...serious,
  ]
  const known = at.isNew ? [] : await openAlerts(ctx, at.hearingId, defendants)
  const keyOf = (personId: string, code: string, field: string | null, data: unknown) =>
    factsDigest({ personId, code, field, data })
  const now = new Map(raised.map(one => [keyOf(one.about.personId, one.code, one.field, one.data), one]))
  const before = new Map(known.map(one => [keyOf(one.personId, one.code, one.field, one.detail), one]))
  const gone = [...before].filter(([key]) => !now.has(key)).map(([, one]) => one)
  if (gone.length > 0) {
    await ctx.tx.run(
      `UPDATE court.alert SET closed_at = $3, closed_by = $4, closed_reason = 'no-longer-in-message'
        WHERE person_id = ANY ($1) AND id = ANY ($2)`,
      [gone.map(one => one.personId), gone.map(one => one.id), ctx.now, ctx.viewer.username],
    )
  }
  await insertRows(
    ctx.tx,
    'court.alert',
    [...now]
      .filter(([key]) => !before.has(key))
      .map(([, { about, code, field, data }]) => ({
        person_id: about.personId,
        id: newId(),
        appearance_id: about.appearanceId,
        hearing_id: at.hearingId,
        case_id: about.caseId,
        code,
        field,
        detail: data,
        raised_at: ctx.now,
        message_id: at.messageId,
        excluded: about.excluded,
        restricted: about.restricted,
      })),
  )
}

type OpenAlert = { personId: string; id: string; code: string; field: string | null; detail: unknown }

/** Identity alerts come from matching, which does not run for every message: they are closed by people only. */
function openAlerts(ctx: Context, hearingId: string, defendants: readonly WrittenDefendant[]): Promise<OpenAlert[]> {
  return ctx.tx.rows<OpenAlert>(
    `SELECT person_id AS "personId", id, code, field, detail FROM court.alert
      WHERE person_id = ANY ($1) AND hearing_id = $2 AND closed_at IS NULL AND field IS DISTINCT FROM 'identity'`,
    [defendants.map(one => one.personId), hearingId],
  )
}

async function seriousFurtherOffences(
  ctx: Context,
  at: { readonly hearingId: string; readonly day: LocalDate },
  defendants: readonly WrittenDefendant[],
): Promise<readonly Raised[]> {
  const linked = defendants.filter(one => one.linkedTo || one.stored?.matchState === 'EXACT')
  if (linked.length === 0) return []
  const records = await recordsAtCourt(
    ctx.tx,
    linked.map(one => one.personId),
    ctx.today,
  )
  const window = seriousFurtherOffenceWindowDays.on(at.day)
  const raised: Raised[] = []
  for (const about of linked) {
    const record = records.find(one => one.person_id === about.personId)
    if (!record) continue
    const offenceCodes = about.facts.offences.flatMap(({ code }) => code ?? [])
    const { status, ended_on: endedOn } = record
    const decision = seriousFurtherAlert({ offenceCodes, status, endedOn }, at.day, window)
    if (decision.outcome === 'none') continue
    const { data } = decision.reasons[0]!
    const code = decision.outcome === 'alert' ? 'serious-further-offence' : 'serious-further-offence-variant'
    raised.push({ code, field: 'offences', data, about })
    if (decision.outcome !== 'alert') continue
    const body = { appearanceId: about.appearanceId, hearingId: at.hearingId, codes: data.codes ?? [] }
    const { personId, excluded, restricted } = about
    await ctx.announce({ type: 'serious-further-offence-charged', personId, body }, { excluded, restricted })
  }
  return raised
}
