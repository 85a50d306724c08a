import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Problem, Refusal } from '../errors/index.ts'

export const problemType = 'application/problem+json'

/** RFC 9457, with the fields to mend. */
export const problemDocument = z
  .object({
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /** The request's own number, to be quoted when asking for help. */
    reference: z.string(),
    problems: z.array(z.object({ field: z.string(), code: z.string(), text: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

export type ProblemDocument = z.infer<typeof problemDocument>

const refusalTitles: Readonly<Record<Refusal['kind'], string>> = {
  'not-found': 'Not found',
  'not-allowed': 'Not allowed',
  conflict: 'Changed by someone else',
  gone: 'No longer here',
  unavailable: 'Not available at the moment',
}

export function refusalDocument(refusal: Refusal, reference: string): ProblemDocument {
  return { title: refusalTitles[refusal.kind], status: refusal.status, detail: refusal.message, reference }
}

export function problemsDocument(status: number, problems: readonly Problem[], reference: string): ProblemDocument {
  return { title: 'Something needs to be put right', status, reference, problems: [...problems] }
}

export function sendProblem(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  // Sent as text, so that a route's own reply schema is not asked about it.
  return reply.status(document.status).type(problemType).serializer(JSON.stringify).send(document)
}
