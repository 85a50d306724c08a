import { randomUUID, timingSafeEqual } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Viewer } from '../access/index.ts'
import { ErrorSummary, Layout, renderDocument, type ServiceNavigationItem } from '../components/index.ts'
import { type Context, type Services, workInside } from '../context/index.ts'
import { NotAllowed, type Problem, Refusal } from '../errors/index.ts'
import { errorSummaryOf } from '../forms/index.ts'
import type { Tx } from '../store/index.ts'
import { draftsAt, dropDrafts, keepDrafts } from './draft.ts'
import type { Answers, At, FileToSend, Page } from './page.ts'
import { queryOf } from './query.ts'
import { defectPage, refusalPage } from './refusals.tsx'
import { openSaid, sealSaid } from './said.ts'
import { UiContext } from './ui.tsx'
import { type ReadForm, readForm, uploadLimits } from './uploaded-form.ts'

export type Session = { readonly viewer: Viewer; readonly csrf: string }

/** Filled by `access`: who the session cookie belongs to, and keeping a form whose session has ended. */
export type SessionsPort = {
  read(tx: Tx, token: string, now: string): Promise<Session | null>
  hold(tx: Tx, token: string, path: string, body: Answers, now: string): Promise<boolean>
}

export type WebOptions = {
  readonly services: Services
  readonly sessions: SessionsPort
  /** Signs short-lived cookies; shared by all processes of a deployment. */
  readonly secret: string
  /** True when people reach the service by https: cookies are then sent over nothing else. */
  readonly https: boolean
  readonly demonstration: boolean
  readonly assetFolder: string
  readonly assetVersion: string
  readonly navigation: (viewer: Viewer, section: string | undefined) => readonly ServiceNavigationItem[]
  readonly roleLabel: (viewer: Viewer) => string
  /** Told of every defect, with its reference; writes it to the log without a person's data. */
  readonly onDefect: (error: unknown, reference: string, route: string) => void
  readonly trustProxy?: boolean
  /** Requests a minute from one address; 0 switches the limit off (benchmarks). */
  readonly requestsPerMinute?: number
}

export type Web = { readonly app: FastifyInstance; readonly addPages: (pages: readonly Page[]) => void }

export const sessionCookie = (https: boolean) => (https ? '__Host-throughline' : 'throughline')
const saidCookie = 'throughline-said'

/** The server every screen and every plugin is registered on. Pages need no script, and nothing inline. */
export async function openWeb(options: WebOptions): Promise<Web> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 500 },
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 1_048_576 })
  await app.register(multipart, { limits: uploadLimits, throwFileSizeLimit: true })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: 'same-origin' },
  })
  if (options.requestsPerMinute !== 0) {
    await app.register(rateLimit, { max: options.requestsPerMinute ?? 1200, timeWindow: '1 minute' })
  }
  await app.register(fastifyStatic, {
    root: options.assetFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  })
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store')
  })
  app.setErrorHandler((error, request, reply) => fail(options, error, request, reply))
  app.setNotFoundHandler(async (request, reply) => {
    if (wantsJson(request)) return reply.status(404).send({ title: 'Not found', status: 404 })
    return draw(options, request, reply, null, { status: 404, title: 'Page not found', body: <NothingHere /> })
  })
  return {
    app,
    addPages(pages) {
      for (const definition of pages) addPage(app, options, definition)
    },
  }
}

type Drawn = {
  readonly status: number
  readonly title: string
  readonly body: ComponentChildren
  readonly before?: ComponentChildren
  readonly name?: string
  readonly section?: string
  readonly problems?: readonly Problem[]
  readonly answers?: Answers
}

type Answer =
  | { readonly redirect: string; readonly say?: string }
  | { readonly json: unknown; readonly code?: number }
  | { readonly file: FileToSend }
  | Drawn

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The row of the permission table asked before anything is read; routes without one are open to everyone. */
    allow?: string
    /** The row asked for each thing a form of the page can ask, by its intent. */
    intents?: Readonly<Record<string, string>>
  }
}

function addPage(app: FastifyInstance, options: WebOptions, definition: Page): void {
  const posts = Object.entries(definition.posts ?? {}).map(([intent, { allow }]) => [intent, allow] as const)
  const config = {
    page: definition.name,
    allow: definition.allow,
    intents: { ...Object.fromEntries(posts), ...(definition.draft ? { 'save-draft': definition.allow } : {}) },
  }
  app.get(definition.path, { config }, (request, reply) => answer(options, definition, request, reply))
  if (definition.posts || definition.draft) {
    app.post(definition.path, { config }, (request, reply) => answer(options, definition, request, reply))
  }
}

async function answer(options: WebOptions, definition: Page, request: FastifyRequest, reply: FastifyReply) {
  const { services } = options
  const { now, today } = services.clock()
  const token = request.cookies[sessionCookie(options.https)]
  const path = request.url.split('?')[0]!
  let session: Session | null = null
  let result: Answer | null = null
  try {
    const form = request.method === 'POST' ? await readForm(request) : noForm
    result = await services.db.transaction('web', { userId: 'sign-in', allowed: [], barred: [] }, async tx => {
      session = token ? await options.sessions.read(tx, token, now) : null
      if (!session) return await withoutSession(options, tx, request, form, token, now)
      const { viewer, csrf } = session
      const limits = await services.limitsOf(tx, viewer, today)
      await services.db.identify(tx, { userId: viewer.username, ...limits })
      const as = { viewer, requestId: request.id, channel: 'screen' }
      return await workInside(services, as, tx, { now, today }, ctx =>
        request.method === 'POST'
          ? submit(definition, ctx, request, form, path, csrf)
          : show(definition, ctx, {
              path,
              params: request.params as Record<string, string>,
              query: queryOf(request.query),
              problems: [],
              ...noForm,
            }),
      )
    })
  } catch (error) {
    if (error instanceof NotAllowed && session) await logDenied(options, request, session, error)
    return fail(options, error, request, reply, session)
  }
  if ('redirect' in result) {
    if (result.say) reply.setCookie(saidCookie, sealSaid(options.secret, result.say), cookieOptions(options))
    return reply.redirect(result.redirect, 303)
  }
  if ('json' in result) return reply.status(result.code ?? 200).send(result.json)
  if ('file' in result) return sendFile(reply, result.file)
  return draw(options, request, reply, session, result)
}

const noForm: ReadForm = { answers: {}, files: [] }

/** Always as an attachment: what somebody uploaded is never drawn under our own address. */
function sendFile(reply: FastifyReply, { fileName, mediaType, content }: FileToSend) {
  const plain = fileName.replace(/[^\w. -]/g, '_')
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(content)
}

async function withoutSession(
  options: WebOptions,
  tx: Tx,
  request: FastifyRequest,
  form: ReadForm,
  token: string | undefined,
  now: string,
): Promise<Answer> {
  const held =
    request.method === 'POST' && token !== undefined
      ? await options.sessions.hold(tx, token, request.url, form.answers, now)
      : false
  const next = request.method === 'GET' ? `next=${encodeURIComponent(request.url)}` : ''
  return { redirect: `/sign-in?${[next, token ? 'ended=1' : '', held ? 'held=1' : ''].filter(Boolean).join('&')}` }
}

async function show(definition: Page, ctx: Context, at: At): Promise<Answer> {
  ctx.may(definition.allow)
  const drafts = definition.draft && at.problems.length === 0 ? await draftsAt(ctx, definition.draft(at)) : {}
  const asked = Object.keys(drafts).length > 0 ? { ...at, answers: { ...drafts, ...at.answers } } : at
  const model = await definition.view(ctx, asked)
  if (definition.send) return { file: definition.send(model) }
  return {
    status: at.problems.length > 0 ? 400 : (definition.status?.(model) ?? 200),
    title: typeof definition.title === 'function' ? definition.title(model) : definition.title,
    body: definition.body(model, asked),
    before: definition.before?.(model),
    name: definition.name,
    ...(definition.section ? { section: definition.section } : {}),
    problems: at.problems,
    answers: asked.answers,
  }
}

async function submit(
  definition: Page,
  ctx: Context,
  request: FastifyRequest,
  { answers, files }: ReadForm,
  path: string,
  csrf: string,
): Promise<Answer> {
  if (!sameToken(answers._csrf, csrf)) {
    throw new NotAllowed('This form was drawn for another session. Open the page again.', `${definition.name}.csrf`)
  }
  const at: At = {
    path,
    params: request.params as Record<string, string>,
    query: queryOf(request.query),
    problems: [],
    answers,
    files,
  }
  const intent = typeof answers.intent === 'string' ? answers.intent : ''
  if (intent === 'save-draft' && definition.draft) {
    ctx.may(definition.allow)
    await keepDrafts(ctx, definition.draft(at), answers)
    if (wantsJson(request)) return { json: { savedAt: ctx.now } }
    return { redirect: request.url, say: 'Draft saved' }
  }
  const chosen = definition.posts?.[intent]
  if (!chosen) return show(definition, ctx, { ...at, problems: [notAnAction] })
  ctx.may(chosen.allow)
  const read = chosen.form.safeParse(answers)
  if (!read.success) {
    const problems = read.error.issues.map(issue => ({
      field: issue.path.join('.'),
      code: issue.code,
      text: issue.message,
    }))
    return show(definition, ctx, { ...at, problems })
  }
  const done = await ctx.attempt(() => chosen.run(ctx, read.data, at))
  if (!done.ok) {
    if (wantsJson(request)) return { json: { problems: done.problems }, code: 422 }
    return show(definition, ctx, { ...at, problems: done.problems })
  }
  if (wantsJson(request) && done.value.json !== undefined) return { json: done.value.json }
  if (definition.draft) await dropDrafts(ctx, definition.draft(at))
  return { redirect: done.value.to, ...(done.value.say ? { say: done.value.say } : {}) }
}

const notAnAction: Problem = {
  field: '',
  code: 'unknown-action',
  text: 'The page did not understand which button was used. Use one of the buttons below.',
}

function draw(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | null,
  drawn: Drawn,
) {
  const viewer = session?.viewer ?? null
  const said = openSaid(options.secret, request.cookies[saidCookie])
  if (said !== null) reply.clearCookie(saidCookie, { path: '/' })
  const problems = drawn.problems ?? []
  const summary = errorSummaryOf(problems)
  const html = renderDocument(
    <UiContext.Provider
      value={{
        csrf: session?.csrf ?? '',
        path: request.url,
        viewer,
        problems,
        answers: drawn.answers ?? {},
        today: options.services.clock().today,
        can: action => viewer !== null && options.services.permissions.allows(viewer, action),
      }}
    >
      <Layout
        title={drawn.title}
        hasErrors={problems.length > 0}
        pageName={drawn.name}
        assetVersion={options.assetVersion}
        demonstration={options.demonstration}
        navigation={viewer ? options.navigation(viewer, drawn.section) : []}
        user={viewer ? { name: viewer.name, role: options.roleLabel(viewer), signOutHref: '/sign-out' } : undefined}
        messages={said !== null ? [{ kind: 'done', text: said }] : []}
        beforeContent={drawn.before}
        footerLinks={[
          { text: 'Permissions', href: '/help/permissions' },
          { text: 'Rules and their sources', href: '/help/rules' },
          { text: 'API', href: '/api/docs' },
        ]}
      >
        {summary && <ErrorSummary {...summary} />}
        {drawn.body}
      </Layout>
    </UiContext.Provider>,
  )
  return reply.status(drawn.status).type('text/html; charset=utf-8').send(html)
}

/** Draws a page outside `page()`: sign-in, sign-out and their like, most of which have no session yet. */
export function drawOutside(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  drawn: {
    readonly status?: number
    readonly title: string
    readonly body: ComponentChildren
    readonly problems?: readonly Problem[]
    readonly answers?: Answers
  },
  session: Session | null = null,
) {
  return draw(options, request, reply, session, { status: 200, ...drawn })
}

async function fail(
  options: WebOptions,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | null = null,
) {
  if (reply.sent) return reply
  const known = error instanceof Refusal ? refusalPage(error) : clientFault(error)
  if (known) {
    if (wantsJson(request)) {
      return reply
        .status(known.status)
        .type('application/problem+json')
        .send({ title: known.title, status: known.status })
    }
    return draw(options, request, reply, session, known)
  }
  options.onDefect(error, request.id, `${request.method} ${request.routeOptions?.url ?? '(no route)'}`)
  if (wantsJson(request)) {
    return reply
      .status(500)
      .type('application/problem+json')
      .send({ title: 'There is a problem with the service', status: 500, reference: request.id })
  }
  return draw(options, request, reply, session, defectPage(request.id))
}

/** Faults Fastify finds before a page is reached: too large, not readable, too many requests. */
function clientFault(error: unknown): Drawn | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  const title =
    status === 413 ? 'That was too large' : status === 429 ? 'Too many requests' : 'The request could not be read'
  const text =
    status === 413
      ? 'The text or file is larger than the service takes. Shorten it, or split it into parts.'
      : status === 429
        ? 'Wait a minute, then go on. Nothing was lost.'
        : 'Go back and send the form again.'
  return {
    status,
    title,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
      </>
    ),
  }
}

async function logDenied(options: WebOptions, request: FastifyRequest, session: Session, refusal: NotAllowed) {
  const { services } = options
  const { now, today } = services.clock()
  const { viewer } = session
  const as = { viewer, requestId: request.id, channel: 'screen' }
  await services.db.transaction('web', { userId: viewer.username, allowed: [], barred: [] }, tx =>
    workInside(services, as, tx, { now, today }, async ctx =>
      ctx.look(refusal.action, refusal.people, { outcome: 'denied' }),
    ),
  )
}

function NothingHere() {
  return (
    <>
      <h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">If you typed the address, check it. If you pasted it, check you copied all of it.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to your first page
        </a>
      </p>
    </>
  )
}

export function cookieOptions(options: Pick<WebOptions, 'https'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: options.https }
}

function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length || expected === '') return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || (request.headers.accept ?? '').startsWith('application/json')
}
