import type { NeedArea, NeedLevel } from './questions/question.ts'
import type { GoalState, StepStatus } from './rules/goal-state.ts'
import type { AgreementAnswer, AgreementState } from './rules/plan-agreement.ts'
import type { Found } from './rules/plan-coverage.ts'
import type { PlanType, StepActor, SupportNeeded } from './sentence-plan.ts'

/** Staff English for the codes of the plan. */
export const areaWords: Readonly<Record<NeedArea, string>> = {
  accommodation: 'Accommodation',
  'education-employment': 'Education, training and work',
  finance: 'Finance',
  drugs: 'Drug use',
  alcohol: 'Alcohol use',
  'emotional-wellbeing': 'Health and wellbeing',
  relationships: 'Relationships',
  lifestyle: 'Lifestyle and associates',
  'thinking-behaviour': 'Thinking and behaviour',
  attitudes: 'Attitudes',
}

export const levelWords: Readonly<Record<NeedLevel, string>> = {
  none: 'Below the threshold',
  standard: 'A need',
  severe: 'A severe need',
}

export const actorWords: Readonly<Record<StepActor, string>> = {
  person: 'The person',
  practitioner: 'Probation practitioner',
  'prison-manager': 'Prison case manager (POM)',
  'programme-staff': 'Programme staff',
  agency: 'Partnership agency',
  provider: 'Commissioned provider',
  other: 'Someone else',
}

export const statusWords: Readonly<Record<StepStatus, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
  'cannot-be-done-yet': 'Cannot be done yet',
  'no-longer-needed': 'No longer needed',
}

export const statusColours: Readonly<Record<StepStatus, string>> = {
  'not-started': 'grey',
  'in-progress': 'blue',
  completed: 'green',
  'cannot-be-done-yet': 'yellow',
  'no-longer-needed': 'grey',
}

export const stateWords: Readonly<Record<GoalState, string>> = {
  active: 'Goals to work on now',
  future: 'Goals for later',
  achieved: 'Achieved',
  removed: 'Removed',
}

export const agreementWords: Readonly<Record<AgreementState, { readonly text: string; readonly colour: string }>> = {
  draft: { text: 'Draft', colour: 'grey' },
  agreed: { text: 'Agreed', colour: 'green' },
  'do-not-agree': { text: 'Not agreed', colour: 'orange' },
  'could-not-answer': { text: 'Could not answer: ask again', colour: 'yellow' },
  'updated-agreed': { text: 'Agreed again', colour: 'green' },
  'updated-do-not-agree': { text: 'No longer agreed', colour: 'orange' },
}

export const answerWords: Readonly<Record<AgreementAnswer, string>> = {
  agree: 'They agree',
  'do-not-agree': 'They do not agree',
  'could-not-answer': 'They could not answer',
}

export const planTypeWords: Readonly<Record<PlanType, string>> = {
  initial: 'First plan',
  review: 'Review',
  terminate: 'End of supervision',
  transfer: 'Transfer',
  other: 'Other',
}

export const supportWords: Readonly<Record<SupportNeeded, string>> = {
  yes: 'Support is needed',
  no: 'No support is needed',
  'dont-know': 'Not known whether support is needed',
}

export const foundWords: Readonly<Record<Found, string>> = {
  nothing: 'no goal works on it',
  'ended-only': 'its goals were achieved or removed',
  'future-only': 'its goals are all for later',
  'active-without-step': 'its goal has no step',
}

export const becauseWords = {
  severe: 'severe need',
  'high-scoring': 'need',
  'harm-linked': 'linked to serious harm',
} as const
