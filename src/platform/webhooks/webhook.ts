import { newSecret, seal, unseal } from '../access/index.ts'
import type { Context } from '../context/index.ts'
import { NotFound, ok, type Problem, problems, type Result } from '../errors/index.ts'
import { isId, newId, type Tx } from '../store/index.ts'

export type Webhook = {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Empty: every event. */
  readonly eventTypes: readonly string[]
  /** Whether it may know that something happened about a limited-access person. */
  readonly limited: boolean
  readonly openedAt: string
  readonly openedBy: string
  readonly closedAt: string | null
}

export type NewWebhook = Pick<Webhook, 'name' | 'url' | 'eventTypes' | 'limited'>

const never = '9999-12-31T00:00:00.000Z'

/** Sends events to an address from now on. The secret is answered once, for the receiver to check signatures with. */
export async function addWebhook(
  ctx: Context,
  wanted: NewWebhook,
  deploymentSecret: string,
): Promise<Result<{ id: string; secret: string }>> {
  ctx.may('platform.manage-webhooks')
  const found = problemsOf(wanted)
  if (found.length > 0) return problems(...found)
  const id = newId()
  const secret = newSecret()
  await ctx.tx.run(
    `INSERT INTO platform.webhook (id, name, url, event_types, secret, limited, opened_at, opened_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      wanted.name.trim(),
      wanted.url.trim(),
      wanted.eventTypes,
      seal(deploymentSecret, 'webhook', { secret }, never),
      wanted.limited,
      ctx.now,
      ctx.viewer.username,
    ],
  )
  ctx.record('system', 'platform.add-webhook', [], { detail: { webhook: id, limited: wanted.limited } })
  return ok({ id, secret })
}

function problemsOf(wanted: NewWebhook): readonly Problem[] {
  const found: Problem[] = []
  if (wanted.name.trim() === '' || wanted.name.length > 100) {
    found.push({ field: 'name', code: 'form', text: 'Enter a name of 1 to 100 characters.' })
  }
  if (!isSafeAddress(wanted.url.trim())) {
    found.push({ field: 'url', code: 'form', text: 'Enter an address that begins with https:// .' })
  }
  const strange = wanted.eventTypes.find(type => !/^[a-z][a-z0-9.-]{1,80}$/.test(type))
  if (strange !== undefined) {
    const text = 'Event types are words joined by hyphens, such as defendant-linked. Put each on its own line.'
    found.push({ field: 'eventTypes', code: 'form', text })
  }
  return found
}

/** https; plain http only to this machine, for trying out. No user name or password inside. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}

/** Nothing is sent there any more; deliveries under way are dropped. */
export async function closeWebhook(ctx: Context, id: string): Promise<Result<undefined>> {
  ctx.may('platform.manage-webhooks')
  if (!isId(id)) throw new NotFound('There is no open webhook with this number.')
  const closed = await ctx.tx.run(
    `UPDATE platform.webhook SET closed_at = $2, closed_by = $3, version = version + 1 WHERE id = $1 AND closed_at IS NULL`,
    [id, ctx.now, ctx.viewer.username],
  )
  if (closed === 0) throw new NotFound('There is no open webhook with this number.')
  ctx.record('system', 'platform.close-webhook', [], { detail: { webhook: id } })
  return ok()
}

type WebhookRow = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly event_types: readonly string[]
  readonly limited: boolean
  readonly opened_at: string
  readonly opened_by: string
  readonly closed_at: string | null
}

export async function webhooks(tx: Tx): Promise<readonly Webhook[]> {
  const rows = await tx.rows<WebhookRow>(
    `SELECT id, name, url, event_types, limited, opened_at, opened_by, closed_at FROM platform.webhook
     ORDER BY closed_at IS NOT NULL, name, id`,
  )
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    url: row.url,
    eventTypes: row.event_types,
    limited: row.limited,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
  }))
}

/** The secret as the receiver knows it; null when it was sealed by another deployment. */
export function openSecret(deploymentSecret: string, sealed: string, now: string): string | null {
  const opened = unseal(deploymentSecret, 'webhook', sealed, now) as { readonly secret?: unknown } | null
  return typeof opened?.secret === 'string' ? opened.secret : null
}
