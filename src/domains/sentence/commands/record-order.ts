import { ageOn, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import type { Reason } from '../../../platform/rules/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import type { DisposalFamily, Length, RequirementKind, Term } from '../model.ts'
import { checkOrder } from '../rules/order-check.ts'
import { orderEnd, suspendedSentenceDates } from '../rules/order-end.ts'
import { sentenceExpiry } from '../rules/sentence-expiry.ts'
import { claimSource, insertDisposal, insertEvent, insertRequirements, nextEventNumber } from '../store.ts'

export type OrderToRecord = {
  /** The survivor of the person's identity group. */
  readonly personId: string
  readonly source: { readonly kind: 'court-proposal' | 'staff'; readonly id: string }
  readonly courtCode: string | null
  readonly convictedOn: LocalDate | null
  readonly dateOfBirth: LocalDate | null
  /** The main offence first. */
  readonly offences: readonly {
    readonly code: string | null
    readonly title: string | null
    readonly on?: LocalDate | null
  }[]
  readonly disposal: {
    readonly family: DisposalFamily
    readonly typeCode?: string | null
    readonly sentencedOn: LocalDate
    readonly length: Term | null
    readonly operationalPeriod?: Term | null
    readonly supervisionPeriod?: Term | null
    readonly courtEnd?: LocalDate | null
    readonly enteredEnd?: LocalDate | null
    readonly notes?: string
  }
  readonly requirements: readonly {
    readonly kind: RequirementKind
    readonly subtype?: string | null
    readonly length: Length | null
    readonly startsOn?: LocalDate | null
    readonly expectedEnd?: LocalDate | null
    readonly notes?: string
  }[]
  /** Why it is recorded although a limit of the law seems broken: the court made it, and the record says what it made. */
  readonly despite?: string
}

export type RecordedOrder = {
  readonly eventId: string
  readonly disposalId: string
  readonly endsOn: LocalDate | null
  /** True when this source had made the order before: nothing was written. */
  readonly already: boolean
}

/** Puts a sentence with its requirements on the person's record, once for each source. Answers problems for a day in
 *  the future, no offence, or a broken limit without a reason. Announces 'order-recorded'. */
export async function recordOrder(ctx: Context, input: OrderToRecord): Promise<Result<RecordedOrder>> {
  ctx.may('sentence.record-order', { people: [input.personId] })
  const endsOn = endOf(input.disposal)
  const wrong = mistakesIn(input, endsOn, ctx.today)
  if (wrong.length > 0) return { ok: false, problems: wrong }

  const flags = await lockFlags(ctx.tx, input.personId)
  const stamp = { at: ctx.now, by: ctx.viewer.username }
  const disposalId = newId()
  const before = await claimSource(ctx.tx, input.source, input.personId, disposalId)
  if (before) {
    const held = await ctx.tx.one<{ eventId: string; endsOn: LocalDate | null }>(
      'SELECT event_id AS "eventId", ends_on AS "endsOn" FROM sentence.disposal WHERE person_id = $1 AND id = $2',
      [before.personId, before.disposalId],
    )
    return ok({ ...held, disposalId: before.disposalId, already: true })
  }
  const eventId = newId()
  const number = await nextEventNumber(ctx.tx, input.personId)
  const { disposal } = input
  const offences = input.offences.map(offence => ({ ...offence, on: offence.on ?? null }))
  const event = { id: eventId, number, convictedOn: input.convictedOn, courtCode: input.courtCode }
  await insertEvent(ctx.tx, input.personId, event, offences, flags, stamp)
  await insertDisposal(
    ctx.tx,
    input.personId,
    {
      id: disposalId,
      eventId,
      family: disposal.family,
      typeCode: disposal.typeCode ?? null,
      sentencedOn: disposal.sentencedOn,
      length: disposal.length,
      operationalPeriod: disposal.operationalPeriod ?? null,
      supervisionPeriod: disposal.supervisionPeriod ?? null,
      courtEnd: disposal.courtEnd ?? null,
      enteredEnd: disposal.enteredEnd ?? null,
      endsOn,
      notes: [disposal.notes, input.despite && `Recorded although a limit seems broken: ${input.despite}`]
        .filter(Boolean)
        .join('\n'),
    },
    input.source,
    flags,
    stamp,
  )
  const requirements = input.requirements.map(requirement => ({
    kind: requirement.kind,
    subtype: requirement.subtype ?? null,
    imposedOn: disposal.sentencedOn,
    length: requirement.length,
    startsOn: requirement.startsOn ?? null,
    expectedEnd: requirement.expectedEnd ?? null,
    notes: requirement.notes ?? '',
  }))
  await insertRequirements(ctx.tx, input.personId, { eventId, disposalId }, requirements, flags, stamp)
  ctx.record('alter', 'sentence.record-order', [input.personId], { detail: { disposalId, source: input.source.kind } })
  await ctx.announce({ type: 'order-recorded', personId: input.personId, body: { eventId, disposalId } }, flags)
  return ok({ eventId, disposalId, endsOn, already: false })
}

/** The last day of the sentence by rule: custody by its expiry, a suspended sentence by its operational period, any
 *  other order by the court's date or its length. */
export function endOf(disposal: OrderToRecord['disposal']): LocalDate | null {
  const { family, sentencedOn, length } = disposal
  if (disposal.enteredEnd) return disposal.enteredEnd
  if (family === 'suspended-sentence') {
    const { operationalEnd } = suspendedSentenceDates({
      sentencedOn,
      operationalPeriod: disposal.operationalPeriod ?? null,
      supervisionPeriod: disposal.supervisionPeriod ?? null,
    })
    return disposal.courtEnd ?? operationalEnd.outcome
  }
  if ((family === 'custody' || family === 'youth-custody') && length && !disposal.courtEnd) {
    return sentenceExpiry({ sentencedOn, term: length, remandAndTaggedBailDays: 0, unlawfullyAtLargeDays: 0 })
  }
  return orderEnd({ sentencedOn, length, courtEnd: disposal.courtEnd ?? null, enteredEnd: null }).outcome
}

function mistakesIn(input: OrderToRecord, endsOn: LocalDate | null, today: LocalDate): readonly Problem[] {
  const { disposal } = input
  const wrong: Problem[] = []
  if (disposal.sentencedOn > today) {
    wrong.push({
      field: 'sentencedOn',
      code: 'in-future',
      text: 'Enter the day of sentence: today or a day in the past',
    })
  }
  if (input.offences.length === 0) {
    wrong.push({ field: 'offences', code: 'offence-missing', text: 'Enter at least one offence the sentence is for' })
  }
  if (endsOn && endsOn < disposal.sentencedOn) {
    wrong.push({ field: 'endsOn', code: 'before-start', text: `Enter an end on or after ${disposal.sentencedOn}` })
  }
  if (input.despite?.trim()) return wrong
  const limits = checkOrder({
    family: disposal.family,
    sentencedOn: disposal.sentencedOn,
    convictedOn: input.convictedOn,
    ageAtConviction: input.convictedOn && input.dateOfBirth ? ageOn(input.dateOfBirth, input.convictedOn) : null,
    imprisonable: null,
    length: disposal.length,
    endsOn,
    operationalPeriod: disposal.operationalPeriod ?? null,
    supervisionPeriod: disposal.supervisionPeriod ?? null,
    requirements: input.requirements.map(({ kind, length, startsOn, expectedEnd }) => ({
      kind,
      length,
      startsOn: startsOn ?? null,
      endsOn: expectedEnd ?? null,
    })),
  })
  if (limits.outcome !== 'unlawful') return wrong
  const broken = limits.reasons.filter(found => found.data.severity === 'unlawful')
  return [...wrong, ...broken.map(limitProblem)]
}

function limitProblem(found: Reason): Problem {
  const text = `This is outside a limit of the law (${found.code}). Correct it, or say why it is recorded as the court made it`
  return { field: 'despite', code: found.code, text }
}
