import type { LocalDate } from '../calendar/local-date.ts'
import type { InForce, Source } from './dated.ts'

export type ReasonValue =
  | string
  | number
  | boolean
  | null
  | readonly ReasonValue[]
  | { readonly [key: string]: ReasonValue }

/** A reason is a code and the facts that made it true; the words for the code live beside the domain. */
export type Reason = { readonly code: string; readonly data: { readonly [key: string]: ReasonValue } }

export type RuleUsed = { readonly parameter: string; readonly from: LocalDate; readonly source: Source }

/** An outcome with everything needed to explain it and to replay it later. */
export type Decision<Outcome> = {
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
  readonly rules: readonly RuleUsed[]
}

export function reason(code: string, data: { readonly [key: string]: ReasonValue } = {}): Reason {
  return { code, data }
}

export function decided<Outcome>(
  outcome: Outcome,
  rules: readonly InForce<unknown>[],
  ...reasons: readonly Reason[]
): Decision<Outcome> {
  return { outcome, reasons, rules: rules.map(({ parameter, from, source }) => ({ parameter, from, source })) }
}
