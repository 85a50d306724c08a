import { expect, test } from 'vitest'
import { filled } from './filled-report.fixture.ts'
import { readingEase } from './readability.ts'
import { selfCheck } from './report-self-check.ts'
import { countersignReasons, maySign, type SigningFacts } from './report-signing.ts'

const ready: SigningFacts = {
  ...{ depth: 'SHORT', values: filled('SHORT'), unsettled: [], assessed: true, proposalRun: true, enquiriesOpen: [] },
}
const codes = (decision: { readonly reasons: readonly { readonly code: string }[] }) =>
  decision.reasons.map(r => r.code)

test('a complete report with assessment, proposal and enquiries may be signed', () => {
  expect(maySign(ready).outcome).toBe('may-sign')
})

test.each([
  ['a missing field', { values: filled('SHORT', { proposedSentence: '' }) }, 'field-missing'],
  ['a text over its limit', { values: filled('SHORT', { proposedSentence: 'a'.repeat(4_001) }) }, 'field-too-long'],
  ['two texts nobody chose between', { unsettled: ['strengths'] }, 'text-unsettled'],
  ['no assessment', { assessed: false }, 'assessment-missing'],
  ['no proposal run', { proposalRun: false }, 'proposal-missing'],
  [
    'an enquiry never asked',
    { enquiriesOpen: [{ kind: 'childrens-services', standing: 'not-asked' }] },
    'enquiry-open',
  ],
])('%s stands in the way and is named', (_, change, code) => {
  const verdict = maySign({ ...ready, ...change })
  expect(verdict.outcome).toBe('not-yet')
  expect(codes(verdict)).toEqual([code])
})

test('who must countersign: dangerousness, an unqualified author, high harm; nobody else', () => {
  const plain = {
    ...{ riskToChildren: 'LOW', riskToPublic: 'MEDIUM', riskToKnownAdults: 'NOT_ANALYSED' },
    riskToStaff: 'LOW',
  }
  const ask = (change: Record<string, string>, authorQualified = true) =>
    countersignReasons(
      { values: filled('SHORT', { ...plain, isDangerousReport: 'no', ...change }), authorQualified },
      '2026-11-20',
    )
  expect(ask({}).outcome).toBe('none')
  expect(codes(ask({ isDangerousReport: 'yes' }))).toEqual(['dangerousness'])
  expect(codes(ask({ riskToStaff: 'HIGH', riskToPublic: 'VERY_HIGH' }))).toEqual(['harm-level', 'harm-level'])
  expect(codes(ask({}, false))).toEqual(['author-not-qualified'])
  expect(ask({}).rules.map(rule => rule.source.kind)).toContain('assumption')
})

test('the self-check asks about the victim, strengths, what a requirement is for, and facts nobody confirmed', () => {
  const check = (values = filled('SHORT'), requirements = [{ name: 'Unpaid work', answers: ['finance'] }], left = 0) =>
    selfCheck({ depth: 'SHORT', values, requirements, factsUnanswered: left }, '2026-11-20')
  expect(check().outcome).toBe('good')
  expect(codes(check(filled('SHORT', { victimImpact: '', strengths: ' ' })))).toEqual([
    ...['victim-not-considered', 'strengths-not-named'],
  ])
  expect(codes(check(undefined, [{ name: 'Curfew', answers: [] }], 3))).toEqual([
    ...['requirement-without-purpose', 'facts-unconfirmed'],
  ])
})

test('reading ease follows the published formula: short words are easy, long ones hard, few words say nothing', () => {
  const easy = 'He took a bag. He ran home. His mum saw him. She told him to give it back. He was sad and so he did. '
  const hard =
    'Notwithstanding considerable organisational deterioration, institutional responsibilities necessitated comprehensive multidisciplinary reconsideration of rehabilitative possibilities. '
  expect(readingEase(easy.repeat(2))).toBeGreaterThan(90)
  expect(readingEase(hard.repeat(3))).toBeLessThan(0)
  expect(readingEase('Few words here.')).toBeNull()
  const thirty = `${'cat '.repeat(29)}cat.`
  expect(readingEase(thirty)).toBe(Math.round(206.835 - 1.015 * 30 - 84.6))
})
