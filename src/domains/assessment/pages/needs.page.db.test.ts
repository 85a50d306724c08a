import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonWeb } from '../../../../test/support/person-pages-for-tests.ts'
import { planWeb } from '../../../../test/support/plan-for-tests.ts'
import { inContext } from '../../../platform/context/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { recordNeedLevels, takeBackNeedLevels } from '../commands/record-need-levels.ts'
import { questionSet } from '../questions/question-set.ts'

let pages: PersonWeb

beforeAll(async () => {
  pages = await planWeb()
})
afterAll(() => pages.close())

const work = { requestId: 'test', channel: 'test' } as const

async function signed(personId: string, answers: Readonly<Record<string, string>>): Promise<string> {
  const assessmentId = newId()
  await inContext(pages.web.services, { viewer: pages.maker, ...work }, async ctx => {
    const set = questionSet(ctx.today).version
    await ctx.tx.run(
      `INSERT INTO assessment.assessment (person_id, id, layer, purpose, question_set, assessed_on, opened_at, opened_by,
         opened_by_name, region_code, team_code)
       VALUES ($1, $2, 'L3', 'review', $3, $4, $5, 'maker', 'Maker', 'J', 'J1T001')`,
      [personId, assessmentId, set, ctx.today, ctx.now],
    )
    for (const [question, value] of Object.entries(answers)) {
      await ctx.tx.run(
        `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, answered_at,
           answered_by)
         VALUES ($1, $2, $3, $4, $5, 'practitioner', $6, 'maker')`,
        [personId, assessmentId, question, JSON.stringify(value), set, ctx.now],
      )
    }
    await recordNeedLevels(ctx, { personId, assessmentId })
  })
  return assessmentId
}

test('needs of signed assessments are counted by area, and each number opens its list', async () => {
  const { personId, crn } = await pages.record({})
  const set = questionSet('2026-11-21')
  const section = set.sections.find(one => one.kind === 'need' && one.area === 'alcohol')!
  const worst = section.questions
    .filter(question => question.scored)
    .map(({ code, options }) => [code, options.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))[0]!.code])
  const assessmentId = await signed(personId, Object.fromEntries(worst))
  const manager = await pages.staff('sam.senior', 'team-manager')
  const all = (await manager.get('/needs')).body
  expect(all).toContain('1 person with an assessment')
  expect(all).toContain('area=alcohol&amp;level=severe')
  expect((await manager.get('/needs?area=alcohol&level=severe')).body).toContain(crn)
  expect((await manager.get('/needs?area=finance&level=not-known')).body).toContain('No score')
  expect((await manager.get('/needs?team=J1T002')).body).toContain('0 people')
  expect((await manager.get(`/case/${crn}/needs`)).body).toContain('A severe need')
  const officer = await pages.staff('fay.fielding', 'practitioner')
  expect((await officer.get('/needs')).statusCode).toBe(403)
  await inContext(pages.web.services, { viewer: pages.maker, ...work }, ctx =>
    takeBackNeedLevels(ctx, { personId, assessmentId }),
  )
  expect((await manager.get('/needs')).body).toContain('0 people')
})
