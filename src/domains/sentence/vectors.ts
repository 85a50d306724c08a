import type { LocalDate } from '../../platform/calendar/index.ts'
import { type JsonCase, jsonFamily, type VectorFamily } from '../../platform/vectors/index.ts'
import type { Term } from './model.ts'
import { type RarContact, rarProgress } from './rules/rar-progress.ts'
import { sentenceExpiry } from './rules/sentence-expiry.ts'
import { daysOfTerm, lastDayOfTerm } from './rules/term.ts'

type ExpiryInput = {
  readonly sentencedAt: LocalDate
  readonly duration: Term
  readonly remandAndTaggedBailDays?: number
  readonly unlawfullyAtLargeDays?: number
}
type RarInput = { readonly rarRequirementLengths: readonly number[]; readonly contacts: readonly RarContact[] }

/** Golden cases of sentence dates and counts. */
export const sentenceVectorFamilies: readonly VectorFamily[] = [
  jsonFamily<JsonCase<ExpiryInput>>({
    family: 'supervision/sentence-expiry',
    actual: ({ input }) => ({
      sentenceExpiryDate: sentenceExpiry({
        sentencedOn: input.sentencedAt,
        term: input.duration,
        remandAndTaggedBailDays: input.remandAndTaggedBailDays ?? 0,
        unlawfullyAtLargeDays: input.unlawfullyAtLargeDays ?? 0,
      }),
    }),
  }),
  jsonFamily<JsonCase<RarInput>>({
    family: 'supervision/rar-days',
    actual: ({ input }) => rarProgress(input.rarRequirementLengths, input.contacts),
  }),
  jsonFamily<JsonCase<{ readonly start: LocalDate; readonly term: Term }>>({
    family: 'release-dates/term-length',
    actual: ({ input: { start, term } }) => ({ lastDay: lastDayOfTerm(start, term), days: daysOfTerm(start, term) }),
  }),
]
