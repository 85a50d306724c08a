import { Details, SummaryList, Table, Tag, WarningText } from '../../../platform/components/index.ts'
import type { ApplicationView, BesideView, BreachCard, HearingView, OffenceView } from './defendant.view.ts'
import { RowsTable } from './rows-table.tsx'

/** Who the court says this is, beside who the record says it is. */
export function IdentitySection({
  lines,
  linked,
}: {
  readonly lines: readonly BesideView[]
  readonly linked: boolean
}) {
  const head = [{ text: 'Fact' }, { text: 'Court' }, ...(linked ? [{ text: 'Record' }, { text: 'Compared' }] : [])]
  return (
    <section aria-labelledby="identity">
      <h2 class="govuk-heading-m" id="identity">
        Who this is
      </h2>
      <RowsTable
        caption={linked ? 'The court’s value beside the record’s' : 'What the court gave'}
        head={head}
        groups={[
          {
            rows: lines.map(line => [
              <strong>{line.field}</strong>,
              <>
                {line.court.join('; ') || 'Not given'}
                {line.faults.map(fault => (
                  <span class="app-secondary">{fault}</span>
                ))}
              </>,
              ...(linked
                ? [
                    line.record.join('; ') || 'Not on record',
                    line.differs ? <span class="app-differs">{line.standing}</span> : line.standing,
                  ]
                : []),
            ]),
          },
        ]}
      />
    </section>
  )
}

export function OffencesSection({ offences }: { readonly offences: readonly OffenceView[] }) {
  return (
    <section aria-labelledby="offences">
      <h2 class="govuk-heading-m" id="offences">
        Offences
      </h2>
      {offences.length === 0 && <p class="govuk-body">The court lists no offence: an application only.</p>}
      {offences.map(offence => (
        <article class="govuk-!-margin-bottom-5">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {offence.heading} {offence.serious && <Tag text="SFO" classes="govuk-tag--red" />}
          </h3>
          <p class="govuk-body-s govuk-!-margin-bottom-1">{[offence.code, offence.act].filter(Boolean).join(' · ')}</p>
          {offence.wording && <p class="govuk-body">{offence.wording}</p>}
          <Facts rows={offence.facts} />
          {offence.results.length > 0 && (
            <Table
              caption="Results"
              captionClasses="govuk-table__caption--s"
              classes="app-table--compact"
              head={[{ text: 'Code' }, { text: 'What the court said' }]}
              rows={offence.results.map(result => [{ text: result.code ?? 'None' }, { text: result.text }])}
            />
          )}
        </article>
      ))}
    </section>
  )
}

export function BreachSection({
  card,
  applications,
}: {
  readonly card: BreachCard | null
  readonly applications: readonly ApplicationView[]
}) {
  if (!card && applications.length === 0) return null
  return (
    <section aria-labelledby="breach">
      <h2 class="govuk-heading-m" id="breach">
        Breach, review and applications
      </h2>
      {card && (
        <div class="app-beside">
          <div>
            <h3 class="govuk-heading-s">
              Ready to be dealt with? <Tag text={readyWords[card.readiness]} classes={readyLook[card.readiness]} />
            </h3>
            <Facts rows={card.facts} />
          </div>
          <Details summaryText="Why?">
            <p class="govuk-body">This is about an order because:</p>
            <ul class="govuk-list govuk-list--bullet">
              {card.signals.map(signal => (
                <li>{signal}</li>
              ))}
            </ul>
            <p class="govuk-body">
              Ready means that the breach pack is sent, failures to comply are recorded and a responsible officer can be
              reached. Breach work is not part of this service yet, so these are not known here: ask the practitioner.
            </p>
          </Details>
        </div>
      )}
      {applications.map(application => (
        <article class="govuk-!-margin-bottom-5">
          <h3 class="govuk-heading-s">{application.heading}</h3>
          <Facts rows={application.facts} />
          {application.results.map(result => (
            <p class="govuk-body">Result: {result}</p>
          ))}
          {application.found ? (
            <p class="govuk-body">
              <strong>Order on record:</strong> {application.found}
            </p>
          ) : application.candidates.length === 0 ? (
            <WarningText text="No order on the record: link the defendant first, or ask where the order is held." />
          ) : (
            <RowsTable
              caption="Orders on record that it may be about"
              showCaption
              head={[{ text: 'Order' }, { text: 'Agrees in' }]}
              groups={[{ rows: application.candidates.map(order => [order.text, order.agrees]) }]}
            />
          )}
        </article>
      ))}
    </section>
  )
}

const readyWords = { ready: 'Ready', 'not-ready': 'Not ready', 'not-known': 'Not known' } as const
const readyLook = {
  ready: 'govuk-tag--green',
  'not-ready': 'govuk-tag--red',
  'not-known': 'govuk-tag--grey',
} as const

export function HearingsSection({ hearings }: { readonly hearings: readonly HearingView[] }) {
  return (
    <section aria-labelledby="hearings">
      <h2 class="govuk-heading-m" id="hearings">
        Hearings of this case
      </h2>
      <RowsTable
        caption="Hearings of this case, the newest first"
        head={[{ text: 'Day' }, { text: 'Court' }, { text: 'Outcome' }, { text: 'Results' }, { text: 'Notes' }]}
        groups={[
          {
            rows: hearings.map(hearing => [
              hearing.href ? (
                <a class="govuk-link" href={hearing.href}>
                  {hearing.when}
                </a>
              ) : (
                <>
                  <strong>{hearing.when}</strong> (this hearing)
                </>
              ),
              <>
                {hearing.court}
                {hearing.type && <span class="app-secondary">{hearing.type}</span>}
              </>,
              hearing.outcome,
              hearing.results.join('; ') || 'None',
              hearing.notes,
            ]),
          },
        ]}
      />
    </section>
  )
}

export function Facts({ rows }: { readonly rows: readonly { readonly key: string; readonly value: string }[] }) {
  if (rows.length === 0) return null
  return (
    <SummaryList
      classes="govuk-summary-list--no-border app-facts"
      rows={rows.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))}
    />
  )
}
