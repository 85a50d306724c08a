import type { FastifyInstance, FastifyRequest } from 'fastify'
import { endSession, seal, unseal } from '../access/index.ts'
import { cookieOptions, drawOutside, sessionCookie } from '../web/index.ts'
import { SignedOutScreen, SignOutScreen } from './sign-in-screen.tsx'
import { mustHaveToken, type SignInOptions, sessionOf, trace, unidentified } from './sign-in-session.ts'

const leavingCookie = 'throughline-leaving'
const minutesToLeave = 10

/** Signing out here, and then, by a link, at the identity provider. */
export function addSignOut(app: FastifyInstance, options: SignInOptions): void {
  const leaving = { ...cookieOptions(options.web), path: '/signed-out' }

  app.get('/sign-out', { config: { page: 'access.sign-out' } }, async (request, reply) => {
    const known = await unidentified(options, tx => sessionOf(options, request, tx))
    if (!known) return reply.redirect('/signed-out', 303)
    const body = <SignOutScreen csrf={known.session.csrf} />
    return drawOutside(options.web, request, reply, { title: 'Sign out', body }, known.session)
  })

  app.post('/sign-out', { config: { page: 'access.sign-out' } }, async (request, reply) => {
    const known = await unidentified(options, async tx => {
      const found = await sessionOf(options, request, tx)
      if (!found) return null
      mustHaveToken(request, found.session)
      await endSession(tx, found.token, options.web.services.clock().now)
      await trace(options, tx, request, found.session.viewer, 'access.sign-out', {})
      return found
    })
    reply.clearCookie(sessionCookie(options.web.https), cookieOptions(options.web))
    const idToken = known?.session.idToken
    if (options.provider && idToken) {
      const until = new Date(Date.parse(options.web.services.clock().now) + minutesToLeave * 60_000).toISOString()
      const sealed = seal(options.web.secret, 'sign-out', { idToken }, until)
      reply.setCookie(leavingCookie, sealed, { ...leaving, maxAge: minutesToLeave * 60 })
    }
    return reply.redirect('/signed-out', 303)
  })

  app.get('/signed-out', { config: { page: 'access.signed-out' } }, async (request, reply) => {
    const provider = providerAddress(options, request) === null ? null : (options.provider?.name ?? null)
    return drawOutside(options.web, request, reply, {
      title: 'You are signed out',
      body: <SignedOutScreen provider={provider} />,
    })
  })

  app.get('/signed-out/provider', { config: { page: 'access.signed-out' } }, async (request, reply) => {
    const address = providerAddress(options, request)
    reply.clearCookie(leavingCookie, leaving)
    return reply.redirect(address ?? '/signed-out', 302)
  })
}

function providerAddress(options: SignInOptions, request: FastifyRequest): string | null {
  const sealed = request.cookies[leavingCookie]
  if (!sealed || !options.provider) return null
  const left = unseal(options.web.secret, 'sign-out', sealed, options.web.services.clock().now)
  const idToken = (left as { idToken?: unknown } | null)?.idToken
  return typeof idToken === 'string' ? options.provider.signOutUrl(idToken) : null
}
