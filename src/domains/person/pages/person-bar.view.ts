import type { LocalDate } from '../../../platform/calendar/index.ts'
import { age, longDate } from '../../../platform/words/index.ts'
import type { IdentityBar } from '../queries/identity-bar.ts'

export type BarTag = { readonly text: string; readonly colour: 'red' | 'orange' | 'yellow' | 'green' | 'grey' | 'blue' }

export type BarView = {
  readonly name: string
  readonly crn: string
  readonly facts: readonly string[]
  readonly flags: readonly BarTag[]
}

const roshColours = { 1: 'green', 2: 'yellow', 3: 'orange', 4: 'red' } as const

/** The words of the identity bar. Risk to staff stands first; the tier is not known until the tier domain exists.
 *  A person the viewer may not see is a CRN and "Limited access". */
export function barView(bar: IdentityBar, today: LocalDate): BarView {
  const crn = `CRN ${bar.crn ?? 'not given yet'}`
  if (bar.limited) return { name: 'Limited access', crn, facts: [], flags: [] }
  return {
    name: bar.name ?? 'Name not known',
    crn,
    facts: [
      ...bornAndDied(bar, today),
      'Tier: not known',
      `RoSH: ${bar.rosh ? roshWord(bar.rosh.level) : 'not known'}`,
    ],
    flags: flagsOf(bar),
  }
}

/** "Low", "Medium", "High" or "Very high" for the level of risk of serious harm, 1 to 4. */
export function roshWord(level: number): string {
  return ['Low', 'Medium', 'High', 'Very high'][level - 1] ?? `Level ${level}`
}

export function roshColour(level: number): BarTag['colour'] {
  return roshColours[level as 1 | 2 | 3 | 4] ?? 'grey'
}

function bornAndDied(bar: IdentityBar, today: LocalDate): readonly string[] {
  const { dateOfBirth, diedOn } = bar
  const died = diedOn ? [`Died ${longDate(diedOn)}`] : []
  if (!dateOfBirth) return ['Date of birth not known', ...died]
  if (diedOn || dateOfBirth > today) return [`Born ${longDate(dateOfBirth)}`, ...died]
  return [`Born ${longDate(dateOfBirth)}, ${age(dateOfBirth, today)}`]
}

function flagsOf(bar: IdentityBar): readonly BarTag[] {
  const staff: readonly BarTag[] = bar.riskToStaff ? [{ text: 'Risk to staff', colour: 'red' }] : []
  const limited: readonly BarTag[] = bar.limitedCase ? [{ text: 'Limited access case', colour: 'grey' }] : []
  const rosh: readonly BarTag[] = bar.rosh
    ? [{ text: `${roshWord(bar.rosh.level)} RoSH`, colour: roshColour(bar.rosh.level) }]
    : []
  const others = bar.flags.length - (bar.rosh ? 1 : 0)
  const more: readonly BarTag[] =
    others > 0 ? [{ text: `${others} other ${others === 1 ? 'flag' : 'flags'}`, colour: 'blue' }] : []
  return [...staff, ...limited, ...rosh, ...more]
}
