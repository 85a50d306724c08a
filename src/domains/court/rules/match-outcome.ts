import { type Decision, decided, reason } from '../../../platform/rules/index.ts'
import type { MatchBand } from '../../person/index.ts'

/** What the decision needs of a candidate: the band of `person`, whether the pair looks like twins, whether the record
 *  is a limited one, and whether staff have said no to it before. */
export type CandidateFacts = {
  readonly personId: string
  readonly crn: string | null
  readonly band: MatchBand
  readonly twins: boolean
  readonly limited: boolean
  readonly rejected: boolean
}

export type MatchState = 'NOT_MATCHED' | 'EXACT' | 'POSSIBLE' | 'NO_RECORD' | 'ORGANISATION'
export type MatchOutcome = { readonly state: MatchState; readonly linkTo: string | null }

/** One record in the link band is linked; several, or one that a machine may not link (twins, a limited record,
 *  a weaker band), are left to staff; none is no record. A rejected candidate counts for nothing.
 *  Court specification, section 6; person matching, section 11. */
export function matchOutcome(candidates: readonly CandidateFacts[]): Decision<MatchOutcome> {
  const open = candidates.filter(candidate => candidate.crn !== null && !candidate.rejected)
  const shown = open.filter(candidate => candidate.band !== 'hidden' && candidate.band !== 'weak')
  if (shown.length === 0) return decided({ state: 'NO_RECORD', linkTo: null }, [], reason('no-candidate'))
  const strong = shown.filter(candidate => candidate.band === 'link')
  const [only] = strong
  if (strong.length === 1 && only && !only.twins && !only.limited) {
    return decided({ state: 'EXACT', linkTo: only.personId }, [], reason('one-strong-record'))
  }
  const why =
    strong.length > 1 ? 'several-strong-records' : strong.length === 1 ? 'not-for-a-machine' : 'weaker-records'
  return decided({ state: 'POSSIBLE', linkTo: null }, [], reason(why, { candidates: shown.length }))
}
