import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, NotFound, ok, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { type EnquiryFinding, type EnquiryStep, standingOf } from '../rules/enquiries.ts'
import { lockedPerson } from './correct-details.ts'

/** `version` of the enquiry is the one the user saw. */
type Followed = { readonly personId: string; readonly id: string; readonly version: number }

export type AnswerEnquiry = Followed & {
  readonly answeredOn: LocalDate
  readonly found: EnquiryFinding
  readonly answer: string
  readonly thirdParty: boolean
}

const longestNote = 2_000
const longestAnswer = 12_000

/** Says that the agency was reminded. Refused once an answer is there. Throws NotFound, NotAllowed, Conflict. */
export function chaseEnquiry(
  ctx: Context,
  input: Followed & { readonly chasedOn: LocalDate; readonly note: string },
): Promise<Result<undefined>> {
  const { chasedOn, note } = input
  return follow(ctx, input, {
    ...{ kind: 'chased', on: chasedOn, found: null, words: note, thirdParty: false },
    ...{ dayField: 'chasedOn', wordsField: 'chaseNote', longest: longestNote, refusedWhen: ['answered'] },
  })
}

/** Records what the agency answered; an answer may also come after the enquiry was closed as not returned. What is
 *  known must be written down. Throws NotFound, NotAllowed, Conflict. */
export async function answerEnquiry(ctx: Context, input: AnswerEnquiry): Promise<Result<undefined>> {
  const { answeredOn, found, answer, thirdParty } = input
  if (found === 'something-known' && answer.trim() === '') {
    ctx.may('person.enquire', { people: [input.personId] })
    return problems({ field: 'answer', code: 'answer-missing', text: 'Enter what they told you' })
  }
  return follow(ctx, input, {
    ...{ kind: 'answered', on: answeredOn, found, words: answer, thirdParty },
    ...{ dayField: 'answeredOn', wordsField: 'answer', longest: longestAnswer, refusedWhen: ['answered'] },
  })
}

/** Closes an enquiry with the reason "sent, not returned". Throws NotFound, NotAllowed, Conflict. */
export function closeEnquiryUnreturned(
  ctx: Context,
  input: Followed & { readonly closedOn: LocalDate; readonly note: string },
): Promise<Result<undefined>> {
  const { closedOn, note } = input
  return follow(ctx, input, {
    ...{ kind: 'closed-unreturned', on: closedOn, found: null, words: note, thirdParty: false },
    ...{ dayField: 'closedOn', wordsField: 'closeNote', longest: longestNote },
    refusedWhen: ['answered', 'not-returned'],
  })
}

type Step = EnquiryStep & {
  readonly words: string
  readonly thirdParty: boolean
  readonly dayField: string
  readonly wordsField: string
  readonly longest: number
  readonly refusedWhen: readonly string[]
}

async function follow(ctx: Context, { personId, id, version }: Followed, step: Step): Promise<Result<undefined>> {
  ctx.may('person.enquire', { people: [personId] })
  if (step.words.length > step.longest) {
    const text = `Shorten this to ${step.longest} characters or fewer`
    return problems({ field: step.wordsField, code: 'too-long', text })
  }
  const flags = await lockedPerson(ctx, personId)
  const enquiry = await ctx.tx.maybe<{ kind: string; askedOn: LocalDate; version: number }>(
    `SELECT kind, asked_on AS "askedOn", version FROM person.enquiry WHERE person_id = $1 AND id = $2 FOR UPDATE`,
    [personId, id],
  )
  if (!enquiry) throw new NotFound('There is no such enquiry on this record.')
  const steps = await ctx.tx.rows<EnquiryStep>(
    `SELECT kind, on_day AS "on", found FROM person.enquiry_step WHERE person_id = $1 AND enquiry_id = $2`,
    [personId, id],
  )
  const standing = standingOf({ ...enquiry, steps }, ctx.today)
  if (enquiry.version !== version || step.refusedWhen.includes(standing)) {
    throw new Conflict('Someone else has changed this enquiry. Look at it again.')
  }
  if (!isLocalDate(step.on) || step.on < enquiry.askedOn || step.on > ctx.today) {
    const text = 'Enter a day from the day of the enquiry to today'
    return problems({ field: step.dayField, code: 'day-wrong', text })
  }
  await ctx.tx.run(
    `INSERT INTO person.enquiry_step (person_id, id, enquiry_id, kind, on_day, found, words, third_party, at, by,
       by_name, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      personId,
      newId(),
      id,
      step.kind,
      step.on,
      step.found,
      step.words.trim() || null,
      step.thirdParty,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      flags.excluded,
      flags.restricted,
    ],
  )
  await ctx.tx.run('UPDATE person.enquiry SET version = version + 1 WHERE person_id = $1 AND id = $2', [personId, id])
  ctx.record('alter', `person.enquiry-${step.kind}`, [personId], { detail: { id } })
  const body = { personId, id, kind: enquiry.kind, found: step.found }
  await announceAbout(ctx, { type: `enquiry-${step.kind}`, personId, body }, flags)
  return ok(undefined)
}
