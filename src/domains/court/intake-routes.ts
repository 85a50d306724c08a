import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readBearer, type Viewer } from '../../platform/access/index.ts'
import type { Services } from '../../platform/context/index.ts'
import { NotAllowed, Refusal } from '../../platform/errors/index.ts'
import { acknowledgement, isSoap, soapFault } from './intake/soap-answer.ts'
import { type TakenIn, takeInMessage } from './intake/take-in-message.ts'
import type { Channel, Fate } from './store/message-store.ts'

/** Largest message, in bytes. Messages are kept whole; a court's list of a day is far smaller. */
const largestMessage = 32 * 1024 * 1024

type WayIn = {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly channel: Channel
  readonly answers: 'json' | 'xml'
}

const waysIn: readonly WayIn[] = [
  { method: 'POST', path: '/hearing/:id', channel: 'hearing', answers: 'json' },
  { method: 'POST', path: '/hearing/:id/result', channel: 'hearing-result', answers: 'json' },
  { method: 'DELETE', path: '/hearing/:id/delete', channel: 'hearing-delete', answers: 'json' },
  { method: 'POST', path: '/libra/case', channel: 'libra-case', answers: 'json' },
  { method: 'POST', path: '/libra/list', channel: 'libra-list', answers: 'xml' },
  { method: 'POST', path: '/spi/results', channel: 'spi-result', answers: 'xml' },
]

/** The ways in for court systems: machine clients with a bearer token and the scope `court:write`. Any content type is
 *  taken and every message kept. 200 taken in, ignored or unchanged; 400 naming the field; 401, 403; 413 too large; 503
 *  when it was kept but could not be applied now. The same message twice changes nothing, so a sender may always retry. */
export async function registerCourtIntake(
  app: FastifyInstance,
  services: Services,
  onDefect: OnDefect = () => undefined,
): Promise<void> {
  await app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.setErrorHandler((error, request, reply) => refused(error, request, reply, onDefect))
    for (const way of waysIn) {
      scope.route({
        method: way.method,
        url: way.path,
        bodyLimit: largestMessage,
        config: { rateLimit: false, page: `intake ${way.channel}`, allow: 'court.take-in' },
        handler: (request, reply) => takeIn(services, way, request, reply, onDefect),
      })
    }
  })
}

type OnDefect = (error: unknown, reference: string) => void

async function takeIn(
  services: Services,
  way: WayIn,
  request: FastifyRequest,
  reply: FastifyReply,
  onDefect: OnDefect,
) {
  const sender = await senderOf(services, request)
  if (!sender) {
    reply.header('www-authenticate', 'Bearer realm="Throughline"')
    return sendProblem(reply, {
      title: 'Not signed in',
      status: 401,
      detail: 'Send the bearer token of a machine client.',
    })
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const { id } = request.params as { id?: string }
  const taken = await takeInMessage(services, {
    channel: way.channel,
    body,
    ...(id === undefined ? {} : { pathId: id }),
    receivedBy: sender,
    requestId: request.id,
    onDefect: error => onDefect(error, request.id),
  })
  return way.answers === 'xml' ? sendXml(reply, taken, isSoap(body)) : sendJson(reply, taken)
}

/** Identified before the body is acted on; a token nobody knows learns nothing else. */
async function senderOf(services: Services, request: FastifyRequest): Promise<Viewer | null> {
  const token = /^Bearer ([\w~+/.-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!token) return null
  const { now } = services.clock()
  const sender = await services.db.transaction('web', { userId: 'intake', allowed: [], barred: [] }, tx =>
    readBearer(tx, token, now),
  )
  if (sender && !services.permissions.allows(sender, 'court.take-in')) {
    throw new NotAllowed('This client may not send court messages: it needs the scope court:write.', 'court.take-in')
  }
  return sender
}

function sendJson(reply: FastifyReply, taken: TakenIn) {
  const { messageId, fates } = taken
  if (taken.outcome === 'taken-in') return reply.status(200).send({ messageId, parts: fates.map(shownFate) })
  return sendProblem(reply, { ...fault(taken), messageId, problems: fates.flatMap(problemOf) })
}

function sendXml(reply: FastifyReply, taken: TakenIn, soap: boolean) {
  const type = soap ? 'application/soap+xml; charset=utf-8' : 'application/xml; charset=utf-8'
  if (taken.outcome === 'taken-in') {
    return reply.status(200).type(type).send(acknowledgement(taken, soap))
  }
  return reply.status(fault(taken).status).type(type).send(soapFault(taken, soap))
}

function fault(taken: TakenIn): { readonly title: string; readonly status: number; readonly detail: string } {
  if (taken.outcome === 'refused') {
    const detail = 'The message was kept. Put right what is named and send it again.'
    return { title: 'The message cannot be read', status: 400, detail }
  }
  const detail = 'The message was kept and can be taken in again. Sending it again does no harm.'
  return { title: 'The message could not be taken in', status: 503, detail }
}

function problemOf({ field, problem, fix, part, reason }: Fate) {
  if (!field) return []
  return [{ field, code: reason ?? 'unreadable', text: `${field} ${problem}. ${fix}.`, ...(part ? { part } : {}) }]
}

function shownFate({ fate, reason, part, hearingId, caseId, field, problem, fix }: Fate) {
  return { fate, reason, part, hearingId, caseId, field, problem, fix }
}

function refused(error: unknown, request: FastifyRequest, reply: FastifyReply, onDefect: OnDefect) {
  if (error instanceof Refusal) {
    return sendProblem(reply, { title: 'Not allowed', status: error.status, detail: error.message })
  }
  const { statusCode = 500 } = (error ?? {}) as { statusCode?: number }
  if (statusCode === 413) {
    const detail = `Send at most ${largestMessage / 1024 / 1024} MB, or split the list.`
    return sendProblem(reply, { title: 'Too large', status: 413, detail })
  }
  if (statusCode >= 400 && statusCode < 500) {
    const detail = 'Check the address, the headers and the body.'
    return sendProblem(reply, { title: 'The request cannot be read', status: statusCode, detail })
  }
  onDefect(error, request.id)
  return sendProblem(reply, {
    title: 'There is a problem with the service',
    status: 500,
    detail: `Quote ${request.id}.`,
  })
}

type ProblemDocument = {
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly messageId?: string
  readonly problems?: readonly { readonly field: string; readonly code: string; readonly text: string }[]
}

function sendProblem(reply: FastifyReply, document: ProblemDocument) {
  return reply.status(document.status).type('application/problem+json').send(JSON.stringify(document))
}
