import type { Instant, LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import { listedDaysNear } from '../../court/index.ts'
import { courtByCode } from '../../organisation/index.ts'
import { identityBar } from '../../person/index.ts'
import type { ReportKind, RequestFacts, RequestSource } from '../request-model.ts'
import { sittingDay, sittingDayText } from '../rules/sitting-day.ts'
import { makeRequest } from './make-request.ts'

export type ReportToRequest = {
  readonly personId: string
  readonly kind: ReportKind
  readonly courtCode: string
  readonly appearanceId: string | null
  readonly caseReference: string | null
  readonly requiredBy: LocalDate | null
  /** Given for a report on the day. */
  readonly neededBy: Instant | null
  readonly facts: RequestFacts
  /** One form, one request: sent twice, the second answers the first. */
  readonly formId: string
}

const longest = 4000

/** Asks for a report by hand: from the case, from the defendant at court, for the Crown Court, or before plea. A day the
 *  court does not sit is refused with the nearest days it does. Throws NotAllowed, NotFound. */
export async function requestReport(
  ctx: Context,
  input: ReportToRequest,
): Promise<Result<{ readonly id: string; readonly already: boolean }>> {
  ctx.may('advice.request', { people: [input.personId] })
  const court = await courtByCode(ctx.tx, input.courtCode, ctx.today)
  const born = (await identityBar(ctx.tx, [input.personId])).get(input.personId)?.dateOfBirth ?? null
  const wrong = mistakesIn(input.facts, born, ctx.today)
  if (!court) wrong.push({ field: 'court', code: 'not-known', text: 'Choose the court' })
  if (input.requiredBy === null) {
    wrong.push({ field: 'requiredBy', code: 'missing', text: 'Enter the day the court needs the report' })
  } else {
    const listed = await listedDaysNear(ctx.tx, input.courtCode, input.requiredBy)
    const day = sittingDay(input.requiredBy, { today: ctx.today, listed })
    if (day.outcome === 'in-the-past' || day.outcome === 'not-a-sitting-day') {
      wrong.push({ field: 'requiredBy', code: day.outcome, text: sittingDayText(day) })
    }
  }
  if (wrong.length > 0 || !court) return { ok: false, problems: wrong }
  const before = await ctx.tx.maybe<{ id: string }>(
    'SELECT id FROM advice.request WHERE person_id = $1 AND source_id = $2 FOR UPDATE',
    [input.personId, input.formId],
  )
  if (before) return ok({ id: before.id, already: true })
  const made = await makeRequest(ctx, {
    ...input,
    source: sourceOf(input.kind, court.kind),
    sourceId: input.formId,
    courtCode: court.code,
    regionCode: ctx.viewer.regionCode,
  })
  return ok(made)
}

function sourceOf(kind: ReportKind, court: 'magistrates' | 'crown'): RequestSource {
  if (kind === 'before-plea') return 'before-plea'
  return court === 'crown' ? 'crown-court' : 'manual'
}

/** Days that contradict each other, what is missing, and texts too long to keep; one problem for each field. */
function mistakesIn(facts: RequestFacts, born: LocalDate | null, today: LocalDate): Problem[] {
  const found: Problem[] = []
  const [main] = facts.offences
  if (!main || main.title.trim() === '') {
    found.push({ field: 'mainOffence', code: 'missing', text: 'Enter the main offence' })
  }
  for (const { committedOn, convictedOn } of facts.offences) {
    const field = (text: string, name: string, code: string) => found.push({ field: name, code, text })
    if (committedOn && committedOn > today) field('The offence cannot be after today', 'committedOn', 'in-future')
    if (convictedOn && convictedOn > today) field('The conviction cannot be after today', 'convictedOn', 'in-future')
    if (convictedOn && committedOn && convictedOn < committedOn) {
      field('The conviction cannot be before the offence', 'convictedOn', 'before-offence')
    }
    if (convictedOn && born && convictedOn < born) {
      field('The conviction cannot be before the person was born', 'convictedOn', 'before-birth')
    }
  }
  if (facts.remand === 'custody' && !facts.prison?.trim()) {
    found.push({ field: 'prison', code: 'missing', text: 'Enter the prison, or not known' })
  }
  const texts = { ...facts, mainOffence: main?.title ?? null }
  for (const field of [
    'indication',
    'requirementsIndicated',
    'notes',
    'notify',
    'interpreter',
    'mainOffence',
  ] as const) {
    if ((texts[field] ?? '').length > longest) {
      found.push({ field, code: 'too-long', text: `Shorten this to ${longest} characters or fewer` })
    }
  }
  return [...new Map(found.map(one => [one.field, one])).values()]
}
