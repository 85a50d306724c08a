export type { Dated, Entry, InForce, Source, SourceKind } from './dated.ts'
export { allParameters, applyDeployerParameters, dated, NoRuleInForce, ParameterError } from './dated.ts'
export type { Decision, Reason, RuleUsed } from './decision.ts'
export { decided, reason } from './decision.ts'
