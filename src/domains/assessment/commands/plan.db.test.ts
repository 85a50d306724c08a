import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { anyPerson, planServices, user } from '../../../../test/support/plan-for-tests.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { recordOrder } from '../../sentence/index.ts'
import { frozenPlans, planDays, planHash, planOf, planOnDay } from '../queries/plan-of.ts'
import { riskActionsOf } from '../queries/risk-actions-of.ts'
import { agreePlan, notePlanProgress } from './agree-plan.ts'
import { addGoal, changeGoal, deleteGoal, type GoalToSave, moveGoal } from './change-goal.ts'
import { addStep, deleteStep, recordStepStatuses } from './change-step.ts'
import { markComplianceOnly } from './cover-requirement.ts'
import { achieveGoal, readdGoal, removeGoal } from './end-goal.ts'
import { freezePlan, thawPlan } from './freeze-plan.ts'
import { addRiskAction, changeRiskAction, endRiskAction } from './plan-risk-action.ts'

let services: Services
let personId: string
const officer = user('fay.fielding', ['practitioner'])

beforeAll(async () => {
  services = planServices(await testDatabase())
})
afterAll(dropAll)

const as = <T>(work: (ctx: Context) => Promise<T>, viewer = officer) =>
  inContext(services, { viewer, requestId: 'test', channel: 'test' }, work)
const somebody = () => anyPerson(services)
const plan = (id = personId) => as(ctx => planOf(ctx.tx, [id]))
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.problems ?? []).map(problem => problem.code)

const goal = (change: Partial<GoalToSave> = {}): GoalToSave => ({
  personId,
  title: 'I will find a quiet place to live',
  suggestion: null,
  area: 'accommodation',
  relatedAreas: [],
  targetOn: '2027-02-21',
  remindOn: null,
  withheld: false,
  links: [],
  ...change,
})

async function added(change: Partial<GoalToSave> = {}): Promise<string> {
  const done = await as(ctx => addGoal(ctx, goal(change)))
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.value.id
}

const step = { suggestion: null, actor: 'person', actorName: '', withheld: false }
const answer = { planType: 'initial', reason: '', notes: '' }

test('a plan is agreed once it has an active goal and every active goal a step', async () => {
  personId = await somebody()
  const future = await added({ targetOn: null })
  const agree = () => as(ctx => agreePlan(ctx, { personId, ...answer, answer: 'agree' }))
  expect(codes(await agree())).toEqual(['no-active-goal'])
  const goalId = await added({ relatedAreas: ['finance', 'accommodation', 'nonsense'] })
  expect(codes(await agree())).toEqual(['goal-without-step'])
  await as(ctx => addStep(ctx, { personId, goalId, body: 'I will ask the council', ...step }))
  expect((await agree()).ok).toBe(true)
  const now = await plan()
  expect(now).toMatchObject({ agreement: 'agreed', changedSinceAgreed: false })
  expect(now.goals.map(one => [one.state, one.relatedAreas])).toEqual([
    ['future', []],
    ['active', ['finance']],
  ])
  expect(codes(await as(ctx => deleteGoal(ctx, { personId, goalId: future })))).toEqual(['agreed-before'])
  await as(ctx => notePlanProgress(ctx, { personId, body: 'It goes well', supportNeeded: 'no' }))
  expect((await plan()).changedSinceAgreed).toBe(false)
  await as(ctx => addStep(ctx, { personId, goalId, body: 'I will view two rooms', ...step }))
  expect((await plan()).changedSinceAgreed).toBe(true)
})

test('not agreeing and not being able to answer need a reason; the second asks again', async () => {
  personId = await somebody()
  const goalId = await added()
  await as(ctx => addStep(ctx, { personId, goalId, body: 'I will ask the council', ...step }))
  const say = (said: string, reason: string) => as(ctx => agreePlan(ctx, { personId, ...answer, answer: said, reason }))
  expect(codes(await say('do-not-agree', ' '))).toEqual(['missing'])
  expect(codes(await say('could-not-answer', ''))).toEqual(['missing'])
  expect(codes(await say('perhaps', ''))).toEqual(['missing'])
  expect((await say('could-not-answer', 'Too unwell today')).ok).toBe(true)
  expect((await plan()).agreement).toBe('could-not-answer')
  expect((await say('agree', '')).ok).toBe(true)
  expect((await plan()).agreement).toBe('updated-agreed')
})

test('a goal is achieved, removed with a reason, and added again', async () => {
  personId = await somebody()
  const goalId = await added()
  const stepId = await as(async ctx => {
    const done = await addStep(ctx, { personId, goalId, body: 'I will ask <the council> & wait', ...step })
    return done.ok ? done.value.id : ''
  })
  const move = (status: string) =>
    as(ctx => recordStepStatuses(ctx, { personId, goalId, statuses: { [stepId]: status }, note: 'Rang them' }))
  expect(codes(await move('finished'))).toEqual(['status-unknown'])
  expect((await move('completed')).ok).toBe(true)
  expect((await plan()).goals[0]).toMatchObject({
    offersAchieved: true,
    notes: [{ kind: 'progress', body: 'Rang them' }],
  })
  expect(codes(await as(ctx => removeGoal(ctx, { personId, goalId, note: '' })))).toEqual(['missing'])
  expect((await as(ctx => achieveGoal(ctx, { personId, goalId, note: 'A friend helped' }))).ok).toBe(true)
  expect((await plan()).goals[0]).toMatchObject({ state: 'achieved', offersAchieved: false })
  expect(codes(await as(ctx => addStep(ctx, { personId, goalId, body: 'More', ...step })))).toEqual(['goal-ended'])
  const again = await as(ctx => readdGoal(ctx, { personId, goalId, targetOn: null, note: 'Lost the room' }))
  expect(again.ok).toBe(true)
  expect((await plan()).goals[0]?.state).toBe('future')
  expect((await as(ctx => removeGoal(ctx, { personId, goalId, note: 'Moved in with family' }))).ok).toBe(true)
  expect((await plan()).goals[0]?.state).toBe('removed')
})

test('a goal keeps its words up to the longest text, and its target is today or later', async () => {
  personId = await somebody()
  expect(codes(await as(ctx => addGoal(ctx, goal({ title: 'a'.repeat(4001) }))))).toEqual(['too-long'])
  expect(codes(await as(ctx => addGoal(ctx, goal({ title: '  ', area: 'weather' }))))).toEqual(['missing', 'missing'])
  expect(codes(await as(ctx => addGoal(ctx, goal({ targetOn: '2026-11-20' }))))).toEqual(['day-past'])
  const goalId = await added({ title: 'b'.repeat(4000), targetOn: '2026-11-21' })
  const change = (version: number, title: string) =>
    as(ctx => changeGoal(ctx, { ...goal({ title, targetOn: '2026-11-21' }), goalId, version }))
  expect((await change(1, 'I will rest')).ok).toBe(true)
  await expect(change(1, 'I will run')).rejects.toThrow(Conflict)
  expect((await plan()).goals[0]?.title).toBe('I will rest')
})

test('a suggestion is remembered only while its words stand', async () => {
  personId = await somebody()
  await added({ title: 'I will stop using drugs', suggestion: 'drugs.drug-free', area: 'drugs' })
  await added({ title: 'I will stop using spice', suggestion: 'drugs.drug-free', area: 'drugs' })
  expect((await plan()).goals.map(one => one.suggestion)).toEqual(['drugs.drug-free', null])
})

test('goals change places within their state; a goal of an unagreed plan can be deleted', async () => {
  personId = await somebody()
  const first = await added({ title: 'I will be first' })
  await added({ title: 'I will wait', targetOn: null })
  const second = await added({ title: 'I will be second' })
  await as(ctx => moveGoal(ctx, { personId, goalId: second, direction: 'up' }))
  const active = async () => (await plan()).goals.filter(one => one.state === 'active').map(one => one.id)
  expect(await active()).toEqual([second, first])
  await as(ctx => moveGoal(ctx, { personId, goalId: second, direction: 'up' }))
  expect(await active()).toEqual([second, first])
  await as(ctx => deleteGoal(ctx, { personId, goalId: first }))
  expect(await active()).toEqual([second])
  const done = await as(ctx => addStep(ctx, { personId, goalId: second, body: 'I will try', ...step }))
  await as(ctx => deleteStep(ctx, { personId, goalId: second, stepId: done.ok ? done.value.id : '' }))
  expect((await plan()).goals.find(one => one.id === second)?.steps).toEqual([])
})

test('the plan of an earlier day is kept as it stood at its end', async () => {
  personId = await somebody()
  const goalId = await added({ title: 'I will find a home' })
  const later: Services = { ...services, clock: () => ({ ...services.clock(), today: '2026-12-01' }) }
  await inContext(later, { viewer: officer, requestId: 'test', channel: 'test' }, ctx =>
    changeGoal(ctx, { ...goal({ title: 'I will keep a home' }), goalId, version: 1 }),
  )
  const days = await as(ctx => planDays(ctx.tx, [personId]))
  expect(days.map(({ day }) => day)).toEqual(['2026-12-01', '2026-11-21'])
  const on = (day: '2026-11-25' | '2026-11-01' | '2026-12-02') => as(ctx => planOnDay(ctx.tx, [personId], day))
  expect((await on('2026-11-25'))?.plan.goals[0]?.title).toBe('I will find a home')
  expect((await on('2026-12-02'))?.plan.goals[0]?.title).toBe('I will keep a home')
  expect(await on('2026-11-01')).toBeUndefined()
})

test('a plan locked with its assessment cannot change until the signing is taken back', async () => {
  personId = await somebody()
  await added()
  const assessmentId = newId()
  await as(async ctx => {
    await ctx.tx.run('INSERT INTO assessment.open_assessment (person_id, assessment_id) VALUES ($1, $2)', [
      personId,
      assessmentId,
    ])
    await freezePlan(ctx, { personId, assessmentId })
  })
  await expect(as(ctx => addGoal(ctx, goal()))).rejects.toThrow('countersignature')
  const [frozen] = await as(ctx => frozenPlans(ctx.tx, [personId]))
  expect(frozen).toMatchObject({ assessmentId, thawedAt: null })
  expect(planHash(frozen!.plan)).toBe(frozen!.hash)
  await as(ctx => thawPlan(ctx, { personId, assessmentId }))
  expect((await as(ctx => addGoal(ctx, goal()))).ok).toBe(true)
  await as(ctx => freezePlan(ctx, { personId, assessmentId }))
  const versions = await as(ctx => frozenPlans(ctx.tx, [personId]))
  expect(versions.map(version => [version.plan.goals.length, version.thawedAt === null])).toEqual([
    [2, true],
    [1, false],
  ])
})

test('a requirement is marked compliance only with a reason, and the mark can be taken off', async () => {
  personId = await somebody()
  const order = await as(
    ctx =>
      recordOrder(ctx, {
        ...{ personId, dateOfBirth: null, convictedOn: '2026-11-01', courtCode: null },
        source: { kind: 'staff', id: 'test' },
        offences: [{ code: null, title: 'Theft' }],
        disposal: { family: 'community-order', sentencedOn: '2026-11-01', length: { months: 12 } },
        requirements: [{ kind: 'curfew', length: { amount: 3, unit: 'months' } }],
      }),
    user('carl', ['case-admin']),
  )
  expect(order.ok).toBe(true)
  const { id: requirementId } = await as(ctx =>
    ctx.tx.one<{ id: string }>('SELECT id FROM sentence.requirement WHERE person_id = $1', [personId]),
  )
  const mark = (reason: string | null) => as(ctx => markComplianceOnly(ctx, { personId, requirementId, reason }))
  expect(codes(await mark(' '))).toEqual(['missing'])
  expect((await mark('A curfew is only kept to')).ok).toBe(true)
  expect((await plan()).complianceOnly).toMatchObject([{ requirementId, reason: 'A curfew is only kept to' }])
  await mark(null)
  expect((await plan()).complianceOnly).toEqual([])
  await expect(as(ctx => markComplianceOnly(ctx, { personId, requirementId: newId(), reason: 'x' }))).rejects.toThrow(
    'no such requirement',
  )
})

test('a risk action says who does what by when and what else, and ends once', async () => {
  personId = await somebody()
  const action = {
    ...{ personId, factors: ['RM28.0.1'], owner: 'Police liaison', what: 'Share the alert' },
    ...{ dueOn: '2026-12-01' as const, contingency: 'Ask for an urgent meeting' },
  }
  const wrong = await as(ctx => addRiskAction(ctx, { ...action, factors: [], owner: '', dueOn: '2026-11-01' }))
  expect(codes(wrong)).toEqual(['missing', 'missing', 'day-past'])
  const done = await as(ctx => addRiskAction(ctx, action))
  const actionId = done.ok ? done.value.id : ''
  await as(ctx => changeRiskAction(ctx, { ...action, what: 'Share the alert today', actionId, version: 1 }))
  const end = (kind: 'done' | 'withdrawn', reason: string) =>
    as(ctx => endRiskAction(ctx, { personId, actionId, as: kind, reason }))
  expect(codes(await end('withdrawn', ''))).toEqual(['missing'])
  expect((await end('done', '')).ok).toBe(true)
  await expect(end('done', '')).rejects.toThrow(Conflict)
  expect(await as(ctx => riskActionsOf(ctx.tx, [personId]))).toMatchObject([
    { what: 'Share the alert today', endedAs: 'done', version: 3 },
  ])
})

test('a role without the permission changes nothing', async () => {
  personId = await somebody()
  await expect(as(ctx => addGoal(ctx, goal()), user('ann', ['analyst']))).rejects.toThrow('does not let you')
  expect((await plan()).goals).toEqual([])
})
