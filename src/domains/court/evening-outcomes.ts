import { job, noPayload } from '../../platform/jobs/index.ts'
import { giveNoOutcome } from './commands/give-no-outcome.ts'

/** Twice an hour in the evening, because half past six in London is one hour or the other in UTC; before that time the
 *  rule gives nobody an outcome, and nobody is given a second one. */
export const eveningOutcomes = job({
  name: 'court.evening-outcomes',
  about: 'gives every defendant heard today without an outcome the outcome "no outcome", to be resulted',
  payload: noPayload,
  every: '30,45 17-20 * * *',
  async run(kit) {
    await giveNoOutcome(kit.services)
  },
})
