import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { ok } from '../../platform/errors/index.ts'
import { allCourts, regions, teamsOf } from './store.ts'

const court = z
  .object({
    code: z.string().describe('The first five characters of the organisation unit code'),
    kind: z.enum(['magistrates', 'crown']),
    name: z.string(),
    area: z.string(),
    psaCode: z.string().nullable(),
    active: z.boolean().describe('Whether messages of this court are taken in'),
  })
  .meta({ id: 'Court' })

const region = z.object({ code: z.string(), name: z.string() }).meta({ id: 'Region' })

const team = z
  .object({
    code: z.string(),
    name: z.string(),
    deliveryUnitCode: z.string(),
    regionCode: z.string().nullable(),
    providerCode: z.string(),
  })
  .meta({ id: 'Team' })

const about = { method: 'GET', action: 'organisation.read', tag: 'Reference' } as const

export const organisationApi: readonly ApiRoute[] = [
  api({
    ...about,
    path: '/courts',
    summary: 'The courts of today',
    reply: z.object({ courts: z.array(court) }),
    run: async ctx => ok({ courts: [...(await allCourts(ctx.tx, ctx.today))] }),
  }),
  api({
    ...about,
    path: '/regions',
    summary: 'The probation regions of today',
    reply: z.object({ regions: z.array(region) }),
    run: async ctx => ok({ regions: [...(await regions(ctx.tx, ctx.today))] }),
  }),
  api({
    ...about,
    path: '/regions/:region/teams',
    summary: 'The teams of a region',
    params: z.object({ region: z.string().describe('Code of the region') }),
    reply: z.object({ teams: z.array(team) }),
    run: async (ctx, { params }) => ok({ teams: [...(await teamsOf(ctx.tx, params.region, ctx.today))] }),
  }),
]
