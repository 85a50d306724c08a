export { adviceApi } from './api.ts'
export { allocateRequest } from './commands/allocate-request.ts'
export { replyBeforePlea } from './commands/before-plea.ts'
export { bookInterview } from './commands/book-interview.ts'
export type { ChooseProposal } from './commands/choose-proposal.ts'
export { agreeProposal, chooseProposal, proposalToday } from './commands/choose-proposal.ts'
export { compareWithSentence } from './commands/compare-with-sentence.ts'
export { decideTriage } from './commands/decide-triage.ts'
export { deliverReport } from './commands/deliver-report.ts'
export { giveProposalFacts } from './commands/give-proposal-facts.ts'
export { markReportUsed } from './commands/mark-report-used.ts'
export { openReport } from './commands/open-report.ts'
export type { RecordRequestAct } from './commands/record-request-act.ts'
export { recordRequestAct } from './commands/record-request-act.ts'
export { reportAskedByCourt } from './commands/report-asked-by-court.ts'
export type { ReportToRequest } from './commands/request-report.ts'
export { requestReport } from './commands/request-report.ts'
export { saveReport } from './commands/save-report.ts'
export { countersignReport, returnReport, signReport } from './commands/sign-report.ts'
export { nightlyShare } from './daily-share-job.ts'
export type {
  CaseFacts,
  DeliveredOption,
  DeliveryCatalogue,
  Need,
  OptionFinding,
  OptionStatus,
  OptionVerdict,
  OrderFamily,
  Package,
  PackageRequirement,
  PersonFacts,
  ProposalFacts,
  ProposalOption,
  Question,
  RiskFacts,
  RuleTaken,
  ScoreLine,
  SeriousnessBand,
  Treatment,
  TreatmentFacts,
  WeeklyTime,
} from './model.ts'
export { ownedTables } from './owned-tables.ts'
export { advicePages } from './pages/index.ts'
export type { OverrideReason } from './parameters/override-reasons.ts'
export { overrideReasons } from './parameters/override-reasons.ts'
export { proposalOption, proposalOptions } from './parameters/proposal-options.ts'
export { fieldsAt } from './parameters/report-fields.ts'
export { proposalRules } from './parameters/rule-rows.ts'
export type { SentenceFrame } from './parameters/sentence-frame.ts'
export { permissions } from './permissions.ts'
export { proposalWords } from './proposal-words.ts'
export { reportsAtCourt } from './queries/reports-at-court.ts'
export { openRequests } from './queries/request-queue.ts'
export type { ReportDepth as WrittenReportDepth } from './report-model.ts'
export type {
  BeforePleaFacts,
  CohortCode,
  DeliveryMode,
  FoundCohort,
  ReportDepth,
  ReportKind,
  ReportRequest,
  RequestAct,
  RequestedOffence,
  RequestFacts,
  RequestSource,
  StoredTriage,
  TriageAnswers,
} from './request-model.ts'
export { noFacts } from './request-model.ts'
export type { ChoiceVerdict, ChosenOrder, Override } from './rules/choose-package.ts'
export { choosePackage } from './rules/choose-package.ts'
export type { ComparedOrder, Concordance, ConcordanceOutcome } from './rules/concordance.ts'
export { concordance, concordanceShare } from './rules/concordance.ts'
export type { Proposal } from './rules/propose.ts'
export { propose } from './rules/propose.ts'
export type { RequestActKind, RequestState } from './rules/request-state.ts'
export { requestState, requestStep, writerOf } from './rules/request-state.ts'
export type { RuleFile, RuleRow } from './rules/rule-file.ts'
export { RuleFileError, readRuleFile } from './rules/rule-file.ts'
export { markOf } from './rules/save-text.ts'
export { rulesInUse, useOwnRules, useRuleFile } from './rules-in-use.ts'
export type { ProposalOnRecord, StoredChoice } from './store/proposal-store.ts'
export { choicesAwaitingManager, proposalOf, replayProposal } from './store/proposal-store.ts'
export { textsOf as reportTextsOf } from './store/report-store.ts'
export { reportRequestsOf, requestById } from './store/request-store.ts'
