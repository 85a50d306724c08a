import type { CourtCase, CourtHearing, CourtMessage } from '../model.ts'

/** The key under which a case is found again (court specification, section 7): the court's id for Common Platform,
 *  court and case number for a list case, the URN for a result message without a known case. */
export function caseKey(source: CourtMessage['source'], hearing: CourtHearing, found: CourtCase): string {
  if (source === 'COMMON_PLATFORM') return `COMMON_PLATFORM:${(found.caseId ?? '').toLowerCase()}`
  if (source === 'LIBRA') return `LIBRA:${hearing.court.code ?? ''}:${found.caseNo ?? ''}`
  return `SPI:${(found.urn ?? '').toUpperCase()}`
}

/** The key of a hearing. A list case is heard once for each listing number, so a new number is a new hearing of the
 *  same case; a result message is about one case at one court on one day. */
export function hearingKey(source: CourtMessage['source'], hearing: CourtHearing, found: CourtCase): string {
  if (source === 'COMMON_PLATFORM') return `COMMON_PLATFORM:${(hearing.hearingId ?? '').toLowerCase()}`
  const court = hearing.court.code ?? ''
  if (source === 'LIBRA') return `LIBRA:${court}:${found.caseNo ?? ''}:${found.listNo ?? ''}`
  return `SPI:${court}:${hearing.days[0]?.date ?? ''}:${(found.urn ?? '').toUpperCase()}`
}
