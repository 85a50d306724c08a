import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { demonstrationAccounts, verifyPassword } from '../access/index.ts'
import { NotAllowed, type Problem } from '../errors/index.ts'
import type { Tx } from '../store/index.ts'
import { type Answers, answersOf, drawOutside, queryOf } from '../web/index.ts'
import { safeNext } from './safe-next.ts'
import { demonstrationChoices, refusalProblem, type SignInModel } from './sign-in.view.ts'
import { SignInScreen } from './sign-in-screen.tsx'
import {
  mustBeFromHere,
  type SignInOptions,
  sessionOf,
  signInAs,
  textOf,
  trace,
  unidentified,
} from './sign-in-session.ts'

/** The sign-in page, its form, and one-click sign-in in demonstration mode. */
export function addLocalSignIn(app: FastifyInstance, options: SignInOptions): void {
  app.get('/sign-in', { config: { page: 'access.sign-in' } }, async (request, reply) => {
    const query = queryOf(request.query)
    const next = safeNext(query.one('next'))
    const answer = await unidentified(options, async tx =>
      (await sessionOf(options, request, tx))
        ? null
        : signInModel(options, tx, next, { ended: query.has('ended'), held: query.has('held') }),
    )
    return answer ? draw(options, request, reply, answer) : reply.redirect(next, 303)
  })

  app.post('/sign-in', { config: { page: 'access.sign-in' } }, async (request, reply) => {
    mustBeFromHere(request)
    const form = answersOf(request.body)
    const [username, password] = [textOf(form.username), textOf(form.password)]
    const next = safeNext(textOf(form.next))
    const missing = missingFields(username, password)
    const answer = await unidentified(options, async tx => {
      const again = () => signInModel(options, tx, next, {})
      if (missing.length > 0) return { status: 400, problems: missing, model: await again() }
      const { now } = options.web.services.clock()
      const checked = await verifyPassword(tx, { username, password, address: request.ip }, now)
      if (checked.ok) {
        return { to: await signInAs(options, tx, request, reply, checked.viewer, { means: 'password', next }) }
      }
      await trace(options, tx, request, null, 'access.sign-in', { because: checked.because })
      const status = checked.because === 'wait' ? 429 : 400
      return { status, problems: [refusalProblem(checked.because, checked.waitSeconds)], model: await again() }
    })
    if ('to' in answer) return reply.redirect(answer.to, 303)
    const { status, problems, model } = answer
    return draw(options, request, reply, model, { status, problems, answers: { username } })
  })

  app.post('/sign-in/demonstration', { config: { page: 'access.sign-in' } }, async (request, reply) => {
    mustBeFromHere(request)
    const form = answersOf(request.body)
    const to = await unidentified(options, async tx => {
      const accounts = options.web.demonstration ? await demonstrationAccounts(tx) : []
      const chosen = accounts.find(account => account.id === textOf(form.account))
      if (!chosen) throw new NotAllowed('That is not a demonstration account of this service.', 'access.sign-in')
      const next = safeNext(textOf(form.next))
      return signInAs(options, tx, request, reply, chosen.viewer, { means: 'demonstration', next })
    })
    return reply.redirect(to, 303)
  })
}

async function signInModel(
  options: SignInOptions,
  tx: Tx,
  next: string,
  said: { readonly ended?: boolean; readonly held?: boolean },
): Promise<SignInModel> {
  return {
    next,
    ended: said.ended ?? false,
    held: said.held ?? false,
    provider: options.provider?.name ?? null,
    localForm: true,
    demonstration: options.web.demonstration ? demonstrationChoices(await demonstrationAccounts(tx)) : [],
  }
}

function missingFields(username: string, password: string): readonly Problem[] {
  const missing: Problem[] = []
  if (username.trim() === '') missing.push({ field: 'username', code: 'missing', text: 'Enter your user name.' })
  if (password === '') missing.push({ field: 'password', code: 'missing', text: 'Enter your password.' })
  return missing
}

function draw(
  options: SignInOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  model: SignInModel,
  more: { readonly status?: number; readonly problems?: readonly Problem[]; readonly answers?: Answers } = {},
) {
  return drawOutside(options.web, request, reply, { title: 'Sign in', body: <SignInScreen model={model} />, ...more })
}
