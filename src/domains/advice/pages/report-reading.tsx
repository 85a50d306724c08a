import { SummaryList } from '../../../platform/components/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { ReportDocument } from '../report-model.ts'

/** The report to read, as the court reads it. */
export function ReportReading({ document }: { readonly document: ReportDocument }) {
  const { author, countersigner } = document
  return (
    <article aria-label="The report">
      <SummaryList
        rows={[
          ...document.person.map(({ label, text }) => ({ key: { text: label }, value: { text } })),
          { key: { text: 'Court' }, value: { text: document.court } },
          {
            key: { text: 'For' },
            value: { text: document.requiredBy ? longDate(document.requiredBy) : 'A day the court has not said' },
          },
          { key: { text: 'Kind of report' }, value: { text: document.kind } },
        ]}
      />
      <p class="govuk-body govuk-!-font-weight-bold">{document.legal}</p>
      {document.sections.map(({ title, parts }) => (
        <section>
          <h2 class="govuk-heading-m">{title}</h2>
          {parts.map(({ label, paragraphs }) => (
            <>
              <h3 class="govuk-heading-s">{label}</h3>
              {paragraphs.map(text => (
                <p class="govuk-body">{text}</p>
              ))}
            </>
          ))}
        </section>
      ))}
      <h2 class="govuk-heading-m">Facts of the record this report used</h2>
      {document.facts.length === 0 && <p class="govuk-body">None.</p>}
      <ul class="govuk-list">
        {document.facts.map(({ label, text, source }) => (
          <li>
            {label}: {text}
            <span class="app-secondary">{source}</span>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Signatures</h2>
      {[author, countersigner].map(
        (one, index) =>
          one && (
            <p class="govuk-body">
              {index === 0 ? 'Signed' : 'Countersigned'} by {one.name}, {one.role}, {savedAt(one.signedAt)}
            </p>
          ),
      )}
      {!author && <p class="govuk-body">Not signed.</p>}
    </article>
  )
}
