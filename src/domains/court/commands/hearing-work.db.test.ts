import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { courtOfficer, courtServices } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { hearingBody, takeIn } from '../../../../test/support/hearing-messages.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, type Result } from '../../../platform/errors/index.ts'
import { courtMeasures } from '../queries/court-measures.ts'
import { messagesToLookAt, oneMessage } from '../queries/court-messages.ts'
import { remarks } from '../queries/defendant-at-court.ts'
import { outcomeHistory, outcomesQueue } from '../queries/outcomes-queue.ts'
import { addDocuments, openDocument } from './add-documents.ts'
import { giveNoOutcome } from './give-no-outcome.ts'
import { setOutcomeNotRequired, setPreparation } from './prepare-appearance.ts'
import { changeOutcomeTypes, recordOutcome } from './record-outcome.ts'
import { askReplay, replayMessage } from './replay-message.ts'
import { assignOutcomes, holdOutcome, releaseOutcome, resultOutcome } from './work-outcome.ts'
import { addRemark, deleteRemark, editRemark } from './write-remark.ts'

let services: Services
let appearanceId = ''
let personId = ''
beforeEach(async () => {
  services = courtServices(await testDatabase())
  await takeIn(services, hearingBody())
  const place = await as(ctx =>
    ctx.tx.one<{ appearanceId: string; personId: string }>(
      'SELECT appearance_id AS "appearanceId", person_id AS "personId" FROM court.list_entry',
    ),
  )
  appearanceId = place.appearanceId
  personId = place.personId
})
afterAll(dropAll)

const ada = courtOfficer()
const bea = courtOfficer('bea')
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ada) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const entry = () =>
  as(ctx =>
    ctx.tx.one<{ state: string | null; types: string[]; preparation: string }>(
      'SELECT outcome_state AS state, outcome_types AS types, preparation FROM court.list_entry',
    ),
  )
const outcome = async (types: readonly string[] = ['ADJOURNED']) =>
  value(await as(ctx => recordOutcome(ctx, { appearanceId, types }))).outcomeId

describe('outcomes', () => {
  test('go from new to taken on to resulted, each step in the history and on the list', async () => {
    const outcomeId = await outcome(['PROBATION_SENTENCE', 'REPORT_REQUESTED'])
    expect(await entry()).toMatchObject({ state: 'NEW', types: ['PROBATION_SENTENCE', 'REPORT_REQUESTED'] })
    await expect(as(ctx => resultOutcome(ctx, { outcomeId }))).rejects.toThrow(Conflict)
    value(await as(ctx => assignOutcomes(ctx, { outcomeIds: [outcomeId] })))
    expect(await entry()).toMatchObject({ state: 'IN_PROGRESS' })
    await expect(as(ctx => resultOutcome(ctx, { outcomeId }), bea)).rejects.toThrow(NotAllowed)
    value(await as(ctx => resultOutcome(ctx, { outcomeId })))
    expect(await entry()).toMatchObject({ state: 'RESULTED' })
    await expect(as(ctx => assignOutcomes(ctx, { outcomeIds: [outcomeId] }), bea)).rejects.toThrow(Conflict)
    const history = await as(ctx => outcomeHistory(ctx.tx, personId, outcomeId))
    expect(history.map(one => one.what)).toEqual(['created', 'assigned', 'resulted'])
  })

  test('are held with a reason, released, and taken over by somebody else', async () => {
    const outcomeId = await outcome()
    value(await as(ctx => assignOutcomes(ctx, { outcomeIds: [outcomeId] })))
    expect(await as(ctx => holdOutcome(ctx, { outcomeId, reason: ' ' }))).toMatchObject({ ok: false })
    value(await as(ctx => holdOutcome(ctx, { outcomeId, reason: 'court file missing' })))
    expect(await entry()).toMatchObject({ state: 'ON_HOLD' })
    value(await as(ctx => releaseOutcome(ctx, { outcomeId })))
    value(await as(ctx => assignOutcomes(ctx, { outcomeIds: [outcomeId] }), bea))
    const queue = await as(ctx => outcomesQueue(ctx.tx, ['B10JQ'], ctx.today))
    expect(queue).toMatchObject([
      { outcomeId, state: 'IN_PROGRESS', assignedName: 'Bea Officer', name: 'Asterley, Corwin' },
    ])
    const told = await as(ctx => ctx.tx.rows("SELECT body FROM platform.outbox WHERE type = 'outcome-taken-over'"))
    expect(told).toMatchObject([{ body: { notify: ['ada'], to: 'bea' } }])
  })

  test('there is one for each defendant and hearing, and a stale change is refused with both', async () => {
    const outcomeId = await outcome(['FINE'])
    await expect(as(ctx => recordOutcome(ctx, { appearanceId, types: ['TRIAL'] }))).rejects.toMatchObject({
      mine: 'TRIAL',
      theirs: 'FINE',
    })
    value(await as(ctx => changeOutcomeTypes(ctx, { outcomeId, version: 1, types: ['WARRANT'] })))
    await expect(as(ctx => changeOutcomeTypes(ctx, { outcomeId, version: 1, types: ['OTHER'] }), bea)).rejects.toThrow(
      Conflict,
    )
  })

  test.each([[[]], [['NOT_A_TYPE']], [['NO_OUTCOME', 'FINE']]])('%j is no outcome', async types => {
    expect(await as(ctx => recordOutcome(ctx, { appearanceId, types }))).toMatchObject({ ok: false })
  })

  test('the evening job gives one to everybody without, once, and not before half past six', async () => {
    expect(await giveNoOutcome(services)).toBe(0)
    const evening = courtServices(services.db, '2026-03-02', '18:45:00.000')
    expect(await giveNoOutcome(evening)).toBe(1)
    expect(await giveNoOutcome(evening)).toBe(0)
    expect(await entry()).toMatchObject({ state: 'NEW', types: ['NO_OUTCOME'] })
  })

  test('the evening job leaves out where none is required', async () => {
    value(await as(ctx => setOutcomeNotRequired(ctx, { appearanceId, notRequired: true })))
    expect(await giveNoOutcome(courtServices(services.db, '2026-03-02', '18:45:00.000'))).toBe(0)
  })
})

describe('notes and comments', () => {
  test('are changed and taken back by their author only, and a stale change shows both texts', async () => {
    const { id } = value(await as(ctx => addRemark(ctx, { kind: 'note', appearanceId, body: 'first <b>' })))
    await expect(as(ctx => editRemark(ctx, { kind: 'note', id, version: 1, body: 'x' }), bea)).rejects.toThrow(
      NotAllowed,
    )
    value(await as(ctx => editRemark(ctx, { kind: 'note', id, version: 1, body: 'second' })))
    await expect(as(ctx => editRemark(ctx, { kind: 'note', id, version: 1, body: 'third' }))).rejects.toMatchObject({
      mine: 'third',
      theirs: 'second',
    })
    const shown = () => as(ctx => remarks(ctx.tx, 'note', personId, appearanceId))
    expect((await shown()).map(note => note.body)).toEqual(['second'])
    value(await as(ctx => deleteRemark(ctx, { kind: 'note', id })))
    expect(await shown()).toEqual([])
    expect(await as(ctx => ctx.tx.rows('SELECT body FROM court.note'))).toEqual([{ body: 'second' }])
  })

  test('need some text', async () => {
    expect(await as(ctx => addRemark(ctx, { kind: 'comment', appearanceId, body: ' \n' }))).toMatchObject({ ok: false })
  })
})

describe('documents', () => {
  const pdf = { name: 'C:\\reports\\Pre report.PDF', content: Buffer.from('%PDF-1.7') }
  test('are kept as given and opened again', async () => {
    const { ids } = value(await as(ctx => addDocuments(ctx, { appearanceId, files: [pdf] })))
    const opened = await as(ctx => openDocument(ctx, ids[0]!))
    expect(opened).toMatchObject({ fileName: 'Pre report.PDF', mediaType: 'application/pdf' })
    expect(opened.content.equals(pdf.content)).toBe(true)
  })

  test.each([
    ['a program', [{ name: 'run.exe', content: Buffer.from('x') }], 'extension'],
    ['a name without extension', [{ name: 'toString', content: Buffer.from('x') }], 'extension'],
    ['an empty file', [{ name: 'a.pdf', content: Buffer.alloc(0) }], 'empty'],
    ['eleven at once', Array.from({ length: 11 }, () => pdf), 'too-many'],
  ])('%s is refused, and nothing is kept', async (_, files, code) => {
    const answer = await as(ctx => addDocuments(ctx, { appearanceId, files: [...files] }))
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'files', code }] })
    expect(await as(ctx => ctx.tx.rows('SELECT id FROM court.document'))).toEqual([])
  })
})

test('preparation is kept for each hearing, and a stale change is refused', async () => {
  value(await as(ctx => setPreparation(ctx, { appearanceId, preparation: 'COMPLETE', version: 1 })))
  expect(await entry()).toMatchObject({ preparation: 'COMPLETE' })
  await expect(
    as(ctx => setPreparation(ctx, { appearanceId, preparation: 'NOT_REQUIRED', version: 1 })),
  ).rejects.toThrow(Conflict)
})

test('a refused message waits to be looked at, and can be taken in again', async () => {
  const { messageId } = await takeIn(services, '{"hearing": {}}')
  const waiting = await as(ctx => messagesToLookAt(ctx.tx))
  expect(waiting).toMatchObject([{ messageId, fate: 'refused', field: 'hearing.id', attempts: 1 }])
  value(await as(ctx => askReplay(ctx, { messageId })))
  const again = await replayMessage(services, messageId)
  expect(again.outcome).toBe('refused')
  expect(await as(ctx => oneMessage(ctx.tx, messageId))).toMatchObject({
    body: '{"hearing": {}}',
    fates: [{ attempt: 2 }, { attempt: 1 }],
  })
  expect(await as(ctx => messagesToLookAt(ctx.tx))).toMatchObject([{ messageId, attempts: 2 }])
  const stranger = courtOfficer('sam', { roles: ['sentencer'] })
  await expect(as(ctx => askReplay(ctx, { messageId }), stranger)).rejects.toThrow(NotAllowed)
})

test('measures count what was done, and a share of nothing is nothing', async () => {
  const outcomeId = await outcome()
  value(await as(ctx => assignOutcomes(ctx, { outcomeIds: [outcomeId] })))
  value(await as(ctx => resultOutcome(ctx, { outcomeId })))
  const measures = await as(ctx => courtMeasures(ctx.tx, '2026-03-01', '2026-03-31'))
  expect(measures).toMatchObject({
    resultedInTime: { part: 1, of: 1 },
    seenAhead: { part: 0, of: 1 },
    wrongLinks: { part: 0, of: 0 },
  })
})

test('every look and change of a person leaves a row in the audit log', async () => {
  const before = await as(ctx => ctx.tx.rows('SELECT n FROM platform.audit_entry'))
  await outcome()
  const after = await as(ctx =>
    ctx.tx.rows<{ people: string[]; what: string }>('SELECT people, what FROM platform.audit_entry ORDER BY at'),
  )
  expect(after.length).toBe(before.length + 1)
  expect(after.at(-1)).toMatchObject({ what: 'court.outcome-created', people: [personId] })
})
