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
import { Conflict } from '../../../platform/errors/index.ts'
import { answersOf } from '../queries/answers-of.ts'
import { type SaveAnswers, saveAnswers } from './save-answers.ts'

let on: Assessing
beforeAll(async () => {
  on = assessingServices(await testDatabase())
})
afterAll(dropAll)

async function opened() {
  const { personId } = await recordedPerson(on)
  const { id: assessmentId } = await started(on, personId)
  const send = (section: string, answers: SaveAnswers['answers'], more: Partial<SaveAnswers> = {}) =>
    on.as(ctx => saveAnswers(ctx, { personId, assessmentId, section, answers, seen: {}, ...more }))
  return {
    personId,
    assessmentId,
    send,
    save: async (...given: Parameters<typeof send>) => valueIn(await send(...given)),
    stored: () => on.as(ctx => answersOf(ctx.tx, [personId], assessmentId)),
    rows: <T>(sql: string) => on.as(ctx => ctx.tx.rows<T>(sql, [personId])),
  }
}

test('an answer is kept with who gave it, and what it said before is kept too', async () => {
  const { save, stored, rows } = await opened()
  const first = await save('3', { '3.4': '1', '3.97': 'Rents a room.\r\nStable.' })
  expect(first).toMatchObject({ changed: ['3.4', '3.97'], problems: [], seen: { '3.4': 1 } })
  await save('3', { '3.4': '2' }, { seen: first.seen })
  const held = await stored()
  expect(held.get('3.4')).toMatchObject({ value: '2', version: 2, source: 'practitioner', answeredBy: 'imo.farrow' })
  expect(held.get('3.97')).toMatchObject({ value: 'Rents a room.\nStable.', questionSet: '1' })
  expect(await rows('SELECT question, value, was_version FROM assessment.answer_change WHERE person_id = $1')).toEqual([
    { question: '3.4', value: '1', was_version: 1 },
  ])
})

test('two windows: what one did not touch gives way, what both changed is a conflict and neither is lost', async () => {
  const { save, stored } = await opened()
  const drawn = (await save('3', { '3.4': '1', '3.97': 'As it was.' })).seen
  const other = await save('3', { '3.4': '1', '3.97': 'Written in the other window.' }, { seen: drawn })
  expect(other.problems).toEqual([])

  const mine = await save('3', { '3.4': '2', '3.97': 'As it was.' }, { seen: drawn })
  expect(mine).toMatchObject({ changed: ['3.4'], conflicts: [] })
  expect((await stored()).get('3.97')?.value).toBe('Written in the other window.')

  const both = await save('3', { '3.97': 'Written in my window.' }, { seen: drawn })
  expect(both).toMatchObject({ changed: [], conflicts: ['3.97'], problems: [{ code: 'changed-meanwhile' }] })
  expect((await stored()).get('3.97')?.value).toBe('Written in the other window.')
  const chosen = await save('3', { '3.97': 'Written in my window.' }, { seen: { ...drawn, '3.97': 2 } })
  expect(chosen.changed).toEqual(['3.97'])
  // The same words typed in both windows are no conflict.
  expect((await save('3', { '3.97': 'Written in my window.' }, { seen: drawn })).problems).toEqual([])
})

test('a first answer given in two windows at once is a conflict too', async () => {
  const { save } = await opened()
  await save('9', { '9.1': '0' })
  expect((await save('9', { '9.1': '2' })).conflicts).toEqual(['9.1'])
})

test('a text over its limit is kept as it was written, named, and is no answer until it is shortened', async () => {
  const { save, stored } = await opened()
  const long = 'x'.repeat(4001)
  const first = await save('3', { '3.97': 'Short.' })
  const kept = await save('3', { '3.97': long }, { seen: first.seen })
  expect(kept.problems).toMatchObject([{ field: '3.97', code: 'too-long' }])
  expect((await stored()).get('3.97')).toMatchObject({ value: 'Short.', tooLong: long, version: 2 })
  await save('3', { '3.97': 'Shortened.' }, { seen: kept.seen })
  expect((await stored()).get('3.97')).toMatchObject({ value: 'Shortened.', tooLong: null })
})

test('what cannot be an answer is named and the rest is kept', async () => {
  const { save, send, stored } = await opened()
  const done = await save('1', { '1.30': 'PERHAPS', '1.32': 'three', '1.8': '014', '1.29': '31 2 2026' })
  expect(done.problems.map(one => [one.field, one.code])).toEqual([
    ['1.32', 'count-not-understood'],
    ['1.29', 'date-not-real'],
    ['1.30', 'answer-unknown'],
  ])
  expect((await stored()).get('1.8')?.value).toBe('14')
  expect(await send('1', { '9.1': '0' })).toMatchObject({ ok: false, problems: [{ code: 'question-unknown' }] })
  await expect(send('QA', {})).rejects.toThrow('no such section')
})

test('dates that contradict the record or each other are named and not kept', async () => {
  const { save, stored } = await opened()
  const born = await save('1', { '1.29': '1 1 1985' })
  expect(born.problems).toMatchObject([{ field: '1.29', code: 'date-before-birth' }])
  expect(born.problems[0]?.text).toContain('16 January 1990')
  await save('1', { '1.29': '10 6 2026' })
  const after = await save('1', { '1.33': '11 6 2026' })
  expect(after.problems).toMatchObject([{ field: '1.33', code: 'sexual-sanction-after-last' }])
  expect((await save('1', { '1.43': '1 1 2027' })).problems).toMatchObject([{ code: 'date-in-future' }])
  const held = await stored()
  expect([held.get('1.29')?.value, held.has('1.33'), held.has('1.43')]).toEqual(['2026-06-10', false, false])
})

test('a changed answer is no longer carried forward; one left as it was still is', async () => {
  const { personId } = await recordedPerson(on)
  const first = await started(on, personId)
  const give = (assessmentId: string, answers: Record<string, string>, seen = {}) =>
    on.as(async ctx => valueIn(await saveAnswers(ctx, { personId, assessmentId, section: '9', answers, seen })))
  await give(first.id, { '9.1': '1', '9.2': '1' })
  await acted(on, personId, first.id, 'signed')
  const second = await started(on, personId)
  await give(second.id, { '9.1': '2', '9.2': '1' }, { '9.1': 1, '9.2': 1 })
  const held = await on.as(ctx => answersOf(ctx.tx, [personId], second.id))
  expect(held.get('9.1')).toMatchObject({ value: '2', carriedFrom: null })
  expect(held.get('9.2')).toMatchObject({ value: '1', carriedFrom: '2026-11-21' })
})

test('the mark for third-party information is kept with the text', async () => {
  const { save, stored } = await opened()
  const first = await save('3', { '3.97': 'His brother says so.' }, { thirdParty: ['3.97'] })
  expect((await stored()).get('3.97')?.thirdParty).toBe(true)
  await save('3', { '3.97': 'His brother says so.' }, { thirdParty: [], seen: first.seen })
  expect((await stored()).get('3.97')?.thirdParty).toBe(false)
})

test('the self-assessment is the person’s own', async () => {
  const { save, stored } = await opened()
  await save('SAQ', { SAQA: 'YES', 'SAQC1.1': 'NO' })
  expect((await stored()).get('SAQC1.1')).toMatchObject({ value: 'NO', source: 'person' })
})

test('a closed assessment takes nothing, and what was typed is handed back', async () => {
  const { send, personId, assessmentId } = await opened()
  await acted(on, personId, assessmentId, 'signed')
  const refused = await send('3', { '3.97': 'Typed while it was signed.' }).catch(error => error)
  expect(refused).toBeInstanceOf(Conflict)
  expect(refused.mine).toBe('Typed while it was signed.')
})

test('nobody writes in the assessment of another person, of a limited one, or without the right to', async () => {
  const { assessmentId, personId } = await opened()
  const other = await recordedPerson(on)
  const input = { assessmentId, section: '3', answers: { '3.4': '1' }, seen: {} }
  await expect(on.as(ctx => saveAnswers(ctx, { ...input, personId: other.personId }))).rejects.toThrow(
    'no such assessment',
  )
  const reader = { ...practitioner, roles: ['programmes'] as const }
  await expect(on.as(ctx => saveAnswers(ctx, { ...input, personId }), reader)).rejects.toThrow('Your role')
  await limited(on, personId)
  await expect(on.as(ctx => saveAnswers(ctx, { ...input, personId }))).rejects.toThrow()
})

test('work is counted in answers and buttons, and time without long pauses', async () => {
  const { save, rows } = await opened()
  on.wait(59)
  const { seen } = await save('3', { '3.4': '1', '3.5': '1' })
  on.wait(3600)
  await save('3', { '3.4': '1', '3.5': '1' }, { seen, buttons: 1 })
  const [use] = await rows<{ actions: number; seconds: number }>(
    'SELECT actions, seconds FROM assessment.form_use WHERE person_id = $1',
  )
  expect(use).toEqual({ actions: 4, seconds: 60 })
})
