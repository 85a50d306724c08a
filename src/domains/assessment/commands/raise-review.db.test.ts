import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceServices, personOnRecord } from '../../../../test/support/advice-services.ts'
import { courtOfficer } from '../../../../test/support/court-services.ts'
import { dropAll, testDatabase } from '../../../../test/support/database.ts'
import { addAccount } from '../../../platform/access/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../../platform/context/index.ts'
import { Conflict } from '../../../platform/errors/index.ts'
import {
  addAddress,
  answerEnquiry,
  askEnquiry,
  assignManager,
  deregisterFlag,
  enquiriesOf,
  flagsOnRecord,
  limitAccess,
  loadFlagTypes,
  mergeRecords,
  registerFlag,
} from '../../person/index.ts'
import { recordOrder, recordProcess } from '../../sentence/index.ts'
import { assessmentOf } from '../queries/assessments-of.ts'
import { reviewsDue, reviewsOf } from '../queries/reviews-due.ts'
import { fillInForTest, openForTest } from '../signing.fixture.ts'
import { deleteAssessment } from './close-assessment.ts'
import { dismissReview } from './close-review.ts'
import { setFrameworkRole } from './set-framework-role.ts'
import { signAssessment } from './sign-assessment.ts'
import { startReview } from './start-review.ts'

let services: Services
const today: LocalDate = '2026-03-02'
const ann = courtOfficer('ann', { roles: ['practitioner', 'case-admin'] })
const hal = courtOfficer('hal', { roles: ['pdu-head'] })
const as = <Value>(work: (ctx: Context) => Promise<Value>, viewer = ann) =>
  inContext(services, { viewer, requestId: 't', channel: 'test' }, work)
beforeAll(async () => {
  services = adviceServices(await testDatabase(), today)
  const account = { username: 'ann', displayName: 'Ann', openedBy: 'test', roles: ['practitioner'] } as const
  await as(async ctx => {
    await loadFlagTypes(ctx.tx)
    await addAccount(ctx.tx, account, ctx.now)
  })
  // Nothing somebody exempt signs is countersigned.
  const exempt = { username: 'ann', role: 'head-of-pdu', startsOn: today }
  const done = await as(ctx => setFrameworkRole(ctx, exempt), hal)
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
})
afterAll(dropAll)

/** Somebody with a screening that ann signed, or with none. */
async function person(assessed: boolean) {
  const { personId, crn } = await personOnRecord(services)
  const id = assessed ? await signedAt(personId) : null
  return { personId, crn, id }
}
async function signedAt(personId: string, opened?: string) {
  return as(async ctx => {
    const id = opened ?? (await openForTest(ctx, personId))
    await fillInForTest(ctx, personId, id, { 'R1.3.3.1': 'YES', 'R2.2': 'YES', 'R5.2': 'YES' })
    const version = (await assessmentOf(ctx.tx, [personId], id))!.version
    const done = await signAssessment(ctx, { personId, assessmentId: id, version, despiteWarnings: true })
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    return id
  })
}
const reviews = async (personId: string) => {
  const found = await as(ctx => reviewsOf(ctx.tx, [personId]))
  return found.map(({ trigger, closedAs }) => (closedAs ? `${trigger} ${closedAs}` : trigger))
}
const order = (personId: string, id: string, sentencedOn: LocalDate = '2026-02-20') =>
  as(ctx =>
    recordOrder(ctx, {
      ...{ personId, dateOfBirth: null, convictedOn: sentencedOn, courtCode: null, source: { kind: 'staff', id } },
      offences: [{ code: null, title: 'Theft' }],
      disposal: { family: 'community-order', sentencedOn, length: { months: 12 } },
      requirements: [{ kind: 'curfew', length: { amount: 3, unit: 'months' } }],
    }),
  )

test('a first order calls for a first assessment, once', async () => {
  const { personId } = await person(false)
  expect((await order(personId, 'first')).ok).toBe(true)
  expect(await reviews(personId)).toEqual(['first-assessment'])
  await order(personId, 'first')
  expect(await reviews(personId)).toEqual(['first-assessment'])
})

test('signing the level of an assessment calls for no review of itself', async () => {
  const { personId } = await person(true)
  expect(await reviews(personId)).toEqual([])
})

test('orders, recalls, flags, addresses and answers of agencies each raise one task', async () => {
  const { personId } = await person(true)
  const made = await order(personId, 'second')
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const recall = { personId, eventId: made.value.eventId, type: 'REC', startedOn: today } as const
  await as(ctx => recordProcess(ctx, recall))
  const flag = {
    personId,
    typeCode: 'RCHD',
    category: null,
    level: null,
    startsOn: today,
    nextReviewOn: null,
    notes: '',
  }
  const added = await as(ctx => registerFlag(ctx, flag))
  if (!added.ok) throw new Error('flag')
  await as(ctx => registerFlag(ctx, { ...flag, typeCode: 'RVHR' }))
  await as(ctx => registerFlag(ctx, { ...flag, typeCode: 'IIOM' }))
  const asked = await as(ctx =>
    askEnquiry(ctx, { personId, kind: 'health', askedOf: 'The surgery', question: '', askedOn: today }),
  )
  if (!asked.ok) throw new Error('enquiry')
  const [enquiry] = await as(ctx => enquiriesOf(ctx.tx, [personId]))
  const answered = await as(ctx =>
    answerEnquiry(ctx, {
      ...{ personId, id: enquiry!.id, answeredOn: today, found: 'something-known', answer: 'A letter.' },
      ...{ thirdParty: false, version: enquiry!.version },
    }),
  )
  expect(answered.ok).toBe(true)
  expect((await reviews(personId)).toSorted()).toEqual([
    'enquiry',
    'harm-level',
    'recall',
    'safeguarding-flag',
    'sentence-made',
  ])
  const held = (await as(ctx => flagsOnRecord(ctx.tx, [personId]))).find(one => one.id === added.value.id)!
  const end = { personId, id: held.id, endsOn: today, reason: 'Moved away', version: held.version }
  await as(ctx => deregisterFlag(ctx, end))
  expect((await reviews(personId)).filter(one => one === 'safeguarding-flag')).toHaveLength(2)
})

test('an address calls for a review of accommodation; two on one day are one task', async () => {
  const { personId } = await person(true)
  const address = { kind: 'main', postcode: '', startsOn: today, endsOn: null, notes: '' } as const
  for (const line of ['1 Mill Lane', '2 Mill Lane']) {
    const done = await as(ctx => addAddress(ctx, { ...address, personId, lines: [line] }))
    expect(done.ok, JSON.stringify(done)).toBe(true)
  }
  const found = await as(ctx => reviewsOf(ctx.tx, [personId]))
  expect(found.map(one => one.trigger)).toEqual(['address'])
  expect(found[0]?.sections).toContain('3')
})

test('another team calls for a review, another practitioner of the team does not', async () => {
  const { personId } = await person(true)
  const manager = { personId, regionCode: 'J', providerCode: 'J1', teamCode: 'J1T001', reason: 'Allocated' }
  const to = (username: string, teamCode: string, startsOn: LocalDate) =>
    as(ctx => assignManager(ctx, { ...manager, username, staffName: username, teamCode, startsOn }))
  expect((await to('ann', 'J1T001', '2026-01-05')).ok).toBe(true)
  expect((await to('bob', 'J1T001', '2026-02-02')).ok).toBe(true)
  expect(await reviews(personId)).toEqual([])
  expect((await to('cat', 'J1T002', '2026-02-16')).ok).toBe(true)
  expect(await reviews(personId)).toEqual(['transfer'])
})

test('records that become one call for a review', async () => {
  const mine = await person(true)
  const theirs = await personOnRecord(services, { lastName: 'Other' })
  const done = await as(ctx => mergeRecords(ctx, { crn: mine.crn, intoCrn: theirs.crn, reason: 'The same' }))
  expect(done.ok).toBe(true)
  expect(await reviews(mine.personId)).toEqual(['merged'])
})

test('a review opens at what changed and is done when it is signed; taking the signing back reopens it', async () => {
  const { personId } = await person(true)
  const flag = {
    personId,
    typeCode: 'RCHD',
    category: null,
    level: null,
    startsOn: today,
    nextReviewOn: null,
    notes: '',
  }
  await as(ctx => registerFlag(ctx, flag))
  const [task] = await as(ctx => reviewsOf(ctx.tx, [personId]))
  const begun = await as(ctx => startReview(ctx, { personId, reviewId: task!.id }))
  if (!begun.ok) throw new Error(JSON.stringify(begun.problems))
  const review = (await as(ctx => assessmentOf(ctx.tx, [personId], begun.value.id)))!
  expect(review.layer).toBe('L1')
  expect(review.opensAt.map(one => one.section).toSorted()).toEqual(['R7', 'R8', 'RMP', 'ROSH', 'ROSHSUM'])
  expect(review.opensAt[0]?.because).toBe(
    'A flag about the safety of a child or an adult was added or ended (2 March 2026)',
  )
  expect(await reviews(personId)).toEqual(['safeguarding-flag'])
  // As if every carried answer was confirmed.
  await as(ctx => ctx.tx.run('UPDATE assessment.answer SET carried_from = NULL WHERE person_id = $1', [personId]))
  await signedAt(personId, begun.value.id)
  expect(await reviews(personId)).toEqual(['safeguarding-flag reviewed'])
  const { version } = (await as(ctx => assessmentOf(ctx.tx, [personId], begun.value.id)))!
  const act = { personId, assessmentId: begun.value.id, version, reason: 'A mistake' }
  await as(ctx => deleteAssessment(ctx, act), hal)
  expect(await reviews(personId)).toEqual(['safeguarding-flag'])
})

test('an assessment that began before the change does not do the review', async () => {
  const { personId } = await person(true)
  const opened = await as(ctx => openForTest(ctx, personId))
  const flag = {
    personId,
    typeCode: 'WEAP',
    category: null,
    level: null,
    startsOn: today,
    nextReviewOn: null,
    notes: '',
  }
  await as(ctx => registerFlag(ctx, flag))
  await signedAt(personId, opened)
  expect(await reviews(personId)).toEqual(['harm-flag'])
})

test('a task is dismissed with a reason, once', async () => {
  const { personId } = await person(true)
  const flag = {
    personId,
    typeCode: 'WEAP',
    category: null,
    level: null,
    startsOn: today,
    nextReviewOn: null,
    notes: '',
  }
  await as(ctx => registerFlag(ctx, flag))
  const [task] = await as(ctx => reviewsOf(ctx.tx, [personId]))
  const input = { personId, reviewId: task!.id, reason: ' ' }
  expect(await as(ctx => dismissReview(ctx, input))).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  expect((await as(ctx => dismissReview(ctx, { ...input, reason: 'Known before' }))).ok).toBe(true)
  expect(await reviews(personId)).toEqual(['harm-flag not-needed'])
  await expect(as(ctx => dismissReview(ctx, { ...input, reason: 'Again' }))).rejects.toThrow(Conflict)
})

test('a list of reviews has the people of the viewer, the one due first on top, and nobody they may not see', async () => {
  const flag = { category: null, level: null, startsOn: today, nextReviewOn: null, notes: '' }
  const people = []
  for (const typeCode of ['WEAP', 'RCHD', 'RVAD']) {
    const one = await person(true)
    await as(ctx =>
      assignManager(ctx, {
        ...{ personId: one.personId, regionCode: 'J', providerCode: 'J1', teamCode: 'J1T009', username: 'dee' },
        ...{ staffName: 'Dee', reason: 'Allocated', startsOn: '2026-01-05' as LocalDate },
      }),
    )
    await as(ctx => registerFlag(ctx, { ...flag, personId: one.personId, typeCode }))
    people.push(one)
  }
  const [weapon, child, hidden] = people
  const admin = courtOfficer('lee', { roles: ['lao-admin'] })
  const limited = await as(
    ctx =>
      limitAccess(ctx, {
        ...{ crn: hidden!.crn, kind: 'exclusion', subjects: [{ kind: 'user', value: 'dee' }], startsOn: today },
        ...{ endsOn: null, reasonCode: 'own-link', reason: 'Knows the person', authoriser: 'Head', reviewOn: null },
        ...{ message: null, lockMyselfOut: false },
      }),
    admin,
  )
  expect(limited.ok, JSON.stringify(limited)).toBe(true)
  const dee = courtOfficer('dee', { roles: ['practitioner'], teamCode: 'J1T009' })
  for (const whose of ['mine', 'team'] as const) {
    const list = await as(ctx => reviewsDue(ctx, whose), dee)
    expect(list.map(one => one.crn)).toEqual([child!.crn, weapon!.crn])
  }
  expect(await as(ctx => reviewsDue(ctx, 'mine'), courtOfficer('eve', { roles: ['practitioner'] }))).toEqual([])
})
