import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Assessing,
  acted,
  assessingServices,
  recordedPerson,
  started,
  valueIn,
} from '../../../../test/support/assessed-people.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { confirmAnswers } from '../commands/confirm-answers.ts'
import { saveAnswers } from '../commands/save-answers.ts'
import { answersOf } from './answers-of.ts'
import { latestAssessedFacts } from './latest-assessed-facts.ts'

let on: Assessing
beforeAll(async () => {
  on = assessingServices(await testDatabase())
})
afterAll(dropAll)

const facts = (personId: string) => on.as(ctx => latestAssessedFacts(ctx.tx, [personId], ctx.today))
const save = (personId: string, assessmentId: string, section: string, answers: Record<string, string>, seen = {}) =>
  on.as(async ctx => valueIn(await saveAnswers(ctx, { personId, assessmentId, section, answers, seen })))

test('nobody was assessed: there are no facts; an open assessment counts until one is signed', async () => {
  const { personId } = await recordedPerson(on)
  expect(await facts(personId)).toBeNull()
  const { id } = await started(on, personId)
  await save(personId, id, '9', { '9.1': '2' })
  expect(await facts(personId)).toMatchObject({
    assessmentId: id,
    signedOn: null,
    state: 'OPEN',
    harm: { levels: null },
  })
  await acted(on, personId, id, 'signed')
  const next = await started(on, personId)
  await save(personId, next.id, '9', { '9.1': '0' }, { '9.1': 1 })
  const signed = await facts(personId)
  expect(signed).toMatchObject({ assessmentId: id, signedOn: '2026-11-21' })
  expect(signed?.answers.get('9.1')).toBe('2')
})

test('a screening signed later does not hide what the full assessment said', async () => {
  on.at('2026-03-02')
  const { personId } = await recordedPerson(on)
  const full = await started(on, personId)
  await save(personId, full.id, '9', { '9.1': '2', '9.2': '2', '9.3': '2', '9.5': '2' })
  await acted(on, personId, full.id, 'signed')
  on.at('2026-06-01')
  const screening = await started(on, personId, { layer: 'L1' })
  await save(personId, screening.id, '1', { '1.32': '7' })
  await acted(on, personId, screening.id, 'signed')
  const said = await facts(personId)
  expect(said).toMatchObject({ assessmentId: screening.id, layer: 'L1', signedOn: '2026-06-01' })
  expect(said?.needs.find(need => need.area === 'alcohol')).toMatchObject({ score: 8, level: 'severe' })
  expect(said?.sources.get('9.3')).toMatchObject({ assessmentId: full.id, on: '2026-03-02' })
  expect(said?.answers.get('1.32')).toBe('7')
  on.at('2026-11-21')
})

test('a risk-critical group is confirmed as it was looked at, and a changed answer must be looked at again', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId)
  await save(personId, first.id, 'ROSH', { 'R3.1': 'YES', 'R3.2': 'NO' })
  await acted(on, personId, first.id, 'signed')
  const { id: assessmentId } = await started(on, personId)
  const confirm = (seen: Record<string, number>) =>
    on.as(ctx => confirmAnswers(ctx, { personId, assessmentId, group: 'risks-to-self', seen }))
  const held = () => on.as(ctx => answersOf(ctx.tx, [personId], assessmentId))
  const versions = { 'R3.1': 1, 'R3.2': 1 }
  await save(personId, assessmentId, 'ROSH', { 'R3.1': 'NO' }, versions)
  await expect(confirm(versions)).rejects.toThrow('changed since you looked')
  expect(await confirm({ ...versions, 'R3.1': 2 })).toMatchObject({ ok: true, value: { confirmed: ['R3.2'] } })
  expect((await held()).get('R3.2')).toMatchObject({ confirmedBy: 'imo.farrow', carriedFrom: '2026-11-21' })
  expect((await held()).get('R3.1')).toMatchObject({ value: 'NO', carriedFrom: null, confirmedAt: null })
  await expect(
    on.as(ctx => confirmAnswers(ctx, { personId, assessmentId, group: 'nothing', seen: {} })),
  ).rejects.toThrow('nothing of that kind')
})
