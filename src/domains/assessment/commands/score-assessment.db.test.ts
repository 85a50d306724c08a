import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { permissionTable } from '../../../platform/access/index.ts'
import { instant } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { addProvisionalPerson, limitsOf, openRecord, permissions as person } from '../../person/index.ts'
import { facts, user } from '../../person/test-people.ts'
import { recordOrder, permissions as sentence } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { latestScores, scoresOf } from '../queries/scores-of.ts'
import type { AnswerValue } from '../questions/question.ts'
import { scoreAssessment } from './score-assessment.ts'

let services: Services
const maker = user('maker', ['practitioner', 'case-admin', 'court'], { regionCode: 'J', teamCode: 'J1T001' })
const as = <T>(work: (ctx: Context) => Promise<T>, viewer = maker) =>
  inContext(services, { viewer, requestId: 'test', channel: 'test' }, work)

beforeAll(async () => {
  const db = await testDatabase()
  services = {
    db,
    permissions: permissionTable(person, sentence, permissions),
    clock: () => ({ now: instant('2026-11-22T09:00:00.000Z'), today: '2026-11-22' }),
    limitsOf,
    reactions: new Map(),
  }
})
afterAll(dropAll)

async function somebody(change: Parameters<typeof facts>[0] = {}, answers: Readonly<Record<string, AnswerValue>> = {}) {
  return as(async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ dateOfBirth: '1990-01-16', ...change }))
    const { crn } = await openRecord(ctx, personId, 'staff')
    const order = await recordOrder(ctx, {
      personId,
      dateOfBirth: '1990-01-16',
      source: { kind: 'staff', id: newId() },
      courtCode: 'B10JQ',
      convictedOn: '2026-06-10',
      offences: [{ code: 'TH68010', title: 'Theft from a shop' }],
      disposal: { family: 'community-order', typeCode: '340', sentencedOn: '2026-06-19', length: { months: 12 } },
      requirements: [{ kind: 'rehabilitation-activity', length: { amount: 20, unit: 'days' } }],
    })
    if (!order.ok) throw new Error(JSON.stringify(order.problems))
    const assessmentId = newId()
    await ctx.tx.run(
      `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
         opened_by_name) VALUES ($1, $2, 'L3', 'review', '1', $3, $4, 'maker', 'Maker')`,
      [personId, assessmentId, ctx.today, ctx.now],
    )
    for (const [question, value] of Object.entries(answers)) {
      await answer(ctx, personId, assessmentId, question, value)
    }
    return { personId, crn, assessmentId }
  })
}

async function answer(ctx: Context, personId: string, assessmentId: string, question: string, value: AnswerValue) {
  await ctx.tx.run(
    `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, answered_at,
       answered_by, carried_from) VALUES ($1, $2, $3, $4, '1', 'practitioner', $5, 'maker', '2026-01-05')
     ON CONFLICT (person_id, assessment_id, question) DO UPDATE SET value = excluded.value`,
    [personId, assessmentId, question, JSON.stringify(value), ctx.now],
  )
}

test('scores come from the record and the answers, each input with where it came from', async () => {
  const { personId, assessmentId } = await somebody({}, { '1.8': '17', '1.32': '4', '1.40': '1', '1.30': 'NO' })
  const made = await as(ctx => scoreAssessment(ctx, { personId, assessmentId }))
  expect(made.changed).toBe(true)
  const stored = await as(ctx => latestScores(ctx.tx, [personId]))
  const input = (name: string) => stored?.inputs.find(one => one.name === name)
  expect(input('offenceCode')).toMatchObject({ value: '04600', origin: { where: 'Sentence of 19 June 2026' } })
  expect(input('totalSanctions')).toMatchObject({ value: 4, origin: { from: 'answer', carriedFrom: '2026-01-05' } })
  expect(input('q9_1')).toMatchObject({ value: null, question: '9.1', section: '9', origin: null })
  const arp = stored?.generationTwo.filter(one => one.predictor === 'ARP')
  expect(arp).toMatchObject([
    { basis: 'static', outcome: 'scored' },
    { basis: 'dynamic', outcome: 'no-score', why: 'missing' },
  ])
  expect(stored?.generationOne.find(one => one.predictor === 'OGRS3')).toMatchObject({ outcome: 'scored' })
})

test('scoring again writes only when a result or an input changed, and never over what was', async () => {
  const { personId, assessmentId } = await somebody({}, { '1.8': '17', '1.32': '4', '1.40': '1', '1.30': 'NO' })
  const score = () => as(ctx => scoreAssessment(ctx, { personId, assessmentId }))
  const first = await score()
  expect(await score()).toEqual({ changed: false, setId: first.setId })
  await as(ctx => answer(ctx, personId, assessmentId, '1.32', '40'))
  expect((await score()).changed).toBe(true)
  const all = await as(ctx => scoresOf(ctx.tx, [personId]))
  expect(all).toHaveLength(2)
  expect(all[1]?.id).toBe(first.setId)
  const inForce = await as(ctx =>
    ctx.tx.rows('SELECT set_id AS id FROM assessment.score_in_force WHERE person_id = $1', [personId]),
  )
  expect(inForce).toEqual([{ id: all[0]?.id }])
})

test('dates that contradict are counted, and give no score rather than a low one', async () => {
  const { personId } = await somebody({ dateOfBirth: '2026-08-01' }, { '1.8': '17', '1.32': '4', '1.30': 'NO' })
  await as(ctx => scoreAssessment(ctx, { personId, assessmentId: null }))
  const row = await as(ctx =>
    ctx.tx.one<{ wrong: number; ogrs3: string | null }>(
      'SELECT wrong, ogrs3 FROM assessment.score_in_force WHERE person_id = $1',
      [personId],
    ),
  )
  expect(row.wrong).toBeGreaterThan(0)
  expect(row.ogrs3).toBeNull()
})

test('a person whose sex is not specified is not calculable, and says so', async () => {
  const { personId } = await somebody({ sex: 'not-specified' })
  await as(ctx => scoreAssessment(ctx, { personId, assessmentId: null }))
  const stored = await as(ctx => latestScores(ctx.tx, [personId]))
  expect(stored?.generationTwo.find(one => one.predictor === 'CSRP')).toMatchObject({
    outcome: 'no-score',
    why: 'not-calculable',
    band: null,
  })
})
