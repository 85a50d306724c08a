// People and who they are
export { personApi } from './api.ts'
export { addProvisionalPerson, updateProvisionalPerson } from './commands/add-person.ts'
export {
  addAddress,
  addContactMethod,
  addIdentifier,
  addOtherName,
  endAddress,
  endOnRecord,
} from './commands/add-to-record.ts'
export type { AskEnquiry } from './commands/ask-enquiry.ts'
export { askEnquiry } from './commands/ask-enquiry.ts'
export type { AssignManager } from './commands/assign-manager.ts'
export { assignManager } from './commands/assign-manager.ts'
export { breakGlass, declareConflict, reviewBreakGlass } from './commands/break-glass.ts'
export type { CorrectDetails, DetailField } from './commands/correct-details.ts'
export { correctDetails } from './commands/correct-details.ts'
export type { AnswerEnquiry } from './commands/follow-enquiry.ts'
export { answerEnquiry, chaseEnquiry, closeEnquiryUnreturned } from './commands/follow-enquiry.ts'
export { givePurpose } from './commands/give-purpose.ts'
export type { LimitAccess, LimitKind, LimitSet, LimitSubject } from './commands/limit-access.ts'
export { endLimit, flipDatedLimits, limitAccess, reviewLimit } from './commands/limit-access.ts'
export type { LinkIdentity } from './commands/link-identity.ts'
export { linkIdentity, unlinkIdentity } from './commands/link-identity.ts'
export { loadFlagTypes } from './commands/load-flag-types.ts'
export type { LoadedPerson, PersonToLoad } from './commands/load-people.ts'
export { loadPeople } from './commands/load-people.ts'
export type { IdentityAlert } from './commands/merge-records.ts'
export { identityAlerts, mergeRecords, resolveIdentityAlert, unmergeRecords } from './commands/merge-records.ts'
export { openRecord } from './commands/open-record.ts'
export type { RegisterFlag } from './commands/register-flag.ts'
export { deregisterFlag, registerFlag, reviewFlag } from './commands/register-flag.ts'
export { rejectCandidate, withdrawRejection } from './commands/reject-candidate.ts'
export { datedLimits, nightlyFrequencies } from './daily-work.ts'
export type { PersonFound } from './identity-group.ts'
export {
  identityGroup,
  identityGroups,
  lockFlags,
  lockFlagsOfAll,
  lockFlagsOfEach,
  personByCrn,
} from './identity-group.ts'
export { refreshFrequencies } from './match-frequencies.ts'
export type { AccessFlags, Address, DecidedBy, FactSource, PersonFacts, Phone, Sex } from './model.ts'
export { ownedTables } from './owned-tables.ts'
// Screens
export type { CasePageDefinition, CasePost } from './pages/case-page.tsx'
export { casePage, casePost } from './pages/case-page.tsx'
export { personPages } from './pages/index.ts'
export { registerView, useView } from './pages/limits.view.ts'
export { PersonBar } from './pages/person-bar.tsx'
export { limitReasons, purposes } from './parameters/access-rules.ts'
export type { EnquiryKind } from './parameters/enquiry-kinds.ts'
export { enquiryKinds } from './parameters/enquiry-kinds.ts'
// Matching
export { publishedMatchModel } from './parameters/match-model-published.ts'
export { matchModelInUse, throughlineMatchModel } from './parameters/match-model-throughline.ts'
export { permissions } from './permissions.ts'
export { birthAndSexOf } from './queries/birth-and-sex.ts'
export type { Characteristics } from './queries/characteristics.ts'
export { characteristicsOf } from './queries/characteristics.ts'
export { detailsOnRecord } from './queries/details-on-record.ts'
export type { EnquiryOnRecord, EnquiryStepOnRecord } from './queries/enquiries-of.ts'
export { enquiriesOf, enquiriesOverdueBy } from './queries/enquiries-of.ts'
export type { Candidate } from './queries/find-candidates.ts'
export { findCandidates } from './queries/find-candidates.ts'
export type { FlagOnRecord } from './queries/flags-on-record.ts'
export { flagsOnRecord, flagTypes } from './queries/flags-on-record.ts'
export type { BarFlag, IdentityBar } from './queries/identity-bar.ts'
export { identityBar, surnameFirst } from './queries/identity-bar.ts'
export type { BreakGlassUse, Look, RegisteredLimit } from './queries/limited-access-register.ts'
export {
  breakGlassToReview,
  limitedAccessRegister,
  readsUnderBreakGlass,
  whoLooked,
} from './queries/limited-access-register.ts'
export { limitsOf } from './queries/limits-of.ts'
export type { ManagerOnRecord } from './queries/managers-of.ts'
export { managedBy, managersOf } from './queries/managers-of.ts'
export type { OpenCase } from './queries/open-case.ts'
export { AccessLimited, openCase, PurposeNeeded } from './queries/open-case.ts'
export type { FoundPerson, SearchAnswer } from './queries/search-people.ts'
export { searchPeople } from './queries/search-people.ts'
// Searching by name
export type { TimelineEntry, TimelineKind, TimelinePlace } from './queries/timeline-entries.ts'
export { timelineEntries } from './queries/timeline-entries.ts'
export type { CandidateKey } from './rules/candidate-keys.ts'
export { candidateRulesHeld, searchKeys, storedKeys } from './rules/candidate-keys.ts'
export { withCheckedNumbers } from './rules/checked-numbers.ts'
export type { EnquiryFacts, EnquiryFinding, EnquiryStanding, EnquiryStep, NoneKnown } from './rules/enquiries.ts'
export { enquiryDue, enquiryStanding, maySayNoneKnown, standingOf as enquiryStandingOf } from './rules/enquiries.ts'
export type { CourtOuReading, IdentifierFault, IdentifierKind, IdentifierReading } from './rules/identifiers.ts'
export {
  readAsn,
  readCourtOu,
  readCrn,
  readCro,
  readIdentifier,
  readPnc,
  readPrisonNumber,
  sameIdentifier,
} from './rules/identifiers.ts'
export { lenientDates } from './rules/lenient-dates.ts'
export type { LimitedAccess, LimitFacts, LimitRow } from './rules/limited-access.ts'
export { limitedAccess, limitedAccessMessage, limitedInBulk, notAuthorised } from './rules/limited-access.ts'
export type { MatchAlert, MatchBand } from './rules/match-band.ts'
export { bandOf, decideMatch, matchAlerts, publishedStatus, shouldFracture, shouldJoin } from './rules/match-band.ts'
export type { Frequencies, FrequencyColumn, MatchModel, MatchModelName } from './rules/match-model.ts'
export { matchModel } from './rules/model-in-use.ts'
export { foldAccents, nameTokens, soundOf } from './rules/name-search.ts'
export type { ExplanationLine, PairExplanation } from './rules/pair-explanation.ts'
export { explainPair } from './rules/pair-explanation.ts'
// Person clusters and what people decide about records
export type {
  ClusterAttention,
  ClusterChange,
  ClusterEvent,
  ClusterFacts,
  ClusterRecord,
  Override,
  PersonCluster,
} from './rules/person-clusters.ts'
export { isValidCluster, placeNewRecord, recordChanged } from './rules/person-clusters.ts'
export type { RankedCandidate } from './rules/rank-candidates.ts'
export { rankCandidates } from './rules/rank-candidates.ts'
export type { FoundReason } from './rules/rank-found.ts'
export type { RefusedChange } from './rules/record-decisions.ts'
export {
  recordDeleted,
  recordExcluded,
  recordMerged,
  recordsIncluded,
  recordsKeptApart,
  recordUnmerged,
  survivorOf,
} from './rules/record-decisions.ts'
export type { PairScore, ScoreComponent } from './rules/score-pair.ts'
export { probabilityOf, scorerOf } from './rules/score-pair.ts'
export type { SourceRecord, StandardRecord } from './rules/standardise-record.ts'
export { isMatchable, standardise } from './rules/standardise-record.ts'
