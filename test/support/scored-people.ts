import {
  type AnswerValue,
  permissions as assessment,
  scoreAssessment as score,
} from '../../src/domains/assessment/index.ts'
import { addProvisionalPerson, limitsOf, openRecord, permissions as person } from '../../src/domains/person/index.ts'
import { facts, user } from '../../src/domains/person/test-people.ts'
import { recordOrder, permissions as sentence } from '../../src/domains/sentence/index.ts'
import { permissionTable, type Viewer } from '../../src/platform/access/index.ts'
import { instant } from '../../src/platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../src/platform/context/index.ts'
import { type Database, newId } from '../../src/platform/store/index.ts'

export const scoringDay = '2026-11-22'

/** Services of the assessment domain on a test database, on one day. */
export function scoringServices(db: Database): Services {
  return {
    db,
    permissions: permissionTable(person, sentence, assessment),
    clock: () => ({ now: instant(`${scoringDay}T09:00:00.000Z`), today: scoringDay }),
    limitsOf,
    reactions: new Map(),
  }
}

export const assessor = user('maker', ['practitioner', 'case-admin', 'court'], { regionCode: 'J', teamCode: 'J1T001' })

export function asAssessor<T>(services: Services, work: (ctx: Context) => Promise<T>, viewer: Viewer = assessor) {
  return inContext(services, { viewer, requestId: 'test', channel: 'test' }, work)
}

/** Answers that make every static predictor of the second generation scorable. */
export const staticAnswers = { '1.8': '17', '1.32': '4', '1.40': '1', '1.30': 'NO' } as const

/** A person on a community order for a theft, with an open full assessment that holds these answers. */
export function personToScore(
  services: Services,
  change: Parameters<typeof facts>[0] = {},
  answers: Readonly<Record<string, AnswerValue>> = staticAnswers,
) {
  return asAssessor(services, async ctx => {
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
      await giveAnswer(ctx, personId, assessmentId, question, value)
    }
    return { personId, crn, assessmentId }
  })
}

export async function giveAnswer(
  ctx: Context,
  personId: string,
  assessmentId: string,
  question: string,
  value: AnswerValue,
): Promise<void> {
  await ctx.tx.run(
    `INSERT INTO assessment.answer (person_id, assessment_id, question, value, question_set, source, answered_at,
       answered_by, carried_from) VALUES ($1, $2, $3, $4, '1', 'practitioner', $5, 'maker', '2026-01-05')
     ON CONFLICT (person_id, assessment_id, question) DO UPDATE SET value = excluded.value`,
    [personId, assessmentId, question, JSON.stringify(value), ctx.now],
  )
}

/** A person made, answered and scored. */
export async function scoredPerson(
  services: Services,
  ...given: [Parameters<typeof facts>[0]?, Readonly<Record<string, AnswerValue>>?]
) {
  const made = await personToScore(services, ...given)
  const { setId } = await asAssessor(services, ctx => score(ctx, made))
  return { ...made, setId: setId! }
}
