import { loadReference } from '../domains/organisation/index.ts'
import { loadFlagTypes } from '../domains/person/index.ts'
import { addAccount, demonstrationAccounts as demonstrationAccountsIn, machine } from '../platform/access/index.ts'
import { inContext, type Services } from '../platform/context/index.ts'
import { demonstrationAccounts } from './demonstration/region.ts'

const asJob = (name: string) => ({ viewer: machine(name), requestId: 'start', channel: 'job' })

/** Loads what every deployment needs: courts, regions, kinds of flag; for a demonstration its accounts too. Running it
 *  again changes nothing. */
export async function prepareDatabase(services: Services, demonstration: boolean): Promise<void> {
  await inContext(services, asJob('reference'), async ctx => {
    await loadReference(ctx.tx)
    await loadFlagTypes(ctx.tx)
  })
  if (!demonstration) return
  await inContext(services, asJob('demonstration'), async ctx => {
    if ((await demonstrationAccountsIn(ctx.tx)).length > 0) return
    for (const account of demonstrationAccounts()) {
      const added = await addAccount(ctx.tx, account, ctx.now)
      if (!added.ok) throw new Error(`Demonstration account ${account.username}: ${added.problems[0]?.text}`)
    }
  })
}
