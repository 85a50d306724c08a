export { sentenceApi } from './api.ts'
export { addRequirement, changeOrderEnd, changeRequirement, terminateOrder } from './commands/change-order.ts'
export type { OrderToRecord, RecordedOrder } from './commands/record-order.ts'
export { endOf, recordOrder } from './commands/record-order.ts'
export { recordProcess } from './commands/record-process.ts'
export { findingWords } from './finding-words.ts'
export type {
  Disposal,
  DisposalFamily,
  Length,
  LengthUnit,
  ProposedBy,
  Requirement,
  RequirementKind,
  SentenceEvent,
  Term,
  Termination,
  TerminationReason,
} from './model.ts'
export type { DisposalType } from './parameters/disposal-types.ts'
export { disposalFamilyOfCourtEffect, disposalType, disposalTypes } from './parameters/disposal-types.ts'
export type { RequirementType } from './parameters/requirement-types.ts'
export {
  requirementType,
  requirementTypeOfCourtEffect,
  requirementTypeOfRecordCode,
  requirementTypes,
} from './parameters/requirement-types.ts'
export type { ProspectiveLaw } from './parameters/statutory-limits.ts'
export { prospectiveLaw } from './parameters/statutory-limits.ts'
export { permissions } from './permissions.ts'
export type { OrderChange, OrderOnRecord } from './queries/orders-of.ts'
export { orderChangesOf, ordersOf } from './queries/orders-of.ts'
export type { ProbationSummary } from './queries/probation-summaries.ts'
export { noRecord, probationSummaries } from './queries/probation-summaries.ts'
export type { SentenceToCount } from './queries/sentences-of-people.ts'
export { peopleSentencedBetween, sentencesOfPeople } from './queries/sentences-of-people.ts'
export type { OrderVerdict } from './rules/order-check.ts'
export { checkOrder } from './rules/order-check.ts'
export type { OrderEndFacts } from './rules/order-end.ts'
export { orderEnd, requirementEnd, suspendedSentenceDates, twoThirdsPoint, unpaidWorkDueBy } from './rules/order-end.ts'
export type { CheckedRequirement, Finding, ProposedOrder, Severity } from './rules/proposed-order.ts'
export type { RarContact, RarProgress } from './rules/rar-progress.ts'
export { rarProgress } from './rules/rar-progress.ts'
export type { CustodialFacts } from './rules/sentence-expiry.ts'
export { sentenceExpiry } from './rules/sentence-expiry.ts'
export { daysOfTerm, lastDayOfTerm, termOf } from './rules/term.ts'
export { termination, terminationReasons } from './rules/termination.ts'
export { ownedTables } from './store.ts'
export { sentenceVectorFamilies } from './vectors.ts'
