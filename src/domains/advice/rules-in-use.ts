import { proposalRules } from './parameters/rule-rows.ts'
import { type RuleFile, readRuleFile } from './rules/rule-file.ts'

let inUse: RuleFile = proposalRules

/** The rule rows of new proposals: ours, or the deployer's. Stored proposals keep those they were made under. */
export function rulesInUse(): RuleFile {
  return inUse
}

/** Puts a deployer's rule file in the place of ours, whole. Throws RuleFileError naming the row, and keeps what was in
 *  use. Called once, at start. */
export function useRuleFile(file: unknown): RuleFile {
  inUse = readRuleFile(file)
  return inUse
}

/** Back to our own rows. */
export function useOwnRules(): void {
  inUse = proposalRules
}
