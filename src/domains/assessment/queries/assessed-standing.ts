import { londonDay } from '../../../platform/calendar/index.ts'
import type { Layer } from '../questions/question.ts'
import { assessmentState, isComplete } from '../rules/assessment-state.ts'
import type { AssessedInTime, StandingAssessment } from '../rules/reviews-called-for.ts'
import { signingRound } from '../rules/signing-round.ts'
import type { AssessmentOnRecord } from './assessments-of.ts'

const layersWithNeeds: readonly Layer[] = ['L3', 'L3.2', 'FAST']

/** Layers that look at the whole person: predictors on their own review nothing. */
export function isReview(layer: Layer): boolean {
  return layer !== 'CSRP'
}

export function asksAboutNeeds(layer: Layer): boolean {
  return layersWithNeeds.includes(layer)
}

/** The assessments that stand, newest first. */
export function completeOnes(all: readonly AssessmentOnRecord[]): readonly AssessmentOnRecord[] {
  return all.filter(one => isReview(one.layer) && isComplete(assessmentState(one.acts)))
}

/** Whether somebody is assessed and at which overall level, of all their assessments newest first. */
export function standingAssessment(all: readonly AssessmentOnRecord[]): StandingAssessment {
  const complete = completeOnes(all)
  const levels = complete.map(one => signingRound(one.acts)?.detail.harm ?? null)
  return { assessed: complete.length > 0, harm: levels.find(level => level !== null) ?? null }
}

/** The newest assessment and the newest that asked about needs, by the day they were signed. */
export function assessedInTime(all: readonly AssessmentOnRecord[]): Pick<AssessedInTime, 'newest' | 'needs'> {
  const complete = completeOnes(all).map(one => ({ id: one.id, layer: one.layer, on: signedOn(one) }))
  const newest = complete[0]
  const needs = complete.find(one => asksAboutNeeds(one.layer))
  return {
    newest: newest ? { id: newest.id, on: newest.on, harm: standingAssessment(all).harm } : null,
    needs: needs ? { id: needs.id, on: needs.on } : null,
  }
}

function signedOn(one: AssessmentOnRecord) {
  return londonDay(signingRound(one.acts)?.signedAt ?? one.openedAt)
}
