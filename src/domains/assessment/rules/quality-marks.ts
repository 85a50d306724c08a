import type { GenerationTwoFacts } from '../model.ts'
import { inputContradictions } from './input-contradictions.ts'
import { secondLook } from './second-look.ts'

/** What a list of scores to check shows of one scoring. */
export type QualityMarks = {
  /** Contradictions that cannot be true. */
  readonly wrong: number
  /** Unusual inputs. */
  readonly toAsk: number
  /** One step of one input would move a band. */
  readonly atAnEdge: boolean
  /** Static although nothing but answers stands in the way of the dynamic form. */
  readonly staticForWant: boolean
}

/** Counts what the checks say of the inputs of one scoring. Rule: actuarial-risk.md section 9, point 2. */
export function qualityMarks(facts: GenerationTwoFacts): QualityMarks {
  const found = inputContradictions(facts)
  const look = secondLook(facts, null)
  return {
    wrong: found.filter(one => one.severity === 'wrong').length,
    toAsk: found.filter(one => one.severity === 'ask').length,
    atAnEdge: look.sensitivities.length > 0,
    staticForWant: look.staticForWantOf.length > 0,
  }
}
