import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dropHeldForm, type HeldForm, heldForms } from '../access/index.ts'
import { Gone } from '../errors/index.ts'
import { answersOf, drawOutside, sessionCookie } from '../web/index.ts'
import { HeldFormsScreen } from './held-forms-screen.tsx'
import { mustHaveToken, type SignInOptions, sessionOf, textOf, unidentified } from './sign-in-session.ts'

/** Forms that arrived after their session had ended, offered to the same user again. */
export function addHeldForms(app: FastifyInstance, options: SignInOptions): void {
  const config = { page: 'access.held-forms' }

  app.get('/held-forms', { config }, async (request, reply) => {
    const found = await unidentified(options, async tx => {
      const known = await sessionOf(options, request, tx)
      if (!known) return null
      const forms = await heldForms(tx, known.session.viewer.id, options.web.services.clock().now)
      return { forms, session: known.session }
    })
    if (!found) return reply.redirect('/sign-in?next=%2Fheld-forms', 303)
    const body = <HeldFormsScreen forms={found.forms} csrf={found.session.csrf} />
    return drawOutside(options.web, request, reply, { title: 'Waiting to be sent', body }, found.session)
  })

  app.post('/held-forms', { config }, async (request, reply) => {
    const form = answersOf(request.body)
    const asked = await unidentified(options, async tx => {
      const known = await sessionOf(options, request, tx)
      if (!known) return null
      mustHaveToken(request, known.session)
      const forms = await heldForms(tx, known.session.viewer.id, options.web.services.clock().now)
      const held = forms.find(one => one.id === textOf(form.held))
      if (!held) throw new Gone('That was sent already or thrown away.')
      if (form.do !== 'send') await dropHeldForm(tx, known.session.viewer.id, held.id)
      return { held, session: known.session }
    })
    if (!asked) return reply.redirect('/sign-in?next=%2Fheld-forms', 303)
    if (form.do !== 'send') return reply.redirect('/held-forms', 303)
    const sent = await sendAgain(app, options, request, asked.held, asked.session.csrf)
    // Refused for what was typed: the page that comes back shows the words again, so they are in the user's hands.
    if (sent.statusCode < 400 || sent.statusCode === 400) {
      await unidentified(options, tx => dropHeldForm(tx, asked.session.viewer.id, asked.held.id))
    }
    const { location, 'content-type': type } = sent.headers
    if (typeof location === 'string') return reply.redirect(location, 303)
    return reply
      .status(sent.statusCode)
      .type(String(type ?? 'text/html; charset=utf-8'))
      .send(sent.body)
  })
}

/** Posts the form where it was meant to go, as the same user with today's token: every check there is made anew. */
function sendAgain(
  app: FastifyInstance,
  options: SignInOptions,
  request: FastifyRequest,
  held: HeldForm,
  csrf: string,
) {
  const fields = new URLSearchParams({ _csrf: csrf })
  for (const [name, value] of Object.entries(held.answers)) {
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
  }
  const name = sessionCookie(options.web.https)
  return app.inject({
    method: 'POST',
    url: held.path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: request.headers.host ?? 'localhost' },
    cookies: { [name]: request.cookies[name] ?? '' },
    payload: fields.toString(),
    remoteAddress: request.ip,
  })
}
