import type { Context } from '../../../platform/context/index.ts'
import { type Database, newId } from '../../../platform/store/index.ts'
import {
  addProvisionalPerson,
  type Candidate,
  findCandidates,
  linkIdentity,
  lockFlags,
  unlinkIdentity,
  updateProvisionalPerson,
} from '../../person/index.ts'
import type { CourtSource } from '../model.ts'
import { factsDigest } from '../rules/facts-digest.ts'
import { type MatchState, matchOutcome } from '../rules/match-outcome.ts'
import { rejectedCandidates } from '../store/match-store.ts'
import type { PlannedDefendant } from './listing-plan.ts'
import { personFacts } from './person-facts.ts'

/** A defendant with the person they are, and what matching found when it ran. */
export type IdentifiedDefendant = PlannedDefendant & {
  readonly personId: string
  readonly defendantId: string
  readonly appearanceId: string
  readonly matchState: MatchState
  readonly excluded: boolean
  readonly restricted: boolean
  /** Undefined when matching did not run, so that the candidates stored stay. */
  readonly candidates: readonly Candidate[] | undefined
  readonly linkedTo: { readonly personId: string; readonly crn: string } | undefined
  readonly unlinked: boolean
}

/** Gives each defendant a person and matches the new ones and those whose name, birth date, PNC or CRO changed, unless
 *  staff confirmed who they are (court specification, section 7). Candidates are read on the matcher's own connection. */
export async function identifyDefendants(
  ctx: Context,
  db: Database,
  planned: readonly PlannedDefendant[],
  source: CourtSource,
): Promise<readonly IdentifiedDefendant[]> {
  const found = await Promise.all(
    planned.map(defendant => {
      if (!needsMatching(defendant)) return undefined
      const facts = personFacts(defendant.facts, source, defendant.key)
      return findCandidates(db, facts, ctx.today, defendant.stored?.personId ?? null)
    }),
  )
  const identified: IdentifiedDefendant[] = []
  for (const [index, defendant] of planned.entries()) {
    const twin = sameCourtPerson(identified, defendant)
    identified.push(twin ? sharedWith(twin, defendant) : await identify(ctx, defendant, source, found[index]))
  }
  return identified
}

function needsMatching({ facts, stored, identityChanged }: PlannedDefendant): boolean {
  if (facts.type !== 'PERSON') return false
  return !stored || stored.matchState === 'NOT_MATCHED' || (identityChanged && !stored.confirmed)
}

/** The court gives one person in two cases of a hearing one master id: they share the person. */
function sameCourtPerson(
  identified: readonly IdentifiedDefendant[],
  { facts, stored }: PlannedDefendant,
): IdentifiedDefendant | undefined {
  if (stored || !facts.masterDefendantId || facts.type !== 'PERSON') return undefined
  return identified.find(other => other.facts.masterDefendantId === facts.masterDefendantId)
}

function sharedWith(other: IdentifiedDefendant, defendant: PlannedDefendant): IdentifiedDefendant {
  return { ...other, ...defendant, defendantId: newId(), appearanceId: newId() }
}

async function identify(
  ctx: Context,
  defendant: PlannedDefendant,
  source: CourtSource,
  candidates: readonly Candidate[] | undefined,
): Promise<IdentifiedDefendant> {
  const { stored, facts } = defendant
  const ids = {
    defendantId: stored?.id ?? newId(),
    appearanceId: stored?.appearance?.id ?? newId(),
    candidates,
  }
  const openToAll = { excluded: false, restricted: false, linkedTo: undefined, unlinked: false }
  if (facts.type === 'ORGANISATION') {
    return { ...defendant, ...ids, ...openToAll, personId: stored?.personId ?? newId(), matchState: 'ORGANISATION' }
  }
  const person = personFacts(facts, source, defendant.key)
  if (!stored) {
    const personId = await addProvisionalPerson(ctx, person)
    const { state, linkTo } = decide(candidates ?? [], new Set())
    const linkedTo = await linkByMachine(ctx, personId, linkTo, candidates ?? [])
    // The record may have been limited since the candidates were read: what is written takes its flags now.
    const flags = linkedTo ? await lockFlags(ctx.tx, personId) : openToAll
    const { excluded, restricted } = flags
    return { ...defendant, ...ids, ...openToAll, excluded, restricted, personId, matchState: state, linkedTo }
  }
  const { personId } = stored
  if (detailsChanged(defendant)) await updateProvisionalPerson(ctx, personId, person)
  if (!candidates) {
    const flags = await lockFlags(ctx.tx, personId)
    return { ...defendant, ...ids, ...openToAll, ...flags, personId, matchState: stored.matchState }
  }
  const rejected = await rejectedCandidates(ctx.tx, personId, stored.id)
  const { state, linkTo } = decide(candidates, rejected)
  const unlinked = stored.matchState === 'EXACT'
  if (unlinked) await unlinkIdentity(ctx, { personId, reason: 'identity-changed' })
  const linkedTo = await linkByMachine(ctx, personId, linkTo, candidates)
  const flags = await lockFlags(ctx.tx, personId)
  return { ...defendant, ...ids, ...flags, personId, matchState: state, linkedTo, unlinked }
}

function decide(candidates: readonly Candidate[], rejected: ReadonlySet<string>) {
  return matchOutcome(
    candidates.map(candidate => ({
      personId: candidate.personId,
      crn: candidate.crn,
      band: candidate.band,
      twins: candidate.twins,
      limited: candidate.limited,
      rejected: rejected.has(candidate.personId),
    })),
  ).outcome
}

async function linkByMachine(
  ctx: Context,
  personId: string,
  linkTo: string | null,
  candidates: readonly Candidate[],
): Promise<{ readonly personId: string; readonly crn: string } | undefined> {
  const candidate = candidates.find(one => one.personId === linkTo)
  if (!candidate?.crn) return undefined
  const evidence = { weight: candidate.weight, band: candidate.band }
  await linkIdentity(ctx, { personId, toPersonId: candidate.personId, decidedBy: 'machine', evidence })
  return { personId: candidate.personId, crn: candidate.crn }
}

function detailsChanged({ stored, facts }: PlannedDefendant): boolean {
  const { offences: before, ...old } = stored?.facts ?? { offences: [] }
  const { offences: after, ...now } = facts
  return factsDigest(old) !== factsDigest(now)
}
