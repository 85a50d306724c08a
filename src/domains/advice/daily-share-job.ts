import { machine } from '../../platform/access/index.ts'
import { inContext } from '../../platform/context/index.ts'
import { job, noPayload } from '../../platform/jobs/index.ts'
import { publishDailyShare } from './commands/publish-daily-share.ts'

/** Every night; a night that was missed is made up for by the next. */
export const nightlyShare = job({
  name: 'advice.daily-share',
  about: 'publishes for each court how many of those sentenced had a report, once for each day',
  payload: noPayload,
  every: '40 2 * * *',
  async run(kit) {
    const as = { viewer: machine('daily-share'), requestId: 'daily-share', channel: 'job', role: 'worker' as const }
    await inContext(kit.services, as, publishDailyShare)
  },
})
