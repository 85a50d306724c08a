import type { HearingForReport } from '../../court/index.ts'
import {
  noFacts,
  type PleaOverall,
  type RemandStatus,
  type RequestedOffence,
  type RequestFacts,
} from '../request-model.ts'

/** The facts of a request as the hearing gives them; what it does not say is not known. */
export function factsOfHearing(hearing: HearingForReport, suspendedSentences: readonly string[]): RequestFacts {
  return {
    ...noFacts,
    offences: hearing.offences.map(
      ({ code, title, committedOn, convictedOn, maximumPenalty }, index): RequestedOffence => ({
        code,
        title: title ?? code ?? 'Offence not named by the court',
        committedOn,
        convictedOn,
        main: index === 0,
        maximumPenalty,
      }),
    ),
    plea: pleaOverall(hearing.offences.map(one => one.plea)),
    remand: remandOf(hearing.bail),
    hearingDay: hearing.day,
    breachOfSuspendedSentence:
      hearing.breachedDisposals.length === 0
        ? null
        : hearing.breachedDisposals.some(id => suspendedSentences.includes(id)),
  }
}

const guilty = ['G', 'ADM']
const notGuilty = ['NG', 'DEN']

/** All pleas of a hearing in one word; not known while any offence has none. */
export function pleaOverall(pleas: readonly (string | null)[]): PleaOverall {
  const kinds = new Set(
    pleas.map(plea => {
      if (plea !== null && guilty.includes(plea)) return 'guilty'
      return plea !== null && notGuilty.includes(plea) ? 'not-guilty' : 'not-known'
    }),
  )
  if (kinds.has('guilty') && kinds.has('not-guilty')) return 'mixed'
  if (kinds.has('not-known') || kinds.size === 0) return 'not-known'
  return kinds.has('guilty') ? 'guilty' : 'not-guilty'
}

/** Bail in the court's words; its one-letter codes are not in a public table, so only the words are read. Custody for
 *  one offence is custody. */
export function remandOf(bail: readonly string[]): RemandStatus {
  const said = bail.map(text => text.toLowerCase())
  if (said.some(text => /custody|remanded/.test(text))) return 'custody'
  if (said.some(text => /(?<!un)conditional/.test(text))) return 'conditional-bail'
  return said.some(text => /unconditional/.test(text)) ? 'unconditional-bail' : 'not-known'
}
