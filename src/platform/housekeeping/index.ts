import type { KeyObject } from 'node:crypto'
import { sweepFailures, sweepHeldForms, sweepSessions } from '../access/index.ts'
import { sweepKeys } from '../api/index.ts'
import { publishAnchors, writeAnchor } from '../audit/index.ts'
import { type Job, job, noPayload, sweepRuns } from '../jobs/index.ts'
import { sweepDeliveries } from '../webhooks/index.ts'

/** Signs where the audit log stands and publishes it outside the database, so that its tail cannot vanish unseen. */
export function anchorAudit(options: { readonly file: string; readonly key: KeyObject }): Job {
  return job({
    name: 'audit.anchor',
    about: 'signs where the audit log stands and writes it to a file outside the database',
    payload: noPayload,
    every: '*/10 * * * *',
    async run(kit) {
      await kit.transaction(ctx => writeAnchor(ctx.tx, options.key, ctx.now))
      // After the commit: only what is certain is published. A crash in between is made good by the next run.
      await kit.transaction(ctx => publishAnchors(ctx.tx, options.file))
    },
  })
}

/** Sessions and held forms are kept a week: a form posted late must find whose session it came from. */
const sessionDays = 7

/** Takes away what has served its purpose. Records about people are never touched. */
export const sweep = job({
  name: 'platform.sweep',
  about: 'clears ended sessions, old forms, keys, job runs and deliveries',
  payload: noPayload,
  every: '23 * * * *',
  async run(kit) {
    await kit.transaction(async ctx => {
      await sweepFailures(ctx.tx, ctx.now)
      await sweepHeldForms(ctx.tx, ctx.now)
      await sweepSessions(ctx.tx, ctx.now, sessionDays)
      await sweepKeys(ctx.tx, ctx.now)
      await sweepRuns(ctx.tx, ctx.now)
      await sweepDeliveries(ctx.tx, ctx.now)
    })
  },
})
