import { plusDays } from '../../../platform/calendar/index.ts'
import { MojSubNavigation, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { resultedShownDays } from '../parameters/outcomes.ts'
import { proposalsDecided, proposalsWaiting } from '../queries/proposals.ts'
import { type ProposalRow, proposalRow } from './proposal.view.ts'
import { RowsTable } from './rows-table.tsx'

type ProposalsModel = {
  readonly tab: 'waiting' | 'decided'
  readonly rows: readonly ProposalRow[]
  readonly days: number
}

export const proposalsPage = page<ProposalsModel>({
  path: '/court/proposals',
  name: 'court.proposals',
  title: 'Proposed sentences',
  allow: 'court.decide-proposal',
  section: 'court-proposals',
  async view(ctx, at) {
    const tab = at.query.one('tab') === 'decided' ? 'decided' : 'waiting'
    const days = resultedShownDays.on(ctx.today).value
    const found =
      tab === 'waiting' ? await proposalsWaiting(ctx.tx) : await proposalsDecided(ctx.tx, plusDays(ctx.today, -days))
    const names = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    if (found.length > 0) ctx.look('court.proposals', [...new Set(found.map(one => one.personId))])
    return { tab, days, rows: found.map(one => proposalRow(one, names)) }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Proposed sentences</h1>
      <p class="govuk-body">
        What results from court would put on the record. Nothing is on the record until you accept it.
      </p>
      <MojSubNavigation
        label="Proposals"
        items={[
          { text: 'Waiting', href: '/court/proposals', active: model.tab === 'waiting' },
          {
            text: `Decided in ${model.days} days`,
            href: '/court/proposals?tab=decided',
            active: model.tab === 'decided',
          },
        ]}
      />
      <p class="govuk-body">{plural(model.rows.length, 'proposal')}</p>
      {model.rows.length === 0 ? (
        <p class="govuk-body">
          {model.tab === 'waiting'
            ? 'Nothing waits for a decision. Proposals appear here when a court sends results.'
            : `Nothing was decided in the last ${model.days} days.`}
        </p>
      ) : (
        <RowsTable
          caption={model.tab === 'waiting' ? 'Waiting, the oldest hearing first' : 'Decided, the newest first'}
          head={[
            { text: 'Defendant' },
            { text: 'Proposal' },
            { text: 'Hearing' },
            { text: model.tab === 'waiting' ? 'To look at' : 'Decision' },
          ]}
          groups={[
            {
              rows: model.rows.map(row => [
                <>
                  <a class="govuk-link" href={row.href}>
                    {row.name}
                  </a>
                  {!row.onRecord && <span class="app-secondary">Not linked to a record</span>}
                </>,
                <>
                  {row.what} {!row.decided && <Tag text="Proposed" classes="govuk-tag--blue" />}
                </>,
                <>
                  {row.day}
                  <span class="app-secondary">{row.court}</span>
                </>,
                row.decided ?? (row.reviews.length === 0 ? 'Nothing' : row.reviews.map(review => <div>{review}</div>)),
              ]),
            },
          ]}
        />
      )}
    </>
  ),
})
