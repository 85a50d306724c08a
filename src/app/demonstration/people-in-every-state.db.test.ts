import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropAll } from '../../../test/support/database.ts'
import { type ProductServer, productServer } from '../../../test/support/product-server.ts'
import { reportRequestsOf } from '../../domains/advice/index.ts'
import { assessmentState, assessmentsOf } from '../../domains/assessment/index.ts'

let server: ProductServer
beforeAll(async () => {
  server = await productServer()
}, 240_000)
afterAll(async () => {
  await server?.close()
  await dropAll()
})

test('the demonstration has assessments and reports in every state', async () => {
  const { viewer } = await server.signedIn('practitioner')
  const people = await server.rows<{ id: string }>('SELECT DISTINCT person_id AS id FROM assessment.assessment')
  const states = await server.as(viewer, async ctx => {
    const all = await assessmentsOf(
      ctx.tx,
      people.map(({ id }) => id),
    )
    return [...new Set(all.map(one => assessmentState(one.acts)))].sort()
  })
  expect(states).toEqual(
    expect.arrayContaining([
      ...['AWAITING_COUNTERSIGN', 'COUNTERSIGNED', 'DELETED', 'DOUBLE_COUNTERSIGNED', 'LOCKED_INCOMPLETE'],
      ...['OPEN', 'REJECTED', 'ROLLED_BACK', 'SELF_SIGNED'],
    ]),
  )
  const requests = await server.as(viewer, async ctx => {
    const asked = await ctx.tx.rows<{ id: string }>('SELECT DISTINCT person_id AS id FROM advice.request')
    const all = await reportRequestsOf(
      ctx.tx,
      asked.map(({ id }) => id),
    )
    return [...new Set(all.map(one => one.state))]
  })
  expect(requests).toEqual(
    expect.arrayContaining([
      ...['REQUESTED', 'ALLOCATED', 'IN_PROGRESS', 'READY_FOR_COUNTERSIGN', 'SIGNED', 'DELIVERED'],
      ...['WITHDRAWN', 'NOT_COMPLETED'],
    ]),
  )
})
