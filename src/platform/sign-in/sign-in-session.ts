import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IdentityProvider, Session, SessionLimits, Viewer } from '../access/index.ts'
import { endSession, heldForms, machine, readSession, sameText, startSession } from '../access/index.ts'
import { appendAudit } from '../audit/index.ts'
import { NotAllowed } from '../errors/index.ts'
import type { Tx } from '../store/index.ts'
import { answersOf, cookieOptions, sessionCookie, type WebOptions } from '../web/index.ts'

export type SignInOptions = {
  readonly web: WebOptions
  readonly limits: SessionLimits
  readonly provider: IdentityProvider | null
}

/** A transaction before anybody is signed in. It must commit also when the answer is a refusal: failures count. */
export function unidentified<T>(options: SignInOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  return options.web.services.db.transaction('web', { userId: 'sign-in', allowed: [], barred: [] }, work)
}

export type Known = { readonly session: Session; readonly token: string }

/** The session the request's cookie belongs to, if it is still open. */
export async function sessionOf(options: SignInOptions, request: FastifyRequest, tx: Tx): Promise<Known | null> {
  const token = request.cookies[sessionCookie(options.web.https)]
  if (!token) return null
  const session = await readSession(tx, token, options.web.services.clock().now, options.limits)
  return session && { session, token }
}

/** Opens a session, replaces the old one, leaves a trace, and answers where to go: to forms that wait, else to `next`. */
export async function signInAs(
  options: SignInOptions,
  tx: Tx,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
  how: { readonly means: 'password' | 'demonstration' | 'provider'; readonly next: string; readonly idToken?: string },
): Promise<string> {
  const { now } = options.web.services.clock()
  const name = sessionCookie(options.web.https)
  const old = request.cookies[name]
  if (old) await endSession(tx, old, now, 'replaced')
  const { token } = await startSession(tx, viewer.id, now, how.idToken ?? null)
  const waiting = await heldForms(tx, viewer.id, now)
  await trace(options, tx, request, viewer, 'access.sign-in', { means: how.means })
  reply.setCookie(name, token, cookieOptions(options.web))
  return waiting.length > 0 ? '/held-forms' : how.next
}

/** Sign-ins, refused or not, and sign-outs are on the audit log. No names typed by people who are not signed in:
 *  what is typed into the wrong field may be a password. */
export async function trace(
  options: SignInOptions,
  tx: Tx,
  request: FastifyRequest,
  viewer: Viewer | null,
  what: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAudit(
    tx,
    {
      viewer: viewer ?? machine('sign-in'),
      at: options.web.services.clock().now,
      requestId: request.id,
      channel: 'screen',
    },
    [
      {
        operation: 'system',
        what,
        people: [],
        outcome: viewer ? 'success' : 'denied',
        detail: { ...detail, address: request.ip },
      },
    ],
  )
}

/** Nobody is signed in yet, so there is no token to compare: the browser says where the form was sent from.
 *  Otherwise another site could sign its visitor in as somebody else. */
export function mustBeFromHere(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const foreign =
    site !== undefined ? site !== 'same-origin' : origin !== undefined && hostOf(origin) !== request.headers.host
  if (foreign)
    throw new NotAllowed('This form was sent from another site. Open the sign-in page again.', 'access.sign-in')
}

/** For forms of somebody signed in: the token must be the session's. */
export function mustHaveToken(request: FastifyRequest, session: Session): void {
  const given = answersOf(request.body)._csrf
  if (typeof given === 'string' && sameText(given, session.csrf)) return
  throw new NotAllowed('This form was drawn for another session. Open the page again.', 'access.form')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

export function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
