import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { RequestState } from './request-state.ts'

type Asked = { readonly state: RequestState; readonly courtCode: string; readonly askedOn: LocalDate }

/** The report a sentence used: the newest one delivered to that court and asked for by the day of sentence. A sentence
 *  that names no court takes the newest delivered one. Undefined when none was delivered; a sealed one never. */
export function reportUsedBy<Request extends Asked>(
  requests: readonly Request[],
  { courtCode, sentencedOn }: { readonly courtCode: string | null; readonly sentencedOn: LocalDate },
): Request | undefined {
  const sameCourt = (code: string) => courtCode === null || code.slice(0, 5) === courtCode.slice(0, 5)
  return requests
    .filter(one => one.state === 'DELIVERED' && sameCourt(one.courtCode) && one.askedOn <= sentencedOn)
    .sort((one, other) => (one.askedOn < other.askedOn ? 1 : one.askedOn > other.askedOn ? -1 : 0))[0]
}
