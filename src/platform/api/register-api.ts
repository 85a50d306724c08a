import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  FastifySchemaValidationError,
} from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { type Context, inContext } from '../context/index.ts'
import { type Problem, Refusal } from '../errors/index.ts'
import type { WebOptions } from '../web/index.ts'
import { addApiDocs, documentRoutes } from './api-docs.ts'
import { type Caller, callerOf } from './caller.ts'
import { claimKey, freeKey, keepAnswer, keyHeader, requestHash } from './idempotency.ts'
import { problemDocument, problemsDocument, refusalDocument, sendProblem } from './problem-document.ts'
import type { ApiRoute, IntakeRoute } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller
  }
  interface FastifyContextConfig {
    /** The name of a route in metrics and logs, never its address. */
    page?: string
  }
}

/** Registers every route of the API, its documentation at /api/docs and its description at /api/openapi.json. */
export async function registerApi(
  app: FastifyInstance,
  web: WebOptions,
  routes: readonly (ApiRoute | IntakeRoute)[],
): Promise<void> {
  await app.register(async scope => {
    scope.setValidatorCompiler(validatorCompiler)
    scope.setSerializerCompiler(serializerCompiler)
    scope.setErrorHandler((error, request, reply) => failed(web, error, request, reply))
    await documentRoutes(scope)
    await scope.register(async inner => {
      for (const route of routes) if (route.kind === 'api') addApiRoute(inner, web, route)
    })
    await scope.register(async inner => {
      inner.removeAllContentTypeParsers()
      inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      for (const route of routes) if (route.kind === 'intake') addIntakeRoute(inner, web, route)
    })
    await addApiDocs(scope)
  })
}

function addApiRoute(app: FastifyInstance, web: WebOptions, route: ApiRoute): void {
  const status = route.status ?? 200
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    config: { page: `api ${route.method} ${route.path}`, allow: route.action },
    schema: {
      ...described(web, route),
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { [status]: route.reply, default: problemDocument },
    } as FastifySchema,
    onRequest: identify(web, route.action),
    async handler(request, reply) {
      const viewer = viewerOf(request)
      // People and machines alike are held to limited access here; only message intake works as the worker.
      const as = { viewer, requestId: request.id, channel: 'api', role: 'web' as const }
      const input = { params: request.params, query: request.query, body: request.body }
      const key = request.method === 'GET' ? undefined : request.headers[keyHeader]
      if (key !== undefined && (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))) {
        const text = 'Send 1 to 200 visible ASCII characters.'
        return sendProblem(reply, problemsDocument(400, [{ field: keyHeader, code: 'form', text }], request.id))
      }
      const answer = await inContext(web.services, as, async ctx => {
        ctx.may(route.action)
        return key === undefined
          ? work(ctx, route, input, request.id)
          : once(ctx, key, requestHash(request.method, request.url, request.body), () =>
              work(ctx, route, input, request.id),
            )
      })
      if (answer.status >= 400) {
        return reply.status(answer.status).type('application/problem+json').serializer(asText).send(answer.text)
      }
      return reply.status(answer.status).type('application/json').serializer(asText).send(answer.text)
    },
  })
}

type Answered = { readonly status: number; readonly text: string }
const asText = (payload: unknown) => String(payload)

async function work(
  ctx: Context,
  route: ApiRoute,
  input: Parameters<ApiRoute['run']>[1],
  reference: string,
): Promise<Answered> {
  const result = await ctx.attempt(() => route.run(ctx, input))
  if (!result.ok) return { status: 400, text: JSON.stringify(problemsDocument(400, result.problems, reference)) }
  // A reply of another shape than documented is our defect, and is found here rather than by a caller.
  return { status: route.status ?? 200, text: JSON.stringify(route.reply.parse(result.value)) }
}

/** Runs the work at most once for a key. */
async function once(ctx: Context, key: string, hash: string, run: () => Promise<Answered>): Promise<Answered> {
  const claim = await claimKey(ctx, key, hash)
  if (claim.kind === 'same') return { status: claim.answer.status, text: claim.answer.body }
  if (claim.kind === 'other') {
    const text = 'This key was used for another request. Use a new key for a new request.'
    const document = problemsDocument(422, [{ field: keyHeader, code: 'reused', text }], ctx.requestId)
    return { status: 422, text: JSON.stringify(document) }
  }
  const answer = await run()
  if (answer.status >= 400) await freeKey(ctx, key)
  else await keepAnswer(ctx, key, { status: answer.status, body: answer.text })
  return answer
}

function addIntakeRoute(app: FastifyInstance, web: WebOptions, route: IntakeRoute): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.limit,
    config: { page: `api ${route.method} ${route.path}`, allow: route.action },
    schema: { ...described(web, route), consumes: [...route.types] } as FastifySchema,
    onRequest: identify(web, route.action),
    async handler(request, reply) {
      const as = { viewer: viewerOf(request), requestId: request.id, channel: 'api', role: 'worker' as const }
      const answer = await inContext(web.services, as, async ctx => {
        ctx.may(route.action)
        return route.run(ctx, {
          text: Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '',
          contentType: request.headers['content-type'] ?? '',
          params: request.params as Record<string, string>,
          query: request.query as Record<string, unknown>,
        })
      })
      return reply.status(answer.status).type(answer.type).serializer(asText).send(answer.body)
    },
  })
}

function described(web: WebOptions, route: ApiRoute | IntakeRoute) {
  const { scope } = web.services.permissions.row(route.action)
  return {
    summary: route.summary,
    tags: [route.tag],
    description: [
      route.description,
      scope ? `Machine clients need the scope \`${scope}\`.` : 'Not open to machine clients.',
      `Permission: \`${route.action}\`.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    security: scope ? [{ bearer: [scope] }, { session: [] }] : [{ session: [] }],
  }
}

/** Before the body is read: who calls, and may they at all? */
function identify(web: WebOptions, action: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await callerOf(web, request)
    request.caller = caller
    if (caller.known) {
      // Refused here for want of the role or scope; the command asks again about its subject.
      if (web.services.permissions.allows(caller.viewer, action)) return undefined
      const as = { viewer: caller.viewer, requestId: request.id, channel: 'api', role: 'web' as const }
      await inContext(web.services, as, async ctx => ctx.may(action))
      return undefined
    }
    if (caller.status === 401) reply.header('www-authenticate', 'Bearer realm="Throughline"')
    const title = caller.status === 401 ? 'Not signed in' : 'Not allowed'
    return sendProblem(reply, { title, status: caller.status, detail: caller.detail, reference: request.id })
  }
}

function viewerOf(request: FastifyRequest) {
  if (!request.caller?.known) throw new Error('The route was reached without knowing who calls')
  return request.caller.viewer
}

async function failed(web: WebOptions, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refusal) return sendProblem(reply, refusalDocument(error, request.id))
  if (hasZodFastifySchemaValidationErrors(error)) {
    return sendProblem(reply, problemsDocument(400, validationProblems(error.validation), request.id))
  }
  const { statusCode = 500, code = '' } = (error ?? {}) as Partial<FastifyError>
  if (statusCode >= 400 && statusCode < 500) {
    return sendProblem(reply, { ...clientFault(statusCode, code), status: statusCode, reference: request.id })
  }
  web.onDefect(error, request.id, `${request.method} ${request.routeOptions.url ?? '(no route)'}`)
  const title = 'There is a problem with the service'
  return sendProblem(reply, {
    title,
    status: 500,
    detail: 'Quote the reference when asking for help.',
    reference: request.id,
  })
}

function validationProblems(found: readonly FastifySchemaValidationError[]): readonly Problem[] {
  return found.map(({ instancePath, keyword, message }) => ({
    field: instancePath.split('/').filter(Boolean).join('.'),
    code: keyword,
    text: message ?? 'This value cannot be used.',
  }))
}

/** Faults found before a route is reached. */
function clientFault(status: number, code: string): { readonly title: string; readonly detail: string } {
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return { title: 'The body cannot be read', detail: 'Send a JSON object in UTF-8.' }
  }
  if (status === 413) return { title: 'Too large', detail: 'Send a smaller body, or split it into parts.' }
  if (status === 415) return { title: 'Not a known content type', detail: 'Send the body as application/json.' }
  if (status === 429) return { title: 'Too many requests', detail: 'Wait a minute, then go on.' }
  return { title: 'The request cannot be read', detail: 'Check the address, the headers and the body.' }
}
