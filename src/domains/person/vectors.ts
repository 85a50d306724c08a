import type { VectorFamily } from '../../platform/vectors/index.ts'
import { accessVectorFamilies } from './access-vectors.ts'
import { earlierAndClusterVectorFamilies } from './earlier-rules-vectors.ts'
import { identifierVectorFamilies } from './identifier-vectors.ts'
import { matchingVectorFamilies } from './matching-vectors.ts'

/** Every family of golden cases that this domain answers. */
export const personVectorFamilies: readonly VectorFamily[] = [
  ...identifierVectorFamilies,
  ...matchingVectorFamilies,
  ...earlierAndClusterVectorFamilies,
  ...accessVectorFamilies,
]
