import type { Operation } from '../audit/index.ts'
import type { Context } from '../context/index.ts'

export type AuditQuestion = {
  readonly actor?: string | undefined
  /** Starts of `what`, such as 'court.' or 'access.sign-in'. */
  readonly what?: string | undefined
  readonly operation?: Operation | undefined
  readonly deniedOnly?: boolean
  /** Moments, ISO in UTC: from included, to left out. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only entries before this one: where the page before ended. */
  readonly before?: { readonly at: string; readonly stream: number; readonly n: number } | undefined
  readonly limit: number
}

export type AuditLine = {
  readonly stream: number
  readonly n: number
  readonly at: string
  readonly actor: string
  readonly operation: string
  readonly what: string
  /** How many people it was about: who they are is for the person's own page. */
  readonly people: number
  readonly denied: boolean
  readonly channel: string
  readonly justification: string | null
}

/** Entries of the audit log, newest first. The search is itself an entry. */
export async function searchAudit(ctx: Context, asked: AuditQuestion): Promise<readonly AuditLine[]> {
  ctx.may('platform.search-audit')
  const rows = await ctx.tx.rows<{
    stream: number
    n: number
    at: string
    actor: string
    operation: string
    what: string
    people: number
    body: string
  }>(
    `SELECT stream, n, at, actor, operation, what, cardinality(people) AS people, body FROM platform.audit_entry
     WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR starts_with(what, $2))
       AND ($3::text IS NULL OR operation = $3) AND ($4::timestamptz IS NULL OR at >= $4)
       AND ($5::timestamptz IS NULL OR at < $5) AND (NOT $6 OR strpos(body, '"outcome":"denied"') > 0)
       AND ($7::timestamptz IS NULL OR (at, stream, n) < ($7, $8, $9))
     ORDER BY at DESC, stream DESC, n DESC LIMIT $10`,
    [
      asked.actor ?? null,
      asked.what ?? null,
      asked.operation ?? null,
      asked.from ?? null,
      asked.to ?? null,
      asked.deniedOnly ?? false,
      asked.before?.at ?? null,
      asked.before?.stream ?? 0,
      asked.before?.n ?? 0,
      asked.limit,
    ],
  )
  const { limit: _limit, before: _before, ...terms } = asked
  ctx.record('system', 'platform.search-audit', [], { detail: { terms } })
  return rows.map(({ body, ...row }) => ({ ...row, ...toldBy(body) }))
}

/** The parts of an entry's text that are shown. */
function toldBy(body: string): Pick<AuditLine, 'denied' | 'channel' | 'justification'> {
  const { outcome, channel, justification } = JSON.parse(body) as Record<string, unknown>
  return {
    denied: outcome === 'denied',
    channel: typeof channel === 'string' ? channel : '',
    justification: typeof justification === 'string' ? justification : null,
  }
}
