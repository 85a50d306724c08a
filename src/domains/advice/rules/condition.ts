import { type FactName, type FactValue, factNames } from './rule-facts.ts'

/** What a rule asks of the facts, as data. */
export type Condition =
  | { readonly fact: FactName; readonly is: string | number | boolean }
  | { readonly fact: FactName; readonly atLeast: number }
  | { readonly fact: FactName; readonly atMost: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** True, false or not known; `unknown` names the facts that would settle it. */
export type Holds = { readonly holds: boolean | null; readonly unknown: readonly FactName[] }

export type FactValues = { readonly [Name in FactName]: FactValue }

/** Does the condition hold? A fact that is not known leaves it open only where its answer would matter. */
export function holds(condition: Condition, facts: FactValues): Holds {
  if ('all' in condition) return together(condition.all, facts, false)
  if ('any' in condition) return together(condition.any, facts, true)
  const value = facts[condition.fact]
  if (value === null) return { holds: null, unknown: [condition.fact] }
  if ('is' in condition) return { holds: value === condition.is, unknown: [] }
  if (typeof value !== 'number') return { holds: false, unknown: [] }
  return { holds: 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost, unknown: [] }
}

/** The facts a condition reads. */
export function factsRead(condition: Condition): readonly FactName[] {
  if ('all' in condition) return condition.all.flatMap(factsRead)
  if ('any' in condition) return condition.any.flatMap(factsRead)
  return [condition.fact]
}

/** A condition read from a file, or what is wrong with it. */
export function readCondition(value: unknown): Condition | string {
  if (typeof value !== 'object' || value === null) return 'a condition must be an object'
  const { fact, is, atLeast, atMost, all, any } = value as { readonly [key: string]: unknown }
  const list = all ?? any
  if (list !== undefined) {
    if (!Array.isArray(list)) return '"all" and "any" take a list of conditions'
    const wrong = list.map(readCondition).find(one => typeof one === 'string')
    return wrong ?? (value as Condition)
  }
  if (typeof fact !== 'string' || !factNames.includes(fact as FactName)) {
    return `there is no fact "${String(fact)}"; the facts are ${factNames.join(', ')}`
  }
  const asked = [is, atLeast, atMost].filter(one => one !== undefined)
  if (asked.length !== 1) return `${fact} is held against exactly one of "is", "atLeast" and "atMost"`
  if (is === undefined && typeof asked[0] !== 'number') return `${fact}: "atLeast" and "atMost" take a number`
  if (is !== undefined && !['string', 'number', 'boolean'].includes(typeof is)) return `${fact}: "is" takes a value`
  return value as Condition
}

/** `settles` is the answer that decides alone: false among "all", true among "any". */
function together(conditions: readonly Condition[], facts: FactValues, settles: boolean): Holds {
  const answers = conditions.map(one => holds(one, facts))
  if (answers.some(one => one.holds === settles)) return { holds: settles, unknown: [] }
  const unknown = [...new Set(answers.flatMap(one => one.unknown))]
  return { holds: unknown.length > 0 ? null : !settles, unknown }
}
