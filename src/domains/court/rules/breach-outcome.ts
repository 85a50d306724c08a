import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Duration } from '../model.ts'
import { originalOffenceCodes } from '../parameters/result-codes.ts'
import { orderTypeOf, type TermOrder, termOrder } from './proposed-orders.ts'
import type { MeantResult } from './read-results.ts'

export type BreachOutcomeKind =
  | 'no-action'
  | 'order-revoked'
  | 'order-varied'
  | 'dealt-with-for-original-offence'
  | 'dealt-with-for-breach'
  | 'suspended-sentence-activated'
  | 'suspended-sentence-varied'
  | 'requirement-removed'
  | 'order-amended-or-revoked'

/** `consequence`: what should follow on the record, for a person to accept. `end-order`: terminate the order on
 *  `on`. `replace-order`: it ends on `on` and a new sentence for the original offence takes its place. `custody`:
 *  the stated term begins. */
export type BreachOutcome = {
  readonly kind: BreachOutcomeKind
  readonly code: number
  readonly offenceSequence: number
  readonly offenceCode?: string | undefined
  readonly consequence: 'none' | 'end-order' | 'replace-order' | 'custody' | 'change-order' | 'person-decides'
  readonly on: LocalDate
  readonly length?: Duration | undefined
  readonly order?: TermOrder | undefined
  readonly text?: string | undefined
}

const kinds: { readonly [effect: string]: BreachOutcomeKind } = {
  BREACH_NO_ACTION: 'no-action',
  ORDER_REVOKED: 'order-revoked',
  ORDER_VARIED: 'order-varied',
  DEALT_WITH_FOR_ORIGINAL_OFFENCE: 'dealt-with-for-original-offence',
  DEALT_WITH_FOR_BREACH: 'dealt-with-for-breach',
  SUSPENDED_SENTENCE_ACTIVATED: 'suspended-sentence-activated',
  SUSPENDED_SENTENCE_VARIED: 'suspended-sentence-varied',
  REQUIREMENT_REMOVED: 'requirement-removed',
  ORDER_AMENDED_OR_REVOKED: 'order-amended-or-revoked',
}

/** What the court did about a breach, result by result (court specification, section 9). */
export function breachOutcomes(
  results: readonly MeantResult[],
  hearingDate: LocalDate,
  qualifiers: { readonly concurrent: string; readonly consecutive: string },
): readonly BreachOutcome[] {
  const originals = originalOffenceCodes.on(hearingDate).value
  const resentenced = results.some(
    ({ offence, effect }) => originals.includes(offence.code ?? '') && orderTypeOf(effect) !== undefined,
  )
  return results.flatMap(found => {
    const kind = kinds[found.effect]
    if (!kind) return []
    const activated = kind === 'suspended-sentence-activated'
    return [
      {
        kind,
        code: found.code,
        offenceSequence: found.offence.sequence,
        offenceCode: found.offence.code,
        consequence: consequenceOf(kind, resentenced),
        on: hearingDate,
        length: activated ? found.result.duration : undefined,
        order: activated ? termOrder(found, qualifiers) : undefined,
        text: found.result.text,
      },
    ]
  })
}

function consequenceOf(kind: BreachOutcomeKind, resentenced: boolean): BreachOutcome['consequence'] {
  switch (kind) {
    case 'order-revoked':
      return resentenced ? 'replace-order' : 'end-order'
    case 'suspended-sentence-activated':
      return 'custody'
    case 'order-varied':
    case 'suspended-sentence-varied':
    case 'requirement-removed':
      return 'change-order'
    case 'order-amended-or-revoked':
      return 'person-decides'
    default:
      return 'none'
  }
}
