import { plural } from '../../../platform/words/index.ts'
import type { Length, Term } from '../../sentence/index.ts'
import { proposalOption } from '../parameters/proposal-options.ts'
import type { ChosenOrder } from './choose-package.ts'

/** An order as it is proposed, a line for the order and one for each requirement with its amount. */
export function orderLines(chosen: ChosenOrder): readonly string[] {
  const name = chosen.family === 'community-order' ? 'Community order' : 'Suspended sentence order'
  const terms = [
    chosen.length && termWords(chosen.length),
    chosen.operationalPeriod && `suspended for ${termWords(chosen.operationalPeriod)}`,
    chosen.supervisionPeriod && `supervised for ${termWords(chosen.supervisionPeriod)}`,
  ].filter(Boolean)
  return [
    [name, ...terms].join(', '),
    ...chosen.requirements.map(({ option, length, curfew }) => {
      const amount = [length && lengthWords(length), curfew && `${curfew.hoursADay} hours a day`].filter(Boolean)
      const what = proposalOption(option)?.name ?? option
      return amount.length > 0 ? `${what}: ${amount.join(', ')}` : what
    }),
  ]
}

function termWords({ years = 0, months = 0, weeks = 0, days = 0 }: Term): string {
  const parts = [
    ...(years ? [plural(years, 'year')] : []),
    ...(months ? [plural(months, 'month')] : []),
    ...(weeks ? [plural(weeks, 'week')] : []),
    ...(days ? [plural(days, 'day')] : []),
  ]
  return parts.join(' ')
}

function lengthWords({ amount, unit }: Length): string {
  return plural(amount, unit.replace(/s$/, ''))
}
