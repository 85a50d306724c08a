import { dated } from '../../../platform/rules/index.ts'
import type { ReportDepth } from '../report-model.ts'

/** How many of the signed reports of each kind are read for their quality, in per cent, and for how many days after the
 *  last signature. */
export const reportSampling = dated<{
  readonly percentOf: Readonly<Record<ReportDepth, number>>
  readonly withinDays: number
}>('advice.report-quality-sampling', [
  {
    from: '2020-01-01',
    value: { percentOf: { ORAL: 20, SHORT: 20, STANDARD: 20 }, withinDays: 365 },
    source: {
      kind: 'assumption',
      cite: 'pre-sentence-report.md section 9 asks for a quality sample',
      note: 'No share is published: a fifth of every kind of report, signed in the last 365 days, is our proposal.',
    },
  },
])

/** What a reader answers about a report. The subjects are those of inspection; the wording and the four answers are ours. */
export const qualityQuestions = [
  { code: 'analytical', text: 'Does it explain why the offence happened, rather than only describe it?' },
  { code: 'personalised', text: 'Is it about this person: their life, their strengths and what works for them?' },
  { code: 'sources', text: 'Does it use the right sources, and say what each told?' },
  { code: 'involvement', text: 'Was the person involved, and is their own account in it?' },
  { code: 'victim', text: 'Does it consider the effect on victims?' },
] as const

export const qualityAnswers = [
  { value: '1', text: 'Not at all' },
  { value: '2', text: 'A little' },
  { value: '3', text: 'Mostly' },
  { value: '4', text: 'Fully' },
] as const
