import type { CourtResult, ResultPrompt } from '../model.ts'
import type { Fields } from './fields.ts'

/** A judicial result of Common Platform: label, text and prompts as given. Its code, durations and next hearing are
 *  worked out by `codedResult`, which knows the result table. */
export function readJudicialResult(result: Fields): CourtResult {
  return {
    label: result.text('label'),
    text: result.text('resultText'),
    qualifiers: (result.text('qualifier') ?? '').split(/[\s,]+/).filter(code => code !== ''),
    orderedDate: result.day('orderedDate'),
    isConvicted: result.flag('isConvictedResult'),
    resultTypeId: result.text('judicialResultTypeId'),
    prompts: result.objects('judicialResultPrompts').map(readPrompt),
  }
}

function readPrompt(prompt: Fields): ResultPrompt {
  return {
    label: prompt.text('label') ?? '',
    reference: prompt.text('promptReference'),
    type: prompt.text('type'),
    value: prompt.text('value') ?? '',
    isDurationEndDate: prompt.flag('isDurationEndDate'),
  }
}
