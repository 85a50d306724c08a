import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonWeb, sendForm } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'
import { inContext } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { drawForQuality } from '../commands/check-quality.ts'
import { questionSet } from '../questions/question-set.ts'
import { trendByTeam } from './quality.page.tsx'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

test('a flagged assessment is checked, scored, and its feedback reaches the assessor, who marks it read', async () => {
  const { personId, crn } = await pages.record({})
  const assessmentId = newId()
  await inContext(pages.web.services, { viewer: pages.maker, requestId: 'test', channel: 'test' }, async ctx => {
    await ctx.tx.run(
      `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
         opened_by_name, region_code, team_code)
       VALUES ($1, $2, 'L3', 'review', $3, $4, $5, 'fay.fielding', 'Fay', 'J', 'J1T001')`,
      [personId, assessmentId, questionSet(ctx.today).version, ctx.today, ctx.now],
    )
    const draw = () => drawForQuality(ctx, { personId, assessmentId, flags: ['sanctions-unusual'] })
    expect(await draw()).toBe('flagged')
    await draw()
    const rows = await ctx.tx.rows('SELECT 1 FROM assessment.quality_sample WHERE person_id = $1', [personId])
    expect(rows).toHaveLength(1)
  })
  const manager = await pages.staff('sam.senior', 'team-manager')
  const list = (await manager.get('/assessment-quality')).body
  expect(list).toContain(crn)
  expect(list).toContain('sanctions-unusual')
  expect(list).toContain('quality is not known')
  const url = /href="(\/assessment-quality\/check\?sample=[^"]+)"/.exec(list)?.[1] ?? ''
  const sample = url.split('=')[1]!
  const question = questionSet('2026-11-21')
    .sections.filter(one => one.kind === 'quality')
    .flatMap(one => one.questions)
    .find(one => one.weight !== null)!
  const best = question.options.find(option => option.score === 4)!.code
  const form = { intent: 'save', sample, [question.code]: best, finish: 'yes' }
  expect((await sendForm(manager, url, { ...form, feedback: '' })).body).toContain('Enter feedback')
  expect((await sendForm(manager, url, { ...form, feedback: 'Clear analysis' })).statusCode).toBe(303)
  expect((await manager.get('/assessment-quality')).body).toContain('100%')
  const assessor = await pages.staff('fay.fielding', 'practitioner')
  expect((await assessor.get('/assessment-quality/feedback')).body).toContain('Clear analysis')
  await sendForm(assessor, '/assessment-quality/feedback', { intent: 'read', sample })
  expect((await assessor.get('/assessment-quality/feedback')).body).toContain('no feedback you have not read')
  expect((await assessor.get('/assessment-quality')).statusCode).toBe(403)
})

test('a team without a finished check has no score, which is not a score of zero', () => {
  const samples = [
    { teamCode: 'A', percent: 80 },
    { teamCode: 'A', percent: 71 },
    { teamCode: 'A', percent: null },
    { teamCode: 'B', percent: null },
  ]
  expect(trendByTeam(samples)).toEqual([{ team: 'A', checked: 2, percent: 75.5 }])
})
