import { londonDay } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Conflict, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type AccessFlags, identityGroup, lockFlags } from '../../person/index.ts'
import { assessmentPurposes } from '../parameters/assessment-purposes.ts'
import { answersOfAll, answerValues } from '../queries/answers-of.ts'
import { type AssessmentOnRecord, assessmentsOf, type OpensAt } from '../queries/assessments-of.ts'
import type { Layer } from '../questions/question.ts'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { assessmentState, awaitsCountersign, isComplete, isOpenOrAwaiting } from '../rules/assessment-state.ts'
import { type CarriedAnswer, carriedAnswers, carryChoice, carrySources, type Earlier } from '../rules/carry-forward.ts'
import { sectionProgress } from '../rules/section-progress.ts'
import { takeInHand } from './act-on-assessment.ts'
import { closeUnfinished } from './close-assessment.ts'
import { countUse } from './count-use.ts'

export type StartAssessment = {
  readonly personId: string
  readonly layer: Layer
  /** A code of `assessmentPurposes`. */
  readonly purpose: string
  /** The event whose period of supervision it is for; null before sentence. */
  readonly periodId: string | null
  /** The answer to "one is open already": go on with that one, or lock it as it is. */
  readonly continueOrLock?: 'continue' | 'lock'
  /** The answer to "begin with what an earlier period left?". */
  readonly cloneHistoric?: boolean
  /** Where a review begins, and why. */
  readonly opensAt?: readonly OpensAt[]
}

export type StartedAssessment = {
  readonly id: string
  /** True when the open one is gone on with: nothing was started. */
  readonly continued: boolean
  readonly carried: number
  /** Sections an unfinished assessment had begun, none of which was taken over. */
  readonly unfinished: readonly string[]
}

/** Opens an assessment, with the answers earlier ones leave it (assessment-and-plan.md section 5.1). A person has one at a
 *  time: while one is open or waits for a countersignature the answer is the problem `open-already` or
 *  `awaiting-countersignature` until `continueOrLock` says what to do; a new period of supervision answers
 *  `earlier-period` until `cloneHistoric` does. Throws NotAllowed, and Conflict when somebody opened one meanwhile. */
export async function startAssessment(ctx: Context, input: StartAssessment): Promise<Result<StartedAssessment>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const purpose = assessmentPurposes.on(ctx.today).value.find(one => one.code === input.purpose)
  if (!purpose)
    return problems({ field: 'purpose', code: 'purpose-unknown', text: 'Choose what the assessment is for' })
  if (!purpose.layers.includes(input.layer)) {
    return problems({
      field: 'layer',
      code: 'layer-not-for-purpose',
      text: 'Choose a kind that is used for this purpose',
    })
  }
  const flags = await lockFlags(ctx.tx, input.personId)
  const group = await identityGroup(ctx.tx, input.personId)
  const past = await assessmentsOf(ctx.tx, group)
  const noReview = fastReviewFault(input.layer, past)
  if (noReview) return problems(noReview)

  const open = past.find(one => isOpenOrAwaiting(assessmentState(one.acts)))
  if (open && input.continueOrLock === 'continue') {
    return ok({ id: open.id, continued: true, carried: 0, unfinished: [] })
  }
  if (open && input.continueOrLock !== 'lock') return problems(openAlready(open))

  const earlier = earlierOf(past, open, ctx)
  const choice = carryChoice({ layer: input.layer, periodId: input.periodId, earlier })
  if (choice === 'ask' && input.cloneHistoric === undefined) return problems(earlierPeriod)
  if (open) {
    const inHand = await takeInHand(ctx, { personId: open.personId, assessmentId: open.id, version: open.version })
    await closeUnfinished(ctx, inHand, 'Another assessment was started')
  }
  const begins = choice === 'carry' || (choice === 'ask' && input.cloneHistoric === true)
  const sources = begins ? carrySources(earlier, input.periodId) : []
  return ok(await openNew(ctx, input, { group, flags, sources }))
}

const earlierPeriod: Problem = {
  field: 'cloneHistoric',
  code: 'earlier-period',
  text: 'Say whether to begin with the answers of an earlier period of supervision',
}

async function openNew(
  ctx: Context,
  input: StartAssessment,
  given: { readonly group: readonly string[]; readonly flags: AccessFlags; readonly sources: readonly Earlier[] },
): Promise<StartedAssessment> {
  const { personId } = input
  const { flags, sources } = given
  const id = newId()
  const claimed = await ctx.tx.run(
    `INSERT INTO assessment.open_assessment (person_id, assessment_id, excluded, restricted)
     VALUES ($1, $2, $3, $4) ON CONFLICT (person_id) DO NOTHING`,
    [personId, id, flags.excluded, flags.restricted],
  )
  if (claimed === 0)
    throw new Conflict('Somebody has just opened an assessment of this person. Look at the list again.')
  const set = questionSet(ctx.today)
  const stored = await answersOfAll(
    ctx.tx,
    given.group,
    sources.map(one => one.id),
  )
  const { answers, unfinished } = carriedAnswers({
    sections: sectionsFor(set, input.layer),
    sources: sources.map(from => ({ from, answers: stored.get(from.id) ?? new Map() })),
    isValidated: (section, held) => sectionProgress(section, answerValues(held)).is === 'complete',
  })
  const opensAt = [
    ...(input.opensAt ?? []),
    ...unfinished.map(section => ({ section, because: 'It was not finished in the assessment that was locked' })),
  ]
  await ctx.tx.run(
    `INSERT INTO assessment.assessment (person_id, id, layer, purpose, period_id, question_set, assessed_on,
       carried_from_id, opens_at, opened_at, opened_by, opened_by_name, region_code, team_code, excluded, restricted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      personId,
      id,
      input.layer,
      input.purpose,
      input.periodId,
      set.version,
      ctx.today,
      answers.length > 0 ? (sources[0]?.id ?? null) : null,
      JSON.stringify(opensAt),
      ctx.now,
      ctx.viewer.username,
      ctx.viewer.name,
      ctx.viewer.regionCode,
      ctx.viewer.teamCode,
      flags.excluded,
      flags.restricted,
    ],
  )
  await keepCarried(ctx, personId, id, answers, flags)
  await countUse(ctx, { personId, id, layer: input.layer, teamCode: ctx.viewer.teamCode }, flags, 1)
  const told = { id, layer: input.layer, purpose: input.purpose, carried: answers.length }
  ctx.record('collect', 'assessment.start', [personId], { detail: told })
  await ctx.announce({ type: 'assessment-opened', personId, body: { personId, ...told } }, flags)
  return { id, continued: false, carried: answers.length, unfinished }
}

async function keepCarried(
  ctx: Context,
  personId: string,
  assessmentId: string,
  answers: readonly CarriedAnswer[],
  flags: AccessFlags,
): Promise<void> {
  if (answers.length === 0) return
  await ctx.tx.run(
    `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, carried_from,
       third_party, answered_at, answered_by, excluded, restricted)
     SELECT $1, $2, a.question, a.value, a."questionSet", a.source, a."carriedFrom", a."thirdParty", a."answeredAt",
            a."answeredBy", $4, $5
       FROM jsonb_to_recordset($3::jsonb) AS a (question text, value jsonb, "questionSet" text, source text,
            "carriedFrom" date, "thirdParty" boolean, "answeredAt" timestamptz, "answeredBy" text)`,
    [personId, assessmentId, JSON.stringify(answers), flags.excluded, flags.restricted],
  )
}

/** Earlier assessments that are finished, the oldest first, with one that is being locked now. */
function earlierOf(
  past: readonly AssessmentOnRecord[],
  lockedNow: AssessmentOnRecord | undefined,
  { now }: Pick<Context, 'now'>,
): readonly Earlier[] {
  return past.toReversed().flatMap(one => {
    const state = assessmentState(one.acts)
    const locked = one.id === lockedNow?.id || state === 'LOCKED_INCOMPLETE'
    if (!locked && !isComplete(state)) return []
    const { id, layer, periodId, carriedFromId } = one
    const on = londonDay(one.acts.at(-1)?.at ?? now)
    return [{ id, layer, periodId, carriedFromId, finished: locked ? 'locked-incomplete' : 'complete', on }]
  })
}

function openAlready(open: AssessmentOnRecord): Problem {
  const waiting = awaitsCountersign(assessmentState(open.acts))
  return {
    field: 'continueOrLock',
    code: waiting ? 'awaiting-countersignature' : 'open-already',
    text: waiting
      ? 'An assessment of this person is awaiting countersignature. Go on with it, or lock it without that signature'
      : 'An assessment of this person is open. Go on with it, or lock it unfinished',
  }
}

/** A fast review holds what changed since a full assessment, and there is none for the form with strengths. */
function fastReviewFault(layer: Layer, past: readonly AssessmentOnRecord[]): Problem | null {
  if (layer !== 'FAST') return null
  const reviewed = past.find(one => isComplete(assessmentState(one.acts)) && one.layer !== 'L1' && one.layer !== 'CSRP')
  if (reviewed?.layer === 'L3' || reviewed?.layer === 'FAST') return null
  const text =
    reviewed === undefined
      ? 'A fast review needs a completed full assessment to review. Choose another kind'
      : 'There is no fast review of an assessment with strengths. Choose another kind'
  return { field: 'layer', code: 'nothing-to-review', text }
}
