import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accountOfProvider, type IdentityProvider, type PendingSignIn, seal, unseal } from '../access/index.ts'
import { cookieOptions, drawOutside, queryOf } from '../web/index.ts'
import { safeNext } from './safe-next.ts'
import { NotAdmittedScreen, StartAgainScreen } from './sign-in-screen.tsx'
import { type SignInOptions, signInAs, trace, unidentified } from './sign-in-session.ts'

const pendingCookie = 'throughline-sign-in'
const minutesToSignIn = 10

const pendingForm = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() })

const notAdmitted = {
  wrong: 'There is no account for you in Throughline.',
  closed: 'Your account in Throughline is closed.',
  dormant: 'Your account in Throughline has not been used for a long time and is asleep.',
  wait: 'There is no account for you in Throughline.',
} as const

/** Signing in with the identity provider. It starts by a link, not a form, so that forms stay limited to this site. */
export function addProviderSignIn(app: FastifyInstance, options: SignInOptions, provider: IdentityProvider): void {
  app.get('/sign-in/start', { config: { page: 'access.sign-in-start' } }, async (request, reply) => {
    const { url, pending } = await provider.start(safeNext(queryOf(request.query).one('next')))
    const until = new Date(Date.parse(options.web.services.clock().now) + minutesToSignIn * 60_000).toISOString()
    reply.setCookie(pendingCookie, seal(options.web.secret, 'sign-in', pending, until), {
      ...cookieOptions(options.web),
      path: '/sign-in',
      maxAge: minutesToSignIn * 60,
    })
    return reply.redirect(url, 302)
  })

  app.get('/sign-in/callback', { config: { page: 'access.sign-in-callback' } }, async (request, reply) => {
    const pending = pendingOf(options, request)
    reply.clearCookie(pendingCookie, { ...cookieOptions(options.web), path: '/sign-in' })
    const startAgain = (text: string) =>
      drawOutside(options.web, request, reply, {
        status: 400,
        title: 'Sign-in did not finish',
        body: <StartAgainScreen text={text} />,
      })
    if (!pending) return startAgain(`It took longer than ${minutesToSignIn} minutes, or was begun in another browser.`)
    const answer = await provider.finish(request.url.split('?')[1] ?? '', pending)
    if (!answer.ok) {
      await unidentified(options, tx =>
        trace(options, tx, request, null, 'access.sign-in', { because: answer.because }),
      )
      return startAgain(
        answer.because === 'refused'
          ? `${provider.name} did not sign you in.`
          : `The answer of ${provider.name} does not belong to the sign-in that was begun here.`,
      )
    }
    const result = await unidentified(options, async tx => {
      const account = await accountOfProvider(tx, answer.claims, options.web.services.clock().now)
      if (!account.ok) {
        await trace(options, tx, request, null, 'access.sign-in', { because: account.because, means: 'provider' })
        return account
      }
      const how = { means: 'provider', next: safeNext(pending.next), idToken: answer.idToken } as const
      return { ok: true as const, to: await signInAs(options, tx, request, reply, account.viewer, how) }
    })
    if (result.ok) return reply.redirect(result.to, 303)
    return drawOutside(options.web, request, reply, {
      status: 403,
      title: 'You cannot use Throughline yet',
      body: <NotAdmittedScreen provider={provider.name} text={notAdmitted[result.because]} />,
    })
  })
}

function pendingOf(options: SignInOptions, request: FastifyRequest): PendingSignIn | null {
  const sealed = request.cookies[pendingCookie]
  if (!sealed) return null
  const read = pendingForm.safeParse(unseal(options.web.secret, 'sign-in', sealed, options.web.services.clock().now))
  return read.success ? read.data : null
}
