import { identityBar, managedBy } from '../../domains/person/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { longDate } from '../../platform/words/index.ts'
import { statusTexts } from './probation-status.ts'

export type MyCase = {
  readonly name: string
  readonly crn: string
  readonly href: string
  readonly born: string
  readonly status: string
  readonly riskToStaff: boolean
  readonly limited: boolean
}

/** The people this viewer manages today, by surname; a person the viewer may not see is a CRN. */
export async function myCases(ctx: Context): Promise<readonly MyCase[]> {
  const ids = await managedBy(ctx.tx, ctx.viewer.username, ctx.today)
  if (ids.length === 0) return []
  const bars = [...(await identityBar(ctx.tx, ids)).values()]
  const statuses = await statusTexts(ctx, ids)
  ctx.look('app.my-cases', ids)
  return bars
    .flatMap(bar =>
      bar.crn === null
        ? []
        : {
            name: bar.limited ? 'Limited access' : (bar.name ?? 'Name not known'),
            crn: bar.crn,
            href: `/case/${bar.crn}`,
            born: bar.limited ? '' : bar.dateOfBirth ? `Born ${longDate(bar.dateOfBirth)}` : 'Date of birth not known',
            status: bar.limited ? 'Open to see whom to contact' : (statuses.get(bar.personId) ?? 'Not known'),
            riskToStaff: bar.riskToStaff,
            limited: bar.limited,
          },
    )
    .sort((a, b) => (`${a.limited} ${a.name}` < `${b.limited} ${b.name}` ? -1 : 1))
}
