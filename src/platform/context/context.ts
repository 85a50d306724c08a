import type { PermissionTable, Subject, Viewer } from '../access/index.ts'
import type { AuditEntry, Operation } from '../audit/index.ts'
import { appendAudit } from '../audit/index.ts'
import type { Instant, LocalDate } from '../calendar/index.ts'
import { NotAllowed, type Result } from '../errors/index.ts'
import type { DomainEvent } from '../events/index.ts'
import { appendEvent } from '../events/index.ts'
import type { Database, DbRole, RowViewer, Tx } from '../store/index.ts'

/** What every command and query is given: who asks, when, and the one open transaction.
 *  Only what `platform` knows is here; stores are imported from one's own domain. */
export type Context = {
  readonly requestId: string
  readonly viewer: Viewer
  readonly now: Instant
  /** The day in Europe/London. */
  readonly today: LocalDate
  readonly tx: Tx
  readonly permissions: PermissionTable
  /** Throws NotAllowed, which is logged and shown with an explanation. */
  may(action: string, subject?: Subject): void
  can(action: string, subject?: Subject): boolean
  /** A look at people: written to the audit chain in this transaction's commit. */
  look(what: string, people: readonly string[], more?: AuditDetail): void
  /** A change, a disclosure, a collection: likewise. */
  record(operation: Operation, what: string, people: readonly string[], more?: AuditDetail): void
  /** Puts the event in the outbox and runs the reactions of higher domains, all in this transaction. */
  announce(event: DomainEvent, flags?: { readonly excluded: boolean; readonly restricted: boolean }): Promise<void>
  /** Runs a command whole or not at all: when it answers problems, what it wrote, announced and recorded until then is
   *  taken back, although the transaction goes on to show the form again. Looks stay in the audit chain. */
  attempt<T>(command: () => Promise<Result<T>>): Promise<Result<T>>
}

export type AuditDetail = Pick<AuditEntry, 'justification' | 'recipient' | 'detail' | 'outcome'>

export type Reaction = (ctx: Context, event: DomainEvent) => Promise<void>

/** Filled by `person`: the restricted people the user is named on and those they are barred from, today. */
export type LimitsPort = (
  tx: Tx,
  viewer: Viewer,
  today: LocalDate,
) => Promise<{ readonly allowed: readonly string[]; readonly barred: readonly string[] }>

/** What `app` wires once and every transaction uses. */
export type Services = {
  readonly db: Database
  readonly permissions: PermissionTable
  readonly clock: () => { readonly now: Instant; readonly today: LocalDate }
  readonly limitsOf: LimitsPort
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>
}

export type Work = {
  readonly viewer: Viewer
  readonly requestId: string
  readonly channel: string
  readonly role?: DbRole
}

/** Opens the transaction, works, writes the audit entries, commits. A refusal for want of permission is
 *  itself written to the audit chain, in a transaction of its own because the first is rolled back. */
export async function inContext<T>(services: Services, as: Work, work: (ctx: Context) => Promise<T>): Promise<T> {
  const role = as.role ?? (as.viewer.kind === 'machine' ? 'worker' : 'web')
  try {
    return await services.db.transaction(role, null, async tx => {
      const { now, today } = services.clock()
      const everyone: RowViewer = { userId: as.viewer.username, allowed: [], barred: [] }
      await services.db.identify(tx, everyone)
      if (as.viewer.kind === 'person') {
        const limits = await services.limitsOf(tx, as.viewer, today)
        if (limits.allowed.length > 0 || limits.barred.length > 0) {
          await services.db.identify(tx, { userId: as.viewer.username, ...limits })
        }
      }
      return await workInside(services, as, tx, { now, today }, work)
    })
  } catch (error) {
    if (error instanceof NotAllowed) await logDenied(services, as, error)
    throw error
  }
}

/** The same inside a transaction that is already open and identified. */
export async function workInside<T>(
  services: Services,
  as: Work,
  tx: Tx,
  when: { readonly now: Instant; readonly today: LocalDate },
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  let entries: AuditEntry[] = []
  let attempts = 0
  const { permissions } = services
  const ctx: Context = {
    requestId: as.requestId,
    viewer: as.viewer,
    now: when.now,
    today: when.today,
    tx,
    permissions,
    can: (action, subject) => permissions.allows(as.viewer, action, subject),
    may(action, subject) {
      if (permissions.allows(as.viewer, action, subject)) return
      throw new NotAllowed(
        `Your role does not let you ${permissions.row(action).about}.`,
        action,
        subject?.people ?? [],
      )
    },
    look: (what, people, more) => void entries.push({ operation: 'consult', what, people, ...more }),
    record: (operation, what, people, more) => void entries.push({ operation, what, people, ...more }),
    async announce(event, flags) {
      await appendEvent(tx, when.now, event, flags)
      for (const react of services.reactions.get(event.type) ?? []) await react(ctx, event)
    },
    async attempt(command) {
      attempts += 1
      const savepoint = `attempt_${attempts}`
      const before = entries.length
      // Sent together with the command's first statement, which fails with it.
      tx.bare(`SAVEPOINT ${savepoint}`).catch(() => undefined)
      const done = await command()
      if (!done.ok) {
        await tx.bare(`ROLLBACK TO SAVEPOINT ${savepoint}`)
        entries = entries.filter((entry, index) => index < before || entry.operation === 'consult')
      }
      return done
    },
  }
  const result = await work(ctx)
  await appendAudit(tx, { viewer: as.viewer, at: when.now, requestId: as.requestId, channel: as.channel }, entries)
  return result
}

async function logDenied(services: Services, as: Work, refusal: NotAllowed): Promise<void> {
  await services.db.transaction('web', { userId: as.viewer.username, allowed: [], barred: [] }, tx =>
    appendAudit(tx, { viewer: as.viewer, at: services.clock().now, requestId: as.requestId, channel: as.channel }, [
      { operation: 'consult', what: refusal.action, people: refusal.people, outcome: 'denied' },
    ]),
  )
}
