import { readFileSync } from 'node:fs'
import { useRuleFile } from '../domains/advice/index.ts'
import { useQuestionWording } from '../domains/assessment/index.ts'
import { applyDeployerParameters } from '../platform/rules/index.ts'
import type { Settings } from './settings.ts'

/** Puts the deployer's own parameters, proposal rules and words of questions in place of ours, before anything else starts. Throws, naming
 *  the parameter or the row, when a source is missing or two versions hold on one day: the product does not start. */
export function applyDeployerFiles(
  settings: Pick<Settings, 'parameterFile' | 'proposalRuleFile' | 'questionWordingFile'>,
): void {
  if (settings.parameterFile) applyDeployerParameters(jsonIn(settings.parameterFile, 'THROUGHLINE_PARAMETERS'))
  if (settings.proposalRuleFile) useRuleFile(jsonIn(settings.proposalRuleFile, 'THROUGHLINE_PROPOSAL_RULES'))
  // Reads our own questions too, so that a bad file of either is found now and not at the first assessment.
  useQuestionWording(settings.questionWordingFile ? jsonIn(settings.questionWordingFile, 'THROUGHLINE_QUESTIONS') : [])
}

function jsonIn(file: string, setting: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${setting} names a file that is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}
