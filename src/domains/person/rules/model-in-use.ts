import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Dated, InForce } from '../../../platform/rules/index.ts'
import { publishedMatchModel } from '../parameters/match-model-published.ts'
import { matchModelInUse, throughlineMatchModel } from '../parameters/match-model-throughline.ts'
import type { MatchModel, MatchModelName } from './match-model.ts'

const models: Readonly<Record<MatchModelName, Dated<MatchModel>>> = {
  'published-2026-02': publishedMatchModel,
  'throughline-1': throughlineMatchModel,
}

/** The model that links people on the day, or the one named. Throws NoRuleInForce before the first model. */
export function matchModel(
  asAt: LocalDate,
  name: MatchModelName = matchModelInUse.on(asAt).value,
): InForce<MatchModel> {
  return models[name].on(asAt)
}
