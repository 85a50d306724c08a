import { type Reason, reason } from '../../../platform/rules/index.ts'
import type {
  OptionVerdict,
  OrderFamily,
  Package,
  PackageRequirement,
  ProposalFacts,
  SeriousnessBand,
  WeeklyTime,
} from '../model.ts'
import { rankingWeights } from '../parameters/package-ranking.ts'
import type { SentenceFrame } from '../parameters/sentence-frame.ts'
import { counts, coveredNeeds, type Piece, scoreLines, totalOf } from './package-score.ts'
import { forbidden, lawOf } from './proposed-law.ts'
import { requirementAsProposed } from './requirement-as-proposed.ts'
import { isFree } from './weekly-time.ts'

/** Findings of the law that keep a package from being proposed, though an author may still choose it. */
const pointless = ['drug-testing-twice', 'nothing-to-monitor']

/** The packages that fit, best first: those with something punitive where it is owed, then those with most musts, then
 *  by the arithmetic, then the fewest requirements, then by name. Every subset of the options that help is tried. */
export function packagesOf(
  verdicts: readonly OptionVerdict[],
  family: OrderFamily,
  band: SeriousnessBand,
  frame: SentenceFrame,
  facts: ProposalFacts,
): readonly Package[] {
  const useful = verdicts.filter(verdict => isUseful(verdict, facts))
  const musts = useful.filter(one => one.mustHave.length > 0)
  const { mostPackages } = rankingWeights.on(facts.sentencedOn).value
  return subsets(useful, frame.mostRequirements)
    .flatMap(chosen => {
      const made = packageOf(chosen, musts, family, band, frame, facts)
      return made ? [made] : []
    })
    .sort(compare)
    .slice(0, mostPackages)
}

function isUseful({ status, option, mustHave }: OptionVerdict, { needs }: ProposalFacts): boolean {
  if (status !== 'available' || !option.requirement) return false
  if (mustHave.length > 0) return true
  if (option.role === 'punishes') return true
  return option.role === 'helps' && needs.some(need => counts(need) && option.meets.includes(need.area))
}

/** Undefined where the package breaks the law, repeats itself, or asks for hours the person has not got. */
function packageOf(
  chosen: readonly OptionVerdict[],
  musts: readonly OptionVerdict[],
  family: OrderFamily,
  band: SeriousnessBand,
  frame: SentenceFrame,
  facts: ProposalFacts,
): Package | undefined {
  const pieces: readonly Piece[] = chosen.flatMap(verdict => {
    const requirement = requirementAsProposed(verdict.option, frame, chosen.length === 1, facts.sentencedOn)
    return requirement ? [{ verdict, requirement }] : []
  })
  const requirements = pieces.map(one => one.requirement)
  const hours = hoursAWeek(pieces)
  const { freeHoursAWeek } = facts.person
  if (hours !== null && freeHoursAWeek !== null && hours > freeHoursAWeek) return undefined
  if (sessionsClash(pieces, facts)) return undefined
  if (new Set(requirements.map(one => one.kind)).size < requirements.length) return undefined
  const law = lawOf(family, requirements, facts)
  if (forbidden(law).length > 0 || law.reasons.some(one => pointless.includes(one.code))) return undefined

  const weights = rankingWeights.on(facts.sentencedOn).value
  const lines = scoreLines(pieces, facts.needs, frame, weights.burdenAtMidpoint[burdenBand(band)], weights)
  const covered = coveredNeeds(pieces, facts.needs)
  const uncovered = facts.needs.filter(need => counts(need) && !covered.includes(need)).map(need => need.area)
  const leftOut = musts.filter(one => !chosen.includes(one))
  const flags: Reason[] = law.reasons.filter(
    one => one.code === 'nothing-punitive' && facts.case.fineOrExceptional !== true,
  )
  flags.push(...curfewPlace(requirements))
  if (hours === null || freeHoursAWeek === null) flags.push(reason('weekly-hours-not-known'))
  const unknownWaits = pieces.filter(({ verdict }) => verdict.delivery && verdict.delivery.waitWeeks === null)
  flags.push(...unknownWaits.map(({ verdict }) => reason('wait-not-known', { option: verdict.option.id })))
  flags.push(...leftOut.map(({ option, mustHave }) => reason('must-have-left-out', { option: option.id, mustHave })))
  return {
    family,
    requirements,
    mustHaves: pieces.filter(({ verdict }) => verdict.mustHave.length > 0).map(({ verdict }) => verdict.option.id),
    arithmetic: lines,
    total: totalOf(lines),
    uncovered: uncovered.sort(),
    starts: pieces.map(({ verdict: { option, delivery } }) => ({
      option: option.id,
      nextStartOn: delivery?.nextStartOn ?? null,
      waitWeeks: delivery?.waitWeeks ?? null,
      provider: delivery?.provider ?? null,
    })),
    flags,
    points: points(pieces, uncovered, facts),
  }
}

/** Points for the report: why each requirement, what stays unmet, and the orders that combine treatments. */
function points(pieces: readonly Piece[], uncovered: readonly string[], facts: ProposalFacts): readonly Reason[] {
  const why = pieces.map(piece => {
    const { option, mustHave } = piece.verdict
    const needs = coveredNeeds([piece], facts.needs).map(need => need.area)
    return reason('why-this', { option: option.id, role: option.role, needs, mustHave })
  })
  const treatments = pieces
    .map(({ requirement }) => requirement.kind)
    .filter(kind => ['drug-rehabilitation', 'alcohol-treatment', 'mental-health-treatment'].includes(kind))
  const combined = treatments.length > 1 ? [reason('combined-treatment', { treatments })] : []
  return [...why, ...combined, ...[...uncovered].sort().map(area => reason('left-unmet', { area }))]
}

/** Hours a week of everything the person attends; null where one is not known. */
function hoursAWeek(pieces: readonly Piece[]): number | null {
  const attended = pieces.filter(({ verdict }) => verdict.option.delivery === 'attended')
  const hours = attended.map(({ verdict }) => verdict.delivery?.hoursAWeek ?? null)
  return hours.includes(null) ? null : hours.reduce<number>((sum, some) => sum + (some ?? 0), 0)
}

/** The things to attend clash when no choice of one time for each leaves them apart from each other, from the curfew and
 *  from the hours the person cannot attend. What has no times, or is free to choose, clashes with nothing. */
function sessionsClash(pieces: readonly Piece[], { person }: ProposalFacts): boolean {
  const curfew = pieces.flatMap(({ requirement }) => requirement.curfew?.times ?? [])
  const sessions = pieces.flatMap(({ verdict: { option, delivery } }) =>
    option.delivery === 'attended' && delivery?.times && delivery.times.length > 0 ? [delivery.times] : [],
  )
  return !fitsInAWeek(sessions, [...curfew, ...(person.cannotAttendHours ?? [])])
}

function fitsInAWeek(sessions: readonly (readonly WeeklyTime[])[], taken: readonly WeeklyTime[]): boolean {
  const [first, ...others] = sessions
  if (!first) return true
  return first.some(time => isFree(time, taken) && fitsInAWeek(others, [...taken, time]))
}

/** A curfew is kept where the person has to live: which place that is, the author checks. */
export function curfewPlace(requirements: readonly PackageRequirement[]): readonly Reason[] {
  const kinds = requirements.map(one => one.kind)
  return kinds.includes('curfew') && kinds.includes('residence') ? [reason('curfew-where-residence-is')] : []
}

/** Bands without a middle of their own take that of the most serious community order. */
function burdenBand(band: SeriousnessBand): 'low' | 'medium' | 'high' {
  return band === 'low' || band === 'medium' ? band : 'high'
}

function compare(one: Package, other: Package): number {
  const unpunitive = ({ flags }: Package) => Number(flags.some(flag => flag.code === 'nothing-punitive'))
  const name = ({ requirements }: Package) => requirements.map(requirement => requirement.option).join(' ')
  return (
    unpunitive(one) - unpunitive(other) ||
    other.mustHaves.length - one.mustHaves.length ||
    other.total - one.total ||
    one.requirements.length - other.requirements.length ||
    (name(one) < name(other) ? -1 : 1)
  )
}

/** Every choice of one to `most`, in the order of the list. */
function subsets<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  let grown: readonly (readonly Item[])[] = [[]]
  for (const item of items) {
    grown = [...grown, ...grown.filter(some => some.length < most).map(some => [...some, item])]
  }
  return grown.filter(some => some.length > 0)
}
