import {
  permissions as assessment,
  type Layer,
  type StartAssessment,
  startAssessment,
} from '../../src/domains/assessment/index.ts'
import { addProvisionalPerson, limitsOf, openRecord, permissions as person } from '../../src/domains/person/index.ts'
import { asMachine, facts, user } from '../../src/domains/person/test-people.ts'
import { permissions as sentence } from '../../src/domains/sentence/index.ts'
import { permissionTable, type Viewer } from '../../src/platform/access/index.ts'
import { instant, type LocalDate } from '../../src/platform/calendar/index.ts'
import { type Context, inContext, type Services } from '../../src/platform/context/index.ts'
import type { Result } from '../../src/platform/errors/index.ts'
import { type Database, newId } from '../../src/platform/store/index.ts'

export const practitioner: Viewer = user('imo.farrow', ['practitioner', 'case-admin'], {
  regionCode: 'J',
  teamCode: 'J1T001',
  name: 'Imo Farrow',
})

/** Services of the assessment domain on a test database whose clock the test sets. */
export function assessingServices(db: Database) {
  let now = Date.parse('2026-11-21T09:00:00.000Z')
  let today: LocalDate = '2026-11-21'
  const services: Services = {
    db,
    permissions: permissionTable(person, sentence, assessment),
    clock: () => {
      now += 1000
      return { now: instant(now), today }
    },
    limitsOf,
    reactions: new Map(),
  }
  return {
    services,
    at(day: LocalDate) {
      today = day
      now = Date.parse(`${day}T09:00:00.000Z`)
    },
    wait(seconds: number) {
      now += seconds * 1000
    },
    as: <T>(work: (ctx: Context) => Promise<T>, viewer: Viewer = practitioner) =>
      inContext(services, { viewer, requestId: 'test', channel: 'test' }, work),
  }
}

export type Assessing = ReturnType<typeof assessingServices>

export function recordedPerson(on: Assessing, change: Parameters<typeof facts>[0] = {}) {
  return on.as(async ctx => {
    const personId = await addProvisionalPerson(ctx, facts({ dateOfBirth: '1990-01-16', ...change }))
    return { personId, ...(await openRecord(ctx, personId, 'staff')) }
  })
}

export function started(on: Assessing, personId: string, more: Partial<StartAssessment> & { layer?: Layer } = {}) {
  const input = { personId, layer: 'L3', purpose: 'review', periodId: null, ...more } as const
  return on.as(async ctx => valueIn(await startAssessment(ctx, input)))
}

/** Something done to an assessment, as signing and locking leave it. */
export function acted(on: Assessing, personId: string, assessmentId: string, kind: string, detail: object = {}) {
  return on.as(async ctx => {
    await ctx.tx.run(
      `INSERT INTO assessment.act (person_id, id, assessment_id, kind, at, by, by_name, detail)
       VALUES ($1, $2, $3, $4, $5, 'imo.farrow', 'Imo Farrow', $6)`,
      [personId, newId(), assessmentId, kind, ctx.now, JSON.stringify(detail)],
    )
    if (!('needed' in detail)) {
      await ctx.tx.run('DELETE FROM assessment.open_assessment WHERE person_id = $1', [personId])
    }
  })
}

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The person and what is held of them, limited to nobody the test works as. */
export function limited(on: Assessing, personId: string) {
  return asMachine(on.services, async ctx => {
    for (const table of ['person.stub', 'assessment.assessment', 'assessment.answer']) {
      await ctx.tx.run(`UPDATE ${table} SET restricted = true WHERE person_id = $1`, [personId])
    }
  })
}
