import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** How one process of the product is set up. Every value has a default that works on a laptop; see docs/operate.md. */
export type Settings = {
  readonly port: number
  readonly host: string
  /** What people type to reach the service; https here makes cookies secure. */
  readonly publicUrl: string
  /** The owner's connection to a PostgreSQL of the deployer's; null starts the one npm brought. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly secret: string
  readonly demonstration: boolean
  readonly role: 'web' | 'worker' | 'all'
  readonly idleMinutes: number
  readonly sessionHours: number
  readonly trustProxy: boolean
  readonly requestsPerMinute: number
  readonly parameterFile: string | null
  /** Rows for proposals in place of ours. */
  readonly proposalRuleFile: string | null
  /** Words of assessment questions, such as the licensed ones, in place of ours. */
  readonly questionWordingFile: string | null
  readonly oidc: {
    /** What users call their account there. */
    readonly name: string
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly rolesClaim: string
  } | null
  readonly metricsToken: string | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export class SettingsError extends Error {}

/** Reads the environment. Throws SettingsError naming the variable and what it takes. */
export function readSettings(env: NodeJS.ProcessEnv, argv: readonly string[] = []): Settings {
  const root = env.THROUGHLINE_ROOT ?? process.cwd()
  const dataFolder = path.resolve(root, env.THROUGHLINE_DATA ?? '.throughline')
  const port = wholeNumber(env, 'PORT', 3000, 0, 65_535)
  const host = env.HOST ?? '127.0.0.1'
  const databaseUrl = env.DATABASE_URL || null
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new SettingsError(
      'DATABASE_URL must begin with postgres:// , such as postgres://owner:password@host:5432/throughline',
    )
  }
  if (databaseUrl && !env.THROUGHLINE_SECRET) {
    throw new SettingsError(
      'Set THROUGHLINE_SECRET (32 characters or more, the same for every process) when DATABASE_URL is set',
    )
  }
  if (env.THROUGHLINE_SECRET && env.THROUGHLINE_SECRET.length < 32) {
    throw new SettingsError('THROUGHLINE_SECRET must have 32 characters or more')
  }
  const role = argv.find(word => word.startsWith('--role='))?.slice(7) ?? env.THROUGHLINE_ROLE ?? 'all'
  if (role !== 'web' && role !== 'worker' && role !== 'all') {
    throw new SettingsError('--role must be web, worker or all')
  }
  return {
    port,
    host,
    publicUrl: (env.PUBLIC_URL ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`).replace(
      /\/$/,
      '',
    ),
    databaseUrl,
    dataFolder,
    secret: env.THROUGHLINE_SECRET ?? keptSecret(dataFolder),
    demonstration: yesOrNo(env, 'THROUGHLINE_DEMONSTRATION', databaseUrl === null),
    role,
    idleMinutes: wholeNumber(env, 'THROUGHLINE_IDLE_MINUTES', 60, 1, 1440),
    sessionHours: wholeNumber(env, 'THROUGHLINE_SESSION_HOURS', 12, 1, 72),
    trustProxy: yesOrNo(env, 'TRUST_PROXY', false),
    requestsPerMinute: wholeNumber(env, 'THROUGHLINE_REQUESTS_PER_MINUTE', 1200, 0, 1_000_000),
    parameterFile: env.THROUGHLINE_PARAMETERS ? path.resolve(root, env.THROUGHLINE_PARAMETERS) : null,
    proposalRuleFile: env.THROUGHLINE_PROPOSAL_RULES ? path.resolve(root, env.THROUGHLINE_PROPOSAL_RULES) : null,
    questionWordingFile: env.THROUGHLINE_QUESTIONS ? path.resolve(root, env.THROUGHLINE_QUESTIONS) : null,
    oidc: oidcSettings(env),
    metricsToken: env.THROUGHLINE_METRICS_TOKEN || null,
    logLevel: logLevel(env),
  }
}

/** Quiet for somebody at a terminal, a line for each request where a machine collects them. */
function logLevel(env: NodeJS.ProcessEnv): Settings['logLevel'] {
  const wanted = env.THROUGHLINE_LOG || (process.stderr.isTTY ? 'warn' : 'info')
  const known = (['debug', 'info', 'warn', 'error', 'silent'] as const).find(level => level === wanted)
  if (!known) throw new SettingsError(`THROUGHLINE_LOG must be debug, info, warn, error or silent, not ${wanted}`)
  return known
}

function oidcSettings(env: NodeJS.ProcessEnv): Settings['oidc'] {
  if (!env.OIDC_ISSUER) return null
  if (!env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) {
    throw new SettingsError('OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set too')
  }
  return {
    name: env.OIDC_NAME ?? 'your staff account',
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    rolesClaim: env.OIDC_ROLES_CLAIM ?? 'roles',
  }
}

/** A deployment of one machine makes its own secret and keeps it beside its data, readable by its owner only. */
function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  // Passable but not readable: root's PostgreSQL runs under another account. Each secret in it is 0600 by itself.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return secret
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, usual: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return usual
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new SettingsError(`${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`)
  }
  return value
}

function yesOrNo(env: NodeJS.ProcessEnv, name: string, usual: boolean): boolean {
  const text = env[name]?.toLowerCase()
  if (text === undefined || text === '') return usual
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  if (['0', 'false', 'no', 'off'].includes(text)) return false
  throw new SettingsError(`${name} must be yes or no, not ${JSON.stringify(env[name])}`)
}
