import {
  addGoal,
  addRiskAction,
  addStep,
  agreePlan,
  answersOf,
  answerValues,
  assessmentOf,
  confirmAnswers,
  confirmationGroups,
  countersignAssessment,
  deleteAssessment,
  type HarmLevel,
  type Layer,
  lockIncomplete,
  managementChecklist,
  planOf,
  questionSet,
  rejectAssessment,
  rollBack,
  saveAnswers,
  sectionsFor,
  setFrameworkRole,
  shortQualityForm,
  signAssessment,
  startAssessment,
} from '../../domains/assessment/index.ts'
import { answerEnquiry, askEnquiry, identityGroup } from '../../domains/person/index.ts'
import { ordersOf } from '../../domains/sentence/index.ts'
import { plusDays, plusMonths } from '../../platform/calendar/index.ts'
import type { Context, Services } from '../../platform/context/index.ts'
import { madeUpAnswers, madeUpLife } from '../made-up-people/answers.ts'
import { accountOf, as, daysAgo, done } from './acting.ts'

/** How far an assessment of the demonstration has come. */
type Stage =
  | 'part-answered'
  | 'ready-to-sign'
  | 'signed'
  | 'countersigned'
  | 'half-countersigned'
  | 'double-countersigned'
  | 'rejected'
  | 'deleted'
  | 'locked-incomplete'
  | 'rolled-back'

type Assessed = {
  /** The record's place among those of the demonstration. */
  readonly n: number
  readonly layer: Layer
  readonly harm: HarmLevel | null
  readonly stage: Stage
  /** Days ago it was written. */
  readonly ago: number
  /** Whether police and children's services were asked, and whether they answered. */
  readonly enquiries: 'answered' | 'overdue'
  readonly plan: 'agreed' | 'draft' | 'none'
}

/** One person in every state an assessment and its plan can be in. The second assessment of the first shows needs over
 *  time; what waits longer than policy allows was signed days ago. */
const assessed: readonly Assessed[] = [
  { n: 0, layer: 'L3', harm: 'MEDIUM', stage: 'countersigned', ago: 200, enquiries: 'answered', plan: 'agreed' },
  { n: 0, layer: 'L3', harm: 'MEDIUM', stage: 'countersigned', ago: 12, enquiries: 'answered', plan: 'agreed' },
  { n: 1, layer: 'L1', harm: null, stage: 'countersigned', ago: 30, enquiries: 'answered', plan: 'agreed' },
  { n: 2, layer: 'L3', harm: 'HIGH', stage: 'signed', ago: 1, enquiries: 'answered', plan: 'agreed' },
  { n: 3, layer: 'L3', harm: 'HIGH', stage: 'signed', ago: 14, enquiries: 'answered', plan: 'agreed' },
  { n: 6, layer: 'L3', harm: 'LOW', stage: 'part-answered', ago: 3, enquiries: 'overdue', plan: 'draft' },
  { n: 8, layer: 'L3', harm: 'MEDIUM', stage: 'rejected', ago: 4, enquiries: 'answered', plan: 'agreed' },
  { n: 9, layer: 'L3', harm: 'VERY_HIGH', stage: 'half-countersigned', ago: 2, enquiries: 'answered', plan: 'agreed' },
  { n: 10, layer: 'L3', harm: 'HIGH', stage: 'countersigned', ago: 15, enquiries: 'answered', plan: 'agreed' },
  { n: 20, layer: 'L1', harm: null, stage: 'countersigned', ago: 12, enquiries: 'answered', plan: 'agreed' },
  {
    n: 21,
    layer: 'L3',
    harm: 'VERY_HIGH',
    stage: 'double-countersigned',
    ago: 40,
    enquiries: 'answered',
    plan: 'agreed',
  },
  { n: 16, layer: 'L1', harm: null, stage: 'deleted', ago: 9, enquiries: 'answered', plan: 'agreed' },
  { n: 12, layer: 'L3', harm: 'LOW', stage: 'locked-incomplete', ago: 60, enquiries: 'overdue', plan: 'none' },
  { n: 13, layer: 'L1', harm: null, stage: 'rolled-back', ago: 20, enquiries: 'answered', plan: 'agreed' },
  { n: 14, layer: 'L3.2', harm: 'MEDIUM', stage: 'ready-to-sign', ago: 1, enquiries: 'answered', plan: 'agreed' },
  { n: 18, layer: 'CSRP', harm: null, stage: 'signed', ago: 5, enquiries: 'answered', plan: 'none' },
]

/** Fills in, signs, countersigns, gives back and locks assessments for the people at these places, by the commands staff
 *  use. Who has one already is left alone. */
export async function assessPeople(services: Services, personIds: readonly (string | undefined)[]): Promise<void> {
  await approve(services)
  for (const one of assessed) {
    const personId = personIds[one.n]
    if (personId) await assess(services, personId, one)
  }
}

async function approve(services: Services): Promise<void> {
  await as(services, await accountOf(services, 'pdu-head'), async ctx => {
    const startsOn = plusMonths(ctx.today, -24)
    done(await setFrameworkRole(ctx, { username: 'practitioner', role: 'approved-po', startsOn }))
    done(await setFrameworkRole(ctx, { username: 'court', role: 'approved-pso', startsOn }))
  })
}

async function assess(services: Services, personId: string, one: Assessed): Promise<void> {
  const then = daysAgo(services, one.ago)
  const practitioner = await accountOf(services, 'practitioner')
  const there = await as(then, practitioner, ctx =>
    ctx.tx.rows('SELECT 1 FROM assessment.assessment WHERE person_id = $1 AND assessed_on >= $2', [
      personId,
      ctx.today,
    ]),
  )
  if (there.length > 0) return
  await as(then, practitioner, ctx => enquire(ctx, personId, one.enquiries))
  const assessmentId = await as(then, practitioner, ctx => write(ctx, personId, one))
  if (one.plan !== 'none') await as(then, practitioner, ctx => plan(ctx, personId, assessmentId, one))
  if (one.stage === 'part-answered' || one.stage === 'ready-to-sign') return
  const act = (ctx: Context) => actOn(ctx, personId, assessmentId)
  if (one.stage === 'locked-incomplete') {
    await as(then, practitioner, async ctx =>
      done(
        await lockIncomplete(ctx, { ...(await act(ctx)), reason: 'Moved to another region before it was finished.' }),
      ),
    )
    return
  }
  const { state } = await as(then, practitioner, async ctx =>
    done(await signAssessment(ctx, { ...(await act(ctx)), despiteWarnings: true })),
  )
  if (one.stage === 'signed') return
  if (state !== 'SELF_SIGNED') await review(then, personId, assessmentId, one.stage)
  const head = await accountOf(services, 'pdu-head')
  if (one.stage === 'double-countersigned') await review(then, personId, assessmentId, one.stage, 'pdu-head')
  if (one.stage === 'rolled-back') {
    const reason = 'The date of the last sanction was another person’s.'
    await as(services, head, async ctx => done(await rollBack(ctx, { ...(await act(ctx)), reason })))
  }
  if (one.stage === 'deleted') {
    const reason = 'Written on the record of the wrong person.'
    await as(services, head, async ctx => done(await deleteAssessment(ctx, { ...(await act(ctx)), reason })))
  }
}

/** What the senior, or the head of the unit after them, does with it. */
async function review(
  services: Services,
  personId: string,
  assessmentId: string,
  stage: Stage,
  username = 'team-manager',
): Promise<void> {
  await as(services, await accountOf(services, username), async ctx => {
    const act = await actOn(ctx, personId, assessmentId)
    if (stage === 'rejected') {
      const comment = 'Say who else was in the house that night, and what the police answered.'
      done(await rejectAssessment(ctx, { ...act, comment, quality: {} }))
    } else {
      const quality = Object.fromEntries(shortQualityForm.on(ctx.today).value.map(({ code }) => [code, 'sufficient']))
      const comment = 'The analysis uses the earlier incident as well. Agreed.'
      done(await countersignAssessment(ctx, { ...act, comment, quality }))
    }
  })
}

async function actOn(ctx: Context, personId: string, assessmentId: string) {
  const assessment = await assessmentOf(ctx.tx, await identityGroup(ctx.tx, personId), assessmentId)
  return { personId, assessmentId, version: assessment!.version }
}

async function enquire(ctx: Context, personId: string, enquiries: Assessed['enquiries']): Promise<void> {
  const asked = [
    { kind: 'police-domestic-abuse', askedOf: 'Westmere Police, safeguarding hub' },
    { kind: 'childrens-services', askedOf: 'Calder Vale children’s services' },
  ]
  for (const { kind, askedOf } of asked) {
    const askedOn = plusDays(ctx.today, -16)
    const { id } = done(await askEnquiry(ctx, { personId, kind, askedOf, question: '', askedOn }))
    if (enquiries === 'overdue') continue
    const answer = {
      answeredOn: plusDays(ctx.today, -9),
      found: 'nothing-known' as const,
      answer: '',
      thirdParty: false,
    }
    done(await answerEnquiry(ctx, { personId, id, version: 1, ...answer }))
  }
}

async function write(ctx: Context, personId: string, one: Assessed): Promise<string> {
  const group = await identityGroup(ctx.tx, personId)
  const [order] = await ordersOf(ctx.tx, group, ctx.today)
  const purpose = one.layer === 'CSRP' ? 'predictors-and-risk' : 'start-community-order'
  const { id } = done(
    await startAssessment(ctx, {
      ...{ personId, layer: one.layer, purpose, periodId: order?.eventId ?? null },
      ...{ continueOrLock: 'lock', cloneHistoric: true },
    }),
  )
  const set = questionSet(ctx.today)
  const sentencedOn = order && order.sentencedOn < ctx.today ? order.sentencedOn : plusDays(ctx.today, -7)
  const answers = madeUpAnswers(set, one.layer, madeUpLife(one.n, sentencedOn, one.harm))
  const all = sectionsFor(set, one.layer)
  const unfinished = one.stage === 'part-answered' || one.stage === 'locked-incomplete'
  for (const section of unfinished ? all.slice(0, 5) : all) {
    const before = await answersOf(ctx.tx, group, id)
    const given = section.questions.flatMap(({ code }) => {
      const answer = answers.get(code)
      return answer === undefined ? [] : [[code, answer] as const]
    })
    const seen = Object.fromEntries([...before].map(([code, { version }]) => [code, version]))
    const saved = done(
      await saveAnswers(ctx, {
        ...{ personId, assessmentId: id, section: section.code, seen },
        answers: Object.fromEntries(given),
        buttons: 1,
      }),
    )
    const [wrong] = saved.problems
    if (wrong) throw new Error(`The demonstration’s answers were refused: ${wrong.field} ${wrong.text}`)
  }
  await confirmCarried(ctx, personId, id, one.layer)
  return id
}

/** What was carried forward from the assessment before and still holds. */
async function confirmCarried(ctx: Context, personId: string, assessmentId: string, layer: Layer): Promise<void> {
  const answers = await answersOf(ctx.tx, await identityGroup(ctx.tx, personId), assessmentId)
  for (const group of confirmationGroups(questionSet(ctx.today), layer, answers)) {
    if (!group.toConfirm) continue
    const seen = Object.fromEntries([...answers].map(([code, { version }]) => [code, version]))
    done(await confirmAnswers(ctx, { personId, assessmentId, group: group.code, seen }))
  }
}

async function plan(ctx: Context, personId: string, assessmentId: string, one: Assessed): Promise<void> {
  const group = await identityGroup(ctx.tx, personId)
  if ((await planOf(ctx.tx, group)).goals.length > 0) return
  const answers = answerValues(await answersOf(ctx.tx, group, assessmentId))
  const factors = managementChecklist(questionSet(ctx.today), answers, [], ctx.today).filter(factor => factor.ticked)
  if (factors.length > 0) {
    done(
      await addRiskAction(ctx, {
        personId,
        factors: factors.map(({ code }) => code),
        owner: 'Imogen Farrow',
        what: 'Weekly appointments about drinking and about keeping away from the witness; police tell us of any call.',
        dueOn: plusDays(ctx.today, 28),
        contingency: 'Call in within a day, speak to the senior officer, ask the police to visit.',
      }),
    )
  }
  const goal = done(
    await addGoal(ctx, {
      ...{ personId, title: 'I want a place of my own where I can stay', suggestion: null, area: 'accommodation' },
      ...{ relatedAreas: ['finance'], targetOn: plusMonths(ctx.today, 6), remindOn: null, withheld: false, links: [] },
    }),
  )
  done(
    await addStep(ctx, {
      ...{ personId, goalId: goal.id, body: 'Register with the council and bring the letter', suggestion: null },
      ...{ actor: 'person', actorName: '', withheld: false },
    }),
  )
  if (one.plan === 'agreed') {
    const notes = 'Talked through at the second appointment.'
    done(await agreePlan(ctx, { personId, planType: 'initial', answer: 'agree', reason: '', notes }))
  }
}
