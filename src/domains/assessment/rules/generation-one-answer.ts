import type {
  Calculated,
  Fault,
  FaultCode,
  GenerationOneFacts,
  GenerationOneNoScore,
  GenerationOneScore,
} from '../generation-one-model.ts'
import type { PredictorName, Provenance } from '../model.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'

/** The version of these rules, stored with every score. */
export const generationOneAlgorithm = '1.0'

type Facts = GenerationOneFacts
type Extra = Partial<Pick<GenerationOneScore, 'oneYearPercent' | 'points' | 'bandReduced' | 'faults' | 'basis'>>

export function scoredOne(
  predictor: PredictorName,
  facts: Facts,
  result: Calculated,
  extra: Extra = {},
): GenerationOneScore {
  const { percent, band, linear, contributions } = result
  return {
    ...provenance(predictor, facts),
    outcome: 'scored',
    basis: 'static',
    percent,
    band,
    linear,
    contributions,
    faults: [],
    ...extra,
  }
}

export function notScoredOne(predictor: PredictorName, facts: Facts, faults: readonly Fault[]): GenerationOneNoScore {
  const missing = faults.flatMap(fault => (fault.fields.length > 0 ? fault.fields : [fault.code]))
  return { ...provenance(predictor, facts), outcome: 'no-score', why: 'missing', missing, faults }
}

export function notApplicableOne(predictor: PredictorName, facts: Facts): GenerationOneNoScore {
  return { ...provenance(predictor, facts), outcome: 'no-score', why: 'not-applicable', missing: [], faults: [] }
}

export function fault(code: FaultCode, ...fields: readonly string[]): Fault {
  return { code, fields }
}

/** One fault naming every field that is null, or none. Sex other than male and female has no coefficients. */
export function missingInput(
  facts: Facts,
  required: readonly (keyof Facts)[],
  answers: readonly (keyof Facts['answers'])[] = [],
): readonly Fault[] {
  const fields = [
    ...required.filter(field => facts[field] === null || (field === 'sex' && facts.sex === 'other')),
    ...answers.filter(answer => facts.answers[answer] === null),
  ]
  return fields.length > 0 ? [fault('missing-input', ...fields)] : []
}

function provenance(predictor: PredictorName, facts: Facts): Provenance<Facts> {
  return {
    predictor,
    generation: 1,
    algorithmVersion: generationOneAlgorithm,
    dataVersion: actuarialData(facts.assessedOn).version,
    assessedOn: facts.assessedOn,
    inputs: facts,
  }
}
