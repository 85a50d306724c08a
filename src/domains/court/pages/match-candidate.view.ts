import { isLocalDate, type LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { ExplanationLine, IdentityBar } from '../../person/index.ts'
import type { StoredCandidate } from '../queries/defendant-at-court.ts'
import { bandWords, bits, comparisonWords, probationStatusText, sexWords, wordsFor } from '../words.ts'

export type CandidateView = {
  readonly personId: string
  readonly crn: string
  readonly name: string
  readonly limited: boolean
  readonly band: string
  readonly weight: string
  readonly status: string | null
  readonly about: string | null
  readonly twins: boolean
  readonly lines: readonly {
    readonly field: string
    readonly court: string
    readonly record: string
    readonly result: 'equal' | 'different' | 'not-compared'
    readonly weight: string
    readonly level: string
  }[]
  /** How the weights add up, for "why?". */
  readonly sum: string | null
  readonly rejected: { readonly by: string | null; readonly reason: string | null } | null
}

export type RecordStatus = { readonly status: string; readonly endedOn: LocalDate | null }

/** A record that may be the defendant: each compared field with both values, what was equal, and what it weighs.
 *  A limited record shows its CRN only. */
export function candidateView(
  candidate: StoredCandidate,
  bar: IdentityBar | undefined,
  record: RecordStatus | undefined,
): CandidateView {
  const limited = candidate.limited || bar?.limited === true
  const { explanation } = candidate
  const words = record ? probationStatusText(record.status, record.endedOn) : null
  return {
    personId: candidate.candidatePersonId,
    crn: bar?.crn ?? candidate.crn ?? 'No CRN',
    name: limited ? 'Limited access' : (bar?.name ?? 'Name not known'),
    limited,
    band: wordsFor(bandWords, candidate.band),
    weight: bits(candidate.weight),
    status: words && !limited ? [words.text, words.more].filter(Boolean).join(': ') : null,
    about: limited || !bar?.sex ? null : wordsFor(sexWords, bar.sex),
    twins: candidate.twins,
    lines: limited
      ? []
      : (explanation.lines ?? [])
          .filter(line => line.left.length + line.right.length > 0 && isWorthALine(line))
          .map(line => ({
            field: wordsFor(comparisonWords, line.comparison),
            court: line.left.map(shown).join(', ') || 'Not given',
            record: line.right.map(shown).join(', ') || 'Not on record',
            result: line.equal ? 'equal' : isOneSided(line) ? 'not-compared' : 'different',
            weight: bits(line.total),
            level: wordsFor({}, line.level),
          })),
    sum:
      limited || explanation.start === undefined || explanation.evidence === undefined
        ? null
        : `Starting weight ${bits(explanation.start)}, with all fields ${bits(explanation.evidence)} (model ${explanation.model}). Twice as likely for each point.`,
    rejected: candidate.rejectedAt ? { by: candidate.decidedBy, reason: candidate.reason } : null,
  }
}

type Line = Pick<ExplanationLine, 'comparison' | 'left' | 'right'>

function isOneSided({ left, right }: Line): boolean {
  return left.length === 0 || right.length === 0
}

/** The court's own id says nothing to staff when the record has none. */
function isWorthALine(line: Line): boolean {
  return line.comparison !== 'masterDefendant' || !isOneSided(line)
}

function shown(value: string): string {
  return isLocalDate(value) ? longDate(value) : value
}
