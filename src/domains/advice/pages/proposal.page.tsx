import { z } from 'zod'
import { Button, Details, InsetText, MojAlert, Table, Tag } from '../../../platform/components/index.ts'
import { NotFound, ok, problems } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, LongTextField, useUi } from '../../../platform/web/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { agreeProposal, chooseProposal } from '../commands/choose-proposal.ts'
import { proposalWords } from '../proposal-words.ts'
import { type ProposalOnRecord, proposalOf } from '../store/proposal-store.ts'
import {
  familyWords,
  type OptionView,
  type PackageView,
  type ProposalView,
  proposalView,
  requirementWords,
} from './proposal.view.ts'
import { type ProposalAt, proposalAt } from './proposal-at.ts'

type Model = { readonly at: ProposalAt; readonly view: ProposalView; readonly held: ProposalOnRecord | null }

const text = z.string().default('')

export const proposalPage = casePage<Model>({
  path: '/reports/:request/proposal',
  name: 'advice.proposal',
  title: 'Proposal',
  allow: 'advice.see-reports',
  tab: null,
  back: { path: '/reports', text: 'Court reports' },
  view: async (ctx, opened, { params, query }) => {
    const at = await proposalAt(ctx, opened, params.request, query.one('order'))
    const held = await proposalOf(ctx.tx, opened.group, at.request.id)
    return { at, view: proposalView(at.proposal, at.facts, at.base, opened.crn), held: held ?? null }
  },
  body: ({ at, view, held }) => (
    <>
      <h1 class="govuk-heading-l">Proposal</h1>
      {held && <Held held={held} base={at.base} />}
      {at.unsignedAssessmentOn && (
        <MojAlert
          variant="warning"
          title="Rests on an assessment that is not signed"
          text={`The needs and risks come from the assessment of ${longDate(at.unsignedAssessmentOn)}, which is not signed yet. They may change until it is.`}
        />
      )}
      <Frame view={view} at={at} />
      <Open view={view} base={at.base} />
      <h2 class="govuk-heading-m">Packages</h2>
      {view.noPackage && <p class="govuk-body">{view.noPackage}</p>}
      {view.packages.map(one => (
        <PackageCard one={one} at={at} />
      ))}
      <Own base={at.base} />
      <h2 class="govuk-heading-m">Every option</h2>
      <p class="govuk-body">
        How many finish and how many reoffend is not known yet: no figures are held for any option.
      </p>
      {view.groups.map(group => (
        <Details summaryText={`${group.heading} (${group.options.length})`}>
          {group.options.length === 0 ? <p class="govuk-body">None.</p> : <Options options={group.options} />}
        </Details>
      ))}
      <p class="govuk-body-s">
        Rule rows: {view.rules}. Ethnicity, religion and nationality are never read. {view.personal.join(' ')}
      </p>
    </>
  ),
  posts: {
    choose: casePost({
      allow: 'advice.write',
      form: z.object({ place: z.coerce.number('Open the page again'), digest: text, order: text }),
      run: async (ctx, opened, { place, digest, order }, { params }) => {
        const at = await proposalAt(ctx, opened, params.request, order)
        const chosen = at.proposal.packages[place - 1]
        if (at.digest !== digest || !chosen) {
          const say = 'What the proposal is made from has changed since you opened it. Look at it again'
          return problems({ field: 'place', code: 'proposal-changed', text: say })
        }
        const { custodialTerm } = at.facts.case
        const done = await chooseProposal(ctx, {
          ...{ personId: at.request.personId, requestId: at.request.id, asked: at.asked, override: null },
          chosen: {
            ...{ family: chosen.family, requirements: chosen.requirements },
            ...{ operationalPeriod: null, supervisionPeriod: null },
            length: chosen.family === 'suspended-sentence' ? custodialTerm : null,
          },
        })
        return done.ok ? ok({ to: at.base, say: 'The package is chosen' }) : done
      },
    }),
    agree: casePost({
      allow: 'advice.agree-outside-frame',
      form: z.object({ choice: text, agreed: text, comment: text }),
      run: async (ctx, opened, { choice, agreed, comment }, { params }) => {
        if (agreed !== 'yes' && agreed !== 'no') {
          return problems({ field: 'agreed', code: 'choose', text: 'Say whether you agree' })
        }
        const held = await proposalOf(ctx.tx, opened.group, params.request ?? '')
        if (held?.choice.id !== choice) throw new NotFound('There is no such choice to agree.')
        const input = { personId: held.choice.personId, choiceId: choice, agreed: agreed === 'yes', comment }
        const done = await agreeProposal(ctx, input)
        const to = `/case/${opened.crn}/reports/${params.request}/proposal`
        return done.ok
          ? ok({ to, say: agreed === 'yes' ? 'You agreed to the proposal' : 'You sent the proposal back' })
          : done
      },
    }),
  },
})

function Held({ held, base }: { readonly held: ProposalOnRecord; readonly base: string }) {
  const ui = useUi()
  const { choice, inForce, outcome } = held
  const waits = choice.verdict === 'awaiting-manager' && choice.agreement === null
  return (
    <InsetText>
      <h2 class="govuk-heading-s">
        {waits ? 'Chosen, and waiting for a manager ' : inForce ? 'Chosen ' : 'Not agreed '}
        <Tag
          text={waits ? 'Outside the frame' : inForce ? 'Stands' : 'Sent back'}
          classes={inForce ? 'govuk-tag--green' : 'govuk-tag--yellow'}
        />
      </h2>
      <p class="govuk-body">
        {familyWords[choice.chosen.family]}: {choice.chosen.requirements.map(requirementWords).join('; ')}. By{' '}
        {choice.byName}, {savedAt(choice.at)}.
      </p>
      {choice.text && <p class="govuk-body">Why: {choice.text}</p>}
      {choice.reasons.map(one => (
        <p class="govuk-body">{proposalWords(one)}</p>
      ))}
      {choice.agreement && (
        <p class="govuk-body">
          {choice.agreement.agreed ? 'Agreed' : 'Sent back'} by {choice.agreement.byName}
          {choice.agreement.comment ? `: ${choice.agreement.comment}` : ''}
        </p>
      )}
      {outcome && (
        <>
          <h3 class="govuk-heading-s">Proposed and sentenced, {longDate(outcome.sentencedOn)}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {outcome.reasons.map(one => (
              <li>{proposalWords(one)}</li>
            ))}
          </ul>
        </>
      )}
      {waits && ui.can('advice.agree-outside-frame') && choice.by !== ui.viewer?.username && (
        <Form intent="agree" action={base}>
          <input type="hidden" name="choice" value={choice.id} />
          <ChoiceField
            name="agreed"
            label="Do you agree to a proposal outside the frame?"
            choices={[
              { value: 'yes', text: 'Yes, it may go forward' },
              { value: 'no', text: 'No, send it back' },
            ]}
          />
          <LongTextField name="comment" label="Comment" hint="Needed when you send it back" rows={2} />
          <Button text="Answer" />
        </Form>
      )}
    </InsetText>
  )
}

function Frame({ view, at }: { readonly view: ProposalView; readonly at: ProposalAt }) {
  const orders = at.proposal.frame?.orders ?? []
  return (
    <>
      <h2 class="govuk-heading-m">Frame</h2>
      {view.frame.map(one => (
        <p class="govuk-body">{one}</p>
      ))}
      {view.frameSource && (
        <p class="govuk-body-s">
          {view.frameSource.assumption && <Tag text="Assumption" classes="govuk-tag--yellow" />} {view.frameSource.cite}
        </p>
      )}
      {orders.length > 1 && (
        <p class="govuk-body">
          Show packages of a{' '}
          {orders.map((family, index) => (
            <>
              {index > 0 && ' or a '}
              <a class="govuk-link" href={`${at.base}?order=${family}`}>
                {familyWords[family].toLowerCase()}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  )
}

function Open({ view, base }: { readonly view: ProposalView; readonly base: string }) {
  const mayWrite = useUi().can('advice.write')
  return (
    <>
      <h2 class="govuk-heading-m">Open questions</h2>
      {view.open.length === 0 ? (
        <p class="govuk-body">Nothing is open.</p>
      ) : (
        <Details
          summaryText={`${view.open.length} questions would settle what is open`}
          open={view.packages.length === 0}
        >
          <ul class="govuk-list govuk-list--bullet">
            {view.open.map(one => (
              <li>
                {one.question}{' '}
                <a class="govuk-link" href={one.href}>
                  {one.where}
                  <span class="govuk-visually-hidden">: {one.question}</span>
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {mayWrite && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/facts`}>
            Answer or change what was asked
          </a>
        </p>
      )}
    </>
  )
}

function PackageCard({ one, at }: { readonly one: PackageView; readonly at: ProposalAt }) {
  const mayWrite = useUi().can('advice.write')
  return (
    <section class="govuk-!-margin-bottom-6" aria-labelledby={`package-${one.place}`}>
      <h3 class="govuk-heading-s" id={`package-${one.place}`}>
        {one.place}. {one.title}
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {one.lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">{one.uncovered}.</p>
      <ul class="govuk-list">
        {one.starts.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      {one.flags.map(line => (
        <p class="govuk-body">
          <Tag text="Note" classes="govuk-tag--yellow" /> {line}
        </p>
      ))}
      <Details summaryText={`Why, and how it adds up to ${one.total}`}>
        <ul class="govuk-list govuk-list--bullet">
          {one.points.map(line => (
            <li>{line}</li>
          ))}
        </ul>
        <Table
          caption="Arithmetic"
          captionClasses="govuk-table__caption--s"
          head={[{ text: 'What counts' }, { text: 'Points', format: 'numeric' }]}
          rows={[
            ...one.arithmetic.map(line => [{ text: line.what }, { text: line.value, format: 'numeric' as const }]),
            [{ text: 'Total' }, { text: one.total, format: 'numeric' as const }],
          ]}
        />
        <p class="govuk-body-s">The weights are our assumptions; see the rules and their sources.</p>
      </Details>
      {mayWrite && (
        <Form intent="choose" action={at.base}>
          <input type="hidden" name="place" value={one.place} />
          <input type="hidden" name="digest" value={at.digest} />
          <input type="hidden" name="order" value={at.asked ?? ''} />
          <Button text={`Choose package ${one.place}`} classes="govuk-button--secondary" />
        </Form>
      )}
    </section>
  )
}

function Own({ base }: { readonly base: string }) {
  if (!useUi().can('advice.write')) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${base}/own`}>
        Build another order and say why
      </a>
    </p>
  )
}

function Options({ options }: { readonly options: readonly OptionView[] }) {
  return (
    <Table
      classes="app-table--stack"
      caption="Options"
      captionClasses="govuk-visually-hidden"
      head={['Option', 'Why it stands here', 'Delivered by'].map(one => ({ text: one }))}
      rows={options.map(one => [
        { text: one.beside ? `${one.name} (offered beside the order)` : one.name },
        {
          html:
            one.why.length === 0
              ? 'Nothing stands against it'
              : one.why.map(why => (
                  <p class="govuk-!-margin-top-0 govuk-!-margin-bottom-2">
                    {why.text}
                    <span class="app-secondary">
                      {why.source} {why.assumption && '(assumption)'}
                    </span>
                  </p>
                )),
        },
        { text: one.delivery ?? 'Not known' },
      ])}
    />
  )
}
