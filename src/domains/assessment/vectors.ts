import type { VectorFamily } from '../../platform/vectors/index.ts'
import { generationOneVectorFamilies } from './generation-one-vectors.ts'
import { generationTwoVectorFamilies } from './generation-two-vectors.ts'
import { screenVectorFamilies } from './screen-vectors.ts'

/** Every family of golden cases that this domain answers. */
export const assessmentVectorFamilies: readonly VectorFamily[] = [
  ...generationOneVectorFamilies,
  ...generationTwoVectorFamilies,
  ...screenVectorFamilies,
]
