import { compareWithSentence, reportAskedByCourt } from '../domains/advice/index.ts'
import { keepNeedLevels, sampleForQuality, scoreAgain } from '../domains/assessment/index.ts'
import { followUnlink, refreshPersonAtCourt } from '../domains/court/index.ts'
import type { Reaction } from '../platform/context/index.ts'

/** Where an event announced above runs a command below, in the same transaction. One line each. */
export const reactions: ReadonlyMap<string, readonly Reaction[]> = new Map([
  ['order-recorded', [refreshPersonAtCourt, compareWithSentence, scoreAgain]],
  ['order-ended', [refreshPersonAtCourt]],
  ['process-recorded', [refreshPersonAtCourt]],
  ['identity-unlinked', [followUnlink]],
  ['records-merged', [refreshPersonAtCourt, scoreAgain]],
  ['records-unmerged', [refreshPersonAtCourt]],
  ['report-requested', [reportAskedByCourt]],
  ['assessment-completed', [keepNeedLevels, sampleForQuality, scoreAgain]],
  ['assessment-opened', [scoreAgain]],
  ['person-details-changed', [scoreAgain]],
])
