import type { HarmLevel } from '../questions/question.ts'

/** The flag on the record that each overall level of risk of serious harm becomes. */
export const flagOfLevel: Readonly<Record<HarmLevel, string>> = {
  LOW: 'RLRH',
  MEDIUM: 'RMRH',
  HIGH: 'RHRH',
  VERY_HIGH: 'RVHR',
}

/** The level a flag stands for; null for a flag of another kind. */
export function levelOfFlag(typeCode: string): HarmLevel | null {
  const levels = Object.keys(flagOfLevel) as HarmLevel[]
  return levels.find(level => flagOfLevel[level] === typeCode) ?? null
}
