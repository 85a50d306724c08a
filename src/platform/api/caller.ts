import type { FastifyRequest } from 'fastify'
import type { Viewer } from '../access/index.ts'
import { readBearer, sameText } from '../access/index.ts'
import { sessionCookie, type WebOptions } from '../web/index.ts'

export const csrfHeader = 'x-csrf-token'

export type Caller =
  | { readonly known: true; readonly viewer: Viewer }
  | { readonly known: false; readonly status: 401 | 403; readonly detail: string }

/** Who calls: a machine by `Authorization: Bearer`, or a person by the session cookie, who must send the session's
 *  token in a header with everything but GET, because a browser sends the cookie by itself. */
export async function callerOf(web: WebOptions, request: FastifyRequest): Promise<Caller> {
  const { db, clock } = web.services
  const { now } = clock()
  const { authorization } = request.headers
  const unidentified = { userId: 'api', allowed: [], barred: [] }
  if (authorization !== undefined) {
    const token = /^Bearer ([\w~+/.-]+=*)$/i.exec(authorization)?.[1]
    const viewer = token ? await db.transaction('web', unidentified, tx => readBearer(tx, token, now)) : null
    if (viewer) return { known: true, viewer }
    return { known: false, status: 401, detail: 'The bearer token is not known, has expired or was withdrawn.' }
  }
  const cookie = request.cookies[sessionCookie(web.https)]
  const session = cookie ? await db.transaction('web', unidentified, tx => web.sessions.read(tx, cookie, now)) : null
  if (!session) {
    return { known: false, status: 401, detail: 'Sign in, or send a bearer token of a machine client.' }
  }
  const sent = request.headers[csrfHeader]
  if (request.method !== 'GET' && !(typeof sent === 'string' && sameText(sent, session.csrf))) {
    return { known: false, status: 403, detail: `Send the session's token in the header ${csrfHeader}.` }
  }
  return { known: true, viewer: session.viewer }
}
