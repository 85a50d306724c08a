import type { LocalDate } from '../../platform/calendar/index.ts'
import { type JsonCase, jsonFamily, type VectorFamily } from '../../platform/vectors/index.ts'
import { type LimitFacts, limitedAccess, limitedAccessMessage, limitedInBulk } from './rules/limited-access.ts'

type MessageInput = Parameters<typeof limitedAccessMessage>[0]
type BulkInput = {
  readonly requested: readonly string[]
  readonly accessResponse: Parameters<typeof limitedInBulk>[1]
}

/** Golden cases of limited access (access specification section 2). */
export const accessVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<JsonCase<LimitFacts & { readonly today: LocalDate }>>({
    family: 'supervision/lao-access',
    actual: ({ input }) => limitedAccess(input, input.today),
  }),
  jsonFamily<JsonCase<MessageInput>>({
    family: 'supervision/lao-message',
    actual: ({ input }) => ({ message: limitedAccessMessage(input) }),
  }),
  jsonFamily<JsonCase<BulkInput>>({
    family: 'supervision/lao-bulk',
    actual: ({ input }) => ({ limited: limitedInBulk(input.requested, input.accessResponse) }),
  }),
]
