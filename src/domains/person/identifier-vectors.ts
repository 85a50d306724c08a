import { type LocalDate, localDate } from '../../platform/calendar/index.ts'
import { jsonFamily, sameAnswer, type VectorFamily } from '../../platform/vectors/index.ts'
import { type IdentifierKind, readCourtOu, readIdentifier, sameIdentifier } from './rules/identifiers.ts'

type ReadingCase = {
  readonly id: string
  readonly kind: IdentifierKind | 'courtOu'
  readonly input: string | null
  readonly valid: boolean
  readonly canonical: string | null
  readonly reason?: string
  readonly usableForMatching?: boolean
  readonly room?: string | null
}

type EqualityCase = {
  readonly id: string
  readonly kind: IdentifierKind
  readonly left: string
  readonly right: string
  readonly same: boolean
}

const compared = ['valid', 'canonical', 'reason', 'usableForMatching', 'room'] as const

/** Golden cases of single numbers. Only the fields a case states are compared, so that a file may leave out the
 *  reason of a refusal; a room or reason of null is the same as one left out. */
function readingFamily(family: string): VectorFamily {
  return jsonFamily<ReadingCase, LocalDate>({
    family,
    prepare: asOfHeader,
    expected: one => Object.fromEntries(compared.filter(key => one[key] != null).map(key => [key, one[key]])),
    actual: (one, asAt) =>
      one.kind === 'courtOu' ? readCourtOu(one.input) : readIdentifier(one.kind, one.input, asAt),
    agrees: (expected, actual, one) => {
      const answer = actual as { readonly canonical: unknown; readonly [key: string]: unknown }
      const stated = Object.entries(expected as object)
      return (
        sameAnswer(one.canonical, answer.canonical) && stated.every(([key, value]) => sameAnswer(value, answer[key]))
      )
    },
  })
}

const equalityFamily = jsonFamily<EqualityCase, LocalDate>({
  family: 'identifiers/equality',
  prepare: asOfHeader,
  expected: one => one.same,
  actual: (one, asAt) =>
    sameIdentifier(readIdentifier(one.kind, one.left, asAt), readIdentifier(one.kind, one.right, asAt)),
})

/** Every family of `vectors/identifiers`. */
export const identifierVectorFamilies: readonly VectorFamily[] = [
  readingFamily('identifiers/pnc'),
  readingFamily('identifiers/cro'),
  readingFamily('identifiers/asn'),
  readingFamily('identifiers/other'),
  equalityFamily,
]

function asOfHeader(file: unknown): LocalDate {
  return localDate(String((file as { asOf?: unknown }).asOf))
}
