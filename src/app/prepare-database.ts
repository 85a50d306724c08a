import { loadReference } from '../domains/organisation/index.ts'
import { loadFlagTypes } from '../domains/person/index.ts'
import { addAccount, machine } from '../platform/access/index.ts'
import { inContext, type Services } from '../platform/context/index.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { demonstrationAccounts } from './demonstration/region.ts'

/** Loads what every deployment needs (courts, regions, kinds of flag), and the demonstration the first time. Running it again changes nothing. */
export async function prepareDatabase(
  services: Services,
  demonstration: boolean,
  say: (line: string) => void,
): Promise<void> {
  await inContext(services, { viewer: machine('reference'), requestId: 'start', channel: 'job' }, async ctx => {
    await loadReference(ctx.tx)
    await loadFlagTypes(ctx.tx)
  })
  if (!demonstration) return
  const missing = await inContext(
    services,
    { viewer: machine('demonstration'), requestId: 'start', channel: 'job' },
    async ctx => {
      const [{ count }] = (await ctx.tx.rows<{ count: number }>(
        'SELECT count(*) AS count FROM platform.account WHERE demonstration',
      )) as [{ count: number }]
      return count === 0
    },
  )
  if (!missing) return
  say('Loading the demonstration region …')
  await inContext(services, { viewer: machine('demonstration'), requestId: 'start', channel: 'job' }, async ctx => {
    for (const account of demonstrationAccounts()) {
      const added = await addAccount(ctx.tx, account, ctx.now)
      if (!added.ok) throw new Error(`Demonstration account ${account.username}: ${added.problems[0]?.text}`)
    }
  })
  await loadDemonstration(services)
}
