import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sameText } from '../access/index.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

export type Readiness = { readonly database: boolean; readonly migrations: boolean }

export type ObserveOptions = {
  readonly log: Log
  readonly metrics: Metrics
  /** Opens /metrics to other machines; without it only this machine is answered. */
  readonly metricsToken: string | null
  readonly ready: () => Promise<Readiness>
}

/** A line and a measurement for every answer, and /health, /ready and /metrics for the machinery around us. */
export function addObservation(app: FastifyInstance, options: ObserveOptions): void {
  const { log, metrics } = options
  app.addHook('onResponse', async (request, reply) => {
    const { method, id: requestId } = request
    const route = routeName(request)
    const status = reply.statusCode
    log.request({ requestId, method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 })
    metrics.answered({ method, route, status }, reply.elapsedTime / 1000)
  })

  // The process answers: nothing more, so that a database that is away does not restart it.
  app.get('/health', { config: { page: 'health' } }, async () => ({ status: 'up' }))

  app.get('/ready', { config: { page: 'ready' } }, async (_request, reply) => {
    const ready = await options.ready()
    const up = ready.database && ready.migrations
    return reply.status(up ? 200 : 503).send({ status: up ? 'ready' : 'not ready', ...ready })
  })

  app.get('/metrics', { config: { page: 'metrics' } }, async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) {
      return reply.status(403).type('text/plain').send('Send the metrics token as a bearer token.\n')
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** The page's name, else the route's pattern; never the address, which may hold a person's number or name. */
export function routeName(request: FastifyRequest): string {
  const { config, url } = request.routeOptions
  return config.page ?? url ?? '(no route)'
}

function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  const { authorization, 'x-forwarded-for': forwarded } = request.headers
  if (token !== null && authorization !== undefined) return sameText(authorization, `Bearer ${token}`)
  // Behind a proxy on this machine everyone seems local: what was passed on is not.
  return forwarded === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
}
