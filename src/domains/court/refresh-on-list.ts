import { z } from 'zod'
import { job } from '../../platform/jobs/index.ts'
import { refreshListOf } from './store/appearance-store.ts'

/** A link to a limited record is often made by someone who may not see it, and so could not read what the list shows of
 *  it: the machine, which may, writes the list anew. */
export const refreshOnList = job({
  name: 'court.refresh-on-list',
  about: 'shows a person who was linked to a limited record as the record has them, to those who may see it',
  payload: z.object({ personId: z.string() }),
  async run(kit, { personId }) {
    await kit.transaction(ctx => refreshListOf(ctx, personId))
  },
})
