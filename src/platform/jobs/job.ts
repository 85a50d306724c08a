import { z } from 'zod'
import { machine } from '../access/index.ts'
import { type Context, inContext, type Services } from '../context/index.ts'
import type { Tx } from '../store/index.ts'

/** What a job works with. Each `transaction` is one commit as the worker; nothing is held open between them. */
export type JobKit = {
  readonly services: Services
  readonly attempt: number
  /** True when no further try follows a failure. */
  readonly last: boolean
  transaction<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

export type JobDefinition<Payload> = {
  /** 'audit.anchor' */
  readonly name: string
  /** Finishes the sentence "This job ..." on the jobs page. */
  readonly about: string
  readonly payload: z.ZodType<Payload>
  /** Tries before it gives up, each later than the one before (the queue's exponential back-off). */
  readonly attempts?: number
  /** Runs by itself, in the form of a crontab line, UTC. */
  readonly every?: string
  readonly run: (kit: JobKit, payload: Payload) => Promise<void>
}

/** A job as the worker sees it, whatever its payload. */
export type Job = JobDefinition<unknown>

export function job<Payload>(definition: JobDefinition<Payload>): Job {
  return definition as unknown as Job
}

/** The payload of jobs that need none; a job run by the clock is given the time, which is left out. */
export const noPayload = z.unknown().transform(() => undefined)

export const usualAttempts = 10

/** Adds a job in the transaction: it runs if, and only if, the transaction commits. A job added again under the same
 *  `key` before it ran takes the place of the first. */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  more: { readonly runAt?: string; readonly key?: string; readonly attempts?: number } = {},
): Promise<void> {
  await tx.rows('SELECT platform.add_job($1, $2, $3, $4, $5)', [
    name,
    JSON.stringify(payload),
    more.runAt ?? null,
    more.key ?? null,
    more.attempts ?? usualAttempts,
  ])
}

export function kitOf(services: Services, name: string, attempt: number, last: boolean): JobKit {
  const as = { viewer: machine(name), requestId: `job ${name}`, channel: 'job', role: 'worker' as const }
  return { services, attempt, last, transaction: work => inContext(services, as, work) }
}
