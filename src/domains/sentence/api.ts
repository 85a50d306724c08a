import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { ok } from '../../platform/errors/index.ts'
import { openCase } from '../person/index.ts'
import { orderChangesOf, ordersOf } from './queries/orders-of.ts'

const day = z.string().describe('A day such as 2026-11-21')
const term = z.object({
  years: z.number().optional(),
  months: z.number().optional(),
  weeks: z.number().optional(),
  days: z.number().optional(),
})
const length = z.object({
  amount: z.number(),
  unit: z.string().describe('hours, days, weeks, months, years or sessions'),
})

const requirement = z.object({
  id: z.string(),
  kind: z.string(),
  imposedOn: day,
  length: length.nullable(),
  startsOn: day.nullable(),
  expectedEnd: day.nullable(),
  notes: z.string(),
  terminatedOn: day.nullable(),
  terminationReason: z.string().nullable(),
  version: z.number(),
})

const order = z
  .object({
    id: z.string(),
    eventNumber: z.number(),
    family: z.string().describe('community-order, suspended-sentence, custody and others'),
    active: z.boolean().describe('Whether it runs today'),
    convictedOn: day.nullable(),
    courtCode: z.string().nullable(),
    sentencedOn: day,
    length: term.nullable(),
    operationalPeriod: term.nullable(),
    supervisionPeriod: term.nullable(),
    endsOn: day.nullable(),
    terminatedOn: day.nullable(),
    terminationReason: z.string().nullable(),
    offences: z.array(z.object({ main: z.boolean(), code: z.string().nullable(), title: z.string().nullable() })),
    requirements: z.array(requirement),
    recordedAt: z.string(),
    recordedBy: z.string(),
    version: z.number(),
  })
  .meta({ id: 'Order' })

const change = z.object({
  id: z.string(),
  orderId: z.string(),
  what: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

const about = {
  method: 'GET',
  tag: 'Sentences',
  action: 'person.view',
  params: z.object({ crn: z.string().describe('A letter and six digits, such as X123456') }),
} as const

export const sentenceApi: readonly ApiRoute[] = [
  api({
    ...about,
    path: '/people/:crn/orders',
    summary: 'The orders of a person with their requirements, the newest first',
    reply: z.object({ orders: z.array(order) }),
    run: async (ctx, { params }) => {
      const { group } = await openCase(ctx, params.crn)
      const orders = await ordersOf(ctx.tx, group, ctx.today)
      const copied = orders.map(one => ({
        ...one,
        offences: [...one.offences],
        requirements: one.requirements.map(held => ({ ...held })),
      }))
      return ok({ orders: copied })
    },
  }),
  api({
    ...about,
    path: '/people/:crn/order-changes',
    summary: 'What was changed on the orders of a person, the newest first',
    reply: z.object({ changes: z.array(change) }),
    run: async (ctx, { params }) => {
      const { group } = await openCase(ctx, params.crn)
      const changes = await orderChangesOf(ctx.tx, group)
      return ok({ changes: changes.map(({ disposalId, ...one }) => ({ ...one, orderId: disposalId })) })
    },
  }),
]
