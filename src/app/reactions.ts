import { compareWithSentence, markReportUsed, reportAskedByCourt } from '../domains/advice/index.ts'
import {
  closeReviews,
  keepNeedLevels,
  raiseReview,
  reopenReviews,
  returnToQuality,
  sampleForQuality,
  scoreAgain,
  withdrawFromQuality,
} from '../domains/assessment/index.ts'
import { followUnlink, refreshPersonAtCourt } from '../domains/court/index.ts'
import type { Reaction } from '../platform/context/index.ts'

/** Where an event announced above runs a command below, in the same transaction. One line each. */
export const reactions: ReadonlyMap<string, readonly Reaction[]> = new Map([
  ['order-recorded', [refreshPersonAtCourt, compareWithSentence, markReportUsed, scoreAgain, raiseReview]],
  ['order-ended', [refreshPersonAtCourt, raiseReview]],
  ['process-recorded', [refreshPersonAtCourt, raiseReview]],
  ['identity-unlinked', [followUnlink]],
  ['records-merged', [refreshPersonAtCourt, scoreAgain, raiseReview]],
  ['records-unmerged', [refreshPersonAtCourt]],
  ['report-requested', [reportAskedByCourt]],
  ['assessment-completed', [keepNeedLevels, sampleForQuality, scoreAgain, closeReviews]],
  ['assessment-opened', [scoreAgain]],
  ['person-details-changed', [scoreAgain, raiseReview]],
  ['assessment-rolled-back', [withdrawFromQuality, reopenReviews]],
  ['assessment-deleted', [withdrawFromQuality, reopenReviews]],
  ['assessment-restored', [returnToQuality]],
  ['serious-further-offence-charged', [raiseReview]],
  ['registration-added', [raiseReview]],
  ['registration-ended', [raiseReview]],
  ['enquiry-answered', [raiseReview]],
  ['manager-allocated', [raiseReview]],
])
