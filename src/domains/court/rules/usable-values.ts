import type { CourtMessage, Unreadable } from '../model.ts'

/** Longest number or id of a court system, and longest part of a name, that is taken. Real ones are a fraction of it. */
const longestId = 200
const longestName = 500
const largestCount = 2_147_483_647

/** A value no record could hold: an id, a number or a name of senseless length, a sequence beyond counting. Undefined when
 *  all can be kept. */
export function unusableValue(message: CourtMessage): Unreadable | undefined {
  if (message.kind === 'hearing-delete') return tooLong('hearing.id', message.hearingId, longestId)
  const { hearing, cases } = message
  const ids: (readonly [string, string | undefined])[] = [
    ['hearing.id', hearing.hearingId],
    ['hearing.courtCentre.roomName', hearing.court.room],
    ...cases.flatMap(found => [
      ['case.id', found.caseId] as const,
      ['caseNo', found.caseNo] as const,
      ['urn', found.urn] as const,
      ['listNo', found.listNo] as const,
      ...found.applications.map(({ applicationId }) => ['courtApplications.id', applicationId] as const),
      ...found.defendants.flatMap(defendant => [
        ['defendant.id', defendant.defendantId] as const,
        ['defendant.masterDefendantId', defendant.masterDefendantId] as const,
        ['defendant.pnc', defendant.pnc ?? undefined] as const,
        ['defendant.cro', defendant.cro ?? undefined] as const,
        ['defendant.asn', defendant.asn] as const,
        ['defendant.address.postcode', defendant.address?.postcode] as const,
      ]),
    ]),
  ]
  const names = cases.flatMap(({ defendants }) =>
    defendants.flatMap(({ name, organisationName }) => [
      ...(name?.forenames ?? []).map(forename => ['defendant.firstName', forename] as const),
      ['defendant.lastName', name?.surname] as const,
      ['defendant.organisation.name', organisationName] as const,
    ]),
  )
  const sequences = cases.flatMap(({ defendants }) => defendants.flatMap(({ offences }) => offences))
  return (
    ids.map(([field, value]) => tooLong(field, value, longestId)).find(Boolean) ??
    names.map(([field, value]) => tooLong(field, value, longestName)).find(Boolean) ??
    (sequences.some(({ sequence }) => sequence > largestCount)
      ? unreadable('offence.sequence', 'is larger than any list', 'Send the place of the offence in the case: 1, 2, 3')
      : undefined)
  )
}

function tooLong(field: string, value: string | undefined, longest: number): Unreadable | undefined {
  if (value === undefined || value.length <= longest) return undefined
  return unreadable(field, `is ${value.length} characters long`, `Send at most ${longest} characters`)
}

function unreadable(field: string, problem: string, fix: string): Unreadable {
  return { kind: 'unreadable', field, problem, fix }
}
