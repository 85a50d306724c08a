import { courtHistoryOf } from '../../domains/court/index.ts'
import { casePage } from '../../domains/person/index.ts'
import { Details, Tag } from '../../platform/components/index.ts'
import { longDate } from '../../platform/words/index.ts'
import { type CourtHistoryView, courtHistoryView, type HearingView } from './court-history.view.ts'
import { courtNamesOn } from './orders.page.tsx'

type CourtHistoryModel = CourtHistoryView & { readonly today: string; readonly mayOpen: boolean }

export const courtHistoryPage = casePage<CourtHistoryModel>({
  path: '/court',
  name: 'app.court-history',
  title: 'Court history',
  tab: 'court',
  view: async (ctx, opened) => {
    const hearings = await courtHistoryOf(ctx.tx, opened.group)
    const view = courtHistoryView(hearings, await courtNamesOn(ctx), ctx.today)
    return { ...view, today: longDate(ctx.today), mayOpen: ctx.can('court.see-list') }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Court history</h1>
      <h2 class="govuk-heading-m">To come</h2>
      {model.toCome.length === 0 && <p class="govuk-body">No hearing from {model.today} on is known.</p>}
      {model.toCome.map(hearing => (
        <Hearing hearing={hearing} mayOpen={model.mayOpen} />
      ))}
      <h2 class="govuk-heading-m">Past</h2>
      {model.past.length === 0 && <p class="govuk-body">No hearing before {model.today} has reached this service.</p>}
      {model.past.map(hearing => (
        <Hearing hearing={hearing} mayOpen={model.mayOpen} />
      ))}
    </>
  ),
})

function Hearing({ hearing, mayOpen }: { readonly hearing: HearingView; readonly mayOpen: boolean }) {
  return (
    <section class="app-card" aria-labelledby={`hearing-${hearing.id}`}>
      <h3 class="govuk-heading-s" id={`hearing-${hearing.id}`}>
        {mayOpen ? (
          <a class="govuk-link" href={hearing.href}>
            {hearing.heading}
          </a>
        ) : (
          hearing.heading
        )}{' '}
        {hearing.removed && <Tag text={hearing.removed} classes="govuk-tag--grey" />}
      </h3>
      <p class="govuk-body">
        {hearing.where}
        <span class="app-secondary">{hearing.kind}</span>
      </p>
      {hearing.offences.length === 0 && <p class="govuk-body">No offence was listed.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {hearing.offences.map(offence => (
          <li>
            {offence.title}
            {offence.lines.map(line => (
              <span class="app-secondary">{line}</span>
            ))}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{hearing.outcome}</p>
      {hearing.notes.length > 0 && (
        <Details summaryText={`Notes (${hearing.notes.length})`}>
          {hearing.notes.map(note => (
            <p class="govuk-body app-kept-text">
              {note.body}
              <span class="app-secondary">{note.by}</span>
            </p>
          ))}
        </Details>
      )}
    </section>
  )
}
