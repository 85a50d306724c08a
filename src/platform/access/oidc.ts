import * as client from 'openid-client'
import { Unavailable } from '../errors/index.ts'

export type ProviderSettings = {
  /** The provider's address, from which everything else is discovered. https, or http on this machine. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Our own /sign-in/callback as the browser reaches it. */
  readonly redirectUri: string
  /** Where the provider sends the browser after signing out there. */
  readonly afterSignOut: string
  /** What users call it: "Staff account". */
  readonly name: string
  readonly scope?: string
  /** Where roles stand in the claims: 'roles', or a path such as 'realm_access.roles'. Absent: roles are kept here. */
  readonly rolesClaim?: string
  /** The provider's name of a role -> ours, where they differ. */
  readonly roleNames?: Readonly<Record<string, string>>
}

/** What must come back unchanged; sealed into a cookie while the browser is away. */
export type PendingSignIn = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string
}

export type ProviderClaims = {
  readonly subject: string
  readonly username: string | null
  readonly name: string | null
  readonly roles: readonly string[] | null
}

export type ProviderAnswer =
  | { readonly ok: true; readonly claims: ProviderClaims; readonly idToken: string }
  /** refused: the provider said no. not-ours: the answer does not belong to the question we asked. */
  | { readonly ok: false; readonly because: 'refused' | 'not-ours' }

export type IdentityProvider = {
  readonly name: string
  /** Whether the provider has been found. It is looked for again and again until it is. */
  found(): boolean
  /** The address to send the browser to. Throws Unavailable while the provider is away. */
  start(next: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  /** Reads the answer the browser brought back (`query` is what follows the question mark). Throws Unavailable. */
  finish(query: string, pending: PendingSignIn): Promise<ProviderAnswer>
  /** Where to sign out at the provider too, or null when it offers no such thing. */
  signOutUrl(idToken: string): string | null
  close(): void
}

const firstRetryMs = 1000
const longestRetryMs = 60_000
const timeoutSeconds = 5

/** Code flow with PKCE, state and nonce. Looks for the provider at once and in the background until it answers. */
export function identityProvider(settings: ProviderSettings): IdentityProvider {
  let configuration: client.Configuration | undefined
  let looking: Promise<client.Configuration> | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const find = () => {
    looking ??= discover(settings)
      .then(found => {
        configuration = found
        return found
      })
      .finally(() => {
        looking = undefined
      })
    return looking
  }
  const keepLooking = (wait: number) => {
    find().catch(() => {
      if (closed) return
      timer = setTimeout(() => keepLooking(Math.min(wait * 2, longestRetryMs)), wait)
      timer.unref()
    })
  }
  const configured = async () => {
    try {
      return configuration ?? (await find())
    } catch {
      throw away(settings)
    }
  }
  keepLooking(firstRetryMs)

  return {
    name: settings.name,
    found: () => configuration !== undefined,
    async start(next) {
      const config = await configured()
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        next,
      }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: settings.scope ?? 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      })
      return { url: url.href, pending }
    },
    async finish(query, pending) {
      const config = await configured()
      const current = new URL(settings.redirectUri)
      current.search = query
      try {
        const tokens = await client.authorizationCodeGrant(config, current, {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        })
        const claims = await allClaims(config, tokens, settings)
        return { ok: true, claims: claimsOf(claims, settings), idToken: tokens.id_token ?? '' }
      } catch (error) {
        if (isAway(error)) throw away(settings)
        if (error instanceof client.AuthorizationResponseError) return { ok: false, because: 'refused' }
        if (error instanceof client.ClientError || error instanceof client.ResponseBodyError) {
          return { ok: false, because: 'not-ours' }
        }
        throw error
      }
    },
    signOutUrl(idToken) {
      if (!configuration?.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: settings.afterSignOut,
      }).href
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function discover(settings: ProviderSettings): Promise<client.Configuration> {
  const issuer = new URL(settings.issuer)
  const onThisMachine = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  return client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    timeout: timeoutSeconds,
    // Plain http never leaves this machine: it serves trying things out.
    ...(onThisMachine ? { execute: [client.allowInsecureRequests] } : {}),
  })
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>
type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** The identity token's claims; what it leaves out is asked of the provider's user page. */
async function allClaims(config: client.Configuration, tokens: Tokens, settings: ProviderSettings): Promise<Claims> {
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no identity token')
  const complete =
    claims.preferred_username !== undefined &&
    (settings.rolesClaim === undefined || at(claims, settings.rolesClaim) !== undefined)
  if (complete || !config.serverMetadata().userinfo_endpoint) return claims
  return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
}

function claimsOf(claims: Claims, settings: ProviderSettings): ProviderClaims {
  const roles = settings.rolesClaim === undefined ? undefined : at(claims, settings.rolesClaim)
  return {
    subject: claims.sub,
    username: textOf(claims.preferred_username),
    name: textOf(claims.name),
    roles: Array.isArray(roles)
      ? roles.filter(role => typeof role === 'string').map(role => settings.roleNames?.[role] ?? role)
      : null,
  }
}

function at(claims: Claims, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      claims,
    )
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** No answer at all, or one that says "not now": the user is told to try again, not that anything was wrong. */
function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.status >= 500
  if (error instanceof client.ClientError) {
    const cause = error.cause
    return error.code === 'OAUTH_TIMEOUT' || (cause instanceof Response && cause.status >= 500)
  }
  return error instanceof TypeError && error.message === 'fetch failed'
}

function away(settings: ProviderSettings): Unavailable {
  return new Unavailable(`${settings.name} does not answer at the moment. Try again in a minute.`)
}
