import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Assessing,
  acted,
  assessingServices,
  limited,
  practitioner,
  recordedPerson,
  started,
  valueIn,
} from '../../../../test/support/assessed-people.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { newId } from '../../../platform/store/index.ts'
import { answersOf } from '../queries/answers-of.ts'
import { assessmentOf, assessmentsOf, openAssessmentOf } from '../queries/assessments-of.ts'
import { frozenPlans } from '../queries/plan-of.ts'
import { saveAnswers } from './save-answers.ts'
import { type StartAssessment, startAssessment } from './start-assessment.ts'

let on: Assessing
beforeAll(async () => {
  on = assessingServices(await testDatabase())
})
afterAll(dropAll)

const start = (personId: string, more: Partial<StartAssessment> = {}) =>
  on.as(ctx => startAssessment(ctx, { personId, layer: 'L3', purpose: 'review', periodId: null, ...more }))
const save = (personId: string, assessmentId: string, section: string, answers: Record<string, string>, seen = {}) =>
  on.as(async ctx => valueIn(await saveAnswers(ctx, { personId, assessmentId, section, answers, seen })))
const answersIn = (personId: string, id: string) => on.as(ctx => answersOf(ctx.tx, [personId], id))

test('an assessment is opened once: a second asks whether to go on or to lock the first', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId)
  expect(first).toMatchObject({ continued: false, carried: 0 })
  expect((await on.as(ctx => openAssessmentOf(ctx.tx, [personId])))?.id).toBe(first.id)

  expect(await start(personId)).toMatchObject({ ok: false, problems: [{ code: 'open-already' }] })
  expect(await start(personId, { continueOrLock: 'continue' })).toMatchObject({
    ok: true,
    value: { id: first.id, continued: true },
  })
  const second = valueIn(await start(personId, { continueOrLock: 'lock' }))
  expect(second.id).not.toBe(first.id)
  const all = await on.as(ctx => assessmentsOf(ctx.tx, [personId]))
  expect(all.map(one => [one.id, one.acts.map(act => act.kind)])).toEqual([
    [second.id, []],
    [first.id, ['locked-incomplete']],
  ])
})

test('one that waits for a countersignature is named as such', async () => {
  const { personId } = await recordedPerson(on)
  const { id } = await started(on, personId)
  await acted(on, personId, id, 'signed', { needed: 1 })
  const asked = await start(personId)
  expect(asked).toMatchObject({ ok: false, problems: [{ code: 'awaiting-countersignature' }] })
  expect(!asked.ok && asked.problems[0]?.text).toContain('awaiting countersignature')
})

test('the same period carries full answers forward without asking, past a shallower assessment between', async () => {
  on.at('2026-03-02')
  const { personId } = await recordedPerson(on)
  const full = await started(on, personId)
  await save(personId, full.id, '3', { '3.3': 'NO', '3.4': '1', '3.97': 'Lodges with a friend.' })
  await save(personId, full.id, '1', { '1.32': '4' })
  await acted(on, personId, full.id, 'signed')
  on.at('2026-06-01')
  const screening = await started(on, personId, { layer: 'L1' })
  await save(personId, screening.id, '1', { '1.32': '5' }, { '1.32': 1 })
  await acted(on, personId, screening.id, 'signed')
  on.at('2026-11-21')
  const next = await started(on, personId)
  const held = await answersIn(personId, next.id)
  expect(held.get('3.97')).toMatchObject({
    value: 'Lodges with a friend.',
    carriedFrom: '2026-03-02',
    confirmedAt: null,
  })
  expect(held.get('1.32')).toMatchObject({ value: '5', carriedFrom: '2026-06-01', answeredBy: 'imo.farrow' })
  expect(next.carried).toBe(4)
})

test('a new period asks first, and begins empty or with the earlier answers as told', async () => {
  const { personId } = await recordedPerson(on)
  const [before, now] = [newId(), newId()]
  const old = await started(on, personId, { periodId: before })
  await save(personId, old.id, '9', { '9.1': '2' })
  await acted(on, personId, old.id, 'signed')
  expect(await start(personId, { periodId: now })).toMatchObject({ ok: false, problems: [{ code: 'earlier-period' }] })
  const empty = valueIn(await start(personId, { periodId: now, cloneHistoric: false }))
  expect((await answersIn(personId, empty.id)).size).toBe(0)
  const cloned = valueIn(await start(personId, { periodId: newId(), cloneHistoric: true, continueOrLock: 'lock' }))
  expect((await answersIn(personId, cloned.id)).get('9.1')?.value).toBe('2')
})

test('an assessment with strengths after a completed one never asks', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId, { layer: 'L3.2', periodId: newId() })
  await save(personId, first.id, 'S-accommodation', { '3.3': 'YES' })
  await acted(on, personId, first.id, 'signed')
  const second = valueIn(await start(personId, { layer: 'L3.2', periodId: newId() }))
  expect((await answersIn(personId, second.id)).get('3.3')?.value).toBe('YES')
})

test('of one locked unfinished only validated sections are taken, and the others are named', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId)
  const whole = { '9.1': '0', '9.2': '0', '9.3': '1', '9.5': '0', '9.99': 'NO' }
  await save(personId, first.id, '9', whole)
  await save(personId, first.id, '3', { '3.3': 'NO' })
  const second = valueIn(await start(personId, { continueOrLock: 'lock' }))
  const held = await answersIn(personId, second.id)
  expect([...held.keys()].sort()).toEqual(Object.keys(whole).sort())
  expect(second.unfinished).toEqual(['3'])
  const inHand = await on.as(ctx => openAssessmentOf(ctx.tx, [personId]))
  expect(inHand?.opensAt).toEqual([{ section: '3', because: 'It was not finished in the assessment that was locked' }])
})

test('locking the one that waits releases its place in the queue and locks its plan, with who did it and why', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId)
  await acted(on, personId, first.id, 'signed', { needed: 1 })
  await on.as(ctx =>
    ctx.tx.run(
      `INSERT INTO assessment.awaiting_countersign (person_id, assessment_id, countersigner, since, signed_by,
         signed_by_name, region_code, team_code)
       VALUES ($1, $2, 'senior', $3, 'imo.farrow', 'Imo Farrow', 'J', 'J1T001')`,
      [personId, first.id, ctx.now],
    ),
  )
  expect(await start(personId, {})).toMatchObject({ problems: [{ code: 'awaiting-countersignature' }] })
  const second = valueIn(await start(personId, { continueOrLock: 'lock' }))
  const now = await on.as(async ctx => ({
    open: await openAssessmentOf(ctx.tx, [personId]),
    locked: (await assessmentOf(ctx.tx, [personId], first.id))!,
    waiting: await ctx.tx.rows('SELECT 1 FROM assessment.awaiting_countersign WHERE person_id = $1', [personId]),
    plans: await frozenPlans(ctx.tx, [personId]),
  }))
  expect(now.open?.id).toBe(second.id)
  expect(now.locked.acts.at(-1)).toMatchObject({ kind: 'locked-incomplete', comment: 'Another assessment was started' })
  expect(now.waiting).toEqual([])
  expect(now.plans).toMatchObject([{ assessmentId: first.id }])
})

test('a purpose has its layers, and a fast review needs a full assessment without strengths', async () => {
  const { personId } = await recordedPerson(on)
  const code = async (more: Partial<StartAssessment>) => {
    const done = await start(personId, more)
    return done.ok ? 'started' : done.problems[0]?.code
  }
  expect(await code({ purpose: 'nothing' })).toBe('purpose-unknown')
  expect(await code({ purpose: 'review', layer: 'CSRP' })).toBe('layer-not-for-purpose')
  expect(await code({ purpose: 'fast-review', layer: 'FAST' })).toBe('nothing-to-review')
  const strengths = await started(on, personId, { layer: 'L3.2' })
  await acted(on, personId, strengths.id, 'signed')
  expect(await code({ purpose: 'fast-review', layer: 'FAST' })).toBe('nothing-to-review')
  const full = await started(on, personId)
  await acted(on, personId, full.id, 'signed')
  expect(await code({ purpose: 'fast-review', layer: 'FAST' })).toBe('started')
})

test('only assessors open one, and who may not see the person cannot', async () => {
  const { personId } = await recordedPerson(on)
  const input = { personId, layer: 'L3', purpose: 'review', periodId: null } as const
  const reader = { ...practitioner, username: 'sylvia', roles: ['programmes'] as const }
  await expect(on.as(ctx => startAssessment(ctx, input), reader)).rejects.toThrow('Your role does not let you')
  await limited(on, personId)
  await expect(on.as(ctx => startAssessment(ctx, input))).rejects.toThrow()
})
