import type { CourtDefendant, CourtOffence } from '../model.ts'
import { factsDigest } from './facts-digest.ts'

/** The name, birth date, PNC and CRO: when one of them changes the defendant is matched again unless staff confirmed. */
export function identityDigest(defendant: CourtDefendant): string {
  const { name, organisationName, dateOfBirth, pnc, cro } = defendant
  const plain = (text: string | null | undefined) => text?.toUpperCase().replace(/\s+/g, ' ').trim()
  return factsDigest({
    forenames: name?.forenames.map(plain),
    surname: plain(name?.surname),
    organisation: plain(organisationName),
    dateOfBirth,
    pnc: plain(pnc),
    cro: plain(cro),
  })
}

/** The defendant as it stands after the message: PNC and CRO are kept when their key was absent, so are the ids and
 *  the ASN the court left out; results, pleas and verdicts stay when a list message says nothing of them.
 *  `resulted`: the message is a result message, so results it leaves out are taken back. */
export function withKeptFacts(
  stored: CourtDefendant | undefined,
  sent: CourtDefendant,
  resulted: boolean,
): CourtDefendant {
  if (!stored) return sent
  return {
    ...sent,
    pnc: sent.pnc === undefined ? stored.pnc : sent.pnc,
    cro: sent.cro === undefined ? stored.cro : sent.cro,
    asn: sent.asn ?? stored.asn,
    masterDefendantId: sent.masterDefendantId ?? stored.masterDefendantId,
    personRecordKey: sent.personRecordKey ?? stored.personRecordKey,
    personRecordId: sent.personRecordId ?? stored.personRecordId,
    offences: sent.offences.map(offence => {
      const before = sameOffence(stored.offences, offence)
      return before ? withKeptResults(before, offence, resulted) : offence
    }),
  }
}

function withKeptResults(stored: CourtOffence, sent: CourtOffence, resulted: boolean): CourtOffence {
  return {
    ...sent,
    plea: sent.plea ?? stored.plea,
    verdict: sent.verdict ?? stored.verdict,
    convictionDate: sent.convictionDate ?? stored.convictionDate,
    results: sent.results.length > 0 || resulted ? sent.results : stored.results,
  }
}

/** The stored defendant with only the results of a message laid over it: for an older result, and for a result message
 *  about a hearing that another court system listed. Offences the message adds are kept. */
export function withResultsOnly(stored: CourtDefendant, sent: CourtDefendant): CourtDefendant {
  const laid = new Set<CourtOffence>()
  const offences = stored.offences.map(before => {
    const brought = sameOffence(sent.offences, before)
    if (!brought) return before
    laid.add(brought)
    return {
      ...before,
      plea: brought.plea ?? before.plea,
      verdict: brought.verdict ?? before.verdict,
      convictionDate: brought.convictionDate ?? before.convictionDate,
      finalDisposal: brought.finalDisposal ?? before.finalDisposal,
      results: brought.results.length > 0 ? brought.results : before.results,
    }
  })
  const added = sent.offences.filter(offence => !laid.has(offence))
  return { ...stored, asn: stored.asn ?? sent.asn, pnc: stored.pnc ?? sent.pnc, offences: [...offences, ...added] }
}

/** The same charge among others: by the court's id, else by code and place, else by a code that is there once. */
export function sameOffence(among: readonly CourtOffence[], offence: CourtOffence): CourtOffence | undefined {
  if (offence.offenceId) {
    const byId = among.find(other => other.offenceId?.toLowerCase() === offence.offenceId?.toLowerCase())
    if (byId) return byId
  }
  const coded = among.filter(other => other.code !== undefined && other.code === offence.code)
  const placed = coded.find(other => other.sequence === offence.sequence)
  if (placed) return placed
  if (coded.length === 1) return coded[0]
  return offence.code === undefined
    ? among.find(other => other.sequence === offence.sequence && !other.code)
    : undefined
}

/** The stored defendant a message means: by the court's id; a result message by ASN, then by name and birth date. An
 *  organisation is never taken for a person, whatever its id: they share no history. */
export function sameDefendant<Stored extends { readonly key: string; readonly facts: CourtDefendant }>(
  among: readonly Stored[],
  sent: CourtDefendant,
): Stored | undefined {
  const alikeInKind = among.filter(other => other.facts.type === sent.type)
  if (sent.defendantId) return alikeInKind.find(other => other.key === sent.defendantId?.toLowerCase())
  const byAsn = sent.asn ? alikeInKind.filter(other => other.facts.asn === sent.asn) : []
  const alike = (byAsn.length > 0 ? byAsn : alikeInKind).filter(other => sameNameAndBirth(other.facts, sent))
  if (alike.length > 0) return alike[0]
  return byAsn.length === 1 ? byAsn[0] : undefined
}

/** Equal surname, first forename and birth date: enough inside one case, never for matching a record. */
export function sameNameAndBirth(left: CourtDefendant, right: CourtDefendant): boolean {
  if (left.type !== right.type) return false
  const plain = (text: string | undefined) => (text ?? '').toUpperCase().replace(/[^A-Z]/g, '')
  if (left.type === 'ORGANISATION') return plain(left.organisationName) === plain(right.organisationName)
  return (
    plain(left.name?.surname) === plain(right.name?.surname) &&
    plain(left.name?.forenames[0]) === plain(right.name?.forenames[0]) &&
    left.dateOfBirth === right.dateOfBirth
  )
}
