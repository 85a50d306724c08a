export { assessmentApi } from './api.ts'
export type { ActOn } from './commands/act-on-assessment.ts'
export { agreePlan, notePlanProgress } from './commands/agree-plan.ts'
export { addGoal, changeGoal, deleteGoal, moveGoal } from './commands/change-goal.ts'
export { addStep, changeStep, deleteStep, recordStepStatuses } from './commands/change-step.ts'
export { drawForQuality, returnToQuality, sampleForQuality, withdrawFromQuality } from './commands/check-quality.ts'
export { deleteAssessment, lockIncomplete, restoreAssessment, rollBack } from './commands/close-assessment.ts'
export { closeReviews, dismissReview, reopenReviews } from './commands/close-review.ts'
export { confirmAnswers } from './commands/confirm-answers.ts'
export { countersignAssessment, rejectAssessment } from './commands/countersign-assessment.ts'
export { markComplianceOnly } from './commands/cover-requirement.ts'
export { achieveGoal, readdGoal, removeGoal } from './commands/end-goal.ts'
export { freezePlan, thawPlan } from './commands/freeze-plan.ts'
export { addRiskAction, changeRiskAction, endRiskAction } from './commands/plan-risk-action.ts'
export { raiseReview } from './commands/raise-review.ts'
export { keepNeedLevels, recordNeedLevels, takeBackNeedLevels } from './commands/record-need-levels.ts'
export type { Rescored } from './commands/rescore-caseload.ts'
export { rescoreCaseload } from './commands/rescore-caseload.ts'
export type { SaveAnswers, SavedAnswers } from './commands/save-answers.ts'
export { saveAnswers } from './commands/save-answers.ts'
export { scoreAgain } from './commands/score-again.ts'
export { scoreAssessment } from './commands/score-assessment.ts'
export { setFrameworkRole } from './commands/set-framework-role.ts'
export type { SignAssessment, Signed } from './commands/sign-assessment.ts'
export { signAssessment } from './commands/sign-assessment.ts'
export type { StartAssessment, StartedAssessment } from './commands/start-assessment.ts'
export { startAssessment } from './commands/start-assessment.ts'
export { startReview } from './commands/start-review.ts'
export type {
  Fault,
  FaultCode,
  GenerationOneAnswer,
  GenerationOneAnswers,
  GenerationOneFacts,
  Problem,
} from './generation-one-model.ts'
export type {
  Band,
  Contribution,
  Drug,
  Generation,
  GenerationTwoFacts,
  NoScore,
  PredictorName,
  PreviousConviction,
  Score,
  Scored,
  ScoredAnswers,
  Sex,
  SexualHistory,
} from './model.ts'
export { nightlyGuillotine, nightlyReviews } from './nightly-work.ts'
export { ownedTables } from './owned-tables.ts'
export { assessmentPages } from './pages/index.ts'
export type { ActuarialData } from './parameters/actuarial-data.ts'
export { actuarialData, actuarialDataOf } from './parameters/actuarial-data.ts'
export type { Countersigner, FrameworkRole } from './parameters/countersign-rules.ts'
export {
  countersignPatience,
  countersignRules,
  frameworkRoles,
  shortQualityForm,
} from './parameters/countersign-rules.ts'
export { permissions } from './permissions.ts'
export type { AnswerSource, StoredAnswer, StoredAnswers } from './queries/answers-of.ts'
export { answersOf, answersOfAll, answerValues, isBlank } from './queries/answers-of.ts'
export type { AssessmentAct, AssessmentOnRecord, OpensAt } from './queries/assessments-of.ts'
export { assessmentOf, assessmentsOf, openAssessmentOf } from './queries/assessments-of.ts'
export type { Unsigned, Waiting } from './queries/countersign-queue.ts'
export { countersignQueue, unsignedForLong } from './queries/countersign-queue.ts'
export type { FactsForPredictors } from './queries/facts-for-predictors.ts'
export { factsForPredictors } from './queries/facts-for-predictors.ts'
export { frameworkRoleOf } from './queries/framework-roles.ts'
export type { AssessedAnswer, AssessedFacts } from './queries/latest-assessed-facts.ts'
export { latestAssessedFacts } from './queries/latest-assessed-facts.ts'
export type { NeedLevelThen } from './queries/need-levels.ts'
export { needLevelsOf } from './queries/need-levels.ts'
export { planCoverageOf } from './queries/plan-coverage-of.ts'
export type { FrozenPlan } from './queries/plan-of.ts'
export { frozenPlans, isPlanHeld, planDays, planHash, planOf, planOnDay } from './queries/plan-of.ts'
export { qualityFeedbackFor } from './queries/quality-samples.ts'
export type { ReviewDue, ReviewInQueue } from './queries/reviews-due.ts'
export { reviewsDue, reviewsOf } from './queries/reviews-due.ts'
export type { RiskAction } from './queries/risk-actions-of.ts'
export { riskActionsOf } from './queries/risk-actions-of.ts'
export type { StoredScores } from './queries/scores-of.ts'
export { latestScores, scoresOf } from './queries/scores-of.ts'
export type { SignedContent } from './queries/signed-content.ts'
export type { SignedVersion } from './queries/signed-versions.ts'
export { signedVersions } from './queries/signed-versions.ts'
export type { SigningCheck, SigningItem } from './queries/signing-check.ts'
export { signingCheck } from './queries/signing-check.ts'
export { askedQuestions, codesOf, isAnswered, isAsked } from './questions/asked.ts'
export type {
  AnswerValue,
  AnswerValues,
  HarmLevel,
  Layer,
  NeedArea,
  NeedLevel,
  Question,
  QuestionOption,
  QuestionRole,
  QuestionSet,
  Section,
  SectionKind,
} from './questions/question.ts'
export {
  questionOf,
  questionSet,
  questionSetVersion,
  sectionOf,
  sectionsFor,
  useQuestionWording,
} from './questions/question-set.ts'
export type { ActKind, AssessmentState, StateAct } from './rules/assessment-state.ts'
export {
  assessmentState,
  awaitsCountersign,
  isComplete,
  isEditable,
  isOpenOrAwaiting,
} from './rules/assessment-state.ts'
export type { BandMove, DryRun } from './rules/band-moves.ts'
export { bandMoves, dryRun } from './rules/band-moves.ts'
export type { ConfirmationGroup } from './rules/confirmation-groups.ts'
export { confirmationGroups, confirmationTitles, mostReviewActions } from './rules/confirmation-groups.ts'
export type { CountersignerFacts, CountersignFacts } from './rules/countersign-rule.ts'
export { countersignRule, isLowered, mayCountersign } from './rules/countersign-rule.ts'
export type { CombinedScore, DirectContactScore, GenerationTwoScores } from './rules/generation-two.ts'
export { generationTwoScores } from './rules/generation-two.ts'
export type { GoalState, StepStatus } from './rules/goal-state.ts'
export { goalState } from './rules/goal-state.ts'
export type { AtRisk, HarmLevels } from './rules/harm-levels.ts'
export { harmLevels, harmLevelsInOrder, isAtLeast } from './rules/harm-levels.ts'
export type { AbuseAssessment, HarmScreening, ScreeningOutcome } from './rules/harm-screening.ts'
export { abuseAssessment, harmScreening } from './rules/harm-screening.ts'
export type { Contradiction } from './rules/input-contradictions.ts'
export { futureFact, inputContradictions } from './rules/input-contradictions.ts'
export type { LowScoringNeed } from './rules/low-scoring-need.ts'
export { lowScoringNeeds } from './rules/low-scoring-need.ts'
export type { ChecklistFactor, FactorAction } from './rules/management-plan.ts'
export {
  lacksOfAction,
  managementChecklist,
  managementPlanNeeded,
  unaddressedFactors,
} from './rules/management-plan.ts'
export type { Missing, MissingCode, SigningFacts } from './rules/missing-at-signing.ts'
export { missingAtSigning, neededSections } from './rules/missing-at-signing.ts'
export type { NeedScore } from './rules/need-scores.ts'
export { needScores } from './rules/need-scores.ts'
export { noIssues } from './rules/no-issues.ts'
export type { NoneKnownFault } from './rules/none-known.ts'
export { noneKnownFaults } from './rules/none-known.ts'
export { ogp1 } from './rules/ogp1.ts'
export { ogrs3 } from './rules/ogrs3.ts'
export { ospDirectContact, ospImages } from './rules/osp1.ts'
export { ovp1 } from './rules/ovp1.ts'
export type { AgreementState } from './rules/plan-agreement.ts'
export { agreementState, agreementVerdict } from './rules/plan-agreement.ts'
export type { CoverageFacts, PlanCoverage } from './rules/plan-coverage.ts'
export { planCoverage } from './rules/plan-coverage.ts'
export type { PluggedScore } from './rules/plugged-predictor.ts'
export { pluggedScore } from './rules/plugged-predictor.ts'
export { predictorFacts } from './rules/predictor-facts.ts'
export type { PredictorFile } from './rules/predictor-file.ts'
export { PredictorFileError, readPredictors } from './rules/predictor-file.ts'
export type { PredictorInput } from './rules/predictor-inputs.ts'
export type { Domains, Pathway, ProgrammeNeedFacts, ProgrammeNeeds } from './rules/programme-needs.ts'
export { programmeNeeds } from './rules/programme-needs.ts'
export type { QualityScore } from './rules/quality-score.ts'
export { qualityScore } from './rules/quality-score.ts'
export type { Agreement, EnteredTwice } from './rules/rescore-agreement.ts'
export { isDrawnForRescoring, rescoreAgreement } from './rules/rescore-agreement.ts'
export { rsr1 } from './rules/rsr1.ts'
export type { MismatchOutcome } from './rules/score-harm-mismatch.ts'
export { scoreHarmMismatch } from './rules/score-harm-mismatch.ts'
export type { KeptScore, ScoredSet, Screens } from './rules/scored-set.ts'
export { digestOfSet, scoredSet } from './rules/scored-set.ts'
export type {
  LearningFacts,
  LearningScreen,
  MaturityFacts,
  MaturityScreen,
  PersonalityFacts,
  PersonalityScreen,
} from './rules/screens.ts'
export { learningScreen, maturityScreen, personalityScreen } from './rules/screens.ts'
export type { SecondLook, Sensitivity } from './rules/second-look.ts'
export { secondLook } from './rules/second-look.ts'
export type { Disagreement } from './rules/self-assessment.ts'
export { selfAssessmentDisagreements } from './rules/self-assessment.ts'
export type { SignedDetail, SigningRound } from './rules/signing-round.ts'
export { signingRound } from './rules/signing-round.ts'
export { snsv1 } from './rules/snsv1.ts'
export { standingBands, standingScore } from './rules/standing-bands.ts'
export type { AssessedNeed, StrengthPart, StrengthScore } from './rules/strength-scores.ts'
export { assessedNeeds, inSummaryOrder, needsForm, strengthScores } from './rules/strength-scores.ts'
export type {
  Agreement as PlanAgreement,
  Goal,
  GoalNote,
  PlanType,
  SentencePlan,
  Step,
  StepActor,
} from './sentence-plan.ts'
export { needAreas } from './sentence-plan.ts'
export { assessmentVectorFamilies } from './vectors.ts'
