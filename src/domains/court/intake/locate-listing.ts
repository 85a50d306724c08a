import type { Tx } from '../../../platform/store/index.ts'
import type { CourtCase } from '../model.ts'
import { caseKey, hearingKey } from '../rules/listing-keys.ts'
import {
  type CaseRow,
  caseByUrn,
  type HearingRow,
  hearingKeyOfCaseOn,
  lockCases,
  lockHearing,
} from '../store/listing-store.ts'
import type { ListingMessage } from './listing-plan.ts'

export type LocatedCase = CaseRow & { readonly sent: CourtCase }
export type Located = { readonly hearing: HearingRow; readonly cases: readonly LocatedCase[] }

/** The hearing and cases a message is about, found again or made, locked until the commit: first the hearing, then the
 *  cases in the order of their keys, so that two messages never wait for each other in a ring. */
export async function locateListing(tx: Tx, message: ListingMessage, now: string): Promise<Located> {
  const keys = message.source === 'SPI' ? await keysOfResult(tx, message) : keysOfListing(message)
  const fresh = { source: message.source, externalId: message.hearing.hearingId ?? null, now }
  const hearing = await lockHearing(tx, keys.hearing, fresh)
  const toReview = message.source === 'SPI' ? 'made-from-result' : null
  const wanted = keys.cases.map(({ key }) => ({ key, source: message.source, toReview }))
  const rows = await lockCases(tx, wanted, now)
  const cases = keys.cases.map(({ key, sent }) => ({ ...rows.find(row => row.key === key)!, sent }))
  return { hearing, cases }
}

type Keys = { readonly hearing: string; readonly cases: readonly { readonly key: string; readonly sent: CourtCase }[] }

function keysOfListing(message: ListingMessage): Keys {
  const { source, hearing, cases } = message
  const byKey = new Map(cases.map(sent => [caseKey(source, hearing, sent), sent]))
  return {
    hearing: hearingKey(source, hearing, cases[0]!),
    cases: [...byKey].map(([key, sent]) => ({ key, sent })),
  }
}

/** A result message belongs to the case with its URN and to that case's hearing at the court on the day. */
async function keysOfResult(tx: Tx, message: ListingMessage): Promise<Keys> {
  const own = keysOfListing(message)
  const [{ sent } = { sent: undefined }] = own.cases
  const known = sent?.urn ? await caseByUrn(tx, sent.urn) : undefined
  if (!known || !sent) return own
  const { court, days } = message.hearing
  const hearing = await hearingKeyOfCaseOn(tx, known.id, court.code ?? '', days[0]!.date)
  return { hearing: hearing ?? own.hearing, cases: [{ key: known.key, sent }] }
}
