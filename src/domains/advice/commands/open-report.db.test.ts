import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessmentOnRecord } from '../../../../test/support/assessment-on-record.ts'
import { type Reported, type ReportWeb, reportWeb } from '../../../../test/support/report-web.ts'
import { newId } from '../../../platform/store/index.ts'
import type { StoredFact } from '../report-model.ts'
import { factsOf, textsOf } from '../store/report-store.ts'
import { openReport, refreshReport } from './open-report.ts'

let web: ReportWeb
beforeAll(async () => {
  web = await reportWeb()
})
afterAll(() => web.close())

const assessed = (at: Reported, given: Parameters<typeof assessmentOnRecord>[2]) =>
  web.as(ctx => assessmentOnRecord(ctx, at.personId, given))

const levels = {
  ...{ 'R5.1': 'YES', 'SUM6.1.1': 'LOW', 'SUM6.2.1': 'MEDIUM', 'SUM6.3.1': 'HIGH', 'SUM6.4.1': 'LOW' },
  ...{ SUM1: 'Known adults, first of all.', SUM2: 'Told by a neighbour.' },
}
const needs = { '9.1': '2', '9.2': '2', '9.3': '2', '9.5': '2', '9.98': 'YES' }

async function opened(at: Reported) {
  return await web.as(async ctx => {
    const { id } = await web.must(openReport(ctx, { ...at, depth: 'STANDARD' }))
    return { texts: await textsOf(ctx.tx, at.personId, id), facts: await factsOf(ctx.tx, at.personId, id) }
  })
}
const fact = (facts: readonly StoredFact[], label: string) => facts.find(one => one.label === label)

test('a countersigned full assessment fills in its levels, needs and texts, each with source and day', async () => {
  const at = await web.requested()
  await assessed(at, {
    layer: 'L3',
    answers: { ...levels, ...needs, RM28: ['RM28.0.9'] },
    acts: ['signed', 'countersigned'],
    thirdParty: ['SUM2'],
  })
  const { texts, facts } = await opened(at)
  expect(texts.get('riskToChildren')).toMatchObject({ value: 'LOW', source: 'pre-fill' })
  expect(texts.get('riskToPublic')?.value).toBe('MEDIUM')
  expect(texts.get('riskToKnownAdults')?.value).toBe('HIGH')
  expect(texts.get('riskToStaff')?.value).toBe('LOW')
  expect(texts.get('issues')?.value).toEqual(['substance-use'])
  expect(texts.get('riskAndHarmFactors')?.value).toContain('Known adults, first of all.')
  expect(texts.get('riskAndHarmFactors')?.value).not.toContain('neighbour')
  expect(JSON.stringify(facts)).not.toContain('neighbour')
  const today = await web.as(async ctx => ctx.today)
  for (const label of ['Risk of serious harm to known adults', 'Alcohol', 'Harm factor']) {
    expect(fact(facts, label)).toMatchObject({ source: 'Assessment', asAt: today })
  }
  expect(fact(facts, 'Alcohol')?.text).toBe('a severe need, linked to serious harm')
  expect(facts.map(one => one.text).join(' ')).not.toContain('No full analysis')
})

test('without a full analysis the report says that none was made, and no level', async () => {
  const at = await web.requested()
  await assessed(at, { layer: 'L1', answers: { '1.32': '4' }, acts: ['signed', 'countersigned'] })
  const { texts, facts } = await opened(at)
  for (const field of ['riskToChildren', 'riskToPublic', 'riskToKnownAdults', 'riskToStaff']) {
    expect(texts.get(field)?.value).toBe('NOT_ANALYSED')
  }
  expect(fact(facts, 'Risk of serious harm')?.text).toBe('No full analysis was made, so there is no level')
})

test('an assessment that is not signed fills in nothing; once signed its levels come in with a refresh', async () => {
  const at = await web.requested()
  await assessed(at, { layer: 'L3', answers: { ...levels, ...needs }, acts: [] })
  const { texts, facts } = await opened(at)
  expect(texts.has('riskToChildren')).toBe(false)
  expect(texts.has('issues')).toBe(false)
  expect(fact(facts, 'Risk of serious harm')?.text).toContain('not signed yet')
  await web.as(async ctx => {
    await ctx.tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name)
       SELECT person_id, $2, id, 'signed', $3, 'test', 'Test' FROM assessment.assessment WHERE person_id = $1`,
      [at.personId, newId(), ctx.now],
    )
    await web.must(refreshReport(ctx, at))
  })
  expect((await opened(at)).texts.get('riskToKnownAdults')?.value).toBe('HIGH')
})
