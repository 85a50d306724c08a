// Identifiers

// Matching
export { publishedMatchModel } from './parameters/match-model-published.ts'
export { matchModelInUse, throughlineMatchModel } from './parameters/match-model-throughline.ts'
export type { CandidateKey } from './rules/candidate-keys.ts'
export { candidateRulesHeld, searchKeys, storedKeys } from './rules/candidate-keys.ts'
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
export type { MatchAlert, MatchBand } from './rules/match-band.ts'
export { bandOf, decideMatch, matchAlerts, publishedStatus, shouldFracture, shouldJoin } from './rules/match-band.ts'
export type { Frequencies, FrequencyColumn, MatchModel, MatchModelName } from './rules/match-model.ts'
export { matchModel } from './rules/model-in-use.ts'
// Searching by name
export { foldAccents, nameTokens, soundOf } from './rules/name-search.ts'
export type { ExplanationLine, PairExplanation } from './rules/pair-explanation.ts'
export { explainPair } from './rules/pair-explanation.ts'
export type { PairScore, ScoreComponent } from './rules/score-pair.ts'
export { probabilityOf, scorerOf } from './rules/score-pair.ts'
export type { SourceRecord, StandardRecord } from './rules/standardise-record.ts'
export { isMatchable, standardise } from './rules/standardise-record.ts'
