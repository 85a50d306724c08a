import { Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { plural, savedAt } from '../../../platform/words/index.ts'
import { identityBar } from '../../person/index.ts'
import { choicesAwaitingManager } from '../store/proposal-store.ts'
import { familyWords, requirementWords } from './proposal.view.ts'

type Waiting = {
  readonly name: string
  readonly href: string
  readonly order: string
  readonly why: string
  readonly by: string
}

export const proposalsToAgreePage = page<readonly Waiting[]>({
  path: '/reports/proposals-to-agree',
  name: 'advice.proposals-to-agree',
  title: 'Proposals outside the frame',
  allow: 'advice.agree-outside-frame',
  section: 'reports',
  async view(ctx) {
    const waiting = await choicesAwaitingManager(ctx.tx)
    const people = [...new Set(waiting.map(one => one.personId))]
    const bars = await identityBar(ctx.tx, people)
    ctx.look('advice.proposals-to-agree', people)
    return waiting.flatMap(one => {
      const bar = bars.get(one.personId)
      if (!bar?.crn) return []
      return [
        {
          name: bar.name ?? bar.crn,
          href: `/case/${bar.crn}/reports/${one.requestId}/proposal`,
          order: `${familyWords[one.chosen.family]}: ${one.chosen.requirements.map(requirementWords).join('; ')}`,
          why: one.text ?? '',
          by: `${one.byName}, ${savedAt(one.at)}`,
        },
      ]
    })
  },
  body: waiting => (
    <>
      <h1 class="govuk-heading-l">Proposals outside the frame</h1>
      {waiting.length === 0 ? (
        <p class="govuk-body">No proposal waits for a manager.</p>
      ) : (
        <Table
          classes="app-table--stack"
          caption={`${plural(waiting.length, 'proposal')} waiting, the oldest first`}
          captionClasses="govuk-table__caption--m"
          head={['Person', 'Order', 'Why', 'Chosen'].map(text => ({ text }))}
          rows={waiting.map(one => [
            {
              html: (
                <a class="govuk-link" href={one.href}>
                  {one.name}
                </a>
              ),
            },
            { text: one.order },
            { text: one.why },
            { text: one.by },
          ])}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/reports/concordance">
          How sentences compare with what was proposed
        </a>
      </p>
    </>
  ),
})
