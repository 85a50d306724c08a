import type { PdfBlock } from '../../../platform/pdf/index.ts'
import { reportField } from '../parameters/report-fields.ts'
import type { ReportDocument, ReportValues } from '../report-model.ts'
import { inWords } from './report-document.ts'

/** The only fields whose words the person's own copy may carry: the name of the offence and what they said themselves.
 *  Never the victim, others, or harm: whatever is not in this list stays out, so a field added to the form stays out
 *  until somebody decides otherwise. */
export const fieldsForThePerson = ['mainOffence', 'personsAccount'] as const

export type EasyCopy = {
  readonly title: string
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

const ownWords: Readonly<Record<(typeof fieldsForThePerson)[number], string>> = {
  mainOffence: 'What the court is looking at',
  personsAccount: 'What you told us',
}

/** The report in easy words for the person it is about: short sentences of ours, and from the report only the words of
 *  the fields allowed. The proposal is told by its order and amounts, never in the writer's words, which may name places
 *  and people. Source: pre-sentence-report.md section 5 (accessibility), inferred. */
export function easyCopy(
  values: ReportValues,
  proposed: readonly string[],
  document: Pick<ReportDocument, 'court'>,
): EasyCopy {
  const own = fieldsForThePerson.flatMap(id => {
    const lines = inWords(reportField(id)!, values.get(id))
    return lines.length > 0 ? [{ heading: ownWords[id], lines }] : []
  })
  return {
    title: 'Your report for court, in easy words',
    parts: [
      {
        heading: 'What this is',
        lines: [
          'The court asked probation to write a report about you.',
          `The court is ${document.court}.`,
          'The report helps the court choose a sentence.',
          'The court decides. It does not have to do what the report says.',
        ],
      },
      ...own,
      ...(proposed.length > 0 ? [{ heading: 'What we ask the court to think about', lines: proposed }] : []),
      {
        heading: 'What you can do',
        lines: [
          'You can ask us what a word means.',
          'You can tell us if something is wrong.',
          'You can say what you think. We write it down.',
          'You can talk to your solicitor about the report.',
        ],
      },
    ],
  }
}

/** The easy copy as it is printed. */
export function printedEasyCopy(copy: EasyCopy): readonly PdfBlock[] {
  return [
    { kind: 'heading', level: 1, text: copy.title },
    ...copy.parts.flatMap(({ heading, lines }): readonly PdfBlock[] => [
      { kind: 'heading', level: 2, text: heading },
      ...lines.map(text => ({ kind: 'paragraph', text }) as const),
    ]),
  ]
}
