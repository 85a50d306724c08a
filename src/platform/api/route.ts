import type { z } from 'zod'
import type { Context } from '../context/index.ts'
import type { Result } from '../errors/index.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

type Described = {
  readonly method: Method
  /** The row of the permission table that is asked before anything is read. Its scope opens the route to machines. */
  readonly action: string
  /** One line in the documentation: "Record what happened at a hearing". */
  readonly summary: string
  /** Groups routes in the documentation. */
  readonly tag: string
  readonly description?: string
}

/** One route under /api: what it takes, what it answers, and the query or command it runs. */
export type ApiDefinition<Params, Query, Body, Reply> = Described & {
  /** Below /api, such as '/court/:court/days/:day'. */
  readonly path: string
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  readonly reply: z.ZodType<Reply>
  /** What a success is: 201 for something added; 200 when left out. */
  readonly status?: 200 | 201 | 202
  readonly run: (
    ctx: Context,
    input: { readonly params: Params; readonly query: Query; readonly body: Body },
  ) => Promise<Result<Reply>>
}

/** A route as the server sees it, whatever it takes. */
export type ApiRoute = ApiDefinition<unknown, unknown, unknown, unknown> & { readonly kind: 'api' }

/** Declares a route. A body that has the wrong form is answered with problems that name the fields, before `run`. */
export function api<Params = undefined, Query = undefined, Body = undefined, Reply = unknown>(
  definition: ApiDefinition<Params, Query, Body, Reply>,
): ApiRoute {
  return { ...definition, kind: 'api' } as unknown as ApiRoute
}

/** What an intake route answers, in the words of the sender's protocol. */
export type IntakeAnswer = { readonly status: number; readonly type: string; readonly body: string }

/** A way in for messages of other systems: the text as it came, also when it cannot be read, because it is kept. */
export type IntakeDefinition = Described & {
  /** The whole path, '/api/...' or another that a sender insists on. */
  readonly path: string
  /** Largest message in bytes. */
  readonly limit: number
  /** Content types in the documentation. Any is taken: a wrong one is a message to look at, not a lost one. */
  readonly types: readonly string[]
  readonly run: (
    ctx: Context,
    message: {
      readonly text: string
      readonly contentType: string
      readonly params: Readonly<Record<string, string>>
      readonly query: Readonly<Record<string, unknown>>
    },
  ) => Promise<IntakeAnswer>
}

export type IntakeRoute = IntakeDefinition & { readonly kind: 'intake' }

/** Declares a way in for messages. It runs as the worker: messages are about people nobody may see yet. */
export function intake(definition: IntakeDefinition): IntakeRoute {
  return { ...definition, kind: 'intake' }
}
