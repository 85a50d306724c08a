import { assessmentVectorFamilies } from '../domains/assessment/index.ts'
import { courtVectorFamilies } from '../domains/court/vectors.ts'
import { personVectorFamilies } from '../domains/person/vectors.ts'
import { sentenceVectorFamilies } from '../domains/sentence/index.ts'
import { calendarVectorFamilies } from '../platform/calendar/index.ts'
import type { VectorFamily } from '../platform/vectors/index.ts'

/** Every family of golden cases that some part of this project answers. Each domain adds its own list here. */
export const vectorFamilies: readonly VectorFamily[] = [
  ...assessmentVectorFamilies,
  ...calendarVectorFamilies,
  ...courtVectorFamilies,
  ...personVectorFamilies,
  ...sentenceVectorFamilies,
]
