import type { LocalDate } from '../../../platform/calendar/index.ts'
import { isLocalDate } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { announceAbout } from '../access-flags.ts'
import { kindOf } from '../rules/enquiries.ts'
import { lockedPerson } from './correct-details.ts'

export type AskEnquiry = {
  readonly personId: string
  /** A code of the parameter `person.enquiry-kinds`. */
  readonly kind: string
  readonly askedOf: string
  readonly question: string
  readonly askedOn: LocalDate
}

const longestName = 200
const longestQuestion = 4_000

/** Records that an agency was asked about a person. The same agency may be asked again: the enquiry asked last counts.
 *  Throws NotFound, NotAllowed. */
export async function askEnquiry(ctx: Context, input: AskEnquiry): Promise<Result<{ readonly id: string }>> {
  ctx.may('person.enquire', { people: [input.personId] })
  const faults = faultsOf(input, ctx.today)
  if (faults.length > 0) return problems(...faults)
  const flags = await lockedPerson(ctx, input.personId)
  const id = newId()
  await ctx.tx.run(
    `INSERT INTO person.enquiry (person_id, id, kind, asked_of, question, asked_on, recorded_at, recorded_by,
       recorded_by_name, team_code, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      input.personId,
      id,
      input.kind,
      input.askedOf.trim(),
      input.question.trim() || null,
      input.askedOn,
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      ctx.viewer.teamCode,
      flags.excluded,
      flags.restricted,
    ],
  )
  ctx.record('alter', 'person.ask-enquiry', [input.personId], { detail: { id, kind: input.kind } })
  const body = { personId: input.personId, id, kind: input.kind }
  await announceAbout(ctx, { type: 'enquiry-asked', personId: input.personId, body }, flags)
  return ok({ id })
}

function faultsOf(input: AskEnquiry, today: LocalDate): readonly Problem[] {
  const faults: Problem[] = []
  if (!kindOf(input.kind, today)) faults.push({ field: 'kind', code: 'kind-missing', text: 'Choose who is asked' })
  if (input.askedOf.trim() === '') {
    faults.push({ field: 'askedOf', code: 'asked-of-missing', text: 'Enter the office, team or person you asked' })
  } else if (input.askedOf.length > longestName) {
    faults.push({ field: 'askedOf', code: 'too-long', text: `Shorten this to ${longestName} characters or fewer` })
  }
  if (input.question.length > longestQuestion) {
    faults.push({ field: 'question', code: 'too-long', text: `Shorten this to ${longestQuestion} characters or fewer` })
  }
  if (!isLocalDate(input.askedOn) || input.askedOn > today) {
    faults.push({ field: 'askedOn', code: 'asked-wrong', text: 'Enter the day you asked, today or earlier' })
  }
  return faults
}
