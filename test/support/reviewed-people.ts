import { keepReviews } from '../../src/domains/assessment/commands/raise-review.ts'
import { assignManager, identityGroup, personByCrn } from '../../src/domains/person/index.ts'
import { inContext } from '../../src/platform/context/index.ts'
import type { SigningWeb } from './signing-web.ts'

/** Somebody ann manages, with an assessment filled in and a task to review it. */
export async function withReview(
  web: SigningWeb,
  lastName: string,
): Promise<{ readonly crn: string; readonly base: string }> {
  const base = await web.opened(lastName, true)
  const crn = base.split('/')[2]!
  const as = { viewer: web.pages.maker, requestId: 't', channel: 'test' }
  await inContext(web.pages.web.services, as, async ctx => {
    const { personId } = (await personByCrn(ctx.tx, crn))!
    const done = await assignManager(ctx, {
      ...{ personId, regionCode: 'J', providerCode: 'J1', teamCode: 'J1T001', username: 'ann', staffName: 'Ann' },
      ...{ reason: 'Allocated', startsOn: '2026-01-05' },
    })
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    await keepReviews(ctx, personId, await identityGroup(ctx.tx, personId), [
      {
        ...{ trigger: 'address', source: 'address 2026-01-05', happenedOn: '2026-01-05', dueOn: '2026-01-19' },
        sections: ['3', 'RMP'],
      },
    ])
  })
  return { crn, base }
}
