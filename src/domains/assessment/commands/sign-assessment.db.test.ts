import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceServices, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { addAccount, type Role, type Viewer } from '../../../platform/access/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict, NotAllowed, NotFound } from '../../../platform/errors/index.ts'
import { answerEnquiry, askEnquiry, flagsOnRecord, limitAccess, loadFlagTypes } from '../../person/index.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { signedVersions } from '../queries/signed-versions.ts'
import type { AnswerValue } from '../questions/question.ts'
import { assessmentState } from '../rules/assessment-state.ts'
import { isAsSigned } from '../rules/signed-document.ts'
import { answerForTest, fillInForTest, openForTest } from '../signing.fixture.ts'
import { deleteAssessment, lockIncomplete, restoreAssessment, rollBack } from './close-assessment.ts'
import { countersignAssessment, rejectAssessment } from './countersign-assessment.ts'
import { setFrameworkRole } from './set-framework-role.ts'
import { signAssessment } from './sign-assessment.ts'

let services: Services
const today: LocalDate = '2026-03-02'
const staff = (name: string, ...roles: Role[]): Viewer => courtOfficer(name, { roles })
const ann = staff('ann', 'practitioner')
const sam = staff('sam', 'team-manager')
const hal = staff('hal', 'pdu-head')
const as = <Value>(viewer: Viewer, work: (ctx: Context) => Promise<Value>) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)

beforeAll(async () => {
  services = adviceServices(await testDatabase(), today)
  await as(ann, async ctx => {
    await loadFlagTypes(ctx.tx)
    await addAccount(
      ctx.tx,
      { username: 'ann', displayName: 'Ann', openedBy: 'test', roles: ['practitioner'] },
      ctx.now,
    )
  })
})
afterAll(dropAll)

/** A screening filled in by ann; "yes" to domestic abuse, so that no police enquiry is needed. */
async function filledIn(answers: Record<string, AnswerValue> = {}, filled = true) {
  const { personId, crn } = await personOnRecord(services)
  const id = await as(ann, async ctx => {
    const opened = await openForTest(ctx, personId)
    if (filled) await fillInForTest(ctx, personId, opened, answers)
    return opened
  })
  return { personId, crn, id }
}

/** High for the public, with a full analysis that one earlier offence calls for. */
const high = {
  'R5.2': 'YES',
  'R1.2.1.2': 'YES',
  'R2.2': 'YES',
  'SUM6.1.1': 'LOW',
  'SUM6.2.1': 'HIGH',
  'SUM6.3.1': 'LOW',
  'SUM6.4.1': 'LOW',
}

const seen = async (personId: string, id: string) => {
  const found = (await as(ann, ctx => assessmentOf(ctx.tx, [personId], id)))!
  return { state: assessmentState(found.acts), version: found.version, acts: found.acts }
}
const sign = async (personId: string, id: string, viewer = ann) => {
  const { version } = await seen(personId, id)
  return as(viewer, ctx =>
    ctx.attempt(() => signAssessment(ctx, { personId, assessmentId: id, version, despiteWarnings: true })),
  )
}
const quality = { needs: 'good', harm: 'sufficient', levels: 'good', plan: 'good' }
const review = async (
  what: typeof countersignAssessment,
  viewer: Viewer,
  personId: string,
  id: string,
  comment = '',
) => {
  const { version } = await seen(personId, id)
  return as(viewer, ctx => what(ctx, { personId, assessmentId: id, version, comment, quality }))
}
const harmFlags = (personId: string) =>
  as(ann, async ctx =>
    (await flagsOnRecord(ctx.tx, [personId])).filter(flag => flag.endedOn === null).map(flag => flag.typeCode),
  )

test('what is missing is named question by question, and nothing is signed', async () => {
  const { personId, id } = await filledIn({}, false)
  const done = await sign(personId, id)
  expect(done.ok).toBe(false)
  expect(!done.ok && done.problems.length).toBeGreaterThan(10)
  expect(await seen(personId, id)).toMatchObject({ state: 'OPEN', version: 1 })
  expect(await as(ann, ctx => signedVersions(ctx.tx, [personId], id))).toEqual([])
})

test('"none known" is not signed before the agency answered', async () => {
  const { personId, id } = await filledIn()
  const refused = await sign(personId, id)
  expect(!refused.ok && refused.problems.map(one => one.code)).toEqual(expect.arrayContaining(['enquiry-not-asked']))
  for (const kind of ['police-domestic-abuse', 'childrens-services']) {
    await as(ann, async ctx => {
      const asked = await askEnquiry(ctx, { personId, kind, askedOf: 'Office', question: '', askedOn: today })
      if (!asked.ok) throw new Error('not asked')
      const step = { personId, id: asked.value.id, version: 1, answeredOn: today, answer: '', thirdParty: false }
      await answerEnquiry(ctx, { ...step, found: 'nothing-known' })
    })
  }
  expect(await sign(personId, id)).toMatchObject({ ok: true })
})

test('an unapproved assessor’s screening waits for a senior, who is neither its author nor its writer', async () => {
  const { personId, id } = await filledIn({ ...high, 'R1.3.3.1': 'YES', 'SUM6.2.1': 'MEDIUM' })
  const first = await sign(personId, id)
  expect(first.ok ? [] : first.problems).toEqual([])
  await expect(sign(personId, id)).rejects.toThrow(Conflict)
  await expect(review(countersignAssessment, ann, personId, id)).rejects.toThrow(NotAllowed)
  const author = staff('ann', 'team-manager')
  await expect(review(countersignAssessment, author, personId, id)).rejects.toThrow(
    'You signed this assessment yourself',
  )
  expect(await review(countersignAssessment, sam, personId, id, 'Well analysed')).toMatchObject({
    ok: true,
    value: { state: 'COUNTERSIGNED' },
  })
  expect(await harmFlags(personId)).toContain('RMRH')
})

test('a signed document cannot be changed, and its hash shows what was signed', async () => {
  const { personId, id } = await filledIn({ 'R1.3.3.1': 'YES', 'R2.2': 'YES' })
  const done = await sign(personId, id)
  const [version] = await as(ann, ctx => signedVersions(ctx.tx, [personId], id))
  expect(version).toMatchObject({ number: 1, signedBy: 'ann', questionSet: '1', software: '0.1.0' })
  expect(done.ok && done.value.hash).toBe(version!.hash)
  expect(isAsSigned(version!.document, version!.hash)).toBe(true)
  expect(JSON.parse(version!.document)).toMatchObject({ assessment: { id }, signed: { by: 'ann', software: '0.1.0' } })
  await expect(as(ann, ctx => ctx.tx.run(`UPDATE assessment.signed_version SET document = 'x'`))).rejects.toThrow(
    'permission denied',
  )
})

test('very high needs two: a senior and then the head, never one person for both', async () => {
  const { personId, id } = await filledIn({ ...high, 'SUM6.2.1': 'VERY_HIGH', 'R1.3.3.1': 'YES' })
  expect(await sign(personId, id)).toMatchObject({ ok: true, value: { state: 'AWAITING_DOUBLE_COUNTERSIGN' } })
  expect(await review(countersignAssessment, sam, personId, id)).toMatchObject({
    value: { state: 'AWAITING_COUNTERSIGN' },
  })
  await expect(review(countersignAssessment, sam, personId, id)).rejects.toThrow(NotAllowed)
  expect(await harmFlags(personId)).toEqual([])
  expect(await review(countersignAssessment, hal, personId, id)).toMatchObject({
    value: { state: 'DOUBLE_COUNTERSIGNED' },
  })
  expect(await harmFlags(personId)).toEqual(['RVHR'])
})

test('a rejected assessment goes back with its comment and is signed again as a further version', async () => {
  const { personId, id } = await filledIn({ 'R1.3.3.1': 'YES', 'R2.2': 'YES' })
  await sign(personId, id)
  expect(await review(rejectAssessment, sam, personId, id)).toMatchObject({
    ok: false,
    problems: [{ field: 'comment' }],
  })
  expect(await review(rejectAssessment, sam, personId, id, 'Say more about triggers')).toMatchObject({ ok: true })
  expect((await seen(personId, id)).state).toBe('REJECTED')
  await as(ann, ctx => answerForTest(ctx, personId, id, { SUM1: 'Changed after the comment' }))
  expect(await sign(personId, id)).toMatchObject({ ok: true })
  const versions = await as(ann, ctx => signedVersions(ctx.tx, [personId], id))
  expect(versions.map(version => version.number)).toEqual([2, 1])
  expect(versions[0]!.hash).not.toBe(versions[1]!.hash)
})

test('an approved officer signs alone the second time; lowering the level brings the senior back', async () => {
  const { personId, id } = await filledIn({ ...high, 'R1.3.3.1': 'YES', 'R2.2': 'NO' })
  await as(ann, async ctx => {
    const asked = await askEnquiry(ctx, {
      personId,
      kind: 'childrens-services',
      askedOf: 'Office',
      question: '',
      askedOn: today,
    })
    if (!asked.ok) throw new Error('not asked')
    const step = { personId, id: asked.value.id, version: 1, answeredOn: today, answer: '', thirdParty: false } as const
    await answerEnquiry(ctx, { ...step, found: 'nothing-known' })
  })
  await as(sam, ctx => setFrameworkRole(ctx, { username: 'ann', role: 'approved-po', startsOn: today }))
  await sign(personId, id)
  await review(countersignAssessment, sam, personId, id)
  expect(await harmFlags(personId)).toEqual(['RHRH'])
  const lower = await as(ann, async ctx => {
    const next = await openForTest(ctx, personId)
    await fillInForTest(ctx, personId, next, { ...high, 'R1.3.3.1': 'YES', 'R2.2': 'NO', 'SUM6.2.1': 'MEDIUM' })
    return next
  })
  expect(await sign(personId, lower)).toMatchObject({ ok: true, value: { state: 'AWAITING_COUNTERSIGN' } })
  const signed = (await seen(personId, lower)).acts.find(act => act.kind === 'signed')
  expect(signed?.detail.reasons).toMatchObject([{ code: 'level-lowered' }])
})

test('while another assessment of the person is open nothing is signed and nothing is lost', async () => {
  const { personId, id } = await filledIn({ 'R1.3.3.1': 'YES', 'R2.2': 'YES' })
  const other = await personOnRecord(services, { lastName: 'Second' })
  await as(ann, async ctx => {
    await openForTest(ctx, other.personId)
    await ctx.tx.run(
      `INSERT INTO person.identity_link (person_id, survivor_id, joined_to, kind, linked_at) VALUES ($1, $2, $2, 'record', $3)`,
      [other.personId, personId, ctx.now],
    )
  })
  expect(await sign(personId, id)).toMatchObject({ ok: false, problems: [{ code: 'another-open' }] })
  expect((await seen(personId, id)).state).toBe('OPEN')
})

test('whoever may not see the person cannot countersign, and is told nothing', async () => {
  const { personId, id, crn } = await filledIn({ 'R1.3.3.1': 'YES', 'R2.2': 'YES' })
  await sign(personId, id)
  const version = (await seen(personId, id)).version
  const limited = await as(staff('lim', 'lao-admin'), ctx =>
    limitAccess(ctx, {
      ...{ crn, kind: 'exclusion', subjects: [{ kind: 'user', value: 'sam' }], startsOn: today, endsOn: null },
      ...{ reasonCode: 'own-link', reason: 'Knows the person', authoriser: 'Head', reviewOn: null, message: null },
      lockMyselfOut: false,
    }),
  )
  expect(limited.ok).toBe(true)
  const input = { personId, assessmentId: id, version, comment: '', quality }
  await expect(as(sam, ctx => countersignAssessment(ctx, input))).rejects.toThrow(NotFound)
})

test('a signed assessment is reopened, deleted and restored only by who may, with a reason and the plan with it', async () => {
  const { personId, id } = await filledIn({ 'R1.3.3.1': 'YES', 'R2.2': 'YES' })
  await sign(personId, id)
  await review(countersignAssessment, sam, personId, id)
  const act = async (what: typeof rollBack, viewer: Viewer, reason = 'Wrong person assessed') => {
    const { version } = await seen(personId, id)
    return as(viewer, ctx => what(ctx, { personId, assessmentId: id, version, reason }))
  }
  const frozen = () =>
    as(ann, ctx =>
      ctx.tx.rows('SELECT 1 FROM assessment.plan_version WHERE assessment_id = $1 AND thawed_at IS NULL', [id]),
    )
  expect((await frozen()).length).toBe(1)
  await expect(act(rollBack, sam)).rejects.toThrow(NotAllowed)
  expect(await act(rollBack, hal, ' ')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  await act(deleteAssessment, hal)
  expect([(await seen(personId, id)).state, (await frozen()).length]).toEqual(['DELETED', 0])
  await act(restoreAssessment, hal)
  expect([(await seen(personId, id)).state, (await frozen()).length]).toEqual(['COUNTERSIGNED', 1])
  await act(rollBack, hal)
  expect([(await seen(personId, id)).state, (await frozen()).length]).toEqual(['ROLLED_BACK', 0])
  await act(lockIncomplete, ann)
  expect((await seen(personId, id)).state).toBe('LOCKED_INCOMPLETE')
  await expect(act(lockIncomplete, ann)).rejects.toThrow(Conflict)
})
