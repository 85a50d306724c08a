import { loadStructure } from '../../domains/organisation/index.ts'
import { machine } from '../../platform/access/index.ts'
import { inContext, type Services } from '../../platform/context/index.ts'
import { structure } from './region.ts'

/** Fills an empty service with the demonstration region, by the same commands and message intake people and courts use. */
export async function loadDemonstration(services: Services): Promise<void> {
  await inContext(services, { viewer: machine('demonstration'), requestId: 'demonstration', channel: 'job' }, ctx =>
    loadStructure(ctx.tx, structure),
  )
}
