import { share } from './level-conditions.ts'
import type { MatchModel } from './match-model.ts'
import { areNameVariants } from './name-variants.ts'
import { jaroWinkler } from './similarity.ts'
import type { StandardRecord } from './standardise-record.ts'

/** Two records that look like twins or other relatives born on one day: they are never linked by a machine.
 *  Source: hmpps-person-match, model/score.py, as set out in the matching specification section 6; a model may treat
 *  forms of one first name (KATE, CATHERINE) as equal and compare every number a record holds, not only the first. */
export function arePossibleTwins(left: StandardRecord, right: StandardRecord, how: MatchModel['twins']): boolean {
  if (left.name1 === null || right.name1 === null || left.name1 === right.name1) return false
  if (left.name1 === right.name2 || right.name1 === left.name2) return false
  if (left.lastName === null || left.lastName !== right.lastName) return false
  if (!share(left.dobs, right.dobs)) return false
  if (!share(left.sentenceDates, right.sentenceDates) && !share(left.postcodes, right.postcodes)) return false
  if (left.overrideMarker !== null && left.overrideMarker === right.overrideMarker) return false
  if (left.masterDefendantId !== null && left.masterDefendantId === right.masterDefendantId) return false
  if (how.nicknamesCountAsEqual && areNameVariants(left.name1, right.name1)) return false

  const pnc = numbersCompared(left.pncs, right.pncs, how.identifiers)
  const cro = numbersCompared(left.cros, right.cros, how.identifiers)
  if (pnc === 'equal' || cro === 'equal') return false
  if ((pnc === 'different' || cro === 'different') && !share(left.forenames, right.forenames)) return true
  return everyForenamePairUnlike(left, right)
}

function numbersCompared(
  left: readonly string[],
  right: readonly string[],
  which: 'first' | 'any',
): 'equal' | 'different' | 'unknown' {
  if (left.length === 0 || right.length === 0) return 'unknown'
  const equal = which === 'any' ? share(left, right) : left[0] === right[0]
  return equal ? 'equal' : 'different'
}

function everyForenamePairUnlike(left: StandardRecord, right: StandardRecord): boolean {
  const rights = right.forenames ?? []
  return (left.forenames ?? []).every(ours => rights.every(theirs => jaroWinkler(ours, theirs) < 0.9))
}
