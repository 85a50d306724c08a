import { Button, Details, Tag } from '../../../platform/components/index.ts'
import { flagsOnRecord } from '../queries/flags-on-record.ts'
import { casePage } from './case-page.tsx'
import { type FlagsView, type FlagView, flagsView } from './flags.view.ts'

export const flagsPage = casePage<FlagsView>({
  path: '/flags',
  name: 'person.flags',
  title: 'Flags',
  tab: 'flags',
  view: async (ctx, opened) =>
    flagsView(await flagsOnRecord(ctx.tx, opened.group), opened.crn, ctx.today, ctx.can('person.flag')),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Flags</h1>
      {model.mayFlag && (
        <Button text="Register a flag" href={`${model.base}/register`} classes="govuk-button--secondary" />
      )}
      {model.open.length === 0 && <p class="govuk-body">No flag is open on this record.</p>}
      {model.open.map(flag => (
        <Flag flag={flag} href={model.mayFlag ? `${model.base}/${flag.id}` : null} />
      ))}
      {model.ended.length > 0 && <h2 class="govuk-heading-m">Ended</h2>}
      {model.ended.map(flag => (
        <Flag flag={flag} href={null} />
      ))}
    </>
  ),
})

export function Flag({ flag, href }: { readonly flag: FlagView; readonly href: string | null }) {
  return (
    <section class="app-card" aria-labelledby={`flag-${flag.id}`}>
      <h2 class="govuk-heading-s" id={`flag-${flag.id}`}>
        <Tag text={flag.name} classes={`govuk-tag--${flag.ended ? 'grey' : flag.colour}`} />{' '}
        {flag.late && <Tag text="Review late" classes="govuk-tag--red" />}
      </h2>
      <p class="govuk-body">
        {flag.ended ?? flag.review}
        {flag.about && `, ${flag.about}`}
        <span class="app-secondary">{flag.since}</span>
      </p>
      {flag.notes && <p class="govuk-body app-kept-text">{flag.notes}</p>}
      {flag.reviews.length > 0 && (
        <Details summaryText={`Reviews (${flag.reviews.length})`}>
          {flag.reviews.map(review => (
            <p class="govuk-body app-kept-text">
              {review.text}
              {review.notes && <span class="app-secondary">{review.notes}</span>}
            </p>
          ))}
        </Details>
      )}
      {href && (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Review or end<span class="govuk-visually-hidden"> {flag.name}</span>
          </a>
        </p>
      )}
    </section>
  )
}
