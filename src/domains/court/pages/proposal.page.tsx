import { z } from 'zod'
import {
  BackLink,
  Button,
  Details,
  Input,
  Radios,
  Tag,
  Textarea,
  WarningText,
} from '../../../platform/components/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import type { RuleUsed } from '../../../platform/rules/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, Form, page, post, useAnswer, useProblem } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { identityBar, identityGroup } from '../../person/index.ts'
import { ordersOf } from '../../sentence/index.ts'
import { acceptProposal, refuseProposal } from '../commands/accept-proposal.ts'
import { offencesCharged } from '../queries/defendant-at-court.ts'
import { proposalById } from '../queries/proposals.ts'
import { defendantPath } from './addresses.ts'
import { idField, textField, versionField } from './form-fields.ts'
import { OrderFields } from './order-form.tsx'
import { readOrderForm } from './order-form-answers.ts'
import { formOf, type Line, type ProposalModel, proposalView } from './proposal.view.ts'
import { RowsTable } from './rows-table.tsx'

export const proposalPage = page<ProposalModel>({
  path: '/court/proposals/:person/:proposal',
  name: 'court.proposal',
  title: 'A proposed sentence',
  allow: 'court.decide-proposal',
  section: 'court-proposals',
  async view(ctx, at) {
    const { person = '', proposal: id = '' } = at.params
    const proposal = isId(person) && isId(id) ? await proposalById(ctx.tx, person, id) : undefined
    if (!proposal) throw new NotFound('This proposal does not exist.')
    ctx.look('court.proposal', [proposal.personId])
    const bar = (await identityBar(ctx.tx, [proposal.personId])).get(proposal.personId)
    const orders = bar?.crn ? await ordersOf(ctx.tx, await identityGroup(ctx.tx, proposal.personId), ctx.today) : []
    return proposalView(proposal, {
      offences: await offencesCharged(ctx.tx, proposal.personId, proposal.appearanceId),
      orders,
      dateOfBirth: bar?.dateOfBirth ?? null,
      onRecord: Boolean(bar?.crn),
      path: at.path,
    })
  },
  before: () => <BackLink href="/court/proposals" text="Proposed sentences" />,
  body: model => <Proposal model={model} />,
  posts: {
    accept: post({
      allow: 'court.decide-proposal',
      form: z.object({ version: versionField, disposalId: idField.optional(), despite: textField, changed: textField }),
      async run(ctx, form, at) {
        const id = idOf(at)
        const proposal = await proposalById(ctx.tx, at.params.person ?? '', id)
        if (!proposal) throw new NotFound('This proposal does not exist.')
        const base = form.changed ? formOf(proposal.content, proposal) : null
        const read = base ? readOrderForm(at.answers, base, ctx.today) : null
        if (read && !read.ok) return read
        const done = await acceptProposal(ctx, {
          proposalId: id,
          version: form.version,
          ...(read ? { order: read.value } : {}),
          ...(form.disposalId ? { disposalId: form.disposalId } : {}),
          ...(form.despite.trim() ? { despite: form.despite } : {}),
        })
        return done.ok ? ok({ to: '/court/proposals', say: 'Accepted: it is on the record' }) : done
      },
    }),
    refuse: post({
      allow: 'court.decide-proposal',
      form: z.object({ version: versionField, reason: textField }),
      async run(ctx, form, at) {
        const done = await refuseProposal(ctx, { proposalId: idOf(at), ...form })
        return done.ok ? ok({ to: '/court/proposals', say: 'Refused: nothing was put on the record' }) : done
      },
    }),
  },
})

function idOf(at: At): string {
  const { person = '', proposal = '' } = at.params
  if (!isId(proposal) || !isId(person)) throw new NotFound('This proposal does not exist.')
  return proposal
}

function Proposal({ model }: { readonly model: ProposalModel }) {
  const { proposal } = model
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{proposal.name}</span>
        {model.heading} {model.state === 'waiting' && <Tag text="Proposed" classes="govuk-tag--blue" />}
      </h1>
      <p class="govuk-body">
        Hearing of {longDate(proposal.hearingDay)}
        {proposal.courtName && `, ${proposal.courtName}`}.{' '}
        <a class="govuk-link" href={defendantPath(proposal.personId, proposal.appearanceId)}>
          Open the defendant at this hearing
        </a>
      </p>
      {model.decided && <p class="govuk-body govuk-!-font-weight-bold">{model.decided}</p>}
      {!model.onRecord && model.state === 'waiting' && (
        <WarningText>
          The defendant is not linked to a record.{' '}
          <a class="govuk-link" href={`${defendantPath(proposal.personId, proposal.appearanceId)}#match`}>
            Link or open one first
          </a>
        </WarningText>
      )}
      {model.reviews.length > 0 && (
        <section aria-labelledby="reviews">
          <h2 class="govuk-heading-m" id="reviews">
            Look at this first
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {model.reviews.map(review => (
              <li>{review}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="app-beside">
        <RowsTable
          caption="What the court said"
          showCaption
          head={[{ text: 'Offence' }, { text: 'Code' }, { text: 'Text' }]}
          groups={[{ rows: model.said.map(said => [said.offence, said.code, said.text]) }]}
        />
        <WouldBeRecorded model={model} />
      </div>
      {model.compared && (
        <RowsTable
          caption="Compared with what was proposed before"
          showCaption
          head={[{ text: 'Value' }, { text: 'Before' }, { text: 'Now' }]}
          groups={[
            {
              rows: model.compared.map(line => [
                line.key,
                line.before,
                line.changed ? <span class="app-differs">{line.now}</span> : `${line.now} (the same)`,
              ]),
            },
          ]}
        />
      )}
      {model.limits && (
        <section aria-labelledby="limits">
          <h2 class="govuk-heading-m" id="limits">
            Limits of the law{' '}
            <Tag text={verdictWords[model.limits.verdict]} classes={verdictLook[model.limits.verdict]} />
          </h2>
          {model.limits.findings.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {model.limits.findings.map(finding => (
                <li>{finding}</li>
              ))}
            </ul>
          )}
          <Rules question="Which law?" reasons={[]} rules={model.limits.rules} />
        </section>
      )}
      {model.state === 'waiting' && <Decision model={model} />}
    </>
  )
}

const verdictWords = {
  'no-objection': 'No objection found',
  look: 'Look at it',
  unlawful: 'A limit is broken',
} as const
const verdictLook = {
  'no-objection': 'govuk-tag--green',
  look: 'govuk-tag--yellow',
  unlawful: 'govuk-tag--red',
} as const

function WouldBeRecorded({ model }: { readonly model: ProposalModel }) {
  const recorded = model.state === 'accepted'
  const cells = (line: Line) => [
    line.key,
    <>
      {line.value} {!recorded && <Tag text="Proposed" classes="govuk-tag--blue" />}
    </>,
  ]
  return (
    <div>
      <RowsTable
        caption={recorded ? 'What was recorded' : 'What would be recorded'}
        showCaption
        head={[{ text: 'Value' }, { text: recorded ? 'Recorded' : 'Proposed' }]}
        groups={[{ rows: model.lines.map(cells) }]}
      />
      {model.end && (
        <>
          <p class="govuk-body">
            Ends on {model.end.text}, by rule. {!recorded && <Tag text="Proposed" classes="govuk-tag--blue" />}
          </p>
          <Rules question="Why this day?" reasons={model.end.reasons} rules={model.end.rules} />
        </>
      )}
    </div>
  )
}

function Rules(props: {
  readonly question: string
  readonly reasons: readonly string[]
  readonly rules: readonly RuleUsed[]
}) {
  return (
    <Details summaryText={props.question}>
      {props.reasons.map(reason => (
        <p class="govuk-body">{reason}</p>
      ))}
      {props.rules.length === 0 && <p class="govuk-body">No dated rule stands behind this.</p>}
      {props.rules.map(rule => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/help/rules/${encodeURIComponent(rule.parameter)}`}>
            {rule.parameter}
          </a>
          , in force from {longDate(rule.from)}: {rule.source.cite}
          {rule.source.kind === 'assumption' && ' (an assumption)'}
        </p>
      ))}
    </Details>
  )
}

function Decision({ model }: { readonly model: ProposalModel }) {
  const { proposal, form } = model
  const broken = model.limits?.verdict === 'unlawful'
  const version = <input type="hidden" name="version" value={proposal.version} />
  const changing = useAnswer('changed') !== ''
  return (
    <section aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        Your decision
      </h2>
      <Form intent="accept">
        {version}
        {model.needsOrder && <ChooseOrder model={model} />}
        {broken && <Despite id="despite" />}
        <Button text={proposal.change === 'withdrawn' ? 'Accept: end it on the record' : 'Accept as proposed'} />
      </Form>
      {form && proposal.change !== 'withdrawn' && (
        <Details summaryText="Change it, then accept" open={changing}>
          <Form intent="accept">
            {version}
            <input type="hidden" name="changed" value="1" />
            <OrderFields form={form} />
            <Despite id="despite-changed" />
            <Button text="Accept as changed" />
          </Form>
        </Details>
      )}
      <Details summaryText="Refuse it" open={useProblem('reason') !== undefined}>
        <Form intent="refuse">
          {version}
          <Textarea
            id="reason"
            name="reason"
            rows={2}
            label={{ text: 'Why does this not go on the record?' }}
            value={useAnswer('reason')}
            errorMessage={useProblem('reason')}
          />
          <Button text="Refuse" classes="govuk-button--warning" />
        </Form>
      </Details>
    </section>
  )
}

function Despite({ id }: { readonly id: string }) {
  return (
    <Input
      id={id}
      name="despite"
      label={{ text: 'If a limit of the law seems broken: why is it recorded all the same?' }}
      value={useAnswer('despite')}
      errorMessage={useProblem('despite')}
      classes="govuk-!-width-two-thirds"
    />
  )
}

function ChooseOrder({ model }: { readonly model: ProposalModel }) {
  if (model.orders.length === 0) return <p class="govuk-body">There is no order on the record to choose.</p>
  return (
    <Radios
      name="disposalId"
      fieldset={{ legend: { text: 'Which order is this about?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={useProblem('disposalId')}
      value={useAnswer('disposalId')}
      items={model.orders}
    />
  )
}
