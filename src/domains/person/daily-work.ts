import { machine } from '../../platform/access/index.ts'
import { inContext } from '../../platform/context/index.ts'
import { job, noPayload } from '../../platform/jobs/index.ts'
import { flipDatedLimits } from './commands/limit-access.ts'
import { refreshFrequencies } from './match-frequencies.ts'

const asJob = (name: string) => ({ viewer: machine(name), requestId: name, channel: 'job' })

/** Every five minutes rather than once a night: a limit whose day has come must not wait for a job that was missed. */
export const datedLimits = job({
  name: 'person.dated-limits',
  about: 'puts limits on access in force on their first day and lifts them after their last',
  payload: noPayload,
  every: '*/5 * * * *',
  async run(kit) {
    await inContext(kit.services, asJob('dated-limits'), flipDatedLimits)
  },
})

export const nightlyFrequencies = job({
  name: 'person.match-frequencies',
  about: 'counts how common each name, birth date and number is, which matching weighs them by',
  payload: noPayload,
  every: '20 2 * * *',
  async run(kit) {
    await inContext(kit.services, asJob('match-frequencies'), ctx => refreshFrequencies(ctx.tx))
  },
})
