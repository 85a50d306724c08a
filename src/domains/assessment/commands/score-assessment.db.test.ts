import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { asAssessor, giveAnswer, personToScore, scoringServices } from '../../../../test/support/scored-people.ts'
import type { Context, Services } from '../../../platform/context/index.ts'
import { latestScores, scoresOf } from '../queries/scores-of.ts'
import { scoreAssessment } from './score-assessment.ts'

let services: Services
const as = <T>(work: (ctx: Context) => Promise<T>) => asAssessor(services, work)
const somebody = (...given: Parameters<typeof personToScore> extends [unknown, ...infer More] ? More : never) =>
  personToScore(services, ...given)

beforeAll(async () => {
  services = scoringServices(await testDatabase())
})
afterAll(dropAll)

test('scores come from the record and the answers, each input with where it came from', async () => {
  const { personId, assessmentId } = await somebody()
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
  const { personId, assessmentId } = await somebody()
  const score = () => as(ctx => scoreAssessment(ctx, { personId, assessmentId }))
  const first = await score()
  expect(await score()).toEqual({ changed: false, setId: first.setId })
  await as(ctx => giveAnswer(ctx, personId, assessmentId, '1.32', '40'))
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
